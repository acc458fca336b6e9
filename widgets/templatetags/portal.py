"""What pages of any app show of dashboards, routes and compiled SQL.

Templates may look up the layers where Python imports may not: a metric's page belongs to the catalog, yet shows which
engine answers it.
"""

from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from accounts.models import User
from catalog.contracts import GovernedMetric
from catalog.definitions import Direction, MetricDefinition
from catalog.selectors import dictionary
from metrics_portal import dates
from routing.contracts import NoRoute
from routing.selectors import route_for
from widgets.models import Dashboard
from widgets.pages.cuts import cuts_of
from widgets.pages.framing import frame_for
from widgets.pages.lineage import lineage_of
from widgets.pages.metric import metric_question, rows_address
from widgets.pages.sources import compiled_sources as compile_sources
from widgets.presentation import render_loading
from widgets.presentation.formats import formats_for
from widgets.presentation.highlight import highlight
from widgets.presentation.icons import arrow
from widgets.presentation.icons import engine_mark as mark
from widgets.resolver import window_asked

register = template.Library()
register.filter("day", dates.day)


@register.simple_tag
def dashboards() -> list[Dashboard]:
    return list(Dashboard.objects.all())


@register.filter
def initials(user: User) -> str:
    names = (user.get_full_name() or user.username).split()
    return "".join(name[0] for name in (names[0], *names[-1:][: len(names) - 1])) if names else "?"


@register.filter
def engine_mark(engine_label: str) -> SafeString:
    return mark_safe(mark(engine_label))  # noqa: S308 — a constant per engine


@register.filter
def highlighted(sql: str) -> SafeString:
    return mark_safe(highlight(sql))  # noqa: S308 — escaped where it is marked


@register.filter
def good_side(direction: str) -> SafeString:
    """Which way is good: an arrow and a word."""
    words = {Direction.UP: (True, "Up"), Direction.DOWN: (False, "Down")}
    rose, word = words.get(Direction(direction), (None, "Neither"))
    return mark_safe(f'<span class="delta flat">{arrow(rose)}{word}</span>')  # noqa: S308 — constants


@register.filter
def unit_words(definition: MetricDefinition) -> str:
    return formats_for(definition, settings.PORTAL_LOCALE).unit_words() or "Count"


@register.filter
def in_unit(value: float, definition: MetricDefinition) -> str:
    """A number in the metric's unit, exact."""
    formats = formats_for(definition, settings.PORTAL_LOCALE)
    return formats.brief(value) if formats.unit not in ("usd", "eur", "count") else formats.exact(value)


@register.simple_tag
def answered_by(name: str) -> SafeString:
    """The engine a metric is routed to, with its shape; says so when there is none."""
    try:
        label = route_for(name).engine_label
    except NoRoute:
        return mark_safe('<span class="muted">no route</span>')
    return mark_safe(f'<span class="engine">{mark(label)}{label}</span>')  # noqa: S308 — our own label


@register.inclusion_tag("widgets/rows_link.html")
def rows_link(metric: GovernedMetric) -> dict[str, str]:
    """A link to every row of the metric as a file; nothing where no engine answers it."""
    try:
        return {"address": rows_address(metric, route_for(metric.name).backend)}
    except NoRoute:
        return {"address": ""}


@register.simple_tag
def metric_tile(metric: GovernedMetric) -> SafeString:
    """The metric now and over time, as a tile that asks for itself."""
    question = metric_question(metric.name)
    frame, now = frame_for(question, f"metric-{metric.name}", span=12), timezone.now()
    return mark_safe(render_loading(frame, window_asked(question, now=now), now))  # noqa: S308 — escaped where it is composed


@register.inclusion_tag("widgets/sources.html")
def compiled_sources(metric: GovernedMetric) -> dict[str, Any]:
    zone = ZoneInfo(settings.TIME_ZONE)
    return {"sources": compile_sources(metric, dictionary(), now=timezone.now(), zone=zone)}


@register.inclusion_tag("widgets/cuts.html")
def cuts(metric: GovernedMetric) -> dict[str, Any]:
    """What the metric can be cut by."""
    zone = ZoneInfo(settings.TIME_ZONE)
    return {"cuts": cuts_of(metric, dictionary(), now=timezone.now(), zone=zone)}


@register.inclusion_tag("widgets/lineage.html")
def lineage(metric: GovernedMetric) -> dict[str, Any]:
    return {"metric": metric, "lineage": lineage_of(metric)}


@register.inclusion_tag("widgets/where_used.html")
def where_used(metric: GovernedMetric) -> dict[str, Any]:
    return {"lineage": lineage_of(metric)}
