"""A matrix of two dimensions, weekday by hour above all."""

from collections.abc import Sequence
from html import escape

from widgets.charts.heatmap import Heatmap, draw_heatmap
from widgets.charts.labels import Value
from widgets.presentation.categories import category
from widgets.presentation.drawing import Drawing
from widgets.presentation.tables import behind, table_html

_HOURS = 24


def heatmap(drawing: Drawing) -> str:
    """First dimension down, second across; every weekday and hour has its place even when nothing fell on it."""
    down, across = drawing.data.intent.dimensions
    found = {row.dimensions: row.value for row in drawing.data.rows}
    rows = _members(down, [names[0] for names in found])
    columns = _members(across, [names[1] for names in found])
    empty = 0 if drawing.formats.adds_up else None
    raw = [[found.get((row, column), empty) for column in columns] for row in rows]
    cells = [[None if value is None else drawing.formats.shown(value) for value in line] for line in raw]
    totals = (
        [drawing.formats.brief(sum(value or 0 for value in line)) for line in raw]
        if drawing.formats.adds_up
        else []
    )
    chart = Heatmap(
        label=f"{drawing.title}: {_peak(drawing, rows, columns, cells)}",
        rows=[_written(drawing, down, name) for name in rows],
        columns=[_written(drawing, across, name) for name in columns],
        cells=cells,
        totals=totals,
        total_word="Total" if totals else "",
        every=3 if len(columns) > 12 else 1,
    )
    return _ramp(drawing, raw) + draw_heatmap(chart) + behind(_table(drawing, chart, raw), drawing.title)


def _table(drawing: Drawing, chart: Heatmap, raw: Sequence[Sequence[Value | None]]) -> str:
    return table_html(
        drawing.title,
        [drawing.dimension_labels()[0], *chart.columns],
        [
            [name, *(drawing.formats.exact(value) for value in line)]
            for name, line in zip(chart.rows, raw, strict=True)
        ],
    )


def _ramp(drawing: Drawing, raw: Sequence[Sequence[Value | None]]) -> str:
    known = [value for line in raw for value in line if value is not None]
    if not known:
        return ""
    low, high = (escape(drawing.formats.brief(value)) for value in (min(known), max(known)))
    return f'<p class="ramp" aria-hidden="true">{low}<i></i>{high}</p>'


def _members(dimension: str, found: Sequence[str]) -> list[str]:
    known = {"weekday": [str(day) for day in range(1, 8)], "hour": [str(hour) for hour in range(_HOURS)]}
    if dimension in known:
        return known[dimension]
    return list(dict.fromkeys(found))


def _written(drawing: Drawing, dimension: str, name: str) -> str:
    if dimension == "weekday":
        return drawing.words.weekday(int(name))
    return name.zfill(2) if dimension == "hour" else category(name)


def _peak(
    drawing: Drawing, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[float | None]]
) -> str:
    known = [
        (value, row, column)
        for row, line in zip(rows, cells, strict=True)
        for column, value in zip(columns, line, strict=True)
        if value is not None
    ]
    if not known:
        return "no values."
    value, row, column = max(known, key=lambda item: item[0])
    down, across = drawing.data.intent.dimensions
    at = f"{_written(drawing, down, row)}, {_written(drawing, across, column)}"
    return f"the peak is {drawing.words.significant(value)} at {at}."
