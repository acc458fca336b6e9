"""Operators see where numbers come from and move a route; each move is recorded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import AuditEvent, User
from catalog.admin_links import links_for
from catalog.models import Metric
from routing.models import Route, RouteChange
from routing.sync import sync_routing

SETTINGS = {"cache_seconds": 300, "stale_seconds": 3600, "generation": "compiled", "trust": "reviewed"}
REASON = "The lakehouse is rebuilt today."


@pytest.fixture
def routed(settings: Settings, tmp_path: Path, make_metric: Callable[..., Metric]) -> Route:
    settings.SQL_BACKENDS = {name: {"engine": name} for name in ("duckdb", "postgres")}
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    make_metric("opened", "duckdb", "postgres")
    make_metric("closed", "duckdb")
    settings.ROUTING_FILE = tmp_path / "metric_routing.yaml"
    settings.ROUTING_FILE.write_text("opened: {backend: duckdb}\nclosed: {backend: duckdb}\n")
    sync_routing(path=settings.ROUTING_FILE)
    return Route.objects.get(metric__name="opened")


@pytest.fixture
def client(client: Client, operator: User) -> Client:
    operator.is_staff = operator.is_superuser = True
    operator.save()
    client.force_login(operator)
    return client


def _change(client: Client, route: Route, **members: object) -> int:
    url = reverse("admin:routing_route_change", args=[route.pk])
    given = {**SETTINGS, **members}
    return client.post(url, given).status_code


def test_a_change_is_made_recorded_and_audited(client: Client, routed: Route, operator: User) -> None:
    changes = RouteChange.objects.count()

    assert _change(client, routed, warm="on", shadow="postgres", two_people="on") == 302

    routed.refresh_from_db()
    assert (routed.backend, routed.warm, routed.shadow, routed.two_people) == (
        "duckdb",
        True,
        "postgres",
        True,
    )
    assert RouteChange.objects.count() == changes
    assert AuditEvent.objects.filter(
        action="routing.route.changed", subject="opened", actor=operator
    ).exists()


@pytest.mark.parametrize(
    "members",
    [{"shadow": "databricks"}, {"cache_seconds": 7200}, {"stale_seconds": 90000}, {"cache_seconds": -1}],
)
def test_what_cannot_be_is_refused(client: Client, routed: Route, members: dict[str, object]) -> None:
    before = AuditEvent.objects.count()

    assert _change(client, routed, **members) == 200
    assert AuditEvent.objects.count() == before


def test_a_shadow_is_another_backend_with_a_source(client: Client, routed: Route) -> None:
    closed = Route.objects.get(metric__name="closed")
    pages = [
        client.get(reverse("admin:routing_route_change", args=[route.pk])).content.decode()
        for route in (routed, closed)
    ]

    assert ['value="postgres"' in page for page in pages] == [True, False]
    assert not any('value="duckdb"' in page for page in pages)


def test_the_form_moves_nothing(client: Client, routed: Route) -> None:
    assert _change(client, routed, backend="postgres", warm="on") == 302

    routed.refresh_from_db()
    assert (routed.backend, routed.warm) == ("duckdb", True)


def test_a_model_cannot_be_asked_for_a_cumulative_metric(
    client: Client, routed: Route, make_running: Callable[..., Metric]
) -> None:
    running = Route.objects.create(metric=make_running("running", "opened"), backend="duckdb")
    url = reverse("admin:routing_route_change", args=[running.pk])

    page = client.post(url, {**SETTINGS, "generation": "model"}).content.decode()

    assert "running cannot have generation: model, since models write no SQL for a cumulative metric" in page
    running.refresh_from_db()
    assert running.generation == "compiled"
    assert _change(client, routed, generation="model") == 302


def test_two_people_are_taken_back_in_the_reviewed_file_only(client: Client, routed: Route) -> None:
    _change(client, routed, two_people="on")

    assert _change(client, routed) == 200

    routed.refresh_from_db()
    assert routed.two_people


def test_the_form_tells_how_the_file_differs(client: Client, routed: Route) -> None:
    url = reverse("admin:routing_route_change", args=[routed.pk])
    assert "metric_routing.yaml, line 1, says the same." in client.get(url).content.decode()

    _change(client, routed, shadow="postgres")

    told = client.get(url).content.decode()
    assert "line 1, says shadow none, not postgres. The next sync keeps this route." in told


def test_a_new_route_is_written_through_the_same_service(
    client: Client, routed: Route, make_metric: Callable[..., Metric]
) -> None:
    metric = make_metric("fresh", "duckdb")

    answer = client.post(
        reverse("admin:routing_route_add"),
        {**SETTINGS, "metric": metric.pk, "backend": "duckdb", "cache_seconds": 60},
    )

    assert answer.status_code == 302
    assert RouteChange.objects.latest("pk").metric == metric
    assert Route.objects.get(metric=metric).cache_seconds == 60


def test_routes_are_not_deleted_and_changes_not_edited(client: Client, routed: Route) -> None:
    change = RouteChange.objects.latest("pk")

    assert client.get(reverse("admin:routing_route_delete", args=[routed.pk])).status_code == 403
    assert client.get(reverse("admin:routing_routechange_add")).status_code == 403
    assert client.post(reverse("admin:routing_routechange_change", args=[change.pk]), {}).status_code == 403


def test_a_metric_s_page_leads_to_its_route_and_its_changes(
    routed: Route, make_metric: Callable[..., Metric]
) -> None:
    told = [link.label for link in links_for(routed.metric)]
    assert {"Route: DuckDB", "Route changes: 1"} <= set(told)
    assert "Add a route" in [link.label for link in links_for(make_metric("fresh", "duckdb"))]


def test_changes_can_be_listed_for_one_metric(client: Client, routed: Route) -> None:
    (link,) = [link for link in links_for(routed.metric) if link.label.startswith("Route changes")]

    page = client.get(link.url).content.decode()

    assert ("opened" in page, "closed" in page) == (True, False)


@pytest.mark.parametrize("model", ["route", "routechange"])
def test_the_list_needs_as_many_queries_for_many_as_for_few(
    client: Client,
    routed: Route,
    make_metric: Callable[..., Metric],
    django_assert_max_num_queries: DjangoAssertNumQueries,
    model: str,
) -> None:
    for number in range(8):
        metric = make_metric(f"more_{number}", "duckdb")
        Route.objects.create(metric=metric, backend="duckdb")
        RouteChange.objects.create(metric=metric, to_backend="duckdb", origin="file", actor_name="x")

    # Session and user, the counts, the page, the values of the filters.
    with django_assert_max_num_queries(10):
        assert client.get(reverse(f"admin:routing_{model}_changelist")).status_code == 200


def test_a_trail_keeps_a_records_name_as_it_is_spelt(client: Client, routed: Route) -> None:
    page = client.get(reverse("admin:routing_route_change", args=[routed.pk])).content.decode()

    assert ">opened → DuckDB</" in page
    assert "Opened → DuckDB" not in page
    assert ">Routes</a>" in page


def test_a_new_route_is_given_one_of_the_backends_there_are(client: Client, routed: Route) -> None:
    page = client.get(reverse("admin:routing_route_add")).content.decode()

    assert '<option value="postgres">PostgreSQL</option>' in page
