"""Structures that a query makes: `{'a': x}` and STRUCT_PACK(a := x) in DuckDB, STRUCT(x, y AS b) in Databricks SQL.

Their fields are read again where the text shows them: MAX(STRUCT(ts, status)).status. PostgreSQL has ROW(a, b) only.
"""

import re
from typing import Any, Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.violation import GuardViolation

MAX_FIELDS: Final = 64
UNNAMED: Final = "unnamed_field"

_FIELD: Final = re.compile("[A-Za-z_][A-Za-z0-9_]{0,62}")
_REFUSED: Final = GuardViolation(
    "forbidden_node",
    f"A structure has at most {MAX_FIELDS} fields, each with a plain name of its own: STRUCT(x AS a, y AS b) on "
    "Databricks, {'a': x, 'b': y} in DuckDB.",
)


def keep_named(build: Any) -> Any:
    """Marks NAMED_STRUCT(x, y), which is none: sqlglot makes a name of a column."""

    def built(arguments: list[exp.Expr], **dialect: Any) -> exp.Expr:
        named = all(isinstance(name, exp.Literal) and name.is_string for name in arguments[::2])
        even = len(arguments) % 2 == 0
        node: exp.Expr = build(arguments, **dialect)
        if not (named and even):
            node.meta[UNNAMED] = True
        return node

    return built


def structure(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why a structure may not be made as it is; None where it may."""
    fields = node.expressions
    names = [field.this.name.lower() for field in fields if isinstance(field.this, exp.Identifier)]
    plain = len(names) == len(fields) == len(set(names)) and all(map(_FIELD.fullmatch, names))
    if plain and 0 < len(fields) <= MAX_FIELDS and UNNAMED not in node.meta:
        return None
    return _REFUSED


def field_of_one(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """`a := x` and `'a': x` stand in a structure."""
    return None if isinstance(node.parent, exp.Struct) else _REFUSED
