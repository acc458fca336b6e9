"""A threshold bar: the zones a value may stand in, and where it stands."""

from dataclasses import dataclass
from typing import Literal

from widgets.charts.scale import Linear
from widgets.charts.svg import percent, tag

Zone = Literal["good", "warn", "bad"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """`good_is_up` tells the side on which good lies; a critical threshold may be absent."""

    value: float
    warn: float
    critical: float | None
    good_is_up: bool


def zone(gauge: Gauge) -> Zone:
    """Where the value stands; a value exactly on a threshold has not passed it."""
    sign = 1 if gauge.good_is_up else -1
    if gauge.critical is not None and sign * gauge.value < sign * gauge.critical:
        return "bad"
    return "warn" if sign * gauge.value < sign * gauge.warn else "good"


def draw_gauge(gauge: Gauge) -> str:
    """The bar as markup, hidden from assistive technology: the words beside it say the same."""
    marks = [mark for mark in (gauge.critical, gauge.warn) if mark is not None]
    known = [*marks, gauge.value]
    span = (max(known) - min(known)) or abs(gauge.warn) or 1.0
    x = Linear(min(known) - span * 0.45, max(known) + span * 0.45)
    edges = [0.0, *sorted(x(mark) for mark in marks), 100.0]
    zones: list[Zone] = ["bad", "warn", "good"] if gauge.critical is not None else ["warn", "good"]
    if not gauge.good_is_up:
        zones.reverse()
    here = zone(gauge)
    parts = [
        tag(
            "rect",
            class_=f"z-{name}{' here' if name == here else ''}",
            x=percent(start + (0.5 if start else 0)),
            width=percent(max(end - start - 1, 0)),
            y=4,
            height=2.5,
            rx=1,
        )
        for name, start, end in zip(zones, edges, edges[1:], strict=False)
    ]
    dot = tag("circle", class_="z-dot", cx=percent(x(gauge.value)), cy=5.25, r=4)
    return f'<svg class="g" aria-hidden="true">{"".join(parts)}{dot}</svg>'


def draw_no_gauge() -> str:
    return '<svg class="g" aria-hidden="true"><line class="z-none" x1="0" x2="100%" y1="5" y2="5"/></svg>'
