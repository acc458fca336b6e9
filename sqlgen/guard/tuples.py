"""Databricks' JSON_TUPLE(payload, 'a', 'b'): some columns of one row, which is never more than one.

It stands in the list of a SELECT. GET_JSON_OBJECT is not the same: of a key that comes twice it takes the first.
"""

import re
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text
from sqlgen.guard.violation import GuardViolation

MAX_KEYS: Final = 32
_KEY: Final = re.compile("[A-Za-z0-9_][A-Za-z0-9_ -]{0,62}")

IN_LIST: Final = GuardViolation(
    "forbidden_function",
    f"JSON_TUPLE(payload, 'a', 'b') AS (a, b) stands in the list of a SELECT, of at most {MAX_KEYS} plain keys. "
    "Or write GET_JSON_OBJECT(payload, '$.a').",
)


def is_tuple(node: exp.Expr | None) -> bool:
    """Whether a node is such a call."""
    return isinstance(node, exp.Anonymous) and node.name.upper() == "JSON_TUPLE"


def tuple_in_place(node: exp.Expr) -> GuardViolation | None:
    """Why it may not stand as it is; None where it may."""
    named = node.parent if isinstance(node.parent, exp.Aliases | exp.Alias) else node
    listed = isinstance(named.parent, exp.Select) and named.arg_key == "expressions"
    keys = node.expressions[1:]
    plain = 0 < len(keys) <= MAX_KEYS and all(is_text(key) and _KEY.fullmatch(key.name) for key in keys)
    names = named.expressions if isinstance(named, exp.Aliases) else keys
    fits = len(names) == len(keys) and (len(keys) == 1 or not isinstance(named, exp.Alias))
    return None if listed and plain and fits and not _beside(named) else IN_LIST


def several_names(node: exp.Expr, _: Dialect) -> GuardViolation | None:
    """Why an expression may not have several names; None where it makes as many columns."""
    return IN_LIST if isinstance(node.this, exp.Anonymous) and not is_tuple(node.this) else None


def _beside(item: exp.Expr) -> bool:
    """Whether anything stands in the list beside which Spark makes no rows: another generator, an aggregate."""
    others = item.parent.expressions if item.parent is not None else []
    return any(
        other.find(exp.AggFunc, exp.Explode, exp.Inline) is not None or any(map(is_tuple, other.walk()))
        for other in others
        if other is not item
    )


def columns_of_tuple(item: exp.Expr) -> list[str]:
    """The names of its columns."""
    if isinstance(item, exp.Aliases):
        return [name.name for name in item.expressions]
    if isinstance(item, exp.Alias):
        return [item.alias]
    return [f"c{number}" for number in range(len(item.expressions) - 1)]
