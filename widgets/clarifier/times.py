"""Words about time: windows, the comparison, the grain of a series."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from sqlgen.calendar import add_months
from widgets.clarifier.reader import Reader

Compare = Literal["previous_period", "previous_year"]
NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        start=1,
    )
} | {"fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
NUMBER = rf"(?P<number>[1-9][0-9]{{0,3}}|{'|'.join(NUMBERS)})"
_MONTHS = [name.casefold() for name in calendar.month_name[1:]]
_VERSUS = r"(?:versus|vs\.?|against|compared (?:to|with)|in comparison (?:to|with))"
_IN = r"(?:(?:in|during|for|over|within|of) )?(?:the )?"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

_COMPARISONS: tuple[tuple[str, Compare], ...] = (
    (
        rf"year[ -](?:over|on)[ -]year|yoy|{_VERSUS} (?:the )?(?:same (?:period|time|days?|weeks?|months?) )?(?:of )?"
        r"(?:last|previous|prior) year|than (?:a|one) year (?:ago|before)|"
        rf"{_VERSUS} (?:a|one|the) year (?:ago|before|earlier)",
        "previous_year",
    ),
    (
        r"(?:week|month|day|quarter|period)[ -](?:over|on)[ -](?:week|month|day|quarter|period)|"
        rf"{_VERSUS} (?:the )?(?:previous|prior|preceding) (?:period|(?:{NUMBER} )?(?:day|week|month|quarter)s?)|"
        rf"{_VERSUS} the (?:period|day|week|month|quarter|time) before",
        "previous_period",
    ),
)
_NAMED: tuple[tuple[str, str], ...] = (
    (r"(?:this|the current) month(?: (?:so far|to date))?|month[ -]to[ -]date|mtd", "mtd"),
    (r"(?:this|the current) quarter(?: (?:so far|to date))?|quarter[ -]to[ -]date|qtd", "qtd"),
    (r"(?:this|the current) year(?: (?:so far|to date))?|year[ -]to[ -]date|ytd", "ytd"),
    (r"(?:this|the current) week(?: (?:so far|to date))?|week[ -]to[ -]date", "this_week"),
    (r"(?:last|previous|past) month", "previous_month"),
    (r"(?:last|previous|past) quarter", "previous_quarter"),
    (r"(?:last|previous|past) year", "previous_year"),
    (r"(?:last|previous|past) week", "last_1_weeks"),
    (r"(?:the )?(?:last|past) hour", "last_1_hours"),
    (r"today(?: so far)?", "today"),
    (r"yesterday", "yesterday"),
)
_GRAINS = {
    "day": r"daily|day by day",
    "week": r"weekly|week by week",
    "month": r"monthly|month by month",
    "quarter": r"quarterly|quarter by quarter",
    "year": r"yearly|annual(?:ly)?|year by year",
}
OVER_TIME = r"over time|trend(?: of)?|(?:the )?development of|time series"


def take_comparison(reader: Reader) -> Compare | None:
    for pattern, compare in _COMPARISONS:
        if found := reader.take(pattern):
            reader.means(found, f"compared with the {compare.replace('_', ' ')}")
            return compare
    return None


def take_window(reader: Reader) -> str | None:
    """The window the words name, as an intent writes it."""
    for take in (_between, _calendar, _last, _named):
        if window := take(reader):
            return window
    return None


def take_grain(reader: Reader) -> str | None:
    """A grain said in one word; "by month" is read with the dimensions, among which it stands."""
    for grain, pattern in _GRAINS.items():
        if found := reader.take(pattern):
            reader.means(found, f"per {grain}")
            return grain
    return None


def number_of(text: str) -> int:
    return NUMBERS.get(text.casefold()) or int(text)


def _last(reader: Reader) -> str | None:
    units = r"(?P<unit>minute|hour|day|week|month)s?"
    found = reader.take(rf"{_IN}(?:last|past|previous) {NUMBER}(?: full| complete| whole)?[ -]{units}")
    if not found:
        return None
    return _told(reader, found, f"last_{number_of(found['number'])}_{found['unit'].casefold()}s")


def _named(reader: Reader) -> str | None:
    for pattern, window in _NAMED:
        if found := reader.take(f"{_IN}(?:{pattern})"):
            return _told(reader, found, window)
    return None


def _between(reader: Reader) -> str | None:
    """Two days, both of them included, as people say it."""
    found = reader.take(rf"(?:from|between) (?P<first>{_DAY}) (?:to|and|until|through) (?P<last>{_DAY})")
    if not found:
        return None
    try:
        end = date.fromisoformat(found["last"]) + timedelta(days=1)
    except ValueError:
        return _told(reader, found, f"{found['first']}..{found['last']}")  # resolving it says what is wrong
    return _told(reader, found, f"{found['first']}..{end.isoformat()}")


def _calendar(reader: Reader) -> str | None:
    year = r"(?P<year>20[0-9]{2})"
    months = rf"(?P<month>{'|'.join(_MONTHS)}),? {year}"
    kinds: tuple[tuple[str, Callable[[re.Match[str]], tuple[int, int]]], ...] = (
        (months, lambda found: (_MONTHS.index(found["month"].casefold()) + 1, 1)),
        (rf"Q(?P<quarter>[1-4])(?: of)? {year}", lambda found: (3 * int(found["quarter"]) - 2, 3)),
        (rf"(?:the year )?{year}", lambda _: (1, 12)),
    )
    for pattern, span in kinds:
        if found := reader.take(f"(?:in|during|for|of) {pattern}"):
            month, length = span(found)
            first = date(int(found["year"]), month, 1)
            return _told(reader, found, f"{first.isoformat()}..{add_months(first, length).isoformat()}")
    return None


def _told(reader: Reader, found: re.Match[str], window: str) -> str:
    reader.means(found, f"window {window}")
    return window
