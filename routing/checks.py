"""Is everything in place to answer every live metric? Every fault is told at once, with its hint.

Settings are checked by every `manage.py check`. What needs the portal's database or an engine is checked
before a process starts, and by `manage.py check --deploy`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.utils import timezone

from catalog.contracts import GovernedMetric
from catalog.definitions import MetricDefinition
from catalog.findings import suggestion
from catalog.offering import backends_of
from catalog.selectors import definitions_in_force, live_metrics
from routing.backends import by_reader
from routing.backends.registry import ENGINES
from routing.default_questions import default_question_findings
from routing.generation_findings import generation_findings
from routing.models import Route
from routing.reader_role import reader_role_findings
from routing.route_file import NEVER_WARM_HINT, never_warm, not_configured_hint
from routing.warehouse.findings import reader_findings, warehouse_findings

_BOUNDS = {
    "deadline_seconds": "Every query must be able to end.",
    "max_rows": "Every answer must be able to end.",
    "slots": "An engine answers only so many queries at once.",
}
_EXPORT_BOUNDS = {
    "EXPORT_DEADLINE_SECONDS": "Every export must be able to end.",
    "EXPORT_MAX_ROWS": "Every file must be able to end.",
    "EXPORT_SLOTS": "Exports may take only so many of an engine's places for queries.",
}


@register(Tags.security)
def exports_are_bounded(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """No export without an end, and no crowd of them."""
    return [
        Error(
            f"Exports have no bound: {name} is {getattr(settings, name)!r}.",
            hint=f"{reason} Set {name} to a number above 0.",
            id="routing.E012",
        )
        for name, reason in _EXPORT_BOUNDS.items()
        if not _is_bound(getattr(settings, name))
    ]


@register(Tags.security)
def backends_are_bounded(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Known engines, and no query, answer or crowd of queries without an end."""
    found: list[CheckMessage] = []
    for name, options in sorted(settings.SQL_BACKENDS.items()):
        engine = str(options.get("engine", ""))
        if engine not in ENGINES:
            hint = suggestion(engine, ENGINES)
            found.append(
                Error(f"Backend {name} has the unknown engine {engine!r}.", hint=hint, id="routing.E001")
            )
        for bound, reason in _BOUNDS.items():
            if not _is_bound(options.get(bound)):
                hint = f"{reason} Set {bound} to a number above 0."
                found.append(Error(f"Backend {name} has no {bound}.", hint=hint, id="routing.E002"))
    return found


@register(Tags.security)
def warehouses_can_be_reached(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """An address, a transport and one way to sign in, none of them in contradiction; a way to know a reader."""
    return [*warehouse_findings(), *reader_findings()]


@register("routing", deploy=True)
def boot(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The findings. Only with `--deploy` and before a process starts: every other command must run without them, or
    nobody could mend what they find."""
    return boot_findings()


def boot_findings() -> list[CheckMessage]:
    """Everything that stands between this installation and honest answers; reads the database and asks
    PostgreSQL."""
    definitions = definitions_in_force()
    routes = {row.metric.name: row for row in Route.objects.select_related("metric")}
    return [
        *backends_are_bounded(),
        *exports_are_bounded(),
        *warehouses_can_be_reached(),
        *_unrouted(definitions, routes),
        *_unanswerable(definitions, routes),
        *_idle(definitions, routes),
        *_shadowless(definitions, routes),
        *_never_warm(definitions, routes),
        *generation_findings(definitions, routes),
        *default_question_findings(_answerable(definitions, routes), now=timezone.now()),
        *reader_role_findings(),
    ]


def _is_bound(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _unrouted(
    definitions: Mapping[str, MetricDefinition], routes: Mapping[str, Route]
) -> Iterator[CheckMessage]:
    for name in sorted(definitions.keys() - routes.keys()):
        offered = backends_of(definitions[name], definitions)
        usable = [backend for backend in offered if backend in settings.SQL_BACKENDS] or offered
        line = f"{name}: {{backend: {usable[0]}}}" if usable else f"{name}: {{backend: …}}"
        yield Error(
            f"The metric {name} has no route.",
            hint=f"Add `{line}` to {settings.ROUTING_FILE} and run manage.py sync_routing.",
            id="routing.E003",
        )


def _unanswerable(
    definitions: Mapping[str, MetricDefinition], routes: Mapping[str, Route]
) -> Iterator[CheckMessage]:
    for name in sorted(definitions.keys() & routes.keys()):
        backend, offered = routes[name].backend, backends_of(definitions[name], definitions)
        if backend not in settings.SQL_BACKENDS:
            yield Error(
                f"The metric {name} is routed to {backend}, which is not configured.",
                hint=not_configured_hint(backend, settings.SQL_BACKENDS),
                id="routing.E004",
            )
        elif backend not in offered:
            yield Error(
                f"The metric {name} is routed to {backend}, on which it has no source"
                f"{_missing(name, backend, definitions)}.",
                hint=suggestion(backend, offered) or "Give its parts a backend in common in metrics.yaml.",
                id="routing.E005",
            )


def _shadowless(
    definitions: Mapping[str, MetricDefinition], routes: Mapping[str, Route]
) -> Iterator[CheckMessage]:
    """Shadows that cannot be compared with. The metrics are answered all the same, so nothing stops the start."""
    for name in sorted(definitions.keys() & routes.keys()):
        shadow, offered = routes[name].shadow, backends_of(definitions[name], definitions)
        if shadow and not (shadow in settings.SQL_BACKENDS and shadow in offered):
            lacking = (
                "which has no source for it" if shadow in settings.SQL_BACKENDS else "which is not configured"
            )
            usable = [backend for backend in offered if backend in settings.SQL_BACKENDS]
            yield Warning(
                f"The metric {name} is compared with its shadow {shadow}, {lacking}.",
                hint=suggestion(shadow, usable) or "Leave the shadow out.",
                id="routing.W003",
            )


def _never_warm(
    definitions: Mapping[str, MetricDefinition], routes: Mapping[str, Route]
) -> Iterator[CheckMessage]:
    """Warm routes to a backend that has no answer before a reader comes. Nothing stops the start."""
    for name in sorted(definitions.keys() & routes.keys()):
        if routes[name].warm and by_reader(routes[name].backend):
            yield Warning(never_warm(name, routes[name].backend), hint=NEVER_WARM_HINT, id="routing.W004")


def _answerable(
    definitions: Mapping[str, MetricDefinition], routes: Mapping[str, Route]
) -> Iterator[tuple[GovernedMetric, str]]:
    """The live metrics whose route leads to a configured backend that has a source for them."""
    for metric in live_metrics():
        route = routes.get(metric.name)
        options = settings.SQL_BACKENDS.get(route.backend, {}) if route else {}
        if route and options.get("engine") in ENGINES and _has_source(metric.name, route, definitions):
            yield metric, route.backend


def _has_source(name: str, route: Route, definitions: Mapping[str, MetricDefinition]) -> bool:
    return route.backend in backends_of(definitions[name], definitions)


def _missing(name: str, backend: str, definitions: Mapping[str, MetricDefinition]) -> str:
    """Which parts cannot be computed there, for a metric made of parts."""
    without = [
        part
        for part in definitions[name].part_names
        if backend not in backends_of(definitions[part], definitions)
    ]
    return f" (its part {', '.join(without)} has none)" if without else ""


def _idle(definitions: Mapping[str, MetricDefinition], routes: Mapping[str, Route]) -> Iterator[CheckMessage]:
    for name in sorted(routes.keys() - definitions.keys()):
        yield Warning(
            f"The route of {name} leads nowhere: no live metric has that name.",
            hint=suggestion(name, definitions) or "Remove its line from the routing file.",
            id="routing.W001",
        )
