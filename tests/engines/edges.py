"""Instants and names at which engines are known to differ: the rows nobody thinks of when making test data."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

LISBON = ZoneInfo("Europe/Lisbon")
NEW_YORK = ZoneInfo("America/New_York")
SANTIAGO = ZoneInfo("America/Santiago")  # its clocks change at midnight: a day without an hour nought
KOLKATA = ZoneInfo("Asia/Kolkata")  # half an hour beside everyone else

# Local days around which rows are laid, each with the next: ends of months and years, a leap day, ISO weeks 53.
_DAYS = (
    date(2020, 12, 27),
    date(2020, 12, 28),  # Monday of 2020-W53
    date(2021, 1, 3),  # its Sunday
    date(2023, 12, 31),
    date(2024, 2, 28),
    date(2024, 2, 29),
    date(2024, 12, 31),
    date(2025, 2, 28),
    date(2026, 4, 30),
    date(2026, 12, 27),
    date(2026, 12, 28),  # Monday of 2026-W53
    date(2026, 12, 31),
    date(2027, 1, 3),
)
# Instants at which clocks change, in the zone that changes them.
CLOCK_CHANGES = (
    (LISBON, datetime(2026, 3, 29, 1, tzinfo=UTC)),
    (LISBON, datetime(2026, 10, 25, 1, tzinfo=UTC)),
    (NEW_YORK, datetime(2026, 3, 8, 7, tzinfo=UTC)),
    (NEW_YORK, datetime(2026, 11, 1, 6, tzinfo=UTC)),
    (SANTIAGO, datetime(2026, 4, 5, 3, tzinfo=UTC)),
    (SANTIAGO, datetime(2026, 9, 6, 4, tzinfo=UTC)),
)
_TICK = timedelta(microseconds=1)
_HOURS_AROUND = (-25, -24, -3, -2, -1, 0, 1, 2, 3, 23, 24)

NAMES = (
    "Unknown",  # what the group of NULL is called
    "",
    " ",
    "porto",
    "PORTO",
    "Porto ",
    'O\'Porto "alto"',
    "100%_of!\\x",
    "a_b",
    "a%b",
    "C:\\temp\\new",
    "É",  # one code point
    "E\u0301",  # two, which look the same
    "ß",
    "ſ",
    "İi",
    "東京 🙂",
    "Ωmega\u00a0wide",
    "${region}",
    "-- no comment",
    "null",
)


def instants() -> tuple[datetime, ...]:
    """Every edge as an instant, in order, each once."""
    return tuple(sorted({*_midnights(), *_clock_changes()}))


def _midnights() -> Iterator[datetime]:
    for day in _DAYS:
        for zone in (LISBON, KOLKATA):
            midnight = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
            yield from (midnight - _TICK, midnight)
        yield datetime.combine(day, time(12, 34, 56, 789012), LISBON).astimezone(UTC)


def _clock_changes() -> Iterator[datetime]:
    for _, change in CLOCK_CHANGES:
        for hours in _HOURS_AROUND:
            yield from (change + timedelta(hours=hours) - _TICK, change + timedelta(hours=hours, minutes=30))


def names() -> Iterator[str | None]:
    """The names again and again, NULL among them."""
    return cycle((*NAMES, None))
