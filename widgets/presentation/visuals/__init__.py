"""One renderer per visual; `VISUALS` is the registry."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from widgets.presentation.drawing import Drawing
from widgets.presentation.visuals.groups import bars, mix
from widgets.presentation.visuals.kpi import kpi
from widgets.presentation.visuals.matrix import heatmap
from widgets.presentation.visuals.table import table
from widgets.presentation.visuals.time import line, stacked
from widgets.specs import Visual

Renderer = Callable[[Drawing], str]

VISUALS: Mapping[Visual, Renderer] = MappingProxyType(
    {
        "kpi": kpi,
        "line": line,
        "bar": bars,
        "stacked": stacked,
        "mix": mix,
        "heatmap": heatmap,
        "table": table,
    }
)
