"""Reads the text before any parser does: which characters, literals and sizes may reach the parser at all.

Every pattern is possessive and linear, so no text makes it slow. What sqlglot and an engine could read
differently (prefixed literals, escapes, dollar quotes, nested comments, odd spaces) is refused here, for the
text that comes in and for the text that goes out.
"""

import re
from dataclasses import dataclass
from typing import Final

from sqlgen.contracts import Dialect
from sqlgen.guard.shape import (
    MAX_LISTED_IN_LAMBDA,
    MAX_PREFIX_RUN,
    MAX_TYPED_DEPTH,
    TOO_LARGE,
    Shape,
    too_long_in_lambda,
    too_many_names,
    too_many_places,
)
from sqlgen.guard.sided import without_condition
from sqlgen.guard.violation import GuardViolation

MAX_LENGTH: Final = 100_000
MAX_LITERAL: Final = 2_000
SHORT_LITERAL: Final = (
    256  # of a longer one each character counts as a part: a format or path is read bit by bit
)
PATH_PARTS: Final = 20
MAX_NAME_BYTES: Final = 63  # PostgreSQL cuts longer names, and two names become one

_SPACE = r"[ \t\n]|\r\n"
_COMMENT = (
    r"--[\t\x20-\x7e]*+(?=\r?\n|\Z)"
    r"|/\*(?![+!])(?:[^*/\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\U0010ffff]|\*(?!/)|/(?!\*))*+\*/"
)
# What Databricks is advised about a plan. It says nothing of the answer, and reaches no engine.
_HINT = r"/\*\+[A-Za-z0-9_(),. \t\r\n]*+\*/"
_TEXT = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff"  # never, not even in a literal
_NAMED = (
    r"\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f'\"`\\;$"
)
_AFTER = r"(?![A-Za-z0-9_'\"`$&]|\s*+')"
_NUMBER = r"(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]{1,3}+)?(?![A-Za-z0-9_'\"`$.])"
_WORD = r"[A-Za-z_][A-Za-z0-9_]*+(?!['\"`$&])"
_TYPED = r"(?i:DATE|TIME|TIMESTAMP|TIMESTAMPTZ|INTERVAL)(?=')"  # no prefix to any reader: DATE'2024-01-01'
_PLACE = "-?[0-9]{1,5} *+"
_PLACES = rf"\[ *+(?:{_PLACE}(?:: *+(?:{_PLACE})?+)?+|: *+{_PLACE})\]"
# A key of a map or a field of a structure.
_KEY = r"\[ *+'[A-Za-z0-9_][A-Za-z0-9_ .-]{0,62}+' *+\]"
# A place that a column gives, or that the list itself is asked for: x[i], x[SIZE(x) - 1], x[ARRAY_UPPER(x, 1)].
_PART = {
    "postgres": r'(?:[A-Za-z_][A-Za-z0-9_]*+|"[A-Za-z_][A-Za-z0-9_ ]*+")',
    "duckdb": r'(?:[A-Za-z_][A-Za-z0-9_]*+|"[A-Za-z_][A-Za-z0-9_ ]*+")',
    "databricks": r"(?:[A-Za-z_][A-Za-z0-9_]*+|`[A-Za-z_][A-Za-z0-9_ ]*+`)",
}
_ASKED = {
    dialect: rf"\[ *+{part}(?: *+\. *+{part})?+ *+(?:[-+] *+[0-9]{{1,5}} *+)?+\](?!\s*+\[)"
    r"|\[(?= *+(?i:SIZE|CARDINALITY|ARRAY_SIZE|ARRAY_UPPER|ARRAY_LENGTH|LENGTH|LEN) *+\()"
    for dialect, part in _PART.items()
}
# One subscript behind another is read anew by sqlglot, and again.
_SUBSCRIPT = {
    "postgres": rf"{_PLACES}(?: *+{_PLACES}){{0,2}}+(?!\s*+\[)",
    "duckdb": rf"(?:{_PLACES}|{_KEY})(?: *+(?:{_PLACES}|{_KEY})){{0,2}}+(?!\s*+\[)",
}
# Where a list opens that is written out, and what a list of which type is called.
_LIST_TYPE = (
    r"(?i:TEXT|VARCHAR|INT|INT2|INT4|INT8|INTEGER|BIGINT|SMALLINT|NUMERIC|DECIMAL|DOUBLE|FLOAT8|DATE|BOOLEAN|UUID)"
    r"\[\](?!\s*+\[)"
)
_LIST = {
    "postgres": rf"(?i:ARRAY)\s*+\[(?!\s*+\])|\](?!\s*+\[)|{_LIST_TYPE}",
    "duckdb": (
        r"(?:(?i:ARRAY|IN|SELECT|DISTINCT|WHEN|THEN|ELSE|AND|OR|NOT|BY|WHERE|HAVING)\s*+|(?:@>|<@|&&|<>|!=|\|\||[(,=<>])\s*+)"
        rf"\[(?!\s*+\])|\](?!\s*+\[)|{_LIST_TYPE}"
    ),
}
_NAME = "[A-Za-z_][A-Za-z0-9_]{0,62}"
# Behind the field an arrow reaches for nothing stands that binds stronger than the arrow.
_FIELD_ENDS = r"(?!\s*+(?:::|[\[.+*/%]|-(?!>)|(?i:AT|COLLATE)\b))"
_ARROW = rf"->>?+(?=\s*+(?:'{_NAME}'|[0-9]{{1,4}}(?![0-9])){_FIELD_ENDS})"
_BODY = r"->(?=\s*+[A-Za-z_(\"])"  # of a lambda
_PARAMETER = rf"(?:{_NAME}|\"{_NAME}\")"
_LAMBDA = rf"(?i:LAMBDA) ++{_PARAMETER}(?: *+, *+{_PARAMETER})?+ *+:(?![:=])"
_OPERATOR = r"<>|!=|<=(?!>)|>=|\|\||::(?!:)|[(),.+=<>%]|/(?![/*])|\*(?![*/])|-(?![->])"

_PLAIN = {
    "postgres": rf"'(?:[^'{_TEXT}]|'')*+'{_AFTER}|\"[^{_NAMED}]++\"{_AFTER}",
    "duckdb": rf"'(?:[^'{_TEXT}]|'')*+'{_AFTER}|\"[^{_NAMED}]++\"{_AFTER}",
    # A doubled quote is a quote to some Databricks runtimes and nothing to others: only \' and \\ may stand.
    "databricks": (
        rf"'(?:[^'\\$\t\n\r{_TEXT}]|\$(?!\{{)|\\['\\])*+'{_AFTER}(?!\s*+\")"
        rf"|\"[^{_NAMED}]*+\"{_AFTER}(?!\s*+\")|`[^{_NAMED}]++`{_AFTER}"
    ),
}
_SYMBOL = r"(?![-+*/<>=~!@#%^&|`?])"
_BITS = rf"(?<![-+*/<>=~!@#%^&|`?])[&|^]{_SYMBOL}"
_HASH = _BITS.replace("[&|^]", "#")  # PostgreSQL's XOR
_SEARCHED = r"\?[|&]?+(?=\s)|@@(?=\s)"  # keys of JSONB, words of texts
# DuckDB's structures: {'a': x}, {a: x}, STRUCT_PACK(a := x).
_STRUCTURE = (
    rf"\{{(?=\s*+(?:'{_NAME}'|{_NAME}|\"{_NAME}\")\s*+:)|\}}|'{_NAME}'\s*+:(?![:=])|{_NAME}\s*+:=(?=\s)"
)
# DuckDB's `week: DATE_TRUNC(…)` is an alias that stands before.
_PREFIXED = rf"{_NAME}:(?=\s)"
_MORE = {
    "postgres": rf"{_BITS}|{_HASH}|{_SEARCHED}|@>|<@|&&|!?~\*?+(?!~)|{_ARROW}|#>>?+(?=\s*+'\{{[^']*+'{_FIELD_ENDS})",
    "duckdb": (
        rf"{_BITS}|@>|<@|&&|{_BODY}|//(?!\*)|==|{_ARROW}"
        rf"|->>?+(?=\s*+'\$(?:\.{_NAME}|\[[0-9]{{1,4}}\])++'{_FIELD_ENDS})"
    ),
    "databricks": rf"{_BITS}|<=>|==|->(?!>)",
}


def _token_pattern(dialect: str, *, comments: bool) -> str:
    layout = f"{_SPACE}|{_COMMENT}|{_TYPED}" if comments else " "
    layout = f"{layout}|{_STRUCTURE}" if dialect == "duckdb" else layout
    layout = f"{_HINT}|{layout}" if comments and dialect == "databricks" else layout
    subscript = _SUBSCRIPT["postgres" if dialect == "postgres" else "duckdb"]
    lists = f"{_LIST[dialect]}|" if dialect in _LIST else ""
    lists = f"{_LAMBDA}|{lists}" if dialect == "duckdb" else lists
    lists = f"{_PREFIXED}|{lists}" if dialect == "duckdb" and comments else lists
    more = f"{_MORE[dialect]}|{subscript}|{_ASKED[dialect]}"
    more = rf"{more}|\](?!\s*+\[)" if dialect == "databricks" else more
    return f"{layout}|{_PLAIN[dialect]}|{_NUMBER}|{lists}{_WORD}|{more}|{_OPERATOR}"


# PostgreSQL takes a sign apart from its number: '1 month - 1 day'.
_SIGN: Final = {"postgres": "(?:[-+] ?)?", "duckdb": "[-+]?", "databricks": "[-+]?"}
_AMOUNTS: Final = {
    dialect: re.compile(
        rf"\s*+[-+]?[0-9]{{1,9}}+\s*+(?:[A-Za-z]++(?:\s++{sign}[0-9]{{1,9}}+\s++[A-Za-z]++){{0,5}}+\s*+)?"
    )
    for dialect, sign in _SIGN.items()
}


@dataclass(frozen=True, slots=True)
class _Patterns:
    given: re.Pattern[str]
    final: re.Pattern[str]
    quoted: re.Pattern[str]
    tail: re.Pattern[str]
    texts: str  # the marks of texts, names excluded
    amounts: re.Pattern[str]  # of an interval


_PATTERNS: Final[dict[str, _Patterns]] = {
    dialect: _Patterns(
        given=re.compile(f"(?:{_token_pattern(dialect, comments=True)})*+"),
        final=re.compile(f"(?:{_token_pattern(dialect, comments=False)})*+"),
        quoted=re.compile(f"{_PLAIN[dialect]}|{_COMMENT}|{_HINT}"),
        tail=re.compile(rf"(?:;|{_SPACE}|{_COMMENT})*+"),
        texts="'\"" if dialect == "databricks" else "'",
        amounts=_AMOUNTS[dialect],
    )
    for dialect in _PLAIN
}
# A comment is space in which its first character is this one, which no text may hold.
_COMMENTED = "\x0c"
# Literals, quoted names, comments, commas and operators: what does not nest.
_SMALL = rf"'++|\"++|[-,.:=<>+*/%|&~!#@{_COMMENTED}]"
# An interval that is a text is whole, and as a type it has none: neither waits for a unit.
_MARKS = re.compile(
    rf"{_PLACES}|\[\]|[()\[\]{{}}]|(?i:::\s*+INTERVAL\b|\bINTERVAL\s*+')|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|(?P<small>{_SMALL})"
)
# Without this, sqlglot reads many a statement as an opaque command, and logs it.
_BRACKETS = (
    "[ ] holds a place, which is a whole number, or two (x[1], x[1:2]), or a list of values behind ARRAY "
    "or, in DuckDB, where a value begins (ARRAY['a', 'b'], ['a', 'b']), with no further [ behind it."
)
_OPENING = frozenset({"SELECT", "WITH", "FROM", "TABLE", "("})
_PREFIX_RUN = re.compile(rf"(?:[-+]\s*+){{{MAX_PREFIX_RUN + 1}}}")
# Each cast of a cast costs a parser ten times as much as another sign.
_CAST_RUN = re.compile(rf"(?:::\s*+[A-Za-z_0-9]++\s*+(?:\([0-9,\s]*+\)\s*+)?){{{MAX_PREFIX_RUN + 1}}}")
# Without their brackets these begin what sqlglot reads twice and we would not take.
_LONE = re.compile(r"(?i:\b(?:IF|MAP)\b)(?!\s*+\()|(?i:\bARRAY\b)(?!\s*+[(\[])")
# DuckDB's `[x FOR x IN tags IF …]`, looked for one after the other: in one pattern they are tried together, and anew.
_INNERMOST = re.compile(r"\[([^\[\]]*+)\]")
_FOR_IN = re.compile(r"(?i:\bFOR)\s++[A-Za-z_][A-Za-z0-9_]*+\s++(?i:IN\b)")
_BARE_IF = re.compile(r"(?i:\bIF\b)(?!\s*+\()")
# DuckDB searches a list after IN, and finds no NULL there; sqlglot reads IN (…), to which an unknown is unknown.
_IN_LIST = re.compile(r"(?i:\bIN)\s*+\[(?![-+.,'0-9\s]*+\])")
# CAST(x AS DATE FORMAT 'text'), which is no SQL to our engines and which sqlglot makes a call of, its letters changed.
_CAST_FORMAT = re.compile(r"(?i:\bFORMAT)\s*+'")
# Quotes stand for the literals that were there. Two of them are one text to some readers, comment or not between.
_ADJACENT = re.compile(r"'\s++'")
# sqlglot would cut "1 day ago" down to one day, and say nothing.
_INTERVAL = re.compile(r"(?i:\bINTERVAL)\s*+('++)")


def scan(sql: str, dialect: Dialect) -> str:
    """Refuse what no parser should see; gives the text before trailing semicolons, offsets unchanged."""
    if len(sql) > MAX_LENGTH:
        raise GuardViolation(
            "too_long", f"The SQL has {len(sql)} characters; {MAX_LENGTH} may be sent.", MAX_LENGTH
        )
    patterns = _PATTERNS[dialect]
    read = patterns.given.match(sql)
    end = read.end() if read else 0
    if end < len(sql) and not patterns.tail.fullmatch(sql, end):
        raise _unreadable(sql, end)
    text = sql[:end]
    bare = _check_shape(text, patterns)
    alone = without_condition(bare) if dialect == "databricks" else None
    if alone is not None:
        raise GuardViolation(
            "missing_join_condition", "LEFT, RIGHT and FULL JOIN take a condition: ON TRUE, say.", alone
        )
    return text


def scan_final(sql: str, dialect: Dialect) -> str:
    """The same for rebuilt text, where no comment or line break may be; gives it without what stands in quotes."""
    patterns = _PATTERNS[dialect]
    read = patterns.final.match(sql)
    end = read.end() if read else 0
    if end < len(sql) or len(sql) > 4 * MAX_LENGTH:
        raise GuardViolation("final_check", "The rebuilt SQL holds a part the guard cannot vouch for.")
    bare = patterns.quoted.sub(lambda quoted: "'" if quoted.group()[0] in patterns.texts else " ", sql)
    shape = Shape()
    for found in _MARKS.finditer(bare):
        if found.lastgroup is None:
            shape.meet(found.group().upper())
        if shape.typed > MAX_TYPED_DEPTH:  # a quoted "DATE"(…) comes out as a plain one
            raise GuardViolation("too_deep", "The SQL is nested too deep.")
    return bare


def _unreadable(text: str, at: int) -> GuardViolation:
    mark = text[at]
    if mark == ";":
        return GuardViolation("multiple_statements", "Send one statement.", at)
    if mark in "'\"`" or text[at : at + 2] in ("$$", "/*", "--"):
        return GuardViolation(
            "forbidden_literal", "A literal, name or comment here is open, prefixed, escaped or nested.", at
        )
    if mark == "[":
        return GuardViolation(
            "forbidden_character",
            _BRACKETS,
            at,
        )
    if text[at : at + 2] in ("->", "#>"):
        return GuardViolation(
            "forbidden_character",
            "Behind an arrow into JSON stands one plain name: (x -> 'a'), (x ->> 'a').",
            at,
        )
    if mark.isascii() and (mark.isalnum() or mark == "_"):
        return GuardViolation(
            "forbidden_literal", "A word or number here runs into a quote or another word.", at
        )
    return GuardViolation("forbidden_character", f"The character {mark!a} may not stand here.", at)


def _check_shape(text: str, patterns: _Patterns) -> str:
    """Refuse what does not open as a query, and sizes that would make the parser work too long; gives the text
    without what stands in quotes and comments."""
    bare = patterns.quoted.sub(lambda quoted: _blank(quoted, patterns.texts), text)
    adjacent = _ADJACENT.search(bare)
    if adjacent:
        raise GuardViolation("forbidden_literal", "Two texts may not stand side by side.", adjacent.start())
    shape = Shape()
    for found in _MARKS.finditer(bare):
        if found.lastgroup is not None:
            if shape.count(_parts(found, text)):
                raise GuardViolation(*TOO_LARGE, found.start())
            continue
        word = found.group().upper()
        if not shape.before and word not in _OPENING:
            instead = f" Write FROM ({word} …)." if word in ("PIVOT", "UNPIVOT") else ""
            raise GuardViolation("not_a_query", f"Only a query may run.{instead}", found.start())
        shape.meet(word)
        excess = shape.excess()
        if excess is not None:
            raise GuardViolation(*excess, found.start())
    for found in _INTERVAL.finditer(bare):
        if not patterns.amounts.fullmatch(text, found.start(1) + 1, found.end(1) - 1):
            raise GuardViolation(
                "forbidden_unit", "Write an interval as a number and a unit.", found.start(1)
            )
    placed = too_many_places(bare)
    if placed is not None:
        raise GuardViolation("too_large", "Too much stands before the places in lists.", placed)
    named = too_many_names(bare)
    if named is not None:
        raise GuardViolation(
            "too_large", "A PIVOT makes too many columns, or nests its brackets too deep.", named
        )
    listed = too_long_in_lambda(bare)
    if listed is not None:
        raise GuardViolation(
            "too_large", f"A list in a function of x -> … may have {MAX_LISTED_IN_LAMBDA} values.", listed
        )
    _check_words(bare)
    return bare


def _parts(found: re.Match[str], text: str) -> int:
    """How much one small mark counts: sqlglot reads a path into JSON by a parser of its own."""
    mark, start = found.group(), found.start()
    if mark[0] == "'":
        path = text.startswith(("$.", "$["), start + 1) or "->" in text[max(0, start - 4) : start]
        return 1 + max(0, len(mark) - SHORT_LITERAL) + (PATH_PARTS if path else 0)
    return 1


def _check_words(bare: str) -> None:
    """Refuse words and signs that sqlglot would read twice, or in part."""
    listed = _IN_LIST.search(bare)
    if listed:
        raise GuardViolation(
            "forbidden_node", "Behind IN a list in [ ] holds texts and numbers: write IN (…).", listed.start()
        )
    lone = _lone(bare)
    if lone:
        raise GuardViolation("forbidden_node", f"{lone.group().upper()} needs its brackets.", lone.start())
    formatted = _CAST_FORMAT.search(bare)
    if formatted:
        raise GuardViolation(
            "forbidden_node", "CAST takes no format: write TO_DATE or STRPTIME.", formatted.start()
        )
    repeated = _PREFIX_RUN.search(bare) or _CAST_RUN.search(bare)
    if repeated:
        raise GuardViolation("too_deep", "Too many signs or casts in a row.", repeated.start())


def _lone(bare: str) -> re.Match[str] | None:
    """The first of such words. The IF of DuckDB's `[x FOR x IN tags IF …]` has none."""
    found = list(_LONE.finditer(bare))
    ifs = _ifs_of_lists(bare) if found else set()
    return next((one for one in found if one.start() not in ifs), None)


def _ifs_of_lists(bare: str) -> set[int]:
    ifs = set()
    for listed in _INNERMOST.finditer(bare):
        made = _FOR_IN.search(bare, *listed.span(1))
        kept = _BARE_IF.search(bare, made.end(), listed.end(1)) if made else None
        if kept:
            ifs.add(kept.start())
    return ifs


def _blank(quoted: re.Match[str], texts: str) -> str:
    part = quoted.group()
    if part[0] not in "-/" and len(part) > MAX_LITERAL:
        raise GuardViolation("too_long", f"One literal may have {MAX_LITERAL} characters.", quoted.start())
    if part[0] in "-/":
        return _COMMENTED.ljust(len(part))
    return ("'" if part[0] in texts else '"') * len(part)
