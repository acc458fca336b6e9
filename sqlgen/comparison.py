"""What a window is compared with: the period before it, or the same days a year before."""

from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from sqlgen.calendar import add_months
from sqlgen.contracts import Comparison, Window
from sqlgen.windows import COMPLETE, days_of, in_whole_days, last_of, midnight, of_days

_STEP_MONTHS = {"mtd": 1, "month_to_yesterday": 1, "qtd": 3, "ytd": 12}


def compare_with(
    window: Window, kind: Literal["previous_period", "previous_year"], zone: ZoneInfo
) -> Comparison:
    """The window to compare with; its label is the kind.

    previous_period: for `mtd`, `month_to_yesterday`, `qtd`, `ytd` as many days of the month, quarter or year
    before (all of it where it is shorter); for `this_week` the same days of last week; for whole months as many
    months before; for all others the time of the same length just before. previous_year: the same dates a year
    before; a start on 29 February becomes the 28th, an end on it becomes 1 March, so that no window is lost.
    """
    previous = _previous_year if kind == "previous_year" else _previous_period
    return Comparison(kind=kind, window=previous(window, kind, zone))


def _previous_period(window: Window, label: str, zone: ZoneInfo) -> Window:
    form = window.label
    last = last_of(form)
    first, end = days_of(window)
    if form == "this_week":
        week = timedelta(weeks=1)
        return of_days(first - week, end - week, label=label, zone=zone)
    if form in _STEP_MONTHS:
        before = add_months(first, -_STEP_MONTHS[form])
        return of_days(before, min(before + (end - first), first), label=label, zone=zone)
    if form in COMPLETE or (last and last[1] == "month"):
        months = last[0] if last else COMPLETE[form]
        return of_days(add_months(first, -months), first, label=label, zone=zone)
    if in_whole_days(window):
        return of_days(first - (end - first), first, label=label, zone=zone)
    length = window.end.astimezone(UTC) - window.start.astimezone(UTC)
    start = window.start.astimezone(UTC) - length
    return Window(start=start.astimezone(zone), end=window.start, label=label)


def _previous_year(window: Window, label: str, zone: ZoneInfo) -> Window:
    if in_whole_days(window):
        first, end = window.start.date(), window.end.date()
        return Window(
            start=midnight(add_months(first, -12), zone),
            end=midnight(_end_a_year_before(end), zone),
            label=label,
        )
    length = window.end.astimezone(UTC) - window.start.astimezone(UTC)
    start = datetime.combine(
        add_months(window.start.date(), -12), window.start.time(), tzinfo=zone
    ).astimezone(UTC)
    return Window(start=start.astimezone(zone), end=(start + length).astimezone(zone), label=label)


def _end_a_year_before(end: date) -> date:
    if (end.month, end.day) == (2, 29):
        return date(end.year - 1, 3, 1)
    return add_months(end, -12)
