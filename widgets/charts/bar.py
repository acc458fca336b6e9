"""Horizontal bars from zero, the previous period as a tick, value and share written at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from widgets.charts.groups import OTHER, Group
from widgets.charts.scale import Band, Linear
from widgets.charts.svg import fitted, named, percent, plot, tag, text_width, widest

ROW_HEIGHT = 26
NAME_ROOM = 132.0  # px


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    label: str
    groups: Sequence[Group]
    value_label: Callable[[float], str]
    shares: Sequence[str] = ()  # beside each value; empty where parts make no whole


def draw_bars(chart: BarChart) -> str:
    """The chart as markup; rows keep their height, so few bars do not grow fat.

    "Other" is written and not drawn: a bar of many groups would dwarf those it stands beside.
    """
    rows = chart.groups
    drawn = [group for group in rows if group.name != OTHER]
    values = [value for group in drawn for value in (group.value, group.previous) if value is not None]
    x = Linear(min(0.0, *values, 0.0), max(0.0, *values, 0.0))
    if x.low == x.high:
        x = Linear(0.0, 1.0)
    band = Band(len(rows), gap=0.44)
    names = [fitted(group.name, NAME_ROOM, 12) for group in rows]
    notes = [*chart.shares, *[""] * (len(rows) - len(chart.shares))]
    zero = x(0.0)
    parts = [tag("line", class_="base", x1=percent(zero), x2=percent(zero), y1=0, y2="100%")]
    widths = [0.0]
    for index, (group, note) in enumerate(zip(rows, notes, strict=True)):
        value = "–" if group.value is None else chart.value_label(group.value)
        widths.append(text_width(value, 12) + text_width(note) + 22)
        parts.append(_row(group, value, note, band, index, x))
    return plot(
        "".join(parts),
        label=chart.label,
        left=widest(names, 12) + 14,
        right=max(widths),
        kind="bar",
        count=len(rows),
        height=max(ROW_HEIGHT * len(rows), ROW_HEIGHT),
    )


def _row(group: Group, value: str, note: str, band: Band, index: int, x: Linear) -> str:
    centre, zero = percent(band.centre(index)), x(0.0)
    share = f'<tspan class="share" dx="6">{note}</tspan>' if note else ""
    bar, far = ("", zero) if group.name == OTHER else _bar(group, band, index, x)
    return "".join(
        (
            named(
                group.name, NAME_ROOM, 12, class_="lbl name", x=0, dx=-12, y=centre, dy=4, text_anchor="end"
            ),
            bar,
            f'<text class="val" x="{percent(far)}" dx="9" y="{centre}" dy="4">{value}{share}</text>',
        )
    )


def _bar(group: Group, band: Band, index: int, x: Linear) -> tuple[str, float]:
    """The bar with its tick, and where the rightmost of them ends."""
    start, end = sorted((x(0.0), x(group.value or 0.0)))
    rect = tag(
        "rect",
        class_="f1",
        x=percent(start),
        width=percent(end - start),
        y=percent(band.start(index)),
        height=percent(band.width),
        rx=1.5,
    )
    far = max(end, x(group.previous) if group.previous is not None else 0.0)
    return rect + _tick(group.previous, band, index, x), far


def _tick(previous: float | None, band: Band, index: int, x: Linear) -> str:
    if previous is None:
        return ""
    place, reach = percent(x(previous)), band.step * 0.1
    top, bottom = band.start(index) - reach, band.start(index) + band.width + reach
    ends = {"x1": place, "x2": place, "y1": percent(top), "y2": percent(bottom)}
    return tag("line", class_="was-halo", **ends) + tag("line", class_="was", **ends)
