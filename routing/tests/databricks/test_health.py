"""The warehouse looked after: a sample of real rows, its history, and what wakes it or does not."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from metrics_portal.leases import take_lease
from metrics_portal.office_hours import OfficeHours
from routing.backends import registry
from routing.models import WarehouseCheck
from routing.tasks import keep_warehouse_warm
from routing.tests.databricks.conftest import options
from routing.warehouse import shared
from routing.warehouse.services import KEPT, check_warehouse, keep_warm, purge_checks
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.faults import Fault
from tests.emulators.workspace import WAREHOUSE_ID, Workspace

ADDRESS = "/v1/databricks/health"


@pytest.fixture
def configured(
    workspace: Workspace,
    duck: DuckDBEngine,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    make_metric: Callable[..., Any],
) -> Iterator[Workspace]:
    """The portal on this workspace, which has the table of a metric routed there."""
    make_metric("claim_volume", "databricks")
    duck.execute("CREATE SCHEMA l3_claims")
    duck.execute("CREATE TABLE l3_claims.ev_claim AS SELECT i AS claim_id FROM range(100) AS r (i)")
    settings.SQL_BACKENDS = {"databricks": options(workspace)}
    monkeypatch.setattr(registry, "_instances", {})
    yield workspace
    registry.get("databricks").close(seconds=5)  # type: ignore[attr-defined]


def test_it_is_told_with_a_sample_of_real_rows(api: APIClient, configured: Workspace) -> None:
    answer = api.get(ADDRESS)

    assert answer.status_code == 200
    told = answer.json()
    assert (told["status"], told["rows_sampled"]) == ("up", 5)
    assert told["latency_ms"] > 0
    assert told["warehouse"] == {"id": WAREHOUSE_ID, "name": "Tiles", "state": "running", "size": "2X-Small"}
    assert told["last_success"] == told["checked_at"]


def test_a_sleeping_warehouse_is_told_and_not_woken(api: APIClient, configured: Workspace) -> None:
    configured.warehouse.stop()

    answer = api.get(ADDRESS)

    assert (answer.status_code, answer.json()["code"]) == (503, "warehouse_stopped")
    assert answer["Content-Type"] == "application/problem+json"
    assert configured.warehouse.state == "STOPPED"


def test_a_failure_is_told_with_the_last_success(
    api: APIClient, configured: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "SHARED_SECONDS", 0)  # as if it were asked again later
    api.get(ADDRESS)
    configured.faults.add(Fault(operation="/api/2.0/sql/statements", status=503))

    answer = api.get(ADDRESS)

    told = answer.json()
    assert (answer.status_code, told["code"]) == (503, "warehouse_unavailable")
    assert told["last_success"]
    assert told["retry_after"] > 0


def test_a_silent_workspace_is_told_within_ten_seconds(api: APIClient, configured: Workspace) -> None:
    # A process's first request loads every view, which is no part of the time.
    assert api.get("/v1/metrics").status_code == 200
    configured.faults.add(Fault(delay_seconds=30))
    started = time.monotonic()

    answer = api.get(ADDRESS)

    assert time.monotonic() - started < 10
    assert (answer.status_code, answer.json()["code"]) == (503, "warehouse_unavailable")
    assert "cannot be reached" in answer.json()["detail"]
    assert configured.server.calls("/sql/statements") == []


def looks(workspace: Workspace) -> int:
    """Samples that were asked of the warehouse."""
    return sum("ev_claim" in one.question.sql for one in workspace.statements.statements())


def test_all_who_ask_within_a_few_seconds_are_told_one_look(api: APIClient, configured: Workspace) -> None:
    told = [api.get(ADDRESS).json() for _ in range(5)]

    assert len({one["checked_at"] for one in told}) == 1
    assert looks(configured) == WarehouseCheck.objects.count() == 1


def test_a_failure_is_shared_and_no_longer_than_a_success(
    api: APIClient, configured: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "SHARED_SECONDS", 1)
    configured.faults.add(Fault(operation="/api/2.0/sql/statements", status=503))

    assert [api.get(ADDRESS).status_code for _ in range(3)] == [503, 503, 503]
    assert WarehouseCheck.objects.count() == 1
    configured.faults.clear()
    waited = timezone.now() + timedelta(seconds=20)
    while api.get(ADDRESS).status_code != 200 and timezone.now() < waited:
        time.sleep(0.1)
    assert api.get(ADDRESS).json()["status"] == "up"


def test_what_another_process_finds_is_waited_for(
    api: APIClient, configured: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = shared.shared_look()
    key = "warehouse-look:databricks"
    caches["answers"].delete(key)
    assert take_lease(f"{key}:under-way", seconds=30)  # as another process does that looks now
    pauses: list[float] = []

    def lands(seconds: float) -> None:
        pauses.append(seconds)
        caches["answers"].set(key, found, 5)

    monkeypatch.setattr(shared, "time", SimpleNamespace(sleep=lands, monotonic=time.monotonic))

    answer = api.get(ADDRESS)

    assert answer.json()["checked_at"] == found.checked_at.isoformat().replace("+00:00", "Z")
    assert (len(pauses), looks(configured)) == (1, 1)


@pytest.fixture
def caches_of_threads(settings: Settings) -> None:
    """Caches that every thread of a test sees: a table's rows are hidden by the test's own transaction."""
    in_memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {name: {**in_memory, "LOCATION": f"threads-{name}"} for name in settings.CACHES}
    for name in settings.CACHES:
        caches[name].clear()


@pytest.mark.usefixtures("caches_of_threads")
def test_nobody_else_looks_for_as_long_as_a_look_takes(
    configured: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "LEASE_SECONDS", 2.0)
    configured.statements.hold("ev_claim")
    got: list[str | None] = []

    def try_to_look_too() -> None:
        for _ in range(20):
            got.append(take_lease("warehouse-look:databricks:under-way", seconds=1))
            time.sleep(0.2)
        configured.statements.release()

    other = threading.Thread(target=try_to_look_too)
    monkeypatch.setattr(shared, "check_warehouse", _after(other.start, shared.check_warehouse))

    seen = shared.shared_look()
    other.join()

    assert seen.status == "up"
    assert got == [None] * 20
    assert take_lease("warehouse-look:databricks:under-way", seconds=1)  # given back


def _after(first: Callable[[], None], look: Callable[..., Any]) -> Callable[..., Any]:
    def both(**arguments: Any) -> Any:
        first()
        return look(**arguments)

    return both


@pytest.mark.usefixtures("caches_of_threads")
def test_the_place_of_a_process_that_was_killed_while_it_looked_is_soon_free(
    configured: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "LEASE_SECONDS", 1.0)
    take_lease("warehouse-look:databricks:under-way", seconds=shared.LEASE_SECONDS)

    assert shared.shared_look().status == "up"
    assert (looks(configured), WarehouseCheck.objects.count()) == (1, 1)


def test_a_missing_table_is_told(api: APIClient, configured: Workspace, duck: DuckDBEngine) -> None:
    duck.execute("DROP TABLE l3_claims.ev_claim")

    assert "validate_dictionary" in api.get(ADDRESS).json()["detail"]


def test_without_a_warehouse_it_says_how_to_have_one(
    api: APIClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = api.get(ADDRESS)

    assert (answer.status_code, answer.json()["code"]) == (503, "not_configured")
    assert "DATABRICKS_HTTP_PATH" in answer.json()["detail"]
    (line,) = [record for record in caplog.records if record.name.startswith("metrics_portal")]
    assert line.getMessage() == f"not_configured: {answer.json()['detail']}"
    assert line.exc_info is None


def test_every_look_is_kept_for_thirty_days(configured: Workspace) -> None:
    now = timezone.now()
    check_warehouse(now=now - KEPT - timedelta(minutes=1))
    check_warehouse(now=now)

    assert purge_checks(now=now) == 1
    assert WarehouseCheck.objects.get().at == now


def test_keeping_warm_wakes_it(configured: Workspace) -> None:
    configured.warehouse.stop()

    assert keep_warm(now=timezone.now()).status == "stopped"

    waited = timezone.now() + timedelta(seconds=5)
    while configured.warehouse.state == "STOPPED" and timezone.now() < waited:
        pass
    assert configured.warehouse.state == "STARTING"


def test_keeping_warm_asks_a_question_of_one_that_runs(configured: Workspace) -> None:
    keep_warm(now=timezone.now())

    assert any("ev_claim" in one.question.sql for one in configured.statements.statements())


def test_it_is_left_to_sleep_out_of_hours(configured: Workspace, settings: Settings) -> None:
    settings.DATABRICKS_WARM_HOURS = None
    assert keep_warehouse_warm() == "not now"

    early = timezone.localtime() + timedelta(hours=2)
    if early.date() == timezone.localtime().date() and f"{early:%H:%M}" < "23:59":
        settings.DATABRICKS_WARM_HOURS = OfficeHours.read(f"{early:%H:%M}-23:59")
        assert keep_warehouse_warm() == "not now"
    assert configured.statements.statements() == []


@pytest.fixture
def operators_browser(operator: User) -> Client:
    client = Client()
    client.force_login(operator)
    return client


def test_its_page_shows_how_it_is_and_was(operators_browser: Client, configured: Workspace) -> None:
    assert "Nobody has looked yet." in operators_browser.get(PAGE).content.decode()

    looked = operators_browser.post(PAGE, follow=True)

    said = looked.content.decode()
    assert "running" in said
    assert "answered" in said
    assert "dapi" not in said


def test_its_page_says_how_to_configure_one(operators_browser: Client) -> None:
    said = operators_browser.get(PAGE).content.decode()

    assert "Not configured." in said
    assert "DATABRICKS_HTTP_PATH" in said


PAGE = "/admin/routing/warehousecheck/warehouse/"
