"""Series as path data: whole thousandths, relative moves, a gap wherever a value is missing."""

import math
from collections.abc import Callable, Iterator, Sequence

Values = Sequence[float | None]


def runs(values: Values) -> Iterator[list[tuple[int, float]]]:
    """The unbroken stretches of a series, as (index, value)."""
    run: list[tuple[int, float]] = []
    for index, value in enumerate(values):
        if value is not None and math.isfinite(value):
            run.append((index, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def line_path(values: Values, x: Callable[[float], float], y: Callable[[float], float]) -> str:
    """The path of a series. `x` and `y` give percentages, `y` downwards; a lone point is a dot (round cap)."""
    return "".join(
        _run_path([(round(x(index) * 10), round(y(value) * 10)) for index, value in run])
        for run in runs(values)
    )


def _run_path(points: list[tuple[int, int]]) -> str:
    (first_x, first_y), rest = points[0], points[1:]
    if not rest:
        return f"M{first_x} {first_y}h0"
    moves = []
    at_x, at_y = first_x, first_y
    for next_x, next_y in rest:
        moves.append(f"{next_x - at_x}{_joined(next_y - at_y)}")
        at_x, at_y = next_x, next_y
    return f"M{first_x} {first_y}l" + " ".join(moves)


def _joined(number: int) -> str:
    return str(number) if number < 0 else f" {number}"
