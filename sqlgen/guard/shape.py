"""Counts what makes a parser's work grow, word by word: nesting, joins, queries, prefixes, what is read twice."""

from dataclasses import dataclass, field
from typing import Final

from sqlglot.dialects.dialect import Dialect as SqlglotDialect

from sqlgen.guard.units import UNITS

MAX_DEPTH: Final = 40  # brackets and CASE … END, one inside the other
# Words, numbers, literals, comments, commas, operators and brackets; what is read twice counts twice.
MAX_PARTS: Final = 14_000
MAX_JOINS: Final = 24
MAX_SELECTS: Final = 80
MAX_SET_OPERATIONS: Final = 24
# sqlglot's parser takes exponential time over joins that still wait for their condition.
MAX_OPEN_JOINS: Final = 5
MAX_PREFIX_RUN: Final = 6
# sqlglot reads `date(…)` as a type first and as a function then: twice the work for each one inside another.
MAX_TYPED_DEPTH: Final = 5

_DEEPER = frozenset({"(", "[", "{", "CASE"})
_BACK = frozenset({")", "]", "}", "END"})
_READ_TWICE = frozenset(
    name.split()[-1]
    for dialect in map(SqlglotDialect.get_or_raise, ("postgres", "duckdb", "databricks"))
    for name, token in dialect.tokenizer_class.KEYWORDS.items()
    if token in dialect.parser_class.TYPE_TOKENS
) | {"SORT_ARRAY", *UNITS}  # YEAR(…) behind INTERVAL: no unit came after all
_JOINS = frozenset({"JOIN", "STRAIGHT_JOIN", "APPLY"})  # sqlglot reads the last two in every dialect
_SOURCES = frozenset({"FROM", "JOIN"})  # behind these a bracket holds joins, or a query
_FROM, _SELECT, _LIMIT, _FROM_FIRST, _AMOUNTLESS, _LATERAL = 1, 2, 4, 8, 16, 32
_AMOUNTED = frozenset({"LIMIT", "OFFSET", "FETCH"})
_CONDITIONS = frozenset({"ON", "USING"})
_SETS = frozenset({"UNION", "INTERSECT", "EXCEPT", "MINUS"})
TOO_LARGE: Final = ("too_large", "The SQL has too many parts, or too many queries inside it.")
_PREFIXES = frozenset({"NOT", "ANY", "ALL", "SOME", "ARRAY", "MAP", "INTERVAL", "EXISTS", "DISTINCT"})


@dataclass(slots=True)
class Shape:
    """What was met so far of the things that make a parser's work grow."""

    parts: int = 0
    before: str = ""
    depth: int = 0
    joins: int = 0
    open_joins: int = 0
    selects: int = 0
    sets: int = 0
    run: int = 0  # prefixes in a row
    typed: int = 0  # open brackets that stand behind the name of a type
    seen: int = 0  # FROM, SELECT, LIMIT, INTERVAL and LATERAL in the brackets that are open now
    limits: int = 0  # brackets opened behind a LIMIT
    waiting: int = 0  # joins that wait for their condition in the brackets that are open now
    lists: int = 0  # that are open
    crossed: bool = False  # a bracket was closed by one of the other kind
    opened: list[tuple[str, bool, int, int]] = field(default_factory=list)

    def count(self, parts: int) -> bool:
        """Count what does not nest; whether it is too much."""
        self.parts += parts << self.typed
        return self.parts > MAX_PARTS

    def meet(self, word: str) -> None:
        """Count one word or bracket, in upper case."""
        self.parts += 1 << self.typed
        self.run = self.run + 1 if word in _PREFIXES else 0
        if word in _DEEPER or word in _BACK:
            self._nest(word)
        elif word in _JOINS:
            self.joins += 1
            self._join(without=word == "JOIN" and self.before in ("CROSS", "NATURAL"))
        elif word in _CONDITIONS:
            self.open_joins -= self.waiting > 0
            self.waiting -= self.waiting > 0
        else:
            self._note(word)
        self.before = word

    def _nest(self, word: str) -> None:
        self.depth += 1 if word in _DEEPER else -1
        if word in "([{":
            self._open(word)
        elif word in ")]}":
            self._close(word)

    def _close(self, word: str) -> None:
        if not self.opened:
            self.crossed |= word == "]"
            return
        opened, twice, self.seen, self.waiting = self.opened.pop()
        self.crossed |= opened + word not in ("()", "[]", "{}")
        self.lists -= opened == "["
        self.typed -= twice

    def _note(self, word: str) -> None:
        """What the brackets that are open now hold."""
        if word == "SELECT":
            self.selects += 1
            self.seen |= _SELECT
        elif word == "FROM":
            self.seen |= _FROM if self.seen & _SELECT else _FROM | _FROM_FIRST
        elif word == "INTERVAL" and self.before != "AS":
            self.seen |= _AMOUNTLESS
        elif word in UNITS:
            self.seen &= ~_AMOUNTLESS
        elif word == "LATERAL":
            self.seen |= _LATERAL
        elif word in _AMOUNTED:
            self.seen |= _LIMIT
        elif word in _SETS:
            self.sets += 1
            self.seen = 0

    def _join(self, *, without: bool) -> None:
        """A join waits for its condition, unless it is `without` one; where no FROM was, nothing ends its waiting."""
        if not self.seen & _FROM:
            self.open_joins += 1
        elif not without:
            self.open_joins += 1
            self.waiting += 1

    def _open(self, word: str) -> None:
        """sqlglot reads twice what stands in a list, and in brackets behind a type, a bare INTERVAL, LATERAL, or a
        FROM before its SELECT."""
        anew = _FROM_FIRST | _AMOUNTLESS | _LATERAL
        twice = word == "[" or self.before in _READ_TWICE or bool(self.seen & anew)
        joined = self.before in _SOURCES or (self.before == "(" and self.seen == _FROM)
        self.opened.append((word, twice, self.seen, self.waiting))
        self.lists += word == "["
        self.typed += twice
        self.limits += bool(self.seen & _LIMIT)
        self.seen, self.waiting = _FROM if joined else 0, 0

    def excess(self) -> tuple[str, str] | None:
        """The code and message of the first bound that is passed."""
        if self.limits:
            return "forbidden_limit", "LIMIT takes one whole number."
        if self.crossed:
            return "parse_error", "A bracket is not closed in its place."
        if self.lists > 1:
            return "too_deep", "A list stands in no other list."
        if self.depth > MAX_DEPTH or self.run > MAX_PREFIX_RUN or self.typed > MAX_TYPED_DEPTH:
            return "too_deep", "The SQL is nested too deep."
        if self.joins > MAX_JOINS or self.open_joins > MAX_OPEN_JOINS:
            return "too_many_joins", f"{MAX_JOINS} joins may stand, each with its condition behind it."
        if self.selects > MAX_SELECTS or self.sets > MAX_SET_OPERATIONS or self.parts > MAX_PARTS:
            return TOO_LARGE
        return None
