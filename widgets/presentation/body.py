"""What stands between a tile's header and its footer."""

import math
from dataclasses import replace
from html import escape
from typing import TypeVar

from django.conf import settings

from sqlgen.contracts import Filter, Row, Totals, Window
from widgets.contracts import TileData
from widgets.presentation.drawing import Drawing
from widgets.presentation.formats import formats_for
from widgets.presentation.icons import icon
from widgets.presentation.visuals import VISUALS
from widgets.specs import WidgetSpec

NOT_A_NUMBER = "A value is missing because the engine gave NaN or infinity."
Line = TypeVar("Line", Row, Totals)


def render_body(data: TileData, spec: WidgetSpec) -> str:
    """The visual drawn from the answer as markup that ages not at all; without rows, what matched nothing."""
    shown = _finite(data)
    drawing = Drawing(shown, spec, formats_for(data.definition, settings.PORTAL_LOCALE))
    if not data.rows:
        return _nothing(drawing)
    left_out = "" if shown is data else f'<p class="muted more">{NOT_A_NUMBER}</p>'
    return VISUALS[spec.visual](drawing) + left_out


def _finite(data: TileData) -> TileData:
    """The same answer, NaN and infinity as missing values: they have no place on a scale. The API says null."""
    if all(_speakable(row) for row in data.rows) and (data.totals is None or _speakable(data.totals)):
        return data
    return replace(
        data,
        rows=tuple(_said(row) for row in data.rows),
        totals=_said(data.totals) if data.totals else None,
    )


def _speakable(row: Row | Totals) -> bool:
    return all(value is None or math.isfinite(value) for value in (row.value, row.previous_value))


def _said(row: Line) -> Line:
    now, before = (
        None if value is None or not math.isfinite(value) else value
        for value in (row.value, row.previous_value)
    )
    return replace(row, value=now, previous_value=before)


def _nothing(drawing: Drawing) -> str:
    intent = drawing.data.intent
    title = "Nothing matches these filters" if intent.filters else "Nothing fell in this window"
    parts = [_filter_words(each) for each in intent.filters]
    if intent.window is not None:
        parts.append(_window_words(drawing, intent.window))
    said = ", ".join(parts)
    return blank(
        "inbox", title, f"{said[:1].upper()}{said[1:]}." if said else "The query ran and no row matched."
    )


def blank(symbol: str, title: str, words: str, *, actions: str = "", tone: str = "") -> str:
    """A tile without a value: what happened, then what to do. `actions` is markup."""
    return (
        f'<div class="blank">{icon(symbol, tone)}<b>{escape(title)}</b><p>{escape(words)}</p>'
        f"{f'<div class=do>{actions}</div>' if actions else ''}</div>"
    )


def _filter_words(each: Filter) -> str:
    values = ", ".join("unknown" if value is None else str(value) for value in each.values)
    words = each.op.value.replace("_", " ")
    return f"{each.dimension.replace('_', ' ')} {'is' if words == 'in' else words} {values}".strip()


def _window_words(drawing: Drawing, window: Window) -> str:
    return f"from {drawing.words.full_day(window.start.date())} to before {drawing.words.full_day(window.end.date())}"
