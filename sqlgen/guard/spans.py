"""How many days two bounds of a series can be apart, read from their text alone.

A bound is a date that is written out, or today, and what is added to it. A month has 28 to 31 days, so a bound is a
range of days; the range is never too small. What else a bound may be counted from (a stored day) the caller says.
"""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Final, NamedTuple

from sqlglot import exp

from sqlgen.guard.literals import is_text, is_whole

_DATE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?: ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?))?")
_AMOUNT: Final = re.compile("-?[0-9]{1,6}")
_AMOUNT_AND_UNIT: Final = re.compile("(-?[0-9]{1,6}) ([A-Za-z]{1,8})")
_MOST_DAYS: Final = 150_000  # from today: 400 years
MAX_DRIFT: Final = 36_600  # from a stored day: a century
_MOMENTS: Final = frozenset(
    {
        *(exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ),
        *(exp.DType.TIMESTAMPLTZ, exp.DType.TIMESTAMPNTZ),
    }
)
_DAYS: Final = {"DAY": 1, "DAYS": 1, "WEEK": 7, "WEEKS": 7}
_MINUTES: Final = {"MINUTE": 1, "MINUTES": 1, "HOUR": 60, "HOURS": 60}
_DAY: Final = 24 * 60
_MONTHS: Final = {"MONTH": 1, "MONTHS": 1, "QUARTER": 3, "QUARTERS": 3, "YEAR": 12, "YEARS": 12}
# How far back the beginning of one may lie.
_BEGINNINGS: Final = {
    **dict.fromkeys(("MINUTE", "HOUR", "DAY"), 1),
    "WEEK": 7,
    **dict.fromkeys(("MONTH", "MON", "MM"), 31),
    "QUARTER": 92,
    **dict.fromkeys(("YEAR", "YYYY", "YY"), 366),
}


class Days(NamedTuple):
    """At least and at most so many days; negative ones go back."""

    low: int
    high: int

    def times(self, sign: int) -> "Days":
        return self if sign > 0 else Days(-self.high, -self.low)


class Origin(Enum):
    """What the days of a bound are counted from."""

    CALENDAR = "the first day of the first year"
    TODAY = "today"
    STORED = "a stored day"


class Bound(NamedTuple):
    """The days a bound may fall on."""

    low: int
    high: int
    origin: Origin


Leaf = Callable[[exp.Expr], Bound | None]  # what a bound is that the text alone does not say


def bound_of(node: exp.Expr | None, leaf: Leaf | None = None) -> Bound | None:
    """The days this may be; None where nobody says, or it names days that engines do not agree to have."""
    if isinstance(node, exp.Paren):
        return bound_of(node.this, leaf)
    if isinstance(node, exp.CurrentDate):
        return Bound(0, 0, Origin.TODAY)
    if isinstance(node, exp.CurrentTimestamp | exp.Localtimestamp) or _is_now(node):
        return Bound(-1, 2, Origin.TODAY)  # the date may be that of another zone
    if isinstance(node, exp.Cast | exp.Date | exp.TsOrDsToDate):
        return _as_moment(node, leaf)
    if isinstance(node, exp.TimestampTrunc | exp.DateTrunc):
        return moved(bound_of(node.this, leaf), _back_to_the_beginning(node))
    if isinstance(node, exp.Add | exp.Sub):
        sign = 1 if isinstance(node, exp.Add) else -1
        return moved(bound_of(node.this, leaf), _added(node.expression, sign))
    if isinstance(node, exp.TsOrDsAdd | exp.TimestampAdd | exp.DateAdd | exp.AddMonths):
        return moved(bound_of(node.this, leaf), _called(node))
    return leaf(node) if leaf is not None and node is not None else None


def _is_now(node: exp.Expr | None) -> bool:
    """DuckDB's NOW(), for which sqlglot has no class there."""
    return isinstance(node, exp.Anonymous) and node.name.upper() == "NOW" and not node.expressions


def step_of(node: exp.Expr | None) -> Days | None:
    """How far one step goes; None for what is no interval of whole days or more."""
    amount, unit = _interval(node)
    return _units(amount, unit)


def minutes_of(node: exp.Expr | None) -> int | None:
    """How many minutes an interval of hours or minutes has; None for any other."""
    amount, unit = _interval(node)
    return amount * _MINUTES[unit.upper()] if unit.upper() in _MINUTES else None


def _interval(node: exp.Expr | None) -> tuple[int, str]:
    """The number and the unit of an interval; no unit where the text does not say."""
    if isinstance(node, exp.Interval):
        amount, unit = node.args.get("this"), node.args.get("unit")
        if isinstance(amount, exp.Literal) and isinstance(unit, exp.Var) and _AMOUNT.fullmatch(amount.name):
            return int(amount.name), unit.name
    if type(node) is exp.Cast and node.to.args["this"] == exp.DType.INTERVAL and is_text(node.this):
        written = _AMOUNT_AND_UNIT.fullmatch(node.this.name)
        return (int(written.group(1)), written.group(2)) if written else (0, "")
    return 0, ""


def whole_number(node: exp.Expr | None) -> int | None:
    """The whole number a node is, of at most nine digits and a sign."""
    if isinstance(node, exp.Neg):
        number = whole_number(node.this)
        return None if number is None else -number
    if isinstance(node, exp.Mul):  # sqlglot's own, of DATE_SUB(x, 30)
        one, other = whole_number(node.this), whole_number(node.expression)
        return None if one is None or other not in (1, -1) else one * other
    return int(node.name) if node is not None and is_whole(node) else None


def _units(amount: int, unit: str) -> Days | None:
    unit = unit.upper()
    size = abs(amount)
    if unit in _DAYS:
        return Days(size * _DAYS[unit], size * _DAYS[unit]).times(amount)
    if unit in _MONTHS:
        years, months = divmod(size * _MONTHS[unit], 12)
        return Days(365 * years + 28 * months, 366 * years + 31 * months).times(amount)
    return None


def _added(node: exp.Expr, sign: int) -> Days | None:
    number = whole_number(node)
    days = _reach(node) if number is None else Days(number, number)
    return None if days is None else days.times(sign)


def _reach(node: exp.Expr) -> Days | None:
    """How far an interval goes. Of hours it may fall short of the next day or reach into another, whatever the zone."""
    amount, unit = _interval(node)
    return _reckoned(amount, unit)


def _reckoned(amount: int, unit: str) -> Days | None:
    minutes = _MINUTES.get(unit.upper())
    if minutes is None:
        return _units(amount, unit)
    days = abs(amount) * minutes // _DAY
    return Days(max(0, days - 1), days + 2).times(amount)


def _called(node: exp.Expr) -> Days | None:
    """What a function of Databricks adds: DATE_ADD(day, 3), ADD_MONTHS(day, -12), DATEADD(MONTH, 3, day)."""
    amount = whole_number(node.expression)
    if amount is None:
        return _reach(node.expression) if node.args.get("unit") is None else None
    unit = node.args.get("unit")
    return _reckoned(amount, "MONTH" if type(node) is exp.AddMonths else "DAY" if unit is None else unit.name)


def _back_to_the_beginning(node: exp.Expr) -> Days | None:
    """DATE_TRUNC('month', day): up to a month back. In a zone of its own it could be another day."""
    back = _BEGINNINGS.get(node.args["unit"].name.upper())
    return None if back is None or node.args.get("zone") is not None else Days(-back, 0)


def _as_moment(node: exp.Expr, leaf: Leaf | None) -> Bound | None:
    """A date that is written out; or another bound, cast: the time of the day may fall away."""
    if isinstance(node, exp.Cast) and (type(node) is not exp.Cast or node.to.args["this"] not in _MOMENTS):
        return None
    if not isinstance(node.this, exp.Literal):
        return moved(bound_of(node.this, leaf), Days(-1, 1))
    return written_day(node.this) if node.args.get("format") is None else None


def written_day(node: exp.Expr | None) -> Bound | None:
    """The day of a text like '2024-01-31', or that and the next where a time of the day stands behind it."""
    written = _DATE.fullmatch(node.name) if node is not None and is_text(node) else None
    if written is None:
        return None
    try:
        day = date.fromisoformat(written.group(1)).toordinal()
    except ValueError:  # the 30th of February
        return None
    late = (written.group(2) or "").strip("0:") != ""
    return Bound(day, day + late, Origin.CALENDAR)


_EDGES: Final = {
    Origin.CALENDAR: (1, date.max.toordinal()),
    Origin.TODAY: (-_MOST_DAYS, _MOST_DAYS),
    Origin.STORED: (-MAX_DRIFT, MAX_DRIFT),
}


def moved(bound: Bound | None, days: Days | None) -> Bound | None:
    """A bound so many days on; None past all days a bound may be."""
    if bound is None or days is None:
        return None
    low, high = bound.low + days.low, bound.high + days.high
    first, last = _EDGES[bound.origin]
    return Bound(low, high, bound.origin) if first <= low and high <= last else None
