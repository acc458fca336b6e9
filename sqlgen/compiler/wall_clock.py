"""Calendar functions told an instant: which hour, day or month it is depends on a zone.

An engine takes its session's, so that the same definition would count other rows elsewhere. Here every such instant
is brought to the portal's wall clock first.
"""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from sqlglot import exp

from sqlgen.compiler import nodes
from sqlgen.compiler.types import Family

FamilyOf = Callable[[exp.Expr], Family]

_CALENDAR = (
    *(exp.Hour, exp.Minute, exp.Second, exp.Quarter, exp.Dayname, exp.Monthname, exp.LastDay, exp.ToChar),
    # What YEAR, MONTH, WEEKOFYEAR, DAYOFWEEK, TO_DATE and DATE_FORMAT are read as holds one of these.
    *(exp.TsOrDsToDate, exp.TsOrDsAdd, exp.TimeStrToTime, exp.TimestampTrunc, exp.DateTrunc),
)


def on_the_wall_clock(tree: exp.Expr, family_of: FamilyOf, zone: ZoneInfo) -> exp.Expr:
    """The expression with the instants in its calendar functions as local times; changes `tree`."""
    for column in list(tree.find_all(exp.Column)):
        if column.parent and _needs_a_zone(column.parent) and family_of(column) is Family.INSTANT:
            column.replace(nodes.in_zone(column.copy(), Family.INSTANT, zone))
    return tree


def _needs_a_zone(function: exp.Expr) -> bool:
    if isinstance(function, exp.Extract):
        return function.name.upper() != "EPOCH"
    if isinstance(function, exp.Cast):
        return function.is_type(exp.DType.DATE)
    return isinstance(function, _CALENDAR)
