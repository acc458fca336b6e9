"""PostgreSQL reckons how far the bounds of stored ranges lie apart, hidden ones among them, while it plans.

For ranges of DECIMALs it makes a DOUBLE of that, and fails where there is none (`[1e400, 2e400)`), behind every fence.
"""

import re
from typing import Final

from sqlglot import exp

from sqlgen.guard.columns import Columns
from sqlgen.guard.position import position_of
from sqlgen.guard.violation import GuardViolation

_RANGE: Final = re.compile(r".*range")
_OF_WHOLE_STEPS: Final = re.compile(r"(?:int[48]|date|tstz|ts)(?:multi)?range")
_BESIDE: Final = (exp.Lower, exp.Upper, exp.Is)


def check_ranges(root: exp.Expr, columns: Columns) -> None:
    """Raise GuardViolation where a stored range is read for more than its bounds, and these may lie too far apart."""
    for column in root.find_all(exp.Column):
        bound = columns.owners.get(id(column))
        if bound is None or bound.source.table is None or isinstance(column.parent, _BESIDE):
            continue
        kind = bound.column.kind.strip().lower()
        if _RANGE.fullmatch(kind) and not _OF_WHOLE_STEPS.fullmatch(kind):
            raise GuardViolation(
                "unsupported",
                f"For viewers with row rules {column.name!a}, a {kind}, is read on PostgreSQL by its bounds only:"
                " LOWER(x), UPPER(x).",
                position_of(column),
            )
