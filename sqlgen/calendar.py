"""Local dates in buckets: ISO weeks, months, quarters, years. Pure arithmetic, no zone."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from sqlgen.contracts import Grain

_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}


def bucket_start(day: date, grain: Grain) -> date:
    """The first day of the bucket that holds `day`."""
    if grain is Grain.DAY:
        return day
    if grain is Grain.WEEK:
        return day - timedelta(days=day.weekday())
    months = _MONTHS[grain]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def next_bucket(start: date, grain: Grain) -> date:
    """The first day of the bucket after the one that starts on `start`."""
    if grain is Grain.DAY:
        return start + timedelta(days=1)
    if grain is Grain.WEEK:
        return start + timedelta(weeks=1)
    return add_months(start, _MONTHS[grain])


def buckets(first: date, end: date, grain: Grain) -> Iterator[date]:
    """The start of every bucket that holds a day of [first, end), in order; the outer ones may be cut."""
    start = bucket_start(first, grain)
    while start < end:
        yield start
        start = next_bucket(start, grain)


def bucket_count(first: date, end: date, grain: Grain) -> int:
    """How many buckets hold a day of [first, end), without listing them."""
    start, last = bucket_start(first, grain), bucket_start(end - timedelta(days=1), grain)
    if grain in _MONTHS:
        return ((last.year - start.year) * 12 + last.month - start.month) // _MONTHS[grain] + 1
    return (last - start).days // (1 if grain is Grain.DAY else 7) + 1


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
