"""Structures that a query makes: `{'a': x}` and STRUCT_PACK(a := x) in DuckDB, STRUCT(x, y AS b) in Databricks SQL.

Their fields are read again where the text shows them: MAX(STRUCT(ts, status)).status. PostgreSQL has ROW(a, b) only.
"""

import re
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.marks import UNNAMED
from sqlgen.guard.violation import GuardViolation

MAX_FIELDS: Final = 64

_FIELD: Final = re.compile("[A-Za-z_][A-Za-z0-9_]{0,62}")
_REFUSED: Final = GuardViolation(
    "forbidden_node",
    f"A structure has at most {MAX_FIELDS} fields, each with a plain name of its own: STRUCT(x AS a, y AS b) on "
    "Databricks, {'a': x, 'b': y} in DuckDB.",
)


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
