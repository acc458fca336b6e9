"""Reads the text before any parser does: which characters, literals and sizes may reach the parser at all.

What sqlglot and an engine could read differently (prefixed literals, escapes, dollar quotes, nested comments, odd
spaces) is refused here, for the text that comes in and for the text that goes out.
"""

import re
from typing import Final

from sqlgen.contracts import Dialect
from sqlgen.guard.colons import without_paths
from sqlgen.guard.costly import MAX_LISTED_IN_LAMBDA, too_long_in_lambda, too_many_names, too_many_places
from sqlgen.guard.misread import check_words
from sqlgen.guard.shape import MAX_TYPED_DEPTH, TOO_LARGE, Shape
from sqlgen.guard.sided import without_condition
from sqlgen.guard.tokens import PATTERNS, PLACES
from sqlgen.guard.violation import GuardViolation

MAX_LENGTH: Final = 100_000
MAX_LITERAL: Final = 2_000
SHORT_LITERAL: Final = 256  # each character of a longer one is a part: a format or path is read bit by bit
PATH_PARTS: Final = 20
MAX_NAME_BYTES: Final = 63  # PostgreSQL cuts longer names, and two names become one

# A comment is space in which its first character is this one, which no text may hold.
_COMMENTED = "\x0c"
# Literals, quoted names, comments, commas and operators: what does not nest.
_SMALL = rf"'++|\"++|[-,.:=<>+*/%|&~!#@{_COMMENTED}]"
# An interval that is a text is whole, and as a type it has none: neither waits for a unit.
_MARKS = re.compile(
    rf"{PLACES}|\[\]|[()\[\]{{}}]|(?i:::\s*+INTERVAL\b|\bINTERVAL\s*+')|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|(?P<small>{_SMALL})"
)
_BRACKETS = (
    "[ ] holds a place, which is a whole number, or two (x[1], x[1:2]), or a list of values behind ARRAY "
    "or, in DuckDB, where a value begins (ARRAY['a', 'b'], ['a', 'b']), with no further [ behind it."
)
# Without this, sqlglot reads many a statement as an opaque command, and logs it.
_OPENING = frozenset({"SELECT", "WITH", "FROM", "TABLE", "("})
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
    patterns = PATTERNS[dialect]
    read = patterns.given.match(sql)
    end = read.end() if read else 0
    if end < len(sql) and not patterns.tail.fullmatch(sql, end):
        raise _unreadable(sql, end)
    text = sql[:end]
    bare = _check_shape(text, dialect)
    alone = without_condition(bare, dialect)
    if alone is not None:
        which = "LEFT, RIGHT and FULL JOIN take" if dialect == "databricks" else "JOIN takes"
        raise GuardViolation(
            "missing_join_condition", f"{which} a condition: ON TRUE, say, or CROSS JOIN.", alone
        )
    return text


def scan_final(sql: str, dialect: Dialect) -> str:
    """The same for rebuilt text, where no comment or line break may be; gives it without what stands in quotes."""
    patterns = PATTERNS[dialect]
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
    return without_paths(bare) if dialect == "databricks" else bare


def _unreadable(text: str, at: int) -> GuardViolation:
    mark = text[at]
    if mark == ";":
        return GuardViolation("multiple_statements", "Send one statement.", at)
    if mark in "'\"`" or text[at : at + 2] in ("$$", "/*", "--"):
        return GuardViolation(
            "forbidden_literal", "A literal, name or comment here is open, prefixed, escaped or nested.", at
        )
    if mark == "[":
        return GuardViolation("forbidden_character", _BRACKETS, at)
    if text[at : at + 2] in ("->", "#>"):
        return GuardViolation(
            "forbidden_character",
            "Behind an arrow into JSON stands one plain name: (x -> 'a'), (x ->> 'a').",
            at,
        )
    if mark in "$:{" and "{" not in text[:at]:
        return GuardViolation(
            "forbidden_character",
            f"The character {mark!a} may not stand here: write the value that is meant.",
            at,
        )
    if mark.isascii() and (mark.isalnum() or mark == "_"):
        return GuardViolation(
            "forbidden_literal", "A word or number here runs into a quote or another word.", at
        )
    return GuardViolation("forbidden_character", f"The character {mark!a} may not stand here.", at)


def _check_shape(text: str, dialect: Dialect) -> str:
    """Refuse what does not open as a query, and sizes that would make the parser work too long; gives the text
    without what stands in quotes and comments."""
    patterns = PATTERNS[dialect]
    bare = patterns.quoted.sub(lambda quoted: _blank(quoted, patterns.texts), text)
    adjacent = _ADJACENT.search(bare)
    if adjacent:
        raise GuardViolation("forbidden_literal", "Two texts may not stand side by side.", adjacent.start())
    _count(bare, text)
    for found in _INTERVAL.finditer(bare):
        if not patterns.amounts.fullmatch(text, found.start(1) + 1, found.end(1) - 1):
            raise GuardViolation(
                "forbidden_unit", "Write an interval as a number and a unit.", found.start(1)
            )
    _check_costs(bare)
    check_words(bare, dialect)
    return bare


def _count(bare: str, text: str) -> None:
    """Count words and marks; refuse a text that has too many, or opens as something else than a query."""
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


def _check_costs(bare: str) -> None:
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


def _parts(found: re.Match[str], text: str) -> int:
    """How much one small mark counts: sqlglot reads a path into JSON by a parser of its own."""
    mark, start = found.group(), found.start()
    if mark[0] == "'":
        path = text.startswith(("$.", "$["), start + 1) or "->" in text[max(0, start - 4) : start]
        return 1 + max(0, len(mark) - SHORT_LITERAL) + (PATH_PARTS if path else 0)
    return 1


def _blank(quoted: re.Match[str], texts: str) -> str:
    part = quoted.group()
    if part[0] not in "-/" and len(part) > MAX_LITERAL:
        raise GuardViolation("too_long", f"One literal may have {MAX_LITERAL} characters.", quoted.start())
    if part[0] in "-/":
        return _COMMENTED.ljust(len(part))
    return ("'" if part[0] in texts else '"') * len(part)
