"""Visuals over time: a line, stacked columns."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape

from widgets.charts.labels import Value
from widgets.charts.line import Limit, LineChart, Pin, Series, draw_line
from widgets.charts.periods import time_ticks
from widgets.charts.stacked import Layer, StackedChart, draw_stacked
from widgets.charts.svg import fitted
from widgets.contracts import Annotation
from widgets.presentation.drawing import Drawing
from widgets.presentation.headline import change_html, headline_values, thresholds_rise
from widgets.presentation.series import Timeline, layers, timeline
from widgets.presentation.tables import behind, table_html

_NAME_ROOM = 96.0  # px
_HEIGHT, _HEIGHT_UNDER_HEADLINE = 150.0, 96.0  # px of a plot in a tile of the usual height


def line(drawing: Drawing) -> str:
    """The series with its comparison ghosted, or one line per group; the headline above when totals were asked for."""
    if drawing.data.intent.dimensions:
        return _grouped_line(drawing)
    series = timeline(drawing.data.rows, drawing.formats)
    shown = [
        Series(values=series.values, style="now", title="", note="this period" if drawing.compared else ""),
    ]
    if drawing.compared:
        shown.append(Series(values=series.previous, style="then", title="", note=drawing.comparison_words))
    chart = LineChart(
        label=_summary(drawing, series),
        series=tuple(shown),
        ticks=time_ticks(series.buckets, drawing.grain, drawing.words),
        tick_label=drawing.formats.tick,
        end_label=lambda value: _of_shown(drawing, value),
        limits=_limits(drawing),
        pins=_pins(drawing, series.buckets),
        whole=drawing.formats.is_count,
        height=_HEIGHT if drawing.data.totals is None else _HEIGHT_UNDER_HEADLINE,
    )
    pins = _pins_told(chart.pins)
    return _lead(drawing) + draw_line(chart) + pins + behind(timeline_table(drawing), drawing.title)


def stacked(drawing: Drawing) -> str:
    buckets, found = layers(drawing.data, drawing.formats, drawing.spec.options.top)
    chart = StackedChart(
        label=_groups_summary(drawing, found),
        layers=tuple(Layer(name, values) for name, values in found),
        ticks=time_ticks(buckets, drawing.grain, drawing.words, most=5 if drawing.grain == "day" else 7),
        count=len(buckets),
        tick_label=drawing.formats.tick,
        whole=drawing.formats.is_count,
    )
    return draw_stacked(chart) + behind(_layers_table(drawing, buckets, found), drawing.title)


def timeline_table(drawing: Drawing) -> str:
    """The series as a table, exact."""
    formats, rows = drawing.formats, drawing.data.rows
    if drawing.compared:
        head = [drawing.grain.capitalize(), "Value", drawing.comparison_words.capitalize(), "Change"]
        cells = [
            [
                drawing.bucket(row.bucket),
                formats.exact(row.value),
                formats.exact(row.previous_value),
                _signed(drawing, row.value, row.previous_value),
            ]
            for row in rows
        ]
    else:
        head = [drawing.grain.capitalize(), "Value"]
        cells = [[drawing.bucket(row.bucket), formats.exact(row.value)] for row in rows]
    return table_html(drawing.title, head, cells)


def _grouped_line(drawing: Drawing) -> str:
    buckets, found = layers(drawing.data, drawing.formats, drawing.spec.options.top)
    chart = LineChart(
        label=_groups_summary(drawing, found),
        series=tuple(
            Series(values=values, style=f"s{number}", title=fitted(name, _NAME_ROOM))
            for number, (name, values) in enumerate(found, 1)
        ),
        ticks=time_ticks(buckets, drawing.grain, drawing.words),
        tick_label=drawing.formats.tick,
        end_label=lambda value: _of_shown(drawing, value),
        limits=_limits(drawing),
        pins=_pins(drawing, buckets),
        whole=drawing.formats.is_count,
    )
    return draw_line(chart) + behind(_layers_table(drawing, buckets, found), drawing.title)


def _lead(drawing: Drawing) -> str:
    if drawing.data.totals is None:
        return ""
    now, before = headline_values(drawing)
    figure = drawing.formats.figure(now).html()
    return f'<div class="lead"><p class="big">{figure}</p>{change_html(drawing.formats, now, before)}</div>'


def _limits(drawing: Drawing) -> tuple[Limit, ...]:
    warn, formats = drawing.data.definition.thresholds.warn, drawing.formats
    # A threshold speaks of the whole window: on a daily series of something that adds up it would mislead.
    if warn is None or formats.adds_up:
        return ()
    side = "below" if thresholds_rise(drawing) else "above"
    return (Limit(formats.shown(warn), f"Warning, {side} {formats.brief(warn)}"),)


def _pins(drawing: Drawing, buckets: Sequence[date]) -> tuple[Pin, ...]:
    if len(buckets) < 2:
        return ()
    return tuple(
        Pin(position, _told(drawing, annotation))
        for annotation in drawing.data.annotations
        if (position := _position(annotation.at, buckets)) is not None
    )


def _told(drawing: Drawing, annotation: Annotation) -> str:
    """What happened after the last bucket was over stands at the series' end, so it says its day."""
    window, local = drawing.data.intent.window, annotation.at
    if window is None or local < window.end:
        return annotation.text
    return f"{drawing.words.day(local.astimezone(window.end.tzinfo).date())}: {annotation.text}"


def _pins_told(pins: Sequence[Pin]) -> str:
    """The words of several pins, which would meet in the drawing; a single one is told beside its pin."""
    if len(pins) < 2:
        return ""
    told = "; ".join(f"{number} {pin.text}" for number, pin in enumerate(pins, 1))
    return f'<p class="muted more cut-text" title="{escape(told)}">{escape(told)}</p>'


def _position(at: datetime, buckets: Sequence[date]) -> float | None:
    day = at.date()
    if day < buckets[0] or not buckets:
        return None
    return float(max(index for index, bucket in enumerate(buckets) if bucket <= day))


def _of_shown(drawing: Drawing, value: float) -> str:
    """A drawn value in words: rates are drawn as percentages but worded from what the source said."""
    return drawing.formats.brief(value / 100 if drawing.formats.is_rate else value)


def _signed(drawing: Drawing, now: Value | None, before: Value | None) -> str:
    change = drawing.formats.change(now, before)
    if change is None or change.rose is None:
        return "–" if change is None else change.words
    return f"{'+' if change.rose else drawing.words.minus}{change.words}"


def _summary(drawing: Drawing, series: Timeline) -> str:
    known = [
        (bucket, value)
        for bucket, value in zip(series.buckets, series.values, strict=True)
        if value is not None
    ]
    if not known:
        return f"{drawing.title} per {drawing.grain}: no values."
    (last_bucket, last), values = known[-1], [value for _, value in known]
    return (
        f"{drawing.title} per {drawing.grain}, {drawing.bucket(series.buckets[0])} to {drawing.bucket(last_bucket)}: "
        f"from {_of_shown(drawing, min(values))} to {_of_shown(drawing, max(values))}, "
        f"last {_of_shown(drawing, last)}."
    )


def _groups_summary(drawing: Drawing, found: Sequence[tuple[str, Sequence[float | None]]]) -> str:
    lasts = [
        f"{name} {_of_shown(drawing, values[-1])}"
        for name, values in found
        if values and values[-1] is not None
    ]
    return f"{drawing.title} per {drawing.grain}. Last: {', '.join(lasts) or 'no values'}."


def _layers_table(
    drawing: Drawing, buckets: Sequence[date], found: Sequence[tuple[str, Sequence[float | None]]]
) -> str:
    scale = 100 if drawing.formats.is_rate else 1
    rows = [
        [
            drawing.bucket(bucket),
            *(
                drawing.formats.exact(None if values[index] is None else (values[index] or 0.0) / scale)
                for _, values in found
            ),
        ]
        for index, bucket in enumerate(buckets)
    ]
    return table_html(drawing.title, [drawing.grain.capitalize(), *(name for name, _ in found)], rows)
