"""Columns over time, stacked from zero by group, the groups named at the right of the last column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from widgets.charts.paths import Values
from widgets.charts.scale import Band, Linear, axis, spread
from widgets.charts.svg import fitted, named, percent, plot, tag, text, widest

NOMINAL_HEIGHT = 138.0
NAME_ROOM = 92.0  # px


@dataclass(frozen=True, slots=True)
class Layer:
    name: str
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedChart:
    label: str
    layers: Sequence[Layer]  # from the bottom up, at most six
    ticks: tuple[tuple[int, str], ...]
    count: int
    tick_label: Callable[[float, float], str]
    whole: bool = False


def draw_stacked(chart: StackedChart) -> str:
    """The chart as markup. Negative parts stack downwards from zero; missing values take no room."""
    tops, bottoms = _extent(chart)
    scale = axis([*tops, *bottoms], from_zero=True, whole=chart.whole)
    y = Linear(scale.low, scale.high, 100.0, 0.0)
    band = Band(chart.count, gap=0.24 if chart.count <= 14 else 0.16)
    names = [chart.tick_label(tick, scale.step) for tick in scale.ticks]
    parts = [
        tag(
            "line",
            class_="base" if tick == 0 else "gl",
            x1=0,
            x2="100%",
            y1=percent(y(tick)),
            y2=percent(y(tick)),
        )
        + text(name, x=-8, y=percent(y(tick)), dy=4, text_anchor="end")
        for tick, name in zip(scale.ticks, names, strict=True)
    ]
    centres: list[float] = [y(0.0)] * len(chart.layers)
    for index in range(chart.count):
        parts.append(_column(chart.layers, index, band, y, centres))
    parts += [
        text(
            name,
            class_="alt" if order % 2 else None,
            x=percent(band.centre(index)),
            y="100%",
            dy=16,
            text_anchor="middle",
        )
        for order, (index, name) in enumerate(chart.ticks)
    ]
    parts.append(_layer_names(chart.layers, centres))
    return plot(
        "".join(parts),
        label=chart.label,
        left=widest(names) + 9,
        right=widest(fitted(layer.name, NAME_ROOM) for layer in chart.layers) + 6,
        kind="stacked",
        count=chart.count,
    )


def _extent(chart: StackedChart) -> tuple[list[float], list[float]]:
    columns = [[layer.values[index] or 0.0 for layer in chart.layers] for index in range(chart.count)]
    return (
        [sum(value for value in column if value > 0) for column in columns],
        [sum(value for value in column if value < 0) for column in columns],
    )


def _column(layers: Sequence[Layer], index: int, band: Band, y: Linear, centres: list[float]) -> str:
    up = down = 0.0
    parts = []
    for number, layer in enumerate(layers):
        value = layer.values[index] or 0.0
        start = up if value >= 0 else down
        if value >= 0:
            up += value
        else:
            down += value
        top, bottom = sorted((y(start), y(start + value)))
        centres[number] = (top + bottom) / 2
        if value:
            parts.append(
                tag(
                    "rect",
                    class_=f"f{number % 6 + 1} cut",
                    x=percent(band.start(index)),
                    width=percent(band.width),
                    y=percent(top),
                    height=percent(bottom - top),
                    rx=1.5,
                )
            )
    return "".join(parts)


def _layer_names(layers: Sequence[Layer], centres: list[float]) -> str:
    places = spread(
        [centre / 100 * NOMINAL_HEIGHT for centre in centres], room=14.0, low=2.0, high=NOMINAL_HEIGHT - 2.0
    )
    return "".join(
        named(
            layer.name,
            NAME_ROOM,
            class_=f"lbl t{number % 6 + 1}",
            x="100%",
            dx=4,
            y=percent(place / NOMINAL_HEIGHT * 100),
            dy=4,
        )
        for number, (layer, place) in enumerate(zip(layers, places, strict=True))
    )
