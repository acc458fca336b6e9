"""Columns over time, stacked from zero by group, the groups named at the right of the last column.

A name that finds no room beside its own segment is led there by a hairline.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from widgets.charts.axes import value_grid
from widgets.charts.paths import Values
from widgets.charts.scale import Band, Linear, axis, spread
from widgets.charts.svg import fitted, named, percent, plot, tag, text, widest

NOMINAL_HEIGHT = 138.0
NAME_ROOM = 92.0  # px
NAME_HEIGHT = 13.0  # px
LEADER = 14.0  # px between the plot and the names, where one of them has moved
_BESIDE = 2.0  # px that a name may stand off its segment's middle before it needs a leader


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
    centres: list[float] = [y(0.0)] * len(chart.layers)
    columns = [_column(chart.layers, index, band, y, centres) for index in range(chart.count)]
    places = _places(centres)
    leaders = _leaders(centres, places, band.width / 2 + band.centre(chart.count - 1))
    away = LEADER if leaders else 4.0
    parts = [
        value_grid(scale.ticks, names, y, base=0.0),
        *columns,
        _column_names(chart.ticks, band),
        leaders,
        _layer_names(chart.layers, places, away),
    ]
    return plot(
        "".join(parts),
        label=chart.label,
        left=widest(names) + 9,
        right=widest(fitted(layer.name, NAME_ROOM) for layer in chart.layers) + away + 2,
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


def _column_names(ticks: tuple[tuple[int, str], ...], band: Band) -> str:
    return "".join(
        text(
            name,
            class_="alt" if order % 2 else None,
            x=percent(band.centre(index)),
            y="100%",
            dy=16,
            text_anchor="middle",
        )
        for order, (index, name) in enumerate(ticks)
    )


def _places(centres: Sequence[float]) -> tuple[float, ...]:
    """Where the names stand, in px: as far up as down from where they would crowd."""
    wanted = [centre / 100 * NOMINAL_HEIGHT for centre in centres]
    low, high = 2.0, NOMINAL_HEIGHT - 2.0
    down = spread(wanted, room=NAME_HEIGHT, low=low, high=high)
    up = spread([-place for place in wanted], room=NAME_HEIGHT, low=-high, high=-low)
    return tuple((one - other) / 2 for one, other in zip(down, up, strict=True))


def _leaders(centres: Sequence[float], places: Sequence[float], end: float) -> str:
    """Hairlines from the last column's segments to names that moved; empty where each stands beside its own."""
    lines = [
        tag("line", x1=percent(end), x2="100%", y1=percent(centre), y2=percent(centre))
        + tag("svg", tag("line", x2=LEADER - 3, y1=percent(centre), y2=_of_height(place)), x="100%")
        for centre, place in zip(centres, places, strict=True)
        if abs(centre / 100 * NOMINAL_HEIGHT - place) > _BESIDE
    ]
    return tag("g", "".join(lines), class_="leaders") if lines else ""


def _of_height(place: float) -> str:
    return percent(place / NOMINAL_HEIGHT * 100)


def _layer_names(layers: Sequence[Layer], places: Sequence[float], away: float) -> str:
    return "".join(
        named(
            layer.name,
            NAME_ROOM,
            class_=f"lbl t{number % 6 + 1}",
            x="100%",
            dx=away,
            y=_of_height(place),
            dy=4,
        )
        for number, (layer, place) in enumerate(zip(layers, places, strict=True))
    )
