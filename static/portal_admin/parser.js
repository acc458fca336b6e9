// Tokens → a tree of plain objects, each with a `kind`. The language is finite: what is not read here does not exist.
//
//   program    statement (";" statement)*
//   statement  "if" "(" value ")" branch ("else" branch)?  |  value
//   value      names, literals, [..], {..}, a.b, a[b], f(..), x => .., ! - + typeof, ++ --, * / % + -, comparisons,
//              && || ??, a ? b : c, = += -= *= /=
"use strict";

{
  const LITERALS = new Map([["true", true], ["false", false], ["null", null], ["undefined", undefined]]);
  const RESERVED = new Set(
    ("async await break case catch class const continue debugger default delete do else export extends finally for " +
      "function if import in instanceof let new return static super switch this throw try typeof var void while with yield").split(" "),
  );
  const ASSIGNING = new Set(["=", "+=", "-=", "*=", "/="]);
  const PREFIXES = new Set(["!", "-", "+"]);
  const LEVELS = [["??"], ["||"], ["&&"], ["===", "!==", "==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];
  const SHORT_CIRCUITS = new Set(["??", "||", "&&"]);

  class Parser {
    constructor(text) {
      this.text = text;
      this.tokens = portalExpressions.tokenize(text);
      this.next = 0;
    }

    program() {
      const statements = this.statementsUntil(() => this.peek().type === "end");
      return { kind: "block", statements };
    }

    statementsUntil(ended) {
      const statements = [];
      while (!ended()) {
        if (this.takes(";")) continue;
        const statement = this.statement();
        statements.push(statement);
        if (statement.kind !== "if" && !ended()) this.expect(";");
      }
      return statements;
    }

    statement() {
      if (!this.takes("if")) return this.value();
      this.expect("(");
      const test = this.value();
      this.expect(")");
      const then = this.branch();
      return { kind: "if", test, then, otherwise: this.takes("else") ? this.branch() : null };
    }

    branch() {
      if (!this.takes("{")) return this.statement();
      const statements = this.statementsUntil(() => this.sees("}"));
      this.expect("}");
      return { kind: "block", statements };
    }

    value() {
      const parameters = this.arrowParameters();
      if (parameters) return { kind: "arrow", parameters, body: this.value() };
      const left = this.choice();
      if (!ASSIGNING.has(this.peek().value) || this.peek().type !== "sign") return left;
      const operator = this.take().value;
      return { kind: "assign", operator, target: this.assignable(left), value: this.value() };
    }

    /** The parameters' names when an arrow function begins here, else null and nothing is read. */
    arrowParameters() {
      const start = this.next;
      const names = this.takes("(") ? this.namesUntil(")") : this.namesUntil("=>");
      if (names && this.takes("=>")) return names;
      this.next = start;
      return null;
    }

    /** Names with commas between them; for a closing bracket, it too. Null when something else stands there. */
    namesUntil(end) {
      const names = [];
      while (this.peek().type === "name") {
        names.push(this.take().value);
        if (end === "=>" || !this.takes(",")) break;
      }
      return end === "=>" ? (names.length ? names : null) : this.takes(end) ? names : null;
    }

    choice() {
      const test = this.binary(0);
      if (!this.takes("?")) return test;
      const then = this.value();
      this.expect(":");
      return { kind: "choice", test, then, otherwise: this.value() };
    }

    binary(level) {
      if (level === LEVELS.length) return this.unary();
      let left = this.binary(level + 1);
      while (this.peek().type === "sign" && LEVELS[level].includes(this.peek().value)) {
        const operator = this.take().value;
        const kind = SHORT_CIRCUITS.has(operator) ? "logical" : "binary";
        left = { kind, operator, left, right: this.binary(level + 1) };
      }
      return left;
    }

    unary() {
      const token = this.peek();
      if (this.takes("typeof")) return { kind: "unary", operator: "typeof", operand: this.unary() };
      if (token.type === "sign" && PREFIXES.has(token.value)) {
        return { kind: "unary", operator: this.take().value, operand: this.unary() };
      }
      if (this.sees("++") || this.sees("--")) {
        const operator = this.take().value;
        return { kind: "update", operator, prefix: true, target: this.assignable(this.unary()) };
      }
      const operand = this.chain();
      if (!this.sees("++") && !this.sees("--")) return operand;
      return { kind: "update", operator: this.take().value, prefix: false, target: this.assignable(operand) };
    }

    chain() {
      let left = this.primary();
      for (;;) {
        if (this.takes(".")) left = { kind: "member", object: left, key: literal(this.name(this.take())) };
        else if (this.takes("[")) left = { kind: "member", object: left, key: this.closed("]") };
        else if (this.takes("(")) left = { kind: "call", callee: left, args: this.list(")") };
        else return left;
      }
    }

    primary() {
      const token = this.take();
      if (token.type === "number" || token.type === "string") return literal(token.value);
      if (token.type === "name") {
        if (LITERALS.has(token.value)) return literal(LITERALS.get(token.value));
        if (!RESERVED.has(token.value)) return { kind: "name", name: token.value };
      } else if (token.value === "(") return this.closed(")");
      else if (token.value === "[") return { kind: "array", items: this.list("]") };
      else if (token.value === "{") return { kind: "object", entries: this.entries() };
      throw this.unexpected(token);
    }

    closed(sign) {
      const inner = this.value();
      this.expect(sign);
      return inner;
    }

    list(end) {
      const items = [];
      while (!this.takes(end)) {
        items.push(this.value());
        if (!this.sees(end)) this.expect(",");
      }
      return items;
    }

    entries() {
      const entries = [];
      while (!this.takes("}")) {
        const token = this.take();
        if (token.type === "sign" || token.type === "end") throw this.unexpected(token);
        const shorthand = token.type === "name" && !this.sees(":");
        if (!shorthand) this.expect(":");
        entries.push({ key: String(token.value), value: shorthand ? { kind: "name", name: token.value } : this.value() });
        if (!this.sees("}")) this.expect(",");
      }
      return entries;
    }

    assignable(node) {
      if (node.kind === "name" || node.kind === "member") return node;
      throw new SyntaxError(`Only a name or a member can be assigned to, in: ${this.text}`);
    }

    name(token) {
      if (token.type === "name") return token.value;
      throw this.unexpected(token);
    }

    peek() {
      return this.tokens[this.next];
    }

    take() {
      return this.tokens[this.next++] ?? this.tokens.at(-1);
    }

    sees(word) {
      const { type, value } = this.peek();
      return value === word && (type === "sign" || type === "name");
    }

    takes(word) {
      if (!this.sees(word)) return false;
      this.next += 1;
      return true;
    }

    expect(word) {
      if (!this.takes(word)) throw this.unexpected(this.peek());
    }

    unexpected({ value, at }) {
      return new SyntaxError(`${value === "" ? "The end" : `"${value}"`} is not expected at character ${at} of: ${this.text}`);
    }
  }

  function literal(value) {
    return { kind: "literal", value };
  }

  portalExpressions.parse = (text) => new Parser(text).program();
}
