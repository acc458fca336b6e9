"""How many days two bounds of a series can be apart, read from their text alone.

A bound is a date that is written out, or today, and what is added to it. A month has 28 to 31 days, so a bound is a
range of days; the range is never too small.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from sqlglot import exp

from sqlgen.guard.literals import is_text, is_whole

_DATE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?: 00:00(?::00)?)?")
_AMOUNT: Final = re.compile("-?[0-9]{1,6}")
_AMOUNT_AND_UNIT: Final = re.compile("(-?[0-9]{1,6}) ([A-Za-z]{1,8})")
_MOST_DAYS: Final = 150_000  # from today: 400 years
_MOMENTS: Final = frozenset(
    {
        *(exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ),
        *(exp.DType.TIMESTAMPLTZ, exp.DType.TIMESTAMPNTZ),
    }
)
_DAYS: Final = {"DAY": 1, "DAYS": 1, "WEEK": 7, "WEEKS": 7}
_MONTHS: Final = {"MONTH": 1, "MONTHS": 1, "QUARTER": 3, "QUARTERS": 3, "YEAR": 12, "YEARS": 12}
# How far back the beginning of one may lie.
_BEGINNINGS: Final = {
    "DAY": 1,
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


class Bound(NamedTuple):
    """The days a bound may fall on, counted from today, or from the first day of the first year."""

    low: int
    high: int
    from_today: bool


def bound_of(node: exp.Expr | None) -> Bound | None:
    """The days this may be; None where the text does not say, or names days that engines do not agree to have."""
    if isinstance(node, exp.Paren):
        return bound_of(node.this)
    if isinstance(node, exp.CurrentDate):
        return Bound(0, 0, from_today=True)
    if isinstance(node, exp.CurrentTimestamp | exp.Localtimestamp):
        return Bound(-1, 2, from_today=True)  # the date may be that of another zone
    if isinstance(node, exp.Cast | exp.Date | exp.TsOrDsToDate):
        return _as_moment(node)
    if isinstance(node, exp.TimestampTrunc | exp.DateTrunc):
        return _moved(bound_of(node.this), _back_to_the_beginning(node))
    if isinstance(node, exp.Add | exp.Sub):
        return _moved(bound_of(node.this), _added(node.expression, 1 if isinstance(node, exp.Add) else -1))
    if isinstance(node, exp.TsOrDsAdd | exp.TimestampAdd | exp.DateAdd | exp.AddMonths):
        return _moved(bound_of(node.this), _called(node))
    return None


def step_of(node: exp.Expr | None) -> Days | None:
    """How far one step goes; None for what is no interval of whole days or more."""
    if isinstance(node, exp.Interval):
        amount, unit = node.args.get("this"), node.args.get("unit")
        if isinstance(amount, exp.Literal) and isinstance(unit, exp.Var) and _AMOUNT.fullmatch(amount.name):
            return _units(int(amount.name), unit.name)
    if type(node) is exp.Cast and node.to.args["this"] == exp.DType.INTERVAL and is_text(node.this):
        written = _AMOUNT_AND_UNIT.fullmatch(node.this.name)
        return _units(int(written.group(1)), written.group(2)) if written else None
    return None


def whole_number(node: exp.Expr | None) -> int | None:
    """The whole number a node is, of at most nine digits and a sign."""
    if isinstance(node, exp.Neg):
        number = whole_number(node.this)
        return None if number is None else -number
    if isinstance(node, exp.Mul):  # sqlglot's own, of DATE_SUB(x, 30)
        one, other = whole_number(node.this), whole_number(node.expression)
        return None if one is None or other not in (1, -1) else one * other
    return int(node.name) if node is not None and not is_text(node) and is_whole(node) else None


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
    days = step_of(node) if number is None else Days(number, number)
    return None if days is None else days.times(sign)


def _called(node: exp.Expr) -> Days | None:
    """What a function of Databricks adds: DATE_ADD(day, 3), ADD_MONTHS(day, -12), DATEADD(MONTH, 3, day)."""
    amount = whole_number(node.expression)
    if amount is None:
        return step_of(node.expression) if node.args.get("unit") is None else None
    unit = node.args.get("unit")
    return _units(amount, "MONTH" if type(node) is exp.AddMonths else "DAY" if unit is None else unit.name)


def _back_to_the_beginning(node: exp.Expr) -> Days | None:
    """DATE_TRUNC('month', day): up to a month back. In a zone of its own it could be another day."""
    back = _BEGINNINGS.get(node.args["unit"].name.upper())
    return None if back is None or node.args.get("zone") is not None else Days(-back, 0)


def _as_moment(node: exp.Expr) -> Bound | None:
    """A date that is written out; or another bound, cast: the time of the day may fall away."""
    if isinstance(node, exp.Cast) and (type(node) is not exp.Cast or node.to.args["this"] not in _MOMENTS):
        return None
    if not isinstance(node.this, exp.Literal):
        return _moved(bound_of(node.this), Days(-1, 1))
    return written_day(node.this) if node.args.get("format") is None else None


def written_day(node: exp.Expr | None) -> Bound | None:
    """The day of a text like '2024-01-31'."""
    written = _DATE.fullmatch(node.name) if node is not None and is_text(node) else None
    if written is None:
        return None
    try:
        day = date.fromisoformat(written.group(1)).toordinal()
    except ValueError:  # the 30th of February
        return None
    return Bound(day, day, from_today=False)


def _moved(bound: Bound | None, days: Days | None) -> Bound | None:
    if bound is None or days is None:
        return None
    low, high = bound.low + days.low, bound.high + days.high
    first, last = (-_MOST_DAYS, _MOST_DAYS) if bound.from_today else (1, date.max.toordinal())
    return Bound(low, high, bound.from_today) if first <= low and high <= last else None
