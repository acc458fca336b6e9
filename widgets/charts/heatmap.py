"""A matrix of cells, darker for more; the peak is outlined, totals stand at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.charts.scale import Band
from widgets.charts.svg import fitted, named, percent, plot, room, tag, text, widest

LEVELS = 12  # classes q0 … q12
ROW_NAME_ROOM = 116.0  # px
NOMINAL_WIDTH = 420.0  # px of a plot in a tile of the usual width: what column names are shortened for


@dataclass(frozen=True, slots=True, kw_only=True)
class Heatmap:
    """`cells[row][column]`; None is a missing value and is drawn as a hole, not as zero."""

    label: str
    rows: Sequence[str]
    columns: Sequence[str]
    cells: Sequence[Sequence[float | None]]
    totals: Sequence[str] = ()
    total_word: str = ""
    every: int = 3  # column names written


@dataclass(frozen=True, slots=True)
class _Grid:
    across: Band
    down: Band

    def cell(self, row: int, column: int, *, style: str) -> str:
        return tag(
            "rect",
            class_=style,
            x=percent(self.across.start(column)),
            y=percent(self.down.start(row)),
            width=percent(self.across.width),
            height=percent(self.down.width),
            rx=2,
        )


def draw_heatmap(chart: Heatmap) -> str:
    """The matrix as markup, its rows' names at the left."""
    grid = _Grid(Band(len(chart.columns), gap=0.09), Band(len(chart.rows), gap=0.13))
    left = room(widest(fitted(row, ROW_NAME_ROOM) for row in chart.rows) + 10)
    names = [_column_name(index, chart, grid.across) for index in range(0, len(chart.columns), chart.every)]
    rows = [_row(row, chart, grid, left) for row in range(len(chart.cells))]
    total_word = _at_the_right(chart, chart.total_word, style="total", y=-6) if chart.totals else ""
    return plot(
        "".join([*names, *rows, total_word, _peak(chart, grid)]),
        label=chart.label,
        left=left,
        right=_room(chart),
        kind="heat",
        count=len(chart.columns),
    )


def _row(row: int, chart: Heatmap, grid: _Grid, left: int) -> str:
    """Its name, its cells, and its total where there are totals."""
    low, high = _range(chart.cells)
    middle = percent(grid.down.centre(row))
    parts = [named(chart.rows[row], ROW_NAME_ROOM, class_="lbl", x=0, dx=-left, y=middle, dy=4)]
    parts += [
        grid.cell(row, column, style=_level(value, low, high))
        for column, value in enumerate(chart.cells[row])
    ]
    if chart.totals:
        parts.append(_at_the_right(chart, chart.totals[row], style="lbl total", y=middle, dy=4))
    return "".join(parts)


def _range(cells: Sequence[Sequence[float | None]]) -> tuple[float, float]:
    """Zero, or less where a value is, to the largest."""
    known = [value for row in cells for value in row if value is not None]
    return (min(0.0, *known, 0.0), max(known)) if known else (0.0, 0.0)


def _peak(chart: Heatmap, grid: _Grid) -> str:
    """An outline round the first of the largest; none where all are alike."""
    low, high = _range(chart.cells)
    if high <= low:
        return ""
    row = next(index for index, values in enumerate(chart.cells) if high in values)
    return grid.cell(row, list(chart.cells[row]).index(high), style="peak")


def _at_the_right(chart: Heatmap, words: str, *, style: str, **at: str | int) -> str:
    return text(words, class_=style, x="100%", dx=_room(chart) - 2, **at, text_anchor="end")


def _column_name(index: int, chart: Heatmap, across: Band) -> str:
    """Shortened for a wide tile; in a narrow one it ends where the next begins."""
    steps = min(chart.every, len(chart.columns) - index)
    drawn = named(chart.columns[index], steps * NOMINAL_WIDTH / len(chart.columns) - 4, x=0, y=11)
    style = "alt" if index // chart.every % 2 else None
    return tag(
        "svg",
        drawn,
        class_=style,
        x=percent(across.start(index)),
        y=-17,
        width=percent(max(across.step * steps - 0.5, across.width)),
        height=15,
    )


def _level(value: float | None, low: float, high: float) -> str:
    if value is None:
        return "hole"
    return f"q{round((value - low) / (high - low) * LEVELS)}" if high > low else "q0"


def _room(chart: Heatmap) -> int:
    return -(-int(widest([*chart.totals, chart.total_word]) + 10) // 8) * 8 if chart.totals else 0
