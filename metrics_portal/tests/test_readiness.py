"""When a load balancer may send requests here."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from metrics_portal.health import readyz

pytestmark = pytest.mark.django_db


@dataclass
class Told:
    backend: str
    up: bool
    latency_ms: float | None = 1.0
    detail: str = ""


def _ask(*engines: Told) -> HttpResponse:
    return readyz(RequestFactory().get("/readyz"), backend_health=lambda: engines)


@pytest.mark.parametrize(("second_up", "status"), [(True, "ready"), (False, "degraded")])
def test_a_backend_that_is_down_degrades_but_stays_ready(second_up: bool, status: str) -> None:
    response = _ask(Told("duckdb", True), Told("postgres", second_up, detail="Stopped."))

    assert response.status_code == 200
    assert f'"status": "{status}"' in response.content.decode()


def test_a_portal_without_backends_is_ready() -> None:
    assert _ask().status_code == 200


def test_a_lakehouse_that_is_away_is_named(client: Client, settings: Settings, tmp_path: Path) -> None:
    bounds = {"deadline_seconds": 5, "max_rows": 10, "slots": 1}
    away = {"engine": "duckdb", "path": tmp_path / "away.duckdb", "memory_limit": "64MB", "threads": 1}
    settings.SQL_BACKENDS = {"lake_of_this_test": {**away, **bounds}}

    told = client.get("/readyz").json()

    assert told["status"] == "degraded"
    assert told["backends"]["lake_of_this_test"]["up"] is False
    assert told["backends"]["lake_of_this_test"]["detail"]


def test_it_is_not_ready_without_its_shared_cache(client: Client, settings: Settings, free_port: int) -> None:
    nobody = {
        "BACKEND": "metrics_portal.redis_cache.RedisCache",
        "LOCATION": f"redis://127.0.0.1:{free_port}",
    }
    settings.CACHES = {**settings.CACHES, "answers": nobody}

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["status"] == "unavailable"
    assert response.json()["cache"] == {"up": False}
