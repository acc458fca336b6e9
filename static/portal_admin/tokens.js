// Text of an attribute → tokens `{ type, value, at }`; type is number, string, name, sign or end.
"use strict";

globalThis.portalExpressions = {};

{
  const TOKEN = new RegExp(
    [
      String.raw`(?<number>\d+(?:\.\d+)?)`,
      String.raw`(?<string>'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*")`,
      String.raw`(?<name>[\p{ID_Start}_$][\p{ID_Continue}$]*)`,
      String.raw`(?<sign>===|!==|=>|==|!=|<=|>=|&&|\|\||\?\?|\+\+|--|\+=|-=|\*=|\/=|[-+*\/%<>=!?:;,.(){}\[\]])`,
    ].join("|"),
    "uy",
  );
  const SPACE = /\s*/y;
  const ESCAPES = { n: "\n", r: "\r", t: "\t" };

  /** Raises SyntaxError at the first character that begins no token. */
  function tokenize(text) {
    const tokens = [];
    let at = 0;
    for (;;) {
      at = matchAt(SPACE, text, at).end;
      if (at === text.length) return [...tokens, { type: "end", value: "", at }];
      const found = matchAt(TOKEN, text, at);
      if (!found) throw new SyntaxError(`Nothing known begins at character ${at} of: ${text}`);
      tokens.push({ ...tokenOf(found.groups), at });
      at = found.end;
    }
  }

  function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    return found && { groups: found.groups, end: pattern.lastIndex };
  }

  function tokenOf(groups) {
    if (groups.number) return { type: "number", value: Number(groups.number) };
    if (groups.string) return { type: "string", value: unescaped(groups.string.slice(1, -1)) };
    return groups.name ? { type: "name", value: groups.name } : { type: "sign", value: groups.sign };
  }

  function unescaped(text) {
    return text.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^]))/gu, (_, unicode, byte, character) =>
      unicode || byte ? String.fromCharCode(parseInt(unicode || byte, 16)) : (ESCAPES[character] ?? character),
    );
  }

  portalExpressions.tokenize = tokenize;
}
