"""A warehouse that sleeps or wakes is a state of its own: told at once, woken, and found awake by itself."""

import time
from datetime import datetime

import pytest
from django.core.cache import BaseCache
from django.core.cache.backends.locmem import LocMemCache

from metrics_portal.databricks_auth import Principal
from metrics_portal.redis_cache import RedisCache
from routing.backends.breaker import State as BreakerState
from routing.backends.databricks.starting import Starting
from routing.backends.databricks.state import WarehouseState
from routing.contracts import BackendStarting
from routing.tests.databricks.conftest import MakeBackend, count
from tests.emulators.faults import Fault
from tests.emulators.workspace import TOKEN, WAREHOUSE_ID, Workspace


@pytest.fixture(params=["statement", "thrift"])
def transport(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def asleep(make: MakeBackend, workspace: Workspace, transport: str) -> tuple[object, BackendStarting]:
    workspace.warehouse.stop()
    backend = make(transport=transport)
    with pytest.raises(BackendStarting) as starting:
        backend.execute(count())
    return backend, starting.value


def test_a_stopped_warehouse_is_woken_and_said_to_be_starting(
    make: MakeBackend, workspace: Workspace, transport: str
) -> None:
    _, starting = asleep(make, workspace, transport)

    assert "waking up" in starting.detail
    assert starting.retry_after == 4
    assert workspace.warehouse.state == "STARTING"


def test_while_it_starts_nothing_more_is_asked_of_it(make: MakeBackend, workspace: Workspace) -> None:
    backend, _ = asleep(make, workspace, "statement")
    asked = len(workspace.statements.statements())

    with pytest.raises(BackendStarting):
        backend.execute(count())

    assert len(workspace.statements.statements()) == asked


def test_the_time_it_takes_is_told(make: MakeBackend, workspace: Workspace) -> None:
    backend, first = asleep(make, workspace, "statement")
    time.sleep(1.1)  # the subject is time

    with pytest.raises(BackendStarting) as later:
        backend.execute(count())

    assert later.value.elapsed_seconds >= first.elapsed_seconds + 1
    assert later.value.members["elapsed_seconds"] == round(later.value.elapsed_seconds, 1)


def test_once_it_runs_it_answers_without_further_ado(make: MakeBackend, workspace: Workspace) -> None:
    backend, _ = asleep(make, workspace, "statement")
    workspace.warehouse.finish_starting()

    answered = _asked_until_awake(backend)

    assert list(answered.rows) == [(2000,)]
    assert backend.starting.elapsed_seconds() is None


def test_it_is_no_failure(make: MakeBackend, workspace: Workspace) -> None:
    backend, _ = asleep(make, workspace, "statement")

    for _ in range(6):
        with pytest.raises(BackendStarting):
            backend.execute(count())

    assert backend.breaker.state is BreakerState.CLOSED


def test_looking_after_its_health_does_not_wake_it(make: MakeBackend, workspace: Workspace) -> None:
    workspace.warehouse.stop()

    health = make().health()

    assert (health.up, health.state, health.detail) == (True, "stopped", "")
    assert workspace.warehouse.state == "STOPPED"
    assert isinstance(health.checked_at, datetime)


def _asked_until_awake(backend: object) -> object:
    for _ in range(100):
        try:
            return backend.execute(count())
        except BackendStarting:
            time.sleep(0.1)
    raise AssertionError("it never answered")


def test_a_workspace_that_is_silent_about_it_is_down_and_is_not_asked_further(
    make: MakeBackend, workspace: Workspace
) -> None:
    workspace.faults.add(Fault(operation="/api/2.0/sql/warehouses", delay_seconds=20))

    health = make().health()

    assert (health.up, health.state) == (False, "")
    assert "cannot be reached" in health.detail
    assert workspace.statements.statements() == []


def starting_of(workspace: Workspace, cache: BaseCache, **more: int) -> Starting:
    state = WarehouseState(WAREHOUSE_ID, Principal(host=workspace.url, token=TOKEN))
    return Starting(state, backend="databricks", label="Databricks", cache=cache, **more)


def test_a_shared_cache_that_is_away_hides_neither_the_state_nor_an_answer(workspace: Workspace) -> None:
    # Nobody listens there, as when Redis is down.
    starting = starting_of(workspace, RedisCache("redis://127.0.0.1:1/0", {}))
    workspace.warehouse.stop()

    with pytest.raises(BackendStarting) as told:
        starting.look()
    starting.over()

    assert told.value.elapsed_seconds == 0


def test_since_when_it_starts_is_forgotten_when_nobody_is_told_any_more(workspace: Workspace) -> None:
    # Another process found it awake, so that this one never heard that the start was over.
    starting = starting_of(workspace, LocMemCache("starting", {}), kept_seconds=1)
    workspace.warehouse.stop()

    with pytest.raises(BackendStarting):
        starting.look()

    assert starting.elapsed_seconds() is not None
    ends_at = time.monotonic() + 30
    while starting.elapsed_seconds() is not None:
        assert time.monotonic() < ends_at
        time.sleep(0.1)
