"""The axis of values, as line and stacked charts draw it."""

from collections.abc import Sequence

from widgets.charts.scale import Linear
from widgets.charts.svg import percent, tag, text


def value_grid(ticks: Sequence[float], names: Sequence[str], y: Linear, *, base: float) -> str:
    """A line across the plot for each tick, named at the left; the one the marks stand on is drawn as a base."""
    return "".join(
        tag(
            "line",
            class_="base" if tick == base else "gl",
            x1=0,
            x2="100%",
            y1=percent(y(tick)),
            y2=percent(y(tick)),
        )
        + text(name, x=-8, y=percent(y(tick)), dy=4, text_anchor="end")
        for tick, name in zip(ticks, names, strict=True)
    )
