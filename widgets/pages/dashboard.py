"""A dashboard's tiles: answered where the cache holds an answer, else asking for themselves."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from accounts.contracts import Viewer
from catalog.contracts import GovernedMetric
from catalog.selectors import governed
from sqlgen.compiler.columns import dimension_label
from sqlgen.contracts import FilterOp
from sqlgen.shape import dimension_names
from widgets.asking import filter_from
from widgets.contracts import Answer, Overrides, Question
from widgets.models import Dashboard, Placement
from widgets.pages.address import Address
from widgets.presentation import Frame, render_loading, render_tile
from widgets.presentation.frames import frame_of
from widgets.resolver import resolve_known, window_asked
from widgets.selectors import question_of

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
    engines: int

    @property
    def count(self) -> int:
        return len(self.kpis) + len(self.tiles)


def dashboard_page(dashboard: Dashboard, address: Address, viewer: Viewer, now: datetime) -> DashboardPage:
    """Every tile of the page; placements, metrics and routes are loaded already.

    What the cache can answer is drawn at once, in one read of it; every other tile is a skeleton that asks for itself.
    Raises InvalidInput for a filter that cannot be read.
    """
    placed = list(dashboard.placements.all())
    live = [place for place in placed if _live(place)]
    questions = {place.pk: question_of(place.widget) for place in live}
    metrics = {place.pk: governed(place.widget.metric) for place in live}
    overrides, usual = address.overrides(), _usual_window(placed)
    known = resolve_known(list(questions.values()), viewer, now=now, overrides=overrides)
    drawn = {place.pk: _retired(place) for place in placed}
    for place, answer in zip(live, known, strict=True):
        question = questions[place.pk]
        frame = _frame(place, question, metrics[place.pk], address, usual)
        drawn[place.pk] = _tile(frame, question, answer, overrides, now)
    return DashboardPage(
        kpis=tuple(drawn[place.pk] for place in placed if place.section == Placement.Section.KPI),
        tiles=tuple(drawn[place.pk] for place in placed if place.section == Placement.Section.MAIN),
        filters=tuple(_chips(address, list(metrics.values()))),
        offers=_offers(list(metrics.values())),
        kept=tuple(address.pairs_without()),
        reset=address.url(filters=()),
        usual_window=usual,
        engines=len({each.route.backend for each in questions.values() if each.route}),
    )


def _tile(
    frame: Frame, question: Question, answer: Answer | None, overrides: Overrides, now: datetime
) -> SafeString:
    """The answered tile, or the skeleton that asks for itself."""
    if answer:
        drawn = render_tile(frame, answer, now, asked=False)
    else:
        drawn = render_loading(frame, window_asked(question, now=now, overrides=overrides), now)
    return mark_safe(drawn)  # noqa: S308 — escaped where it is composed


def _usual_window(placed: list[Placement]) -> str:
    """The window most tiles were saved with: what the page's own range is called."""
    saved = [place.widget.spec["intent"].get("window") for place in placed]
    counted = Counter(window for window in saved if window)
    return counted.most_common(1)[0][0] if counted else _FALLBACK_WINDOW


def _retired(place: Placement) -> SafeString:
    """What stands where the tile was, until somebody takes it away or its metric comes back."""
    kind = "kpi" if place.widget.spec["visual"] == "kpi" else "tile"
    return format_html(
        '<article class="{} span-{}"><header><div><h2>{}</h2></div></header>'
        '<div class="body"><p>Its metric was retired.</p></div></article>',
        kind, place.span, place.widget.title,
    )  # fmt: skip


def _live(place: Placement) -> bool:
    metric = place.widget.metric
    return metric.retired_at is None and metric.live_revision_id is not None


def _frame(
    place: Placement, question: Question, metric: GovernedMetric, address: Address, usual: str
) -> Frame:
    reference = str(place.widget_id)
    assert question.spec is not None  # noqa: S101 — a saved widget has a spec
    return frame_of(
        reference=reference,
        address=reverse("widgets:tile", args=[reference]),
        spec=question.spec,
        metric=metric,
        engine_label=question.route.engine_label if question.route else "",
        span=place.span,
        page_window=address.window or usual,
        query=address.query(),
    )


def _chips(address: Address, metrics: list[GovernedMetric]) -> Iterator[FilterChip]:
    for written in address.filters:
        filter_ = filter_from(written)
        words = ", ".join(str(value) for value in filter_.values)
        rest = tuple(each for each in address.filters if each != written)
        operator = "" if filter_.op is FilterOp.IN else f"{filter_.op.value.replace('_', ' ')} "
        label = _label_among(metrics, filter_.dimension)
        yield FilterChip(label, f"{operator}{words}".strip(), address.url(filters=rest))


def _label_among(metrics: list[GovernedMetric], name: str) -> str:
    """What the page's metrics call a dimension."""
    having = next((metric for metric in metrics if name in dimension_names(metric)), None)
    return dimension_label(having, name) if having else _label(name)


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
