"""Closed windows: whole days that are over. An open one would compare two moments, not two engines."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlgen.errors import IntentRefused
from sqlgen.windows import days_of, last_of, resolve_window

# A metric's own window that runs into today, and the last one of its kind that is over.
_LAST_CLOSED = {
    "today": "yesterday",
    "this_week": "last_1_week",
    "mtd": "previous_month",
    "qtd": "previous_quarter",
    "ytd": "previous_year",
}


def closed_default(form: str, *, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """The last closed window of a metric's default one, and a note where that is another; never fails on a
    window that is valid."""
    closed = "yesterday" if _is_shorter_than_a_day(form) else _LAST_CLOSED.get(form, form)
    window = resolve_window(closed, now=now, zone=zone)
    first, end = days_of(window)
    today = now.astimezone(zone).date()
    if end > today:  # dates written out in the definition
        return (
            closed_of(form, now=now, zone=zone) if first < today else ("yesterday", _moved(form, "yesterday"))
        )
    return closed, "" if closed == form else _moved(form, closed)


def closed_of(form: str, *, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """An asked-for window without the part that is not over, and a note where that was cut off.

    Raises IntentRefused when nothing of it is over, or it is no window.
    """
    window = resolve_window(form, now=now, zone=zone)
    today = now.astimezone(zone).date()
    first, end = days_of(window)
    if _is_shorter_than_a_day(form) or first >= today:
        raise IntentRefused(
            f"window {form!r} is not over: the two sides would be asked at different moments. "
            "Use whole days before today, for example yesterday or previous_month.",
            field="window",
            value=form,
        )
    if end <= today:
        return form, ""
    return explicit(first, today), f"{form} runs into today; it was cut at the start of {today.isoformat()}."


def explicit(first: date, end: date) -> str:
    return f"{first.isoformat()}..{end.isoformat()}"


def _is_shorter_than_a_day(form: str) -> bool:
    last = last_of(form)
    return last is not None and last[1] in ("minute", "hour")


def _moved(form: str, closed: str) -> str:
    return f"The metric's own window, {form}, is not over; {closed} was compared instead."
