"""A metric's route, as the resolver sees it: at most one second old."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import User
from catalog.models import Metric
from routing.contracts import NoRoute
from routing.flipping.services import Asker, flip
from routing.models import Origin, Route, RouteChange
from routing.selectors import RouteTable, flips, route_for


@pytest.fixture
def metric(make_metric: Callable[..., Metric], settings: Settings) -> Metric:
    settings.SQL_BACKENDS = {"duckdb": {"engine": "duckdb"}, "postgres": {"engine": "postgres"}}
    metric = make_metric("opened", "duckdb", "postgres")
    Route.objects.create(metric=metric, backend="duckdb", warm=True)
    return metric


def test_tells_the_engine_and_its_dialect(metric: Metric) -> None:
    route = route_for("opened")

    assert (route.backend, route.dialect, route.engine_label) == ("duckdb", "duckdb", "DuckDB")
    assert (route.cache_seconds, route.stale_seconds, route.generation, route.warm) == (
        300,
        3600,
        "compiled",
        True,
    )


def test_a_metric_without_a_route_says_what_to_do(db: None) -> None:
    with pytest.raises(NoRoute, match="Add its line to the routing file"):
        route_for("nothing")


def test_a_route_to_a_backend_that_is_not_configured_has_no_engine(metric: Metric) -> None:
    Route.objects.update(backend="databricks")

    with pytest.raises(NoRoute, match="databricks, which is not configured"):
        route_for("opened")


def test_is_read_once_a_second_and_no_more(
    metric: Metric, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    now = [0.0]
    table = RouteTable(clock=lambda: now[0])

    with django_assert_num_queries(1):
        assert [table.get()["opened"].backend for _ in range(5)] == ["duckdb"] * 5
    Route.objects.update(backend="postgres")  # as another process would
    now[0] += 0.99
    assert table.get()["opened"].backend == "duckdb"
    now[0] += 0.01
    assert table.get()["opened"].backend == "postgres"


def test_a_change_in_this_process_is_seen_at_once(metric: Metric, operator: User) -> None:
    assert route_for("opened").backend == "duckdb"

    asker = Asker(user=operator, origin=Origin.ADMIN)
    reason = "The lakehouse is rebuilt today."
    flip(metric_name="opened", backend="postgres", asker=asker, at=timezone.now(), reason=reason)

    assert route_for("opened").backend == "postgres"


def test_flips_are_moves_between_backends_inside_the_window(metric: Metric) -> None:
    day = datetime(2026, 3, 1, tzinfo=UTC)
    for hours, source, target in [(0, "", "duckdb"), (12, "duckdb", "postgres"), (36, "postgres", "duckdb")]:
        change = RouteChange.objects.create(
            metric=metric, from_backend=source, to_backend=target, origin="file", actor_name="x"
        )
        RouteChange.objects.filter(pk=change.pk).update(at=day + timedelta(hours=hours))

    found = flips("opened", start=day, end=day + timedelta(days=1))

    assert [change.to_backend for change in found] == ["postgres"]
