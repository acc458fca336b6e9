"""A dashboard's tiles, before their answers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from catalog.contracts import GovernedMetric
from catalog.selectors import governed
from routing.contracts import NoRoute
from routing.selectors import route_for
from sqlgen.contracts import FilterOp
from widgets.asking import filter_from
from widgets.models import Dashboard, Placement
from widgets.pages.address import Address
from widgets.presentation import render_loading
from widgets.presentation.frames import frame_of
from widgets.specs import WidgetSpec

_FALLBACK_WINDOW = "last_30_days"


@dataclass(frozen=True, slots=True)
class FilterChip:
    label: str
    words: str
    without: str  # the page's URL without this filter


@dataclass(frozen=True, slots=True)
class Offer:
    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardPage:
    kpis: tuple[SafeString, ...]
    tiles: tuple[SafeString, ...]
    filters: tuple[FilterChip, ...]
    offers: tuple[Offer, ...]
    kept: tuple[tuple[str, str], ...]
    reset: str
    usual_window: str

    @property
    def count(self) -> int:
        return len(self.kpis) + len(self.tiles)


def dashboard_page(dashboard: Dashboard, address: Address) -> DashboardPage:
    """Every tile as a skeleton that asks for itself; placements and their metrics are loaded already."""
    placed = list(dashboard.placements.all())
    metrics = {place.pk: governed(place.widget.metric) for place in placed if _live(place)}
    drawn = {place.pk: _loading(place, metrics.get(place.pk), address) for place in placed}
    return DashboardPage(
        kpis=tuple(drawn[place.pk] for place in placed if place.section == Placement.Section.KPI),
        tiles=tuple(drawn[place.pk] for place in placed if place.section == Placement.Section.MAIN),
        filters=tuple(_chips(address)),
        offers=_offers(list(metrics.values())),
        kept=tuple(address.pairs_without()),
        reset=address.url(filters=()),
        usual_window=_usual_window(placed),
    )


def _usual_window(placed: list[Placement]) -> str:
    """The window most tiles were saved with: what the page's own range is called."""
    saved = [place.widget.spec["intent"].get("window") for place in placed]
    counted = Counter(window for window in saved if window)
    return counted.most_common(1)[0][0] if counted else _FALLBACK_WINDOW


def tile_address(reference: str) -> str:
    return reverse("widgets:tile", args=[reference])


def _live(place: Placement) -> bool:
    metric = place.widget.metric
    return metric.retired_at is None and metric.live_revision_id is not None


def _loading(place: Placement, metric: GovernedMetric | None, address: Address) -> SafeString:
    reference = str(place.widget_id)
    spec = WidgetSpec.model_validate(place.widget.spec)
    if metric is None:
        return mark_safe(
            '<article class="tile span-4"><div class="body"><p>Its metric was retired.</p></div></article>'
        )
    frame = frame_of(
        reference=reference,
        address=tile_address(reference),
        spec=spec,
        definition=metric.definition,
        revision=metric.revision,
        engine_label=_engine(metric.name),
        span=place.span,
        query=address.query(),
    )
    return mark_safe(render_loading(frame))  # noqa: S308 — escaped where it is composed


def _engine(metric: str) -> str:
    try:
        return route_for(metric).engine_label
    except NoRoute:
        return ""


def _chips(address: Address) -> Iterator[FilterChip]:
    for written in address.filters:
        filter_ = filter_from(written)
        words = ", ".join(str(value) for value in filter_.values)
        rest = tuple(each for each in address.filters if each != written)
        operator = "" if filter_.op is FilterOp.IN else f"{filter_.op.value.replace('_', ' ')} "
        yield FilterChip(_label(filter_.dimension), f"{operator}{words}".strip(), address.url(filters=rest))


def _offers(metrics: list[GovernedMetric]) -> tuple[Offer, ...]:
    """What most of the page's metrics can be cut by, the most shared first."""
    shared: dict[str, int] = {}
    labels: dict[str, str] = {}
    for metric in metrics:
        for source in metric.definition.sources[:1]:
            for dimension in source.dimensions:
                shared[dimension.name] = shared.get(dimension.name, 0) + 1
                labels.setdefault(dimension.name, dimension.label or _label(dimension.name))
    ranked = sorted(shared, key=lambda name: (-shared[name], name))
    return tuple(Offer(name, labels[name]) for name in ranked if shared[name] > 1)


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
