"""From values to places: linear and band scales, and ticks people can read."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NOTHING = 1e-300  # what is smaller has no step: doubles end not far below


@dataclass(frozen=True, slots=True)
class Linear:
    """Maps [low, high] to [start, end]; a domain of one value maps to the middle."""

    low: float
    high: float
    start: float = 0.0
    end: float = 100.0

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Band:
    """`count` equal bands over [0, 100]; `gap` is the share of each band left empty."""

    count: int
    gap: float = 0.25

    @property
    def step(self) -> float:
        return 100.0 / max(self.count, 1)

    @property
    def width(self) -> float:
        return self.step * (1 - self.gap)

    def start(self, index: int) -> float:
        return self.step * index + self.step * self.gap / 2

    def centre(self, index: int) -> float:
        return self.step * (index + 0.5)


@dataclass(frozen=True, slots=True)
class Points:
    """`count` equally distant places over [0, 100]; a single one stands in the middle."""

    count: int

    def __call__(self, index: float) -> float:
        return 50.0 if self.count <= 1 else 100.0 * index / (self.count - 1)


@dataclass(frozen=True, slots=True)
class Axis:
    """Ticks in even steps of 1, 2 or 5 times a power of ten, covering the values they were made for."""

    ticks: tuple[float, ...]
    step: float

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]


def nice_step(span: float, intervals: int) -> float:
    """The smallest of 1, 2, 5 × 10ⁿ that covers `span` in about `intervals` steps."""
    rough = span / max(intervals, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1.0, 2.0, 5.0, 10.0):
        if rough <= factor * power * (1 + 1e-9):
            return factor * power
    return 10.0 * power


def axis(
    values: Iterable[float], *, intervals: int = 3, from_zero: bool = False, whole: bool = False
) -> Axis:
    """The axis of some values. `whole` keeps steps at one or more, for things that are counted.

    Without values, or with zeros only, the axis is 0 to 1; equal values stand in the middle of theirs.
    """
    known = [value for value in values if math.isfinite(value)]
    low, high = (min(known), max(known)) if known else (0.0, 0.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < _NOTHING:
        low, high = (0.0, 1.0) if abs(low) < _NOTHING else (low - abs(low) * 0.1, high + abs(high) * 0.1)
    step = nice_step(high - low, intervals)
    if whole:
        step = max(1.0, step)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Axis(tuple(_clean(step * index, step) for index in range(first, max(last, first + 1) + 1)), step)


def spread(wanted: Sequence[float], *, room: float, low: float, high: float) -> tuple[float, ...]:
    """Places near `wanted` with `room` between them, inside [low, high], in the same order of size.

    Where they do not all fit they share the room evenly.
    """
    if not wanted:
        return ()
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    room = min(room, (high - low) / max(len(wanted) - 1, 1))
    placed = [0.0] * len(wanted)
    floor = low
    for index in order:
        floor = placed[index] = max(wanted[index], floor)
        floor += room
    ceiling = high
    for index in reversed(order):
        ceiling = placed[index] = min(placed[index], ceiling)
        ceiling -= room
    return tuple(placed)


def _clean(value: float, step: float) -> float:
    # 3 × 0.1 is 0.30000000000000004: keep as many decimals as the step has.
    decimals = max(0, -math.floor(math.log10(step))) if step < 1 else 0
    return round(value, decimals) + 0.0
