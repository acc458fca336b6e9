"""A table: exact numbers, a bar for the size of each, the change in the metric's own unit."""

from collections.abc import Sequence
from html import escape

from sqlgen.contracts import Row
from widgets.charts.svg import percent
from widgets.presentation.categories import categories
from widgets.presentation.drawing import Drawing
from widgets.presentation.headline import change_html
from widgets.presentation.icons import icon


def table(drawing: Drawing) -> str:
    names = [*([drawing.grain.capitalize()] if drawing.grain else []), *drawing.dimension_labels()]
    rows = drawing.data.rows
    largest = max((abs(float(row.value)) for row in rows if row.value is not None), default=0.0)
    heads = "".join(f'<th scope="col" title="{escape(name)}">{escape(name)}</th>' for name in names)
    label, word = escape(drawing.data.definition.label), escape(drawing.formats.column_word())
    compared = '<th scope="col" class="num">Change</th>' if drawing.compared else ""
    body = "".join(_row(drawing, row, largest, bool(names)) for row in rows)
    cut = '<p class="muted more">Rows were cut off at the cap.</p>' if drawing.data.truncated else ""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(drawing.title)}"><table class="hair">'
        f'<caption class="vh">{escape(drawing.title)}</caption><thead><tr>{heads}'
        f'<th scope="col" class="num wide" title="{label}"><span class="whole">{label}</span>'
        f'<span class="brief" aria-hidden="true">{word}</span></th>{compared}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>{cut}"
    )


def _row(drawing: Drawing, row: Row, largest: float, named: bool) -> str:
    cells: Sequence[str] = [
        *([drawing.bucket(row.bucket)] if drawing.grain else []),
        *categories(row.dimensions),
    ]
    written = "".join(
        f'<th scope="row"><span class="cut-text" title="{escape(cell)}">{escape(cell)}</span></th>'
        if not index
        else f'<td><span class="cut-text" title="{escape(cell)}">{escape(cell)}</span></td>'
        for index, cell in enumerate(cells)
    )
    change = ""
    if drawing.compared:
        change = f'<td class="num">{change_html(drawing.formats, row.value, row.previous_value) or "–"}</td>'
    return f'<tr>{written}<td class="num">{_sized(drawing, row, largest)}</td>{change}</tr>'


def _sized(drawing: Drawing, row: Row, largest: float) -> str:
    exact = escape(drawing.formats.exact(row.value))
    warned = _past_warning(drawing, row)
    written = (
        f'<span class="mark warn">{icon("tri", "i-xs")}{exact}</span>' if warned else f"<span>{exact}</span>"
    )
    if row.value is None or not largest or not drawing.formats.adds_up:
        return f'<span class="cell plain">{written}</span>'
    width = percent(abs(float(row.value)) / largest * 100)
    bar = f'<svg class="unit" aria-hidden="true"><rect class="f1" width="{width}" height="8" rx="1.5"/></svg>'
    return f'<span class="cell">{bar}{written}</span>'


def _past_warning(drawing: Drawing, row: Row) -> bool:
    definition = drawing.data.definition
    warn = definition.thresholds.warn
    if warn is None or row.value is None or drawing.formats.adds_up:
        return False
    value = float(row.value)
    return value < warn if definition.direction.value == "up" else value > warn
