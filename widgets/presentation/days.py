"""Which days the number on a tile's face covers, said wherever they are not the page's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings

from catalog.contracts import GovernedMetric
from sqlgen.contracts import Window
from sqlgen.windows import days_of, in_whole_days, key_of, resolve_window, window_words
from widgets.charts.labels import words
from widgets.specs import WidgetSpec

_PLAIN = (0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far the number on a tile's face reaches beyond, or falls short of, the window that was asked for.

    `leads` tells a number of the whole window from a series, whose every bucket has a reach of its own.
    `latest` is the grain of a figure that is the last bucket's alone.
    """

    leads: bool = True
    grain: str = ""
    trailing: int = 0  # days
    to_date: str = ""  # month, quarter or year
    latest: str = ""


AS_ASKED = Reach()


def reach_of(spec: WidgetSpec, metric: GovernedMetric) -> Reach:
    intent = spec.intent
    spans = set(_spans(metric))
    span = spans.pop() if len(spans) == 1 else _PLAIN
    grain = intent.grain.value if intent.grain else ""
    figure = spec.visual == "kpi"
    return Reach(
        leads=figure or not grain,
        grain=grain,
        trailing=span[0],
        to_date=span[1],
        latest=grain if figure and not intent.totals and span == _PLAIN else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What is to be said of a tile's days: how far each of its numbers reaches, the window where it is not the
    page's, and whether there is a page it differs from. All empty: nothing is to be said."""

    reaching: str = ""
    window: str = ""
    own: bool = False


def days_covered(reach: Reach, *, shown: str | None, page: str, visual: str, now: datetime) -> Covered:
    """Of a tile that shows the window with the key `shown` on a page whose range is the window `page`.

    Nothing where the two are the same, and where no window is known. A page without a range leaves it to each
    tile to say its own. Raises IntentRefused when `page` is no window.
    """
    minute = now.replace(second=0, microsecond=0)
    return _covered(reach, shown, page, visual, minute, settings.TIME_ZONE)


@lru_cache(maxsize=4096)
def _covered(
    reach: Reach, shown: str | None, page: str, visual: str, now: datetime, zone_name: str
) -> Covered:
    if shown is None:
        return Covered()
    if not shown:  # a key figure says so in place of its change
        return Covered() if visual == "kpi" else Covered(reaching="right now")
    zone = ZoneInfo(zone_name)
    asked_by_page = key_of(resolve_window(page, now=now, zone=zone)) if page else ""
    window = resolve_window(shown, now=now, zone=zone)
    today = now.astimezone(zone).date()
    reaching = _reaching(reach, window, today)
    if shown == asked_by_page or (reaching and reach.leads):
        return Covered(reaching=reaching)
    return Covered(reaching=reaching, window=_window_words(window, today), own=bool(page))


def _reaching(reach: Reach, window: Window, today: date) -> str:
    last = days_of(window)[1] - timedelta(days=1)
    until = _day(last, today) if reach.leads else f"each {reach.grain}"
    if reach.trailing:
        return f"{reach.trailing} days to {until}"
    if reach.to_date:
        return f"{reach.to_date} to {until}"
    return f"latest {reach.latest}" if reach.latest else ""


def _window_words(window: Window, today: date) -> str:
    if not in_whole_days(window):
        return window_words(window.label)
    first, end = days_of(window)
    last = end - timedelta(days=1)
    if first == last:
        return _day(last, today)
    begin = _day(first, last if last.year == first.year else today)
    return f"{begin} to {_day(last, today)}"


def _day(day: date, beside: date) -> str:
    """With its year where that is not the one beside it."""
    language = words(settings.PORTAL_LOCALE)
    return language.day(day) if day.year == beside.year else language.full_day(day)


def _spans(metric: GovernedMetric) -> Iterator[tuple[int, str]]:
    """The days that each part of a metric trails, or the start it runs from, behind the days it is asked for."""
    definition = metric.definition
    if span := definition.cumulative:
        yield int((span.trailing or "0d").removesuffix("d")), span.to_date or ""
    elif not definition.part_names:
        yield _PLAIN
    else:
        for name in definition.part_names:
            yield from _spans(metric.parts[name])
