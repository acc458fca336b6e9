"""Horizontal bars from zero, the previous period as a tick, value and share written at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from widgets.charts.groups import Group
from widgets.charts.scale import Band, Linear
from widgets.charts.svg import fitted, named, percent, plot, room, tag, text_width, widest

ROW_HEIGHT = 26
NAME_ROOM = 132.0  # px
BREAKS = (92.0, 94.0)  # where a bar that goes on is cut, in percent of the plot


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    label: str
    groups: Sequence[Group]
    value_label: Callable[[float], str]
    shares: Sequence[str] = ()  # beside each value; empty where parts make no whole


def draw_bars(chart: BarChart) -> str:
    """The chart as markup; rows keep their height, so few bars do not grow fat.

    The scale is that of single groups. "Other" is greyer, and broken where it would dwarf those it stands beside.
    """
    rows = chart.groups
    single = [group for group in rows if not group.folded]
    values = [value for group in single for value in (group.value, group.previous) if value is not None]
    x = Linear(min(0.0, *values, 0.0), max(0.0, *values, 0.0))
    if x.low == x.high:
        x = Linear(0.0, 1.0)
    band = Band(len(rows), gap=0.44)
    left = room(widest((fitted(group.name, NAME_ROOM, 12) for group in rows), 12) + 14)
    notes = [*chart.shares, *[""] * (len(rows) - len(chart.shares))]
    zero = x(0.0)
    parts = [tag("line", class_="base", x1=percent(zero), x2=percent(zero), y1=0, y2="100%")]
    widths = [0.0]
    for index, (group, note) in enumerate(zip(rows, notes, strict=True)):
        value = "–" if group.value is None else chart.value_label(group.value)
        widths.append(text_width(value, 12) + text_width(note) + 22)
        parts.append(_row(group, value, note, band, index, x, left))
    return plot(
        "".join(parts),
        label=chart.label,
        left=left,
        right=max(widths),
        kind="bar",
        count=len(rows),
        height=max(ROW_HEIGHT * len(rows), ROW_HEIGHT),
    )


def _row(group: Group, value: str, note: str, band: Band, index: int, x: Linear, left: int) -> str:
    centre = percent(band.centre(index))
    share = f'<tspan class="share" dx="6">{note}</tspan>' if note else ""
    bar, far = _bar(group, band, index, x)
    return "".join(
        (
            named(group.name, NAME_ROOM, 12, class_="lbl name", x=0, dx=-left, y=centre, dy=4),
            bar,
            f'<text class="val" x="{percent(far)}" dx="9" y="{centre}" dy="4">{value}{share}</text>',
        )
    )


def _bar(group: Group, band: Band, index: int, x: Linear) -> tuple[str, float]:
    """The bar with its tick, and where the rightmost of them ends."""
    # A single group lies inside the scale; what is folded may go on beyond it.
    whole = x(group.value or 0.0)
    start, end = sorted((x(0.0), min(max(whole, 0.0), 100.0)))
    rect = tag(
        "rect",
        class_="rest" if group.folded else "f1",
        x=percent(start),
        width=percent(end - start),
        y=percent(band.start(index)),
        height=percent(band.width),
        rx=1.5,
    )
    if whole != min(max(whole, 0.0), 100.0):
        return rect + _broken(band, index), end
    previous = None if group.previous is None or not 0.0 <= x(group.previous) <= 100.0 else group.previous
    far = max(end, x(previous) if previous is not None else 0.0)
    return rect + _tick(previous, band, index, x), far


def _broken(band: Band, index: int) -> str:
    top, bottom = percent(band.start(index)), percent(band.start(index) + band.width)
    return "".join(
        tag("line", class_="break", x1=percent(place), x2=percent(place), y1=top, y2=bottom)
        for place in BREAKS
    )


def _tick(previous: float | None, band: Band, index: int, x: Linear) -> str:
    if previous is None:
        return ""
    place, reach = percent(x(previous)), band.step * 0.1
    top, bottom = band.start(index) - reach, band.start(index) + band.width + reach
    ends = {"x1": place, "x2": place, "y1": percent(top), "y2": percent(bottom)}
    return tag("line", class_="was-halo", **ends) + tag("line", class_="was", **ends)
