"""A line over time: this period, the comparison dashed, a threshold dotted, annotations as pins."""

from collections.abc import Callable
from dataclasses import dataclass

from widgets.charts.axes import value_grid
from widgets.charts.paths import Values, line_path, runs
from widgets.charts.scale import Axis, Linear, Points, axis, spread
from widgets.charts.svg import percent, plot, stretched, tag, text, text_width, widest

LABEL_ROOM = 30.0  # px two lines of an end label take


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """`style` is a class: `now`, `then`, or `s1` … `s6` for one of several groups."""

    values: Values
    style: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Pin:
    position: float  # in buckets from the first
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """`series` back to front in reverse: the first is drawn on top. `ticks` are (bucket index, name)."""

    label: str
    series: tuple[Series, ...]
    ticks: tuple[tuple[int, str], ...]
    tick_label: Callable[[float, float], str]
    end_label: Callable[[float], str]
    limits: tuple[Limit, ...] = ()
    pins: tuple[Pin, ...] = ()
    whole: bool = False
    height: float = (
        150.0  # px it will have at least; only the distance between end labels is reckoned with it
    )


def draw_line(chart: LineChart) -> str:
    """The chart as markup. Missing values leave a gap; a series without any value is left out."""
    shown = tuple(series for series in chart.series if any(runs(series.values)))
    count = max((len(series.values) for series in chart.series), default=0)
    known = [value for series in shown for value in series.values if value is not None]
    limits = tuple(limit for limit in chart.limits if _near(limit.value, known))
    scale = axis([*known, *(limit.value for limit in limits)], whole=chart.whole)
    x, y = Points(count), Linear(scale.low, scale.high, 100.0, 0.0)
    names = [chart.tick_label(tick, scale.step) for tick in scale.ticks]
    ends = _ends(shown, x, y, chart)
    drawing = "".join(
        (
            value_grid(scale.ticks, names, y, base=_base(scale)),
            _time_axis(chart.ticks, x),
            "".join(_limit(limit, y) for limit in limits),
            "".join(_pin_line(pin, x) for pin in chart.pins),
            stretched("".join(_path(series, x, y) for series in reversed(shown))),
            _last_points(shown, x, y),
            "".join(
                _pin(number, pin, x, alone=len(chart.pins) == 1) for number, pin in enumerate(chart.pins, 1)
            ),
            ends.markup,
        )
    )
    return plot(drawing, label=chart.label, left=widest(names) + 9, right=ends.room, kind="line", count=count)


@dataclass(frozen=True, slots=True)
class _Ends:
    markup: str
    room: float


def _near(limit: float, known: list[float]) -> bool:
    """Whether a threshold may stretch the axis: by no more than the values' own span."""
    if not known:
        return False
    low, high = min(known), max(known)
    span = (high - low) or abs(high) or 1.0
    return low - span <= limit <= high + span


def _base(scale: Axis) -> float:
    """Zero where lines go to both sides of it, else the plot's foot."""
    return 0.0 if scale.low < 0 < scale.high else scale.low


def _time_axis(ticks: tuple[tuple[int, str], ...], x: Points) -> str:
    parts = []
    for order, (index, name) in enumerate(ticks):
        place = x(index)
        anchor = "start" if place < 4 else "end" if place > 98 else "middle"
        parts.append(tag("line", class_="tk", x1=percent(place), x2=percent(place), y1="100%", y2="100%"))
        parts.append(
            text(
                name,
                class_=_tick_class(order, len(ticks)),
                x=percent(place),
                y="100%",
                dy=17,
                text_anchor=anchor,
            )
        )
    return "".join(parts)


def _tick_class(order: int, count: int) -> str | None:
    """What a narrow tile leaves out: every second name of many first, then all between the first and the last."""
    if count <= 3:
        return None
    if count > 4 and order % 2:
        return "alt"
    last = count - 1 if count == 4 or count % 2 else count - 2
    return "mid" if 0 < order < last else None


def _limit(limit: Limit, y: Linear) -> str:
    place = percent(y(limit.value))
    below = y(limit.value) < 10
    return tag("line", class_="limit", x1=0, x2="100%", y1=place, y2=place) + text(
        limit.label, class_="limit-t halo", x=0, y=place, dy=13 if below else -5
    )


def _path(series: Series, x: Points, y: Linear) -> str:
    return tag("path", class_=f"ln {series.style}", d=line_path(series.values, x, y))


def _last_points(shown: tuple[Series, ...], x: Points, y: Linear) -> str:
    parts = []
    for series in reversed(shown):
        if series.style == "then":
            continue
        index, value = list(runs(series.values))[-1][-1]
        parts.append(
            tag("circle", class_=f"pt {series.style}", cx=percent(x(index)), cy=percent(y(value)), r=3.5)
        )
    return "".join(parts)


def _pin_line(pin: Pin, x: Points) -> str:
    place = percent(x(pin.position))
    return tag("line", class_="note", x1=place, x2=place, y1=0, y2="100%")


def _pin(number: int, pin: Pin, x: Points, *, alone: bool) -> str:
    place = x(pin.position)
    to_left = place > 50
    words = (
        text(
            pin.text,
            class_="lbl halo pin-words",
            x=percent(place),
            dx=-13 if to_left else 13,
            y=4,
            text_anchor="end" if to_left else "start",
        )
        if alone
        else ""
    )
    title = tag("title", _escaped(pin.text))
    return tag(
        "g",
        title
        + tag("circle", class_="pin", cx=percent(place), cy=0, r=7.5)
        + text(str(number), class_="pin-t", x=percent(place), y=3.5, text_anchor="middle")
        + words,
    )


def _ends(shown: tuple[Series, ...], x: Points, y: Linear, chart: LineChart) -> _Ends:
    """Each series says at its end what it is; labels that would meet are moved apart."""
    if not shown:
        return _Ends("", 8)
    lasts = [list(runs(series.values))[-1][-1][1] for series in shown]
    noted = any(series.note for series in shown)
    places = spread(
        [y(last) / 100 * chart.height for last in lasts],
        room=LABEL_ROOM if noted else 14.0,
        low=4.0,
        high=chart.height - (14.0 if noted else 0.0),
    )
    parts, widths = [], []
    for series, last, place in zip(shown, lasts, places, strict=True):
        title = series.title or chart.end_label(last)
        at = percent(place / chart.height * 100)
        main = "end" if series.style == "now" else "lbl"
        parts.append(text(title, class_=main, x="100%", dx=10, y=at, dy=1 if series.note else 4))
        if series.note:
            parts.append(text(series.note, class_="end-note", x="100%", dx=10, y=at, dy=14))
        widths += [text_width(title, 12), text_width(series.note)]
    return _Ends(f'<g class="ends">{"".join(parts)}</g>', 12 + max(widths))


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
