"""The range picker: which window the page shows, and the links that change it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlgen.contracts import Window
from sqlgen.windows import days_of, resolve_window
from widgets.charts.labels import Words
from widgets.pages.address import Address

WINDOWS = {
    "": "As each tile was saved",
    "last_7_days": "Last 7 days",
    "last_30_days": "Last 30 days",
    "last_90_days": "Last 90 days",
    "mtd": "Month to date",
    "previous_month": "Previous month",
    "qtd": "Quarter to date",
    "ytd": "Year to date",
}
_COMPARISONS = {
    "": "Compare as each tile says",
    "previous_period": "With the period before",
    "previous_year": "With a year before",
    "none": "Without comparison",
}
_SHORT = {
    "": "vs previous",
    "previous_period": "vs previous",
    "previous_year": "vs a year before",
    "none": "no comparison",
}


@dataclass(frozen=True, slots=True)
class Choice:
    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """`first` and `last` are inclusive ISO days for the form; `earlier` and `later` are empty where no step is."""

    label: str
    dates: str
    comparison: str
    comparison_short: str
    earlier: str
    later: str
    windows: tuple[Choice, ...]
    comparisons: tuple[Choice, ...]
    kept: tuple[tuple[str, str], ...]
    first: str
    last: str


def range_of(address: Address, *, usual: str, now: datetime, zone: ZoneInfo, words: Words) -> Range:
    """The picker for a page whose tiles mostly show the window `usual`; raises IntentRefused for no window."""
    window = resolve_window(address.window or usual, now=now, zone=zone)
    first, end = days_of(window)
    dates = _written(first, end - timedelta(days=1), words)
    earlier, later = _steps(address, window, now.astimezone(zone).date())
    return Range(
        label=WINDOWS.get(address.window or usual, dates),
        dates=dates,
        comparison=_compared(address),
        comparison_short=_SHORT[address.compare],
        earlier=earlier,
        later=later,
        windows=tuple(
            Choice(label, address.url(window=form), form == address.window) for form, label in WINDOWS.items()
        ),
        comparisons=tuple(
            Choice(label, address.url(compare=kind), kind == address.compare)
            for kind, label in _COMPARISONS.items()
        ),
        kept=tuple(address.pairs_without("window")),
        first=first.isoformat(),
        last=(end - timedelta(days=1)).isoformat(),
    )


def _written(first: date, last: date, words: Words) -> str:
    """`Oct 21 to Nov 19, 2026`: the year once where one is enough, a single day once."""
    if first == last:
        return words.full_day(first)
    begin = words.day(first) if first.year == last.year else words.full_day(first)
    return f"{begin} to {words.full_day(last)}"


def _steps(address: Address, window: Window, today: date) -> tuple[str, str]:
    """The windows of the same length just before and after; none after the one that holds today."""
    first, end = days_of(window)
    length = end - first
    before = f"{(first - length).isoformat()}..{first.isoformat()}"
    after = f"{end.isoformat()}..{(end + length).isoformat()}"
    return address.url(window=before), "" if end >= today else address.url(window=after)


def _compared(address: Address) -> str:
    return {"previous_year": "a year before", "none": "no comparison"}.get(address.compare, "previous period")
