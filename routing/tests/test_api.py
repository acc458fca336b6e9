"""Routes are read by operators; the health of engines by everyone who signed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries, Settings
from rest_framework.test import APIClient

from catalog.models import Metric
from routing.backends import registry
from routing.models import Route
from routing.tests.conftest import Server

Client = Callable[[str | None], APIClient]
URLS = ("/v1/routes", "/v1/routes/opened", "/v1/backends/health")


@pytest.fixture
def routed(settings: Settings, make_metric: Callable[..., Metric]) -> Route:
    settings.SQL_BACKENDS = {}
    return Route.objects.create(metric=make_metric("opened", "duckdb"), backend="duckdb", warm=True)


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        (None, (401, 401, 401)),
        ("viewer", (403, 403, 200)),
        ("analyst", (403, 403, 200)),
        ("steward", (403, 403, 200)),
        ("operator", (200, 200, 200)),
    ],
)
def test_who_may_read(routed: Route, api_for: Client, role: str | None, statuses: tuple[int, ...]) -> None:
    client = api_for(role)

    assert tuple(client.get(url).status_code for url in URLS) == statuses


def test_a_route_tells_its_settings_and_its_engine(
    routed: Route, settings: Settings, api_for: Client
) -> None:
    settings.SQL_BACKENDS = {"duckdb": {"engine": "duckdb"}}

    answer = api_for("operator").get("/v1/routes/opened").json()

    assert answer.pop("changed_at")
    assert answer == {
        "metric": "opened",
        "backend": "duckdb",
        "engine": "DuckDB",
        "cache_seconds": 300,
        "stale_seconds": 3600,
        "generation": "compiled",
        "trust": "reviewed",
        "warm": True,
        "shadow": "",
        "two_people": False,
    }


def test_routes_are_listed_in_pages_with_one_query_each(
    routed: Route,
    make_metric: Callable[..., Metric],
    api_for: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(5):
        Route.objects.create(metric=make_metric(f"more_{number}", "duckdb"), backend="duckdb")
    client = api_for("operator")

    # The token with its user, the count, the page.
    with django_assert_max_num_queries(3):
        answer = client.get("/v1/routes?page_size=4").json()

    assert (answer["count"], len(answer["results"]), answer["results"][0]["engine"]) == (6, 4, None)
    assert answer["next"]


def test_an_unknown_route_is_a_problem(routed: Route, api_for: Client) -> None:
    answer = api_for("operator").get("/v1/routes/closed")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert "There is no route for closed" in answer.json()["detail"]


@pytest.fixture
def engines(settings: Settings, server: Server, lake: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bounds = {"deadline_seconds": 5, "max_rows": 100, "slots": 2}
    settings.SQL_BACKENDS = {
        "duckdb": {"engine": "duckdb", "path": lake, "memory_limit": "256MB", "threads": 1, **bounds},
        "postgres": {"engine": "postgres", "url": server.reader_url, **bounds},
    }
    monkeypatch.setattr(registry, "_instances", {})
    return lake


def test_health_tells_which_engines_answer(db: None, engines: Path, api_for: Client) -> None:
    engines.rename(engines.with_suffix(".away"))

    duckdb, postgres = api_for("viewer").get("/v1/backends/health").json()

    assert (duckdb["backend"], duckdb["up"], duckdb["latency_ms"]) == ("duckdb", False, None)
    assert "Put it back" in duckdb["detail"]
    assert (postgres["engine_label"], postgres["up"], postgres["detail"]) == ("PostgreSQL", True, "")
    assert postgres["latency_ms"] > 0


def test_health_is_not_asked_for_every_page(db: None, engines: Path, api_for: Client) -> None:
    client = api_for("viewer")
    first = client.get("/v1/backends/health").json()

    assert client.get("/v1/backends/health").json() == first
