"""A single figure with its change, its shape and its threshold."""

from html import escape

from widgets.charts.sparkline import draw_sparkline
from widgets.presentation.drawing import Drawing
from widgets.presentation.headline import change_html, headline_values, threshold_html
from widgets.presentation.series import timeline
from widgets.presentation.tables import behind
from widgets.presentation.visuals.time import timeline_table

NO_COMPARISON = "Nothing to compare"  # short: the narrowest key figure has room for no more


def kpi(drawing: Drawing) -> str:
    now, _ = headline_values(drawing)
    figure = drawing.formats.figure(now)
    spark = draw_sparkline(timeline(drawing.data.rows, drawing.formats).values) if drawing.grain else ""
    return (
        f'<div class="row"><p class="big" title="{escape(drawing.formats.exact(now))}">{figure.html()}</p>{spark}</div>'
        f'<p class="change">{_change(drawing)}</p>'
        f"{threshold_html(drawing, now)}"
        f"{behind(timeline_table(drawing), drawing.title) if drawing.grain else ''}"
    )


def _change(drawing: Drawing) -> str:
    now, before = headline_values(drawing)
    changed = change_html(drawing.formats, now, before)
    if changed:
        return f'{changed}<span class="muted from">from {escape(drawing.formats.brief(before))}</span>'
    words = NO_COMPARISON if drawing.compared else "Right now" if _of_now(drawing) else "No comparison"
    return f'<span class="muted">{words}</span>'


def _of_now(drawing: Drawing) -> bool:
    return drawing.data.intent.window is None
