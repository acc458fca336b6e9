"""The number that leads a tile: value, change against the comparison, threshold."""

from html import escape

from widgets.charts.gauge import Gauge, draw_gauge, draw_no_gauge, zone
from widgets.charts.labels import Value
from widgets.presentation.drawing import Drawing
from widgets.presentation.formats import Formats
from widgets.presentation.icons import arrow, icon

_TONES = {"better": "good", "worse": "bad", "": "flat"}


def headline_values(drawing: Drawing) -> tuple[Value | None, Value | None]:
    """The whole window's value and its comparison: the totals, the only row, else the series' last known bucket."""
    data = drawing.data
    if data.totals is not None:
        return data.totals.value, data.totals.previous_value
    known = [row for row in data.rows if row.value is not None]
    return (known[-1].value, known[-1].previous_value) if known else (None, None)


def change_html(formats: Formats, now: Value | None, before: Value | None) -> str:
    """`▲ 8.2% better`; empty without a comparison."""
    change = formats.change(now, before)
    if change is None:
        return ""
    verdict = f" {change.verdict}" if change.verdict else ""
    tone = _TONES[change.verdict]
    return f'<span class="delta {tone}">{arrow(change.rose)}{escape(change.words)}{verdict}</span>'


def threshold_html(drawing: Drawing, value: Value | None) -> str:
    """The value against the metric's thresholds, in words beside a bar of its zones."""
    thresholds, formats = drawing.data.definition.thresholds, drawing.formats
    if thresholds.warn is None or value is None or not _thresholds_apply(drawing):
        return f'<p class="gauge"><span class="say">{icon("none", "i-xs")}No threshold</span>{draw_no_gauge()}</p>'
    gauge = Gauge(
        value=float(value),
        warn=thresholds.warn,
        critical=thresholds.critical,
        good_is_up=thresholds_rise(drawing),
    )
    where = zone(gauge)
    words, symbol = _threshold_words(gauge, where, formats)
    said = f'<span class="say {where}">{icon(symbol, "i-xs")}{escape(words)}</span>'
    return f'<p class="gauge">{said}{draw_gauge(gauge)}</p>'


def _thresholds_apply(drawing: Drawing) -> bool:
    """What adds up grows with its window and shrinks with a filter: its thresholds hold for the default question."""
    intent, default = drawing.data.intent, drawing.data.definition.default
    if not drawing.formats.adds_up or intent.window is None:
        return True
    return intent.window.label == default.window and not intent.filters


def thresholds_rise(drawing: Drawing) -> bool:
    """Whether more is better on this metric; a neutral one says it by the order of its thresholds."""
    definition = drawing.data.definition
    if definition.direction.value == "neutral":
        thresholds = definition.thresholds
        return (
            thresholds.critical is not None
            and thresholds.warn is not None
            and thresholds.critical < thresholds.warn
        )
    return definition.direction.value == "up"


def _threshold_words(gauge: Gauge, where: str, formats: Formats) -> tuple[str, str]:
    warn = formats.brief(gauge.warn)
    if where == "good":
        return f"{'Above' if gauge.good_is_up else 'Below'} {warn}", "okc"
    if where == "warn" or gauge.critical is None:
        return f"Past warning, {warn}", "tri"
    return f"Past critical, {formats.brief(gauge.critical)}", "stop"
