"""Horizontal bars from zero, the previous period as a tick, value and share written at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from widgets.charts.groups import Group
from widgets.charts.scale import Band, Linear
from widgets.charts.svg import percent, plot, tag, text, text_width, widest

ROW_HEIGHT = 26
NAME_LETTERS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    label: str
    groups: Sequence[Group]
    value_label: Callable[[float], str]
    shares: Sequence[str] = ()  # beside each value; empty where parts make no whole


def draw_bars(chart: BarChart) -> str:
    """The chart as markup; rows keep their height, so few bars do not grow fat."""
    rows = chart.groups
    values = [value for group in rows for value in (group.value, group.previous) if value is not None]
    x = Linear(min(0.0, *values, 0.0), max(0.0, *values, 0.0))
    if x.low == x.high:
        x = Linear(0.0, 1.0)
    band = Band(len(rows), gap=0.44)
    names = [_shortened(group.name) for group in rows]
    notes = [*chart.shares, *[""] * (len(rows) - len(chart.shares))]
    zero = x(0.0)
    parts = [tag("line", class_="base", x1=percent(zero), x2=percent(zero), y1=0, y2="100%")]
    widths = [0.0]
    for index, (group, name, note) in enumerate(zip(rows, names, notes, strict=True)):
        value = "–" if group.value is None else chart.value_label(group.value)
        widths.append(text_width(value, 12) + text_width(note) + 22)
        parts.append(_row(group, name, value, note, band, index, x))
    return plot(
        "".join(parts),
        label=chart.label,
        left=widest(names, 12) + 14,
        right=max(widths),
        kind="bar",
        count=len(rows),
        height=max(ROW_HEIGHT * len(rows), ROW_HEIGHT),
    )


def _row(group: Group, name: str, value: str, note: str, band: Band, index: int, x: Linear) -> str:
    centre, zero = percent(band.centre(index)), x(0.0)
    here = group.value or 0.0
    start, end = sorted((zero, x(here)))
    far = max(end, zero, x(group.previous) if group.previous is not None else 0.0)
    title = tag("title", group.name.replace("&", "&amp;").replace("<", "&lt;")) if name != group.name else ""
    share = f'<tspan class="share" dx="6">{note}</tspan>' if note else ""
    return "".join(
        (
            tag("g", title + text(name, class_="lbl name", x=0, dx=-12, y=centre, dy=4, text_anchor="end")),
            tag(
                "rect",
                class_="f1" if group.name != "Other" else "f6",
                x=percent(start),
                width=percent(end - start),
                y=percent(band.start(index)),
                height=percent(band.width),
                rx=1.5,
            ),
            _tick(group.previous, band, index, x),
            f'<text class="val" x="{percent(far)}" dx="9" y="{centre}" dy="4">{value}{share}</text>',
        )
    )


def _tick(previous: float | None, band: Band, index: int, x: Linear) -> str:
    if previous is None:
        return ""
    place, reach = percent(x(previous)), band.step * 0.1
    top, bottom = band.start(index) - reach, band.start(index) + band.width + reach
    ends = {"x1": place, "x2": place, "y1": percent(top), "y2": percent(bottom)}
    return tag("line", class_="was-halo", **ends) + tag("line", class_="was", **ends)


def _shortened(name: str) -> str:
    return name if len(name) <= NAME_LETTERS else f"{name[: NAME_LETTERS - 1].rstrip()}…"
