"""Visuals of groups side by side: bars, and parts of a whole."""

from collections.abc import Sequence
from html import escape

from widgets.charts.bar import BarChart, draw_bars
from widgets.charts.groups import Group, shares, whole_percents
from widgets.charts.mix import Part, draw_mix
from widgets.presentation.categories import categories
from widgets.presentation.drawing import Drawing
from widgets.presentation.icons import arrow
from widgets.presentation.series import groups
from widgets.presentation.tables import behind, table_html

_MIX_PARTS = 5


def bars(drawing: Drawing) -> str:
    """Bars in the answer's order, shares beside values that add up."""
    found, left_out = groups(drawing.data, drawing.formats, drawing.spec.options.top)
    parts = shares(found) if drawing.formats.adds_up else (None,) * len(found)
    chart = BarChart(
        label=f"{drawing.title}. "
        + ", ".join(f"{group.name} {_value(drawing, group.value)}" for group in found)
        + ".",
        groups=found,
        value_label=lambda value: _value(drawing, value),
        shares=tuple("" if part is None else f"{part}%" for part in whole_percents(parts)),
    )
    more = f'<p class="muted more">{left_out} more in the table</p>' if left_out else ""
    return draw_bars(chart) + more + behind(_all_groups(drawing), drawing.title)


def mix(drawing: Drawing) -> str:
    """Now over before, and each part with its share and the points it moved; bars where parts make no whole."""
    found, _ = groups(drawing.data, drawing.formats, drawing.spec.options.top or _MIX_PARTS)
    now = shares(found)
    if not found or None in now:
        return bars(drawing)
    before = shares([Group(group.name, group.previous) for group in found])
    whole_now, whole_before = whole_percents(now), whole_percents(before)
    parts = [
        Part(group.name, share or 0.0, was, f"{percent}%")
        for group, share, was, percent in zip(found, now, before, whole_now, strict=True)
    ]
    label = f"{drawing.title}. " + ", ".join(f"{part.name} {part.words}" for part in parts) + "."
    picture = draw_mix(parts, label=label, now_word="Now", before_word=drawing.comparison_words.capitalize())
    rows = "".join(
        _mix_row(number, part, percent, was)
        for number, (part, percent, was) in enumerate(zip(parts, whole_now, whole_before, strict=True))
    )
    return f'{picture}<ul class="mix">{rows}</ul>{behind(_all_groups(drawing), drawing.title)}'


def _mix_row(number: int, part: Part, percent: int | None, was: int | None) -> str:
    moved = ""
    if percent is not None and was is not None:
        points = percent - was
        words = f"{abs(points)} pt" if points else "same"
        moved = f'<span class="delta">{arrow(None if points == 0 else points > 0)}{words}</span>'
    name = escape(part.name)
    swatch = f'<i class="sw b{number % 6 + 1}"></i>'
    return f'<li>{swatch}<span class="cut-text" title="{name}">{name}</span><b>{part.words}</b>{moved}</li>'


def _all_groups(drawing: Drawing) -> str:
    formats, rows = drawing.formats, drawing.data.rows
    names = drawing.dimension_labels() or ("Group",)
    if drawing.compared:
        head = [*names, "Value", drawing.comparison_words.capitalize()]
        cells: Sequence[Sequence[str]] = [
            [*categories(row.dimensions), formats.exact(row.value), formats.exact(row.previous_value)]
            for row in rows
        ]
    else:
        head = [*names, "Value"]
        cells = [[*categories(row.dimensions), formats.exact(row.value)] for row in rows]
    return table_html(drawing.title, head, cells, text_columns=len(names))


def _value(drawing: Drawing, value: float | None) -> str:
    if value is None:
        return "no value"
    return drawing.formats.brief(value / 100 if drawing.formats.is_rate else value)
