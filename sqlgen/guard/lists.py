"""Lists that are written out: `ARRAY['a', 'b']`, `['a', 'b']`, ARRAY('a', 'b').

A list that is only compared with is rebuilt as what it says, so that no engine reads it at all: `x = ANY (ARRAY['a',
'b'])` and `x = ANY ('{a,b}')` become `x IN ('a', 'b')`. Others are lists of plain values, flat and short.
"""

import re
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text
from sqlgen.guard.searched import contains
from sqlgen.guard.swap import swap
from sqlgen.guard.violation import GuardViolation

MAX_LISTED: Final = 1_000
MAX_UNFOLDED: Final = 8_000  # values of all lists that are compared with; '{a,b}' is one part to the scanner
MAX_PERCENTILES: Final = 16

# A value in '{a,b}' that PostgreSQL reads as it stands: no double quote, brace, backslash or comma in it.
_BRACED_VALUE = re.compile(r"[^\x00-\x20\"{},\\]+(?: +[^\x00-\x20\"{},\\]+)*")
# Where percentiles are listed.
_PERCENTILES: Final[dict[type[exp.Expr], tuple[str, ...]]] = {
    exp.Quantile: ("quantile",),
    exp.ApproxQuantile: ("quantile",),
    exp.PercentileCont: ("this", "expression"),
    exp.PercentileDisc: ("this", "expression"),
}
_BRACKETS: Final = "value_constructor"  # sqlglot sets it, to true or false, for [ ] and not for ARRAY( )
_WRITTEN: Final[dict[Dialect, str]] = {
    "postgres": "ARRAY['a', 'b']",
    "duckdb": "['a', 'b']",
    "databricks": "ARRAY('a', 'b')",
}
_OPENED = re.compile(r"(?i:\bARRAY)\s*+\[")
_QUANTIFIED: Final = frozenset({"ALL", "SOME"})
# A row; or another comparison, to which `a = b = ANY (…)` belongs in sqlglot and not in DuckDB.
_UNCLEAR: Final = (exp.Tuple, exp.Predicate)
_COMPARING: Final = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE)
# What makes a list in PostgreSQL; a column may hold one.
_LISTS: Final = (exp.ArrayAgg, exp.StringToArray, exp.Column, exp.ArrayRemove)


def name_quantifiers(root: exp.Expr) -> None:
    """sqlglot takes `ALL (x)` and `SOME (x)` of no query for calls: make them what they are to PostgreSQL."""
    for node in list(root.find_all(exp.Anonymous)):
        called = node.name.upper()
        if called in _QUANTIFIED and len(node.expressions) == 1 and isinstance(node.parent, _COMPARING):
            kind = exp.All if called == "ALL" else exp.Any
            swap(node, kind(this=exp.Paren(this=node.expressions[0])))


def check_brackets(root: exp.Expr, text: str, dialect: Dialect) -> None:
    """sqlglot reads `[1]` as a list in PostgreSQL too, which has ARRAY[1] only; raises GuardViolation."""
    written = sum(not is_of_query(node) for node in root.find_all(exp.Array)) if dialect == "postgres" else 0
    if written > len(_OPENED.findall(text)):
        raise GuardViolation("forbidden_node", f"In postgres a list is written {_WRITTEN[dialect]}.")


def is_of_query(node: exp.Expr) -> bool:
    """PostgreSQL's ARRAY(SELECT …): the list of the rows of a query, as ARRAY_AGG makes it."""
    held = node.expressions[0] if isinstance(node, exp.Array) and len(node.expressions) == 1 else None
    return isinstance(held, exp.Select | exp.SetOperation) and _BRACKETS not in node.args


def unfold(root: exp.Expr, dialect: Dialect) -> None:
    """Write `= ANY` and `<> ALL` of a written list as IN, and a cast of a list as a list of casts."""
    if dialect == "databricks":
        return
    unfolded = 0
    for node in list(root.find_all(exp.Any, exp.All)):
        around = node.parent
        wanted = exp.EQ if isinstance(node, exp.Any) else exp.NEQ
        if type(around) is not wanted or node.arg_key != "expression" or isinstance(around.this, _UNCLEAR):
            continue
        values = written_values(node.this, dialect, braced=dialect == "postgres")
        unfolded += len(values)
        if unfolded > MAX_UNFOLDED:
            return
        if values:
            compared = around.this
            listed: exp.Expr = exp.In(this=exp.Paren(this=compared), expressions=values)
            if isinstance(compared, exp.Column | exp.Literal | exp.Func | exp.Paren):
                listed.set("this", compared)
            swap(around, exp.Paren(this=listed if wanted is exp.EQ else exp.Not(this=listed)))
    for cast in list(root.find_all(exp.Cast)):
        values = written_values(cast, dialect) if type(cast) is exp.Cast else []
        if values:
            swap(cast, exp.Array(expressions=values, value_constructor=False))


def written_values(node: exp.Expr, dialect: Dialect, *, braced: bool = False) -> list[exp.Expr]:
    """The values of a list that is written out, cast as the list is; none for anything else."""
    node = node.unnest()
    if isinstance(node, exp.Cast):
        kind = node.to
        if type(node) is not exp.Cast:  # TRY_CAST gives NULL for what is no such value
            return []
        if kind.args["this"] != exp.DType.ARRAY or len(kind.expressions) != 1 or kind.args.get("values"):
            return []
        values = written_values(node.this, dialect, braced=braced)
        # A list in a list has another cast. PostgreSQL casts each value by itself; DuckDB makes them one kind before
        # that: [2.5, 1]::TEXT[] is 2.5 and 1.0.
        mixed = dialect == "duckdb" and len(set(map(_kind, values)) - {None}) > 1
        if mixed or not all(is_plain(value) for value in values):
            return []
        return [exp.Cast(this=value, to=kind.expressions[0].copy()) for value in values]
    if braced and is_text(node):
        return _of_braces(node.name)
    fits = isinstance(node, exp.Array) and not _odd(node) and not _foreign(node, dialect)
    return list(node.expressions) if fits else []


def is_plain(value: exp.Expr) -> bool:
    """A number, text, truth or NULL that is written out."""
    value = value.this if isinstance(value, exp.Neg) else value
    return isinstance(value, exp.Literal | exp.Boolean | exp.Null)


def _kind(value: exp.Expr) -> str | None:
    """What a plain value is by itself; decimals with as many digits behind the point are of one kind. None of NULL."""
    value = value.this if isinstance(value, exp.Neg) else value
    if not isinstance(value, exp.Literal) or value.is_string:
        return None if isinstance(value, exp.Null) else "text" if isinstance(value, exp.Literal) else "truth"
    if "e" in value.name.lower():
        return "double"
    return f"{len(value.name.partition('.')[2])} digits"


def _of_braces(text: str) -> list[exp.Expr]:
    """'{a,b}' as PostgreSQL reads it; none where it is not as plain as that."""
    if not (text.startswith("{") and text.endswith("}")):
        return []
    values = [value.strip(" ") for value in text[1:-1].split(",")]
    plain = all(_BRACED_VALUE.fullmatch(value) and value.upper() != "NULL" for value in values)
    return [exp.Literal.string(value) for value in values] if plain else []


_SEARCHES: Final = (exp.ArrayOverlaps, exp.ArrayContainsAll, exp.ArrayContainedBy)


def name_overlaps(root: exp.Expr, dialect: Dialect) -> None:
    """DuckDB: write LIST_HAS_ANY and LIST_HAS_ALL by their names; sqlglot would write operators."""
    for node in list(root.find_all(*_SEARCHES)) if dialect == "duckdb" else ():
        sides = [node.this, node.expression]
        called = "LIST_HAS_ANY" if isinstance(node, exp.ArrayOverlaps) else "LIST_HAS_ALL"
        swap(
            node,
            exp.Anonymous(
                this=called, expressions=sides[::-1] if isinstance(node, exp.ArrayContainedBy) else sides
            ),
        )


def of_lists(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PostgreSQL's `@>`, `<@` and `&&` search texts that are JSON, ranges and shapes too: here, lists."""
    sides = [side.unnest() for side in (node.this, node.expression)]
    searched = dialect == "postgres" or (dialect == "duckdb" and not isinstance(node, exp.ArrayOverlaps))
    if dialect == "postgres" and contains(node):
        return None
    if not searched or all(isinstance(side, (exp.Array, exp.Filter, *_LISTS)) for side in sides):
        return None
    return GuardViolation(
        "forbidden_node",
        "Lists that are written out or made here stand beside @>, <@ and &&; so do a JSON text without long numbers "
        "beside a column, and DATERANGE(a, b) beside a day.",
    )


def written_list(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why a list may not be written as it is; None where it may."""
    around = type(node.parent) if node.parent is not None else exp.Expr
    if node.arg_key in _PERCENTILES.get(around, ()):
        return _percentiles(node)
    if isinstance(node.parent, tuple(_PERCENTILES)):
        return GuardViolation("forbidden_node", "A percentile is taken of a column, not of a list.")
    if dialect == "postgres" and is_of_query(node):
        return None
    if _foreign(node, dialect):
        return GuardViolation("forbidden_node", f"In {dialect} a list is written {_WRITTEN[dialect]}.")
    if _odd(node) or len(node.expressions) > MAX_LISTED:
        return GuardViolation(
            "forbidden_node",
            f"A list is written as at most {MAX_LISTED} values, none of which is a list, row or query.",
        )
    return None


def _foreign(node: exp.Expr, dialect: Dialect) -> bool:
    """Written as another dialect writes a list."""
    return (_BRACKETS in node.args) == (dialect == "databricks")


def _odd(node: exp.Expr) -> bool:
    """sqlglot writes a list of one query as the list of its rows; a part of a list is no value; rows have no bound."""
    return bool(node.args.get("value_constructor")) or any(
        isinstance(value.unnest(), exp.Query | exp.Slice | exp.Tuple | exp.Array | exp.Star)
        for value in node.expressions
    )


def _percentiles(node: exp.Expr) -> GuardViolation | None:
    """PERCENTILE(x, ARRAY(0.25, 0.5)): the answer is a list as long as this one."""
    shares = node.expressions
    if 0 < len(shares) <= MAX_PERCENTILES and all(isinstance(share, exp.Literal) for share in shares):
        return None
    return GuardViolation("forbidden_literal", f"Write the percentiles as at most {MAX_PERCENTILES} numbers.")


def quantified(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """ANY and ALL take a query, a list in brackets, and in PostgreSQL what makes a list there."""
    held = node.this
    if isinstance(held, exp.Subquery | exp.Tuple | exp.Query):
        return None
    held = held.unnest()
    around = node.parent
    if dialect == "duckdb" and isinstance(around, _COMPARING) and isinstance(held, exp.Column):
        return None
    if dialect == "postgres" and node.arg_key == "expression":
        if isinstance(around, _COMPARING):
            held = held.this if isinstance(held, exp.Filter) else held
            if isinstance(held, (exp.Array, *_LISTS)):
                return None
        elif isinstance(around, exp.Like | exp.ILike) and isinstance(held, exp.Array):
            return None
    return GuardViolation(
        "forbidden_node",
        "ANY and ALL take a query or a list that is written out: x = ANY (…), x <> ALL (…). Or write IN (…).",
    )
