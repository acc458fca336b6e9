"""Liveness and readiness. The backends are passed in by urls.py: this module knows no app."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse


class BackendHealth(Protocol):
    @property
    def up(self) -> bool: ...
    @property
    def latency_ms(self) -> float | None: ...
    @property
    def detail(self) -> str: ...


class Probed(Protocol):
    def health(self) -> BackendHealth:
        """Answers within a bound, and tells of failure instead of raising it."""


class Registry(Protocol):
    def configured(self) -> tuple[str, ...]: ...
    def get(self, name: str) -> Probed: ...


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest, *, backends: Registry) -> HttpResponse:
    """200 when the portal can answer at all, else 503. A backend that is down degrades its tiles only."""
    database_up = _database_up()
    told = _probe_all(backends) if database_up else {}
    degraded = any(not one["up"] for one in told.values())
    status = "degraded" if degraded else "ready"
    body = {
        "status": status if database_up else "unavailable",
        "database": {"up": database_up},
        "backends": told,
    }
    return JsonResponse(body, status=200 if database_up else 503)


def _database_up() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _probe_all(backends: Registry) -> dict[str, dict[str, Any]]:
    """Asks all at once: one slow backend does not hold up the others' answers."""
    names = backends.configured()
    with ThreadPoolExecutor(max_workers=max(len(names), 1)) as threads:
        return dict(zip(names, threads.map(lambda name: _probe(backends.get(name)), names), strict=True))


def _probe(backend: Probed) -> dict[str, Any]:
    health = backend.health()
    return {"up": health.up, "latency_ms": health.latency_ms, "detail": health.detail}
