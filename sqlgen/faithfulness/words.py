"""Terms as words for a person: close to the SQL they stand for, without its quoting."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlgen.faithfulness.terms import Clause, Clauses, Term

_LONGEST = 300
_BETWEEN = {
    "eq": "=",
    "ne": "<>",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "add": "+",
    "sub": "-",
    "mul": "*",
    "div": "/",
    "and": "AND",
    "or": "OR",
}
_AFTER = {"isnull": "IS NULL", "notnull": "IS NOT NULL"}
_NAMES = {
    "distinct": "COUNT of distinct",
    "percentile": "PERCENTILE",
    "int_of_bool": "1 or 0 of",
    "double": "DOUBLE",
    "wide": "sum of sums, which must be cast to DOUBLE before it is divided,",
    "intdiv": "whole-number division of",
}


def term_in_words(term: Term, known: Clauses | None = None) -> str:
    """The term for a person, cut when it is long. With `known`, aggregates tell their other conditions."""
    text = _words(term, known)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def clause_in_words(clause: Clause) -> str:
    for term in clause:
        if len(clause) == 1 and term.op == "notnull" and _is_joined_key(term.args[0]):
            table = term.args[0].value[1]
            return f"an inner join that leaves out rows without {table} (a LEFT JOIN keeps them)"
    return " OR ".join(sorted(term_in_words(term) for term in clause)) or "no row"


def _is_joined_key(term: Term) -> bool:
    return term.op == "col" and bool(term.value[0]) and term.value[2] in term.value[0][-1][2]


def clauses_in_words(clauses: Iterable[Clause]) -> str:
    told = sorted(f"({text})" if " OR " in text else text for text in map(clause_in_words, clauses))
    text = " AND ".join(told)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _words(term: Term, known: Clauses | None = None) -> str:
    if term.size > _LONGEST:
        return "a long expression"
    if term.op in _LEAVES:
        return _LEAVES[term.op](term.value)
    args = [_words(arg, known) for arg in term.args]
    if term.op in _BETWEEN:
        return f" {_BETWEEN[term.op]} ".join(
            _bracketed(text, arg) for text, arg in zip(args, term.args, strict=True)
        )
    if term.op in _AFTER:
        return f"{args[0]} {_AFTER[term.op]}"
    if term.op == "agg":
        return _aggregate(term, args, known)
    return _function(term, args)


def _bracketed(text: str, term: Term) -> str:
    return f"({text})" if term.op in ("add", "sub", "div", "mul", "and", "or") else text


def _zoned(text: str, term: Term) -> str:
    return f"({text})" if term.op == "trunc" else text


def _aggregate(term: Term, args: list[str], known: Clauses | None) -> str:
    function, scan = term.value
    more = "" if known is None else clauses_in_words(scan.clauses - known)
    where = f" where {more}" if more else ""
    if function == "count":
        return f"COUNT(*{where})"
    return f"{_NAMES.get(function, function.upper())}({', '.join(args)}{where})"


def _function(term: Term, args: list[str]) -> str:
    inner = _zoned(args[0], term.args[0]) if term.op == "local" else ", ".join(args)
    if term.op == "opt":
        return args[0]
    if term.op in ("like", "notlike"):
        return f"{args[0]} {'NOT ' if term.op == 'notlike' else ''}LIKE {_pattern(term.value)}"
    written = _WRITTEN.get(term.op)
    return (
        written.format(inner, term.value) if written else f"{_NAMES.get(term.op, term.op.upper())}({inner})"
    )


_WRITTEN = {
    "not": "NOT {0}",
    "neg": "-{0}",
    "local": "{0} in the zone {1}",
    "trunc": "first day of the {1} of {0}",
    "part": "{1} of {0}",
    "cast": "{0} as {1}",
}


def _pattern(parts: tuple[str, ...]) -> str:
    """A pattern with its plain `%` and `_` behind a backslash."""
    plain = (part[1:].replace("%", "\\%").replace("_", "\\_") if part[0] == "=" else part for part in parts)
    return "'" + "".join(plain) + "'"


def _column(value: Any) -> str:
    path, table, name = value
    if not path:
        return str(name)
    by = [", ".join(ours) for ours, _, theirs in path if len(path) > 1 or ours != theirs]
    return f"{table.partition('.')[2]}.{name}" + (f" (joined by {', then '.join(by)})" if by else "")


def _literal(value: Any) -> str:
    kind, plain = value
    if kind == "text":
        return f"'{plain}'"
    if isinstance(plain, datetime):
        return f"{plain:%Y-%m-%d %H:%M:%S}{' UTC' if plain.tzinfo else ''}"
    if isinstance(plain, date):
        return plain.isoformat()
    if isinstance(plain, Decimal):
        return f"{plain:f}"
    return str(plain).upper() if plain is not None else "NULL"


_LEAVES: dict[str, Callable[[Any], str]] = {
    "col": _column,
    "lit": _literal,
    "key": lambda value: "a column of the answer",
    "unknown": lambda value: "something unknown",
}
