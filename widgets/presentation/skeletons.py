"""The shape of an answer before it comes, per visual."""

from types import MappingProxyType

from widgets.specs import Visual

_BARS = (
    '<div class="sk-bars">'
    + "".join(f'<i class="sk sk-w{width}"></i>' for width in (9, 6, 5, 4, 3, 2))
    + "</div>"
)
_COLUMNS = (
    '<div class="sk-cols">'
    + "".join(f'<i class="sk sk-h{height}"></i>' for height in (4, 6, 5, 7, 6, 8, 9, 7))
    + "</div>"
)
_CELLS = '<div class="sk-rows">' + '<i class="sk"></i>' * 7 + "</div>"
_MIX = '<div class="sk sk-bar"></div><div class="sk-rows">' + '<i class="sk"></i>' * 4 + "</div>"
_KPI = '<div class="sk sk-big"></div><div class="sk sk-small"></div><div class="sk sk-thin"></div>'

_SHAPES: MappingProxyType[Visual, str] = MappingProxyType(
    {
        "kpi": _KPI,
        "line": _COLUMNS,
        "stacked": _COLUMNS,
        "bar": _BARS,
        "mix": _MIX,
        "heatmap": _CELLS,
        "table": _CELLS,
    }
)


def skeleton(visual: Visual) -> str:
    return _SHAPES[visual]
