"""A tile's frame for a saved widget: its words, and the addresses that answer it."""

from django.conf import settings
from django.urls import reverse

from catalog.definitions import MetricDefinition
from sqlgen.contracts import Grain
from widgets.presentation.formats import formats_for
from widgets.presentation.frame import Frame
from widgets.specs import WidgetSpec

_PER = {Grain.DAY: "per day", Grain.WEEK: "per week", Grain.MONTH: "per month", Grain.QUARTER: "per quarter"}


def frame_of(
    *,
    reference: str,
    address: str,
    spec: WidgetSpec,
    definition: MetricDefinition,
    revision: int,
    engine_label: str,
    span: int,
    query: str = "",
) -> Frame:
    """The frame of a widget. `address` answers it; `query` is the page's window, comparison and filters, encoded."""
    more = f"&{query}" if query else ""
    return Frame(
        tile_id=reference,
        title=spec.title,
        subtitle=spec.options.subtitle or _subtitle(spec, definition),
        visual=spec.visual,
        span=span,
        revision=revision,
        engine_label=engine_label,
        url=f"{address}?span={span}{more}",
        export_url=f"{address}export/?{query}{'&' if query else ''}format=",
        spec_url=f"{address}spec/?{query}",
        metric_url=reverse("catalog:metric", args=[definition.name]),
    )


def _subtitle(spec: WidgetSpec, definition: MetricDefinition) -> str:
    """Unit, grain and cut: `US$ per day`, `Claims opened by device; the tick is the previous period`."""
    parts = [formats_for(definition, settings.PORTAL_LOCALE).unit_words() or definition.label]
    if spec.intent.grain:
        parts.append(_PER.get(spec.intent.grain, f"per {spec.intent.grain.value}"))
    if spec.intent.dimensions:
        parts.append("by " + " and ".join(name.replace("_", " ") for name in spec.intent.dimensions))
    words = " ".join(parts)
    return (
        f"{words}; the tick is the previous period" if spec.visual == "bar" and spec.intent.compare else words
    )
