"""Liveness and readiness. The engines' health is passed in by urls.py: this module knows no app."""

import logging
from collections.abc import Callable, Iterable
from typing import Protocol

from django.core.cache import caches
from django.db import Error as DatabaseFailure
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from metrics_portal.shared_cache import cache_failures

logger = logging.getLogger(__name__)


class BackendHealth(Protocol):
    @property
    def backend(self) -> str: ...
    @property
    def up(self) -> bool: ...
    @property
    def latency_ms(self) -> float | None: ...
    @property
    def detail(self) -> str: ...


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest, *, backend_health: Callable[[], Iterable[BackendHealth]]) -> HttpResponse:
    """200 when the portal can answer at all, else 503.

    It needs its own database and its shared cache. An engine that is down degrades its tiles only.
    """
    database_up, cache_up = _database_up(), _cache_up()
    able = database_up and cache_up
    backends = tuple(backend_health()) if able else ()
    ready = "ready" if all(one.up for one in backends) else "degraded"
    body = {
        "status": ready if able else "unavailable",
        "database": {"up": database_up},
        "cache": {"up": cache_up},
        "backends": {
            one.backend: {"up": one.up, "latency_ms": one.latency_ms, "detail": one.detail}
            for one in backends
        },
    }
    return JsonResponse(body, status=200 if able else 503)


def _database_up() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseFailure as failure:
        logger.warning("not ready: the portal's own database gives no answer (%s)", type(failure).__name__)
        return False
    return True


def _cache_up() -> bool:
    try:
        caches["answers"].get("readyz")
    except cache_failures() as failure:
        logger.warning("not ready: the shared cache gives no answer (%s)", type(failure).__name__)
        return False
    return True
