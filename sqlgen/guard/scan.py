"""Reads the text before any parser does: which characters, literals and sizes may reach the parser at all.

Every pattern is possessive and linear, so no text makes it slow. What sqlglot and an engine could read
differently (prefixed literals, escapes, dollar quotes, nested comments, odd spaces) is refused here, for the
text that comes in and for the text that goes out.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from sqlglot.dialects.dialect import Dialect as SqlglotDialect

from sqlgen.contracts import Dialect
from sqlgen.guard.functions import UNITS
from sqlgen.guard.violation import GuardViolation

MAX_LENGTH: Final = 100_000
MAX_DEPTH: Final = 40  # brackets and CASE … END, one inside the other
MAX_PARTS: Final = 16_000  # words, numbers, literals and brackets
MAX_JOINS: Final = 24
MAX_SELECTS: Final = 80
MAX_SET_OPERATIONS: Final = 24
# sqlglot's parser takes exponential time over joins that still wait for their condition.
MAX_OPEN_JOINS: Final = 5
MAX_PREFIX_RUN: Final = 6
# sqlglot reads `date(…)` as a type first and as a function then: twice the work for each one inside another.
MAX_TYPED_DEPTH: Final = 5
MAX_LITERAL: Final = 2_000
MAX_NAME_BYTES: Final = 63  # PostgreSQL cuts longer names, and two names become one

_SPACE = r"[ \t\n]|\r\n"
_COMMENT = (
    r"--[\t\x20-\x7e]*+(?=\r?\n|\Z)"
    r"|/\*(?![+!])(?:[^*/\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\U0010ffff]|\*(?!/)|/(?!\*))*+\*/"
)
_TEXT = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff"  # never, not even in a literal
_NAMED = (
    r"\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f'\"`\\;$"
)
_AFTER = r"(?![A-Za-z0-9_'\"`$&]|\s*+')"
_NUMBER = r"(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]{1,3}+)?(?![A-Za-z0-9_'\"`$.])"
_WORD = r"[A-Za-z_][A-Za-z0-9_]*+(?!['\"`$&])"
_TYPED = r"(?i:DATE|TIME|TIMESTAMP|TIMESTAMPTZ|INTERVAL)(?=')"  # no prefix to any reader: DATE'2024-01-01'
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
_MORE = {"postgres": r"|!?~\*?+(?!~)", "duckdb": r"|//(?!\*)|==", "databricks": r"|<=>|=="}


def _token_pattern(dialect: str, *, comments: bool) -> str:
    layout = f"{_SPACE}|{_COMMENT}|{_TYPED}" if comments else " "
    more = _MORE[dialect].lstrip("|")
    operators = f"{more}|{_OPERATOR}" if more else _OPERATOR
    return f"{layout}|{_PLAIN[dialect]}|{_NUMBER}|{_WORD}|{operators}"


@dataclass(frozen=True, slots=True)
class _Patterns:
    given: re.Pattern[str]
    final: re.Pattern[str]
    quoted: re.Pattern[str]
    tail: re.Pattern[str]
    texts: str  # the marks of texts, names excluded


_PATTERNS: Final[dict[str, _Patterns]] = {
    dialect: _Patterns(
        given=re.compile(f"(?:{_token_pattern(dialect, comments=True)})*+"),
        final=re.compile(f"(?:{_token_pattern(dialect, comments=False)})*+"),
        quoted=re.compile(f"{_PLAIN[dialect]}|{_COMMENT}"),
        tail=re.compile(rf"(?:;|{_SPACE}|{_COMMENT})*+"),
        texts="'\"" if dialect == "databricks" else "'",
    )
    for dialect in _PLAIN
}
# An interval that is a text is whole, and as a type it has none: neither waits for a unit.
_MARKS = re.compile(r"[()]|(?i:::\s*+INTERVAL\b|\bINTERVAL\s*+')|[A-Za-z_][A-Za-z0-9_]*|[0-9]+")
_DEEPER = frozenset({"(", "CASE"})
_BACK = frozenset({")", "END"})
_READ_TWICE = frozenset(
    name.split()[-1]
    for dialect in map(SqlglotDialect.get_or_raise, _PLAIN)
    for name, token in dialect.tokenizer_class.KEYWORDS.items()
    if token in dialect.parser_class.TYPE_TOKENS
) | {"LATERAL", "SORT_ARRAY", *UNITS}  # YEAR(…) behind INTERVAL: no unit came after all
_JOINS = frozenset({"JOIN", "STRAIGHT_JOIN", "APPLY"})  # sqlglot reads the last two in every dialect
_FROM, _SELECT, _LIMIT, _FROM_FIRST, _AMOUNTLESS = 1, 2, 4, 8, 16
_AMOUNTED = frozenset({"LIMIT", "OFFSET", "FETCH"})
_CONDITIONS = frozenset({"ON", "USING"})
_SETS = frozenset({"UNION", "INTERSECT", "EXCEPT", "MINUS"})
# Without this, sqlglot reads many a statement as an opaque command, and logs it.
_OPENING = frozenset({"SELECT", "WITH", "FROM", "TABLE", "("})
_PREFIXES = frozenset({"NOT", "ANY", "ALL", "SOME", "ARRAY", "MAP", "INTERVAL", "EXISTS", "DISTINCT"})
_PREFIX_RUN = re.compile(rf"(?:[-+]\s*+){{{MAX_PREFIX_RUN + 1}}}")
# Each cast of a cast costs a parser ten times as much as another sign.
_CAST_RUN = re.compile(rf"(?:::\s*+[A-Za-z_0-9]++\s*+(?:\([0-9,\s]*+\)\s*+)?){{{MAX_PREFIX_RUN + 1}}}")
# Without their brackets these begin what sqlglot reads twice and we would not take.
_LONE = re.compile(r"(?i:\b(?:IF|ARRAY|MAP)\b)(?!\s*+\()")
# CAST(x AS DATE FORMAT 'text'), which is no SQL to our engines and which sqlglot makes a call of, its letters changed.
_CAST_FORMAT = re.compile(r"(?i:\bFORMAT)\s*+'")
# Quotes stand for the literals that were there. Two of them are one text to some readers, comment or not between.
_ADJACENT = re.compile(r"'\s++'")
# sqlglot would cut "1 day ago" down to one day, and say nothing.
_INTERVAL = re.compile(r"(?i:\bINTERVAL)\s*+('++)")
_AMOUNTS = re.compile(
    r"\s*+[-+]?[0-9]{1,9}+\s*+(?:[A-Za-z]++(?:\s++[-+]?[0-9]{1,9}+\s++[A-Za-z]++){0,5}+\s*+)?"
)


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
    _check_shape(text, patterns)
    return text


def scan_final(sql: str, dialect: Dialect) -> str:
    """The same for rebuilt text, where no comment or line break may be; gives it without what stands in quotes."""
    patterns = _PATTERNS[dialect]
    read = patterns.final.match(sql)
    end = read.end() if read else 0
    if end < len(sql) or len(sql) > 4 * MAX_LENGTH:
        raise GuardViolation("final_check", "The rebuilt SQL holds a part the guard cannot vouch for.")
    bare = patterns.quoted.sub(lambda quoted: "'" if quoted.group()[0] in patterns.texts else " ", sql)
    shape = _Shape(0)
    for found in _MARKS.finditer(bare):
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
    if mark.isascii() and (mark.isalnum() or mark == "_"):
        return GuardViolation(
            "forbidden_literal", "A word or number here runs into a quote or another word.", at
        )
    return GuardViolation("forbidden_character", f"The character {mark!a} may not stand here.", at)


@dataclass(slots=True)
class _Shape:
    """What was met so far of the things that make a parser's work grow."""

    parts: int
    before: str = ""
    depth: int = 0
    joins: int = 0
    open_joins: int = 0
    selects: int = 0
    sets: int = 0
    run: int = 0  # prefixes in a row
    typed: int = 0  # open brackets that stand behind the name of a type
    seen: int = 0  # FROM, SELECT, LIMIT and INTERVAL in the brackets that are open now
    limits: int = 0  # brackets opened behind a LIMIT
    waiting: int = 0  # joins that wait for their condition in the brackets that are open now
    opened: list[tuple[bool, int, int]] = field(default_factory=list)

    def meet(self, word: str) -> None:
        self.parts += 1
        self.run = self.run + 1 if word in _PREFIXES else 0
        if word in _DEEPER:
            self.depth += 1
            if word == "(":
                self._open()
        elif word in _BACK:
            self.depth -= 1
            if word == ")" and self.opened:
                twice, self.seen, self.waiting = self.opened.pop()
                self.typed -= twice
        elif word in _JOINS:
            self.joins += 1
            self._join(without=word == "JOIN" and self.before in ("CROSS", "NATURAL"))
        elif word in _CONDITIONS:
            self.open_joins -= self.waiting > 0
            self.waiting -= self.waiting > 0
        elif word == "SELECT":
            self.selects += 1
            self.seen |= _SELECT
        elif word == "FROM":
            self.seen |= _FROM if self.seen & _SELECT else _FROM | _FROM_FIRST
        elif word == "INTERVAL" and self.before != "AS":
            self.seen |= _AMOUNTLESS
        elif word in UNITS:
            self.seen &= ~_AMOUNTLESS
        elif word in _AMOUNTED:
            self.seen |= _LIMIT
        elif word in _SETS:
            self.sets += 1
            self.seen = 0
        self.before = word

    def _join(self, *, without: bool) -> None:
        """A join waits for its condition, unless it is `without` one; where no FROM was, nothing ends its waiting."""
        if not self.seen & _FROM:
            self.open_joins += 1
        elif not without:
            self.open_joins += 1
            self.waiting += 1

    def _open(self) -> None:
        """sqlglot reads twice what stands in brackets behind a type, a bare INTERVAL, or a FROM before its SELECT."""
        twice = self.before in _READ_TWICE or bool(self.seen & (_FROM_FIRST | _AMOUNTLESS))
        self.opened.append((twice, self.seen, self.waiting))
        self.typed += twice
        self.limits += bool(self.seen & _LIMIT)
        self.seen = self.waiting = 0

    def excess(self) -> tuple[str, str] | None:
        """The code and message of the first bound that is passed."""
        if self.limits:
            return "forbidden_limit", "LIMIT takes one whole number."
        if self.depth > MAX_DEPTH or self.run > MAX_PREFIX_RUN or self.typed > MAX_TYPED_DEPTH:
            return "too_deep", "The SQL is nested too deep."
        if self.joins > MAX_JOINS or self.open_joins > MAX_OPEN_JOINS:
            return "too_many_joins", f"{MAX_JOINS} joins may stand, each with its condition behind it."
        if self.selects > MAX_SELECTS or self.sets > MAX_SET_OPERATIONS or self.parts > MAX_PARTS:
            return "too_large", "The SQL has too many parts, or too many queries inside it."
        return None


def _check_shape(text: str, patterns: _Patterns) -> None:
    """Refuse what does not open as a query, and sizes that would make the parser work too long."""
    bare, literals = patterns.quoted.subn(lambda quoted: _blank(quoted, patterns.texts), text)
    adjacent = _ADJACENT.search(bare)
    if adjacent:
        raise GuardViolation("forbidden_literal", "Two texts may not stand side by side.", adjacent.start())
    shape = _Shape(literals + bare.count(","))
    for found in _MARKS.finditer(bare):
        word = found.group().upper()
        if not shape.before and word not in _OPENING:
            raise GuardViolation("not_a_query", "Only a query may run.", found.start())
        shape.meet(word)
        excess = shape.excess()
        if excess is not None:
            raise GuardViolation(*excess, found.start())
    for found in _INTERVAL.finditer(bare):
        if not _AMOUNTS.fullmatch(text, found.start(1) + 1, found.end(1) - 1):
            raise GuardViolation(
                "forbidden_unit", "Write an interval as a number and a unit.", found.start(1)
            )
    lone = _LONE.search(bare)
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


def _blank(quoted: re.Match[str], texts: str) -> str:
    part = quoted.group()
    if part[0] not in "-/" and len(part) > MAX_LITERAL:
        raise GuardViolation("too_long", f"One literal may have {MAX_LITERAL} characters.", quoted.start())
    return ("'" if part[0] in texts else " ") * len(part)
