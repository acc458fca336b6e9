"""A tile's frame for a saved widget: its words, and the addresses that answer it."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from catalog.contracts import GovernedMetric
from sqlgen.compiler.columns import dimension_label
from sqlgen.contracts import Grain
from widgets.presentation.days import reach_of
from widgets.presentation.formats import formats_for
from widgets.presentation.frame import Frame
from widgets.specs import WidgetSpec

_PER = {Grain.DAY: "per day", Grain.WEEK: "per week", Grain.MONTH: "per month", Grain.QUARTER: "per quarter"}


def frame_of(
    *,
    reference: str,
    address: str,
    spec: WidgetSpec,
    metric: GovernedMetric,
    engine_label: str,
    span: int,
    page_window: str,
    query: str,
) -> Frame:
    """The frame of a widget. `address` answers it; `page_window` is the page's range, empty on a page that has none;
    `query` is the window, comparison and filters that the page's URL lays over it, encoded."""
    more = f"&{query}" if query else ""
    page = f"&{urlencode({'page': page_window})}" if page_window else ""
    return Frame(
        tile_id=reference,
        title=spec.title,
        subtitle=spec.options.subtitle or _subtitle(spec, metric),
        visual=spec.visual,
        span=span,
        revision=metric.revision,
        engine_label=engine_label,
        url=f"{address}?span={span}{page}{more}",
        export_url=f"{address}export/?{query}{'&' if query else ''}format=",
        spec_url=f"{address}spec/?{query}",
        metric_url=reverse("catalog:metric", args=[metric.name]),
        reach=reach_of(spec, metric),
        page_window=page_window,
    )


def _subtitle(spec: WidgetSpec, metric: GovernedMetric) -> str:
    """Unit, grain and cut: `US$ per day`, `Claims opened by device; the tick is the previous period`."""
    definition = metric.definition
    parts = [formats_for(definition, settings.PORTAL_LOCALE).unit_words() or definition.label]
    if spec.intent.grain:
        parts.append(_PER.get(spec.intent.grain, f"per {spec.intent.grain.value}"))
    if spec.intent.dimensions:
        labels = (dimension_label(metric, name) for name in spec.intent.dimensions)
        parts.append("by " + " and ".join(_in_a_sentence(label) for label in labels))
    words = " ".join(parts)
    return (
        f"{words}; the tick is the previous period" if spec.visual == "bar" and spec.intent.compare else words
    )


def _in_a_sentence(label: str) -> str:
    """`Workshop country` as `workshop country`; an abbreviation keeps its capitals."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
