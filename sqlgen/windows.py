"""Windows by name: from "last_30_days" to two instants, read off one clock in the portal's time zone.

Every window is half-open. Days are local days, so one may last 23 or 25 hours; minutes and hours are real
time. `last_N_days`, `last_N_weeks` and `last_N_months` hold complete ones only (the last day is yesterday);
`month_to_yesterday` is what is over of the month, on its first day the whole month before.
`today`, `this_week`, `mtd`, `qtd` and `ytd` run to the end of today, so their SQL stays the same all day.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlgen.calendar import add_months, bucket_start
from sqlgen.contracts import Grain, Window
from sqlgen.errors import IntentRefused

VALID_FORMS = (
    "today",
    "yesterday",
    "this_week",
    "mtd",
    "qtd",
    "ytd",
    "month_to_yesterday",
    "previous_month",
    "previous_quarter",
    "previous_year",
    "last_N_minutes",
    "last_N_hours",
    "last_N_days",
    "last_N_weeks",
    "last_N_months",
    "YYYY-MM-DD..YYYY-MM-DD",
)
TO_DATE = {"this_week": Grain.WEEK, "mtd": Grain.MONTH, "qtd": Grain.QUARTER, "ytd": Grain.YEAR}
COMPLETE = {"previous_month": 1, "previous_quarter": 3, "previous_year": 12}
_LAST = re.compile(r"last_([1-9][0-9]{0,3})_(minute|hour|day|week|month)s?")
_EXPLICIT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")
_YEARS = range(1900, 2201)
_WORDS = {"mtd": "month to date", "qtd": "quarter to date", "ytd": "year to date"}

Days = tuple[date, date]


def resolve_window(form: str, *, now: datetime, zone: ZoneInfo) -> Window:
    """The window a form names, seen at the aware instant `now`; raises IntentRefused naming the forms."""
    local = now.astimezone(zone)
    last = last_of(form)
    if last and last[1] in ("minute", "hour"):
        end = local.astimezone(UTC).replace(second=0, microsecond=0)
        start = end - timedelta(**{f"{last[1]}s": last[0]})
        return Window(start=start.astimezone(zone), end=end.astimezone(zone), label=form)
    return of_days(*_days(form, local.date()), label=form, zone=zone)


def of_days(first: date, end: date, *, label: str, zone: ZoneInfo) -> Window:
    """The local days [first, end) as a window."""
    return Window(start=midnight(first, zone), end=midnight(end, zone), label=label)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)


def window_words(label: str) -> str:
    """A window's form for people: `last_30_days` as `last 30 days`; days stay days, none is the present state."""
    return _WORDS.get(label) or label.replace("_", " ") or "present state"


def key_of(window: Window | None) -> str:
    """The same while an answer to the window still answers it: the days of a window of whole days (a form that
    `resolve_window` reads), the form of one that rolls with the clock, nothing for the present state.
    """
    if window is None:
        return ""
    if not in_whole_days(window):
        return window.label
    return f"{window.start.date().isoformat()}..{window.end.date().isoformat()}"


def in_whole_days(window: Window) -> bool:
    """Whether both ends are local midnights: what a source that keeps dates only can answer."""
    return window.start.time() == time() and window.end.time() == time()


def days_of(window: Window) -> Days:
    """The local days [first, end) that a window touches."""
    end = window.end.date()
    return window.start.date(), end if window.end.time() == time() else end + timedelta(days=1)


def last_of(form: str) -> tuple[int, str] | None:
    """`last_7_days` → (7, "day"); None for any other form."""
    found = _LAST.fullmatch(form)
    return (int(found[1]), found[2]) if found else None


def _days(form: str, today: date) -> Days:
    tomorrow = today + timedelta(days=1)
    if form in TO_DATE:
        return bucket_start(today, TO_DATE[form]), tomorrow
    if form in COMPLETE:
        return _complete_months(bucket_start(today, Grain(form.removeprefix("previous_"))), COMPLETE[form])
    if last := last_of(form):
        return _LAST_OF_UNIT[last[1]](today, last[0])
    yesterday = today - timedelta(days=1)
    named = {
        "today": (today, tomorrow),
        "yesterday": (yesterday, today),
        "month_to_yesterday": (bucket_start(yesterday, Grain.MONTH), today),
    }
    return named.get(form) or _explicit(form)


def _complete_months(end: date, months: int) -> Days:
    return add_months(end, -months), end


_LAST_OF_UNIT: dict[str, Callable[[date, int], Days]] = {
    "day": lambda today, count: (today - timedelta(days=count), today),
    "week": lambda today, count: (
        bucket_start(today, Grain.WEEK) - timedelta(weeks=count),
        bucket_start(today, Grain.WEEK),
    ),
    "month": lambda today, count: _complete_months(bucket_start(today, Grain.MONTH), count),
}


def _explicit(form: str) -> Days:
    found = _EXPLICIT.fullmatch(form)
    if not found:
        raise _refused(form, "is not a window.")
    try:
        first, end = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    except ValueError as error:
        raise _refused(form, "names a day that does not exist.") from error
    if first.year not in _YEARS or end.year not in _YEARS:
        raise _refused(form, f"leaves the years {_YEARS.start} to {_YEARS.stop - 1}.")
    if first >= end:
        raise _refused(form, "is empty: the second day is exclusive and must come after the first.")
    return first, end


def _refused(form: str, why: str) -> IntentRefused:
    return IntentRefused(
        f"window {form!r} {why} Use one of: {', '.join(VALID_FORMS)}.",
        field="window",
        value=form,
        choices=list(VALID_FORMS),
    )
