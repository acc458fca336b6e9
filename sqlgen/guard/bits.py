"""Operators on bits: `a & 1`, `a | b`, `a ^ b`, `a # b`, `a << 2`.

PostgreSQL and DuckDB read all of them and `||` from the left, as sqlglot does, Spark `&` before `^` before `|`. So they
stand beside each other in brackets only.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.json_fields import FIELDS
from sqlgen.guard.violation import GuardViolation

BITS: Final = (
    *(exp.BitwiseAnd, exp.BitwiseOr, exp.BitwiseXor),
    *(exp.BitwiseLeftShift, exp.BitwiseRightShift),
)
_AS_STRONG: Final = (*BITS, exp.DPipe, exp.RegexpLike, exp.RegexpILike, *FIELDS)

_UNCLEAR: Final = GuardViolation("forbidden_node", "Put (x & 1) in brackets beside another such operator.")


def of_bits(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why an operator on bits may not stand as it does; None where it may."""
    beside = (node.this, node.expression, node.parent)
    return _UNCLEAR if any(isinstance(one, _AS_STRONG) for one in beside) else None
