"""Which engine answers which metric, and which engines answer at all."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from catalog.models import Metric
from catalog.offering import backends_of
from catalog.selectors import definitions_in_force
from routing.backends import registry
from routing.health import backend_health
from routing.models import Route, RouteChange
from routing.selectors import routes

_MOST_CHANGES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRow:
    metric: Metric
    engine_label: str
    possible: tuple[str, ...]
    kept_for: str
    stale_for: str
    warm: bool
    shadow: str
    changed_at: datetime


@login_required
@require_GET
def route_list(request: HttpRequest) -> HttpResponse:
    definitions = definitions_in_force()
    # By what the reader sees: the label, not the technical name beneath it.
    listed = sorted(routes(), key=lambda route: route.metric.label.casefold())
    context = {
        "section": "routes",
        "routes": [
            _row(route, backends_of(definitions[route.metric.name], definitions))
            for route in listed
            if route.metric.name in definitions
        ],
        "changes": RouteChange.objects.select_related("metric").exclude(from_backend="")[:_MOST_CHANGES],
    }
    return render(request, "routing/routes.html", context)


@login_required
@require_GET
def engines(request: HttpRequest) -> HttpResponse:
    """The list in the rail."""
    return render(request, "routing/engines.html", {"engines": backend_health()})


def _row(route: Route, possible: tuple[str, ...]) -> RouteRow:
    configured = route.backend in registry.configured()
    return RouteRow(
        metric=route.metric,
        engine_label=registry.engine_of(route.backend).label if configured else route.backend,
        possible=tuple(registry.label_of(backend) for backend in possible),
        kept_for=_duration(route.cache_seconds),
        stale_for=_duration(route.stale_seconds),
        warm=route.warm,
        shadow=registry.label_of(route.shadow) if route.shadow else "",
        changed_at=route.changed_at,
    )


def _duration(seconds: int) -> str:
    """In the largest unit that says it exactly: `90 s`, `5 min`, `1 h`."""
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds and seconds % size == 0:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
