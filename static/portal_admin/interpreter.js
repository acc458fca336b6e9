// Runs a tree against a scope. Names come from the scope and from a list given by the caller, never from the page's
// globals; constructors, prototypes, windows and documents cannot be reached.
"use strict";

{
  const REFUSED = new Set([
    "constructor", "prototype", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
    "arguments", "callee", "caller",
  ]);
  const BINARY = {
    "===": (a, b) => a === b, "!==": (a, b) => a !== b, "==": (a, b) => a == b, "!=": (a, b) => a != b,
    "<": (a, b) => a < b, ">": (a, b) => a > b, "<=": (a, b) => a <= b, ">=": (a, b) => a >= b,
    "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "%": (a, b) => a % b,
  };
  const UNARY = { "!": (a) => !a, "-": (a) => -a, "+": (a) => +a, typeof: (a) => typeof a };

  class Interpreter {
    /** `scope` is Alpine's chain, read and written; `offered` holds further names, read only. */
    constructor(scope, offered) {
      this.scope = scope;
      this.offered = offered;
    }

    run(node) {
      return this[node.kind](node);
    }

    block({ statements }) {
      let last;
      for (const statement of statements) last = this.run(statement);
      return last;
    }

    if({ test, then, otherwise }) {
      if (this.run(test)) return this.run(then);
      return otherwise ? this.run(otherwise) : undefined;
    }

    literal({ value }) {
      return value;
    }

    name({ name }) {
      allow(name);
      if (name in this.scope) return harmless(this.scope[name]);
      if (Object.hasOwn(this.offered, name)) return this.offered[name];
      throw new ReferenceError(`${name} is not known here.`);
    }

    member(node) {
      const [object, key] = this.place(node);
      return harmless(object[key]);
    }

    call({ callee, args }) {
      const [self, called] = this.called(callee);
      if (typeof called !== "function") throw new TypeError(`${described(callee)} is not a function.`);
      return harmless(Reflect.apply(called, self, args.map((arg) => this.run(arg))));
    }

    /** What to call, and the object it belongs to. */
    called(callee) {
      if (callee.kind === "member") {
        const [object, key] = this.place(callee);
        return [object, harmless(object[key])];
      }
      const inScope = callee.kind === "name" && callee.name in this.scope;
      return [inScope ? this.scope : undefined, this.run(callee)];
    }

    unary({ operator, operand }) {
      return UNARY[operator](this.run(operand));
    }

    binary({ operator, left, right }) {
      return BINARY[operator](this.run(left), this.run(right));
    }

    logical({ operator, left, right }) {
      const value = this.run(left);
      const decided = { "&&": !value, "||": Boolean(value), "??": value !== null && value !== undefined }[operator];
      return decided ? value : this.run(right);
    }

    choice({ test, then, otherwise }) {
      return this.run(this.run(test) ? then : otherwise);
    }

    assign({ operator, target, value }) {
      const isPlain = operator === "=" && target.kind === "name" && !Object.hasOwn(this.offered, target.name);
      // As in any script, a plain assignment may bring a name into being; Alpine puts it on the outermost component.
      const [object, key] = isPlain ? [this.scope, allow(target.name)] : this.place(target);
      const right = this.run(value);
      return (object[key] = operator === "=" ? right : BINARY[operator[0]](object[key], right));
    }

    update({ operator, prefix, target }) {
      const [object, key] = this.place(target);
      const before = Number(object[key]);
      const after = operator === "++" ? before + 1 : before - 1;
      object[key] = after;
      return prefix ? after : before;
    }

    /** The object and key that a name or a member stands for. */
    place(node) {
      if (node.kind === "member") {
        const object = this.run(node.object);
        return [object, allow(this.run(node.key))];
      }
      if (!(allow(node.name) in this.scope)) throw new ReferenceError(`${node.name} is not known here.`);
      return [this.scope, node.name];
    }

    array({ items }) {
      return items.map((item) => this.run(item));
    }

    object({ entries }) {
      return Object.fromEntries(entries.map(({ key, value }) => [allow(key), this.run(value)]));
    }

    arrow({ parameters, body }) {
      return (...args) => {
        const own = Object.fromEntries(parameters.map((name, index) => [allow(name), args[index]]));
        return new Interpreter(layered(own, this.scope), this.offered).run(body);
      };
    }
  }

  /** `own` names before those of `outer`, where everything else is read and written. */
  function layered(own, outer) {
    const holder = (name) => (Object.hasOwn(own, name) ? own : outer);
    return new Proxy(own, {
      has: (_, name) => Object.hasOwn(own, name) || name in outer,
      get: (_, name) => holder(name)[name],
      set: (_, name, value) => Reflect.set(holder(name), name, value),
    });
  }

  function allow(key) {
    const name = typeof key === "number" ? key : String(key);
    if (REFUSED.has(name)) throw new TypeError(`${name} may not be used in an expression.`);
    return name;
  }

  function harmless(value) {
    if (value === Function || value === eval) throw new TypeError("Code may not be made in an expression.");
    if (typeof value === "object" && value !== null && (value.window === value || value.nodeType === Node.DOCUMENT_NODE)) {
      throw new TypeError("The page's globals may not be used in an expression.");
    }
    return value;
  }

  function described(node) {
    return node.kind === "name" ? node.name : node.kind === "member" ? String(node.key.value ?? "A member") : "The value";
  }

  portalExpressions.run = (tree, scope, offered) => new Interpreter(scope, offered).run(tree);
}
