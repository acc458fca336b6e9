"""Warehouses and their states, asked by the real databricks-sdk."""

from collections.abc import Callable

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import NotFound, PermissionDenied
from databricks.sdk.service.sql import State, StatementState

from tests.emulators.access import Principal
from tests.emulators.warehouses import Warehouse
from tests.emulators.workspace import WAREHOUSE_ID, Workspace


def test_a_stopped_warehouse_starts_when_told_and_runs_when_ready(
    client: WorkspaceClient, workspace: Workspace
) -> None:
    client.warehouses.stop(WAREHOUSE_ID)
    stopped = client.warehouses.get(WAREHOUSE_ID).state

    client.warehouses.start(WAREHOUSE_ID)
    starting = client.warehouses.get(WAREHOUSE_ID).state
    workspace.warehouse.finish_starting()

    assert (stopped, starting) == (State.STOPPED, State.STARTING)
    assert client.warehouses.get(WAREHOUSE_ID).state is State.RUNNING


def test_a_warehouse_may_take_its_time_to_start() -> None:
    now = [0.0]
    warehouse = Warehouse("w", "W", start_seconds=90, clock=lambda: now[0])
    warehouse.stop()
    warehouse.start()

    seen = []
    for now[0] in (0.0, 89.0, 90.0):
        seen.append(warehouse.state)

    assert seen == ["STARTING", "STARTING", "RUNNING"]


def test_a_statement_starts_the_warehouse_and_waits_for_it(
    client: WorkspaceClient, workspace: Workspace
) -> None:
    workspace.warehouse.stop()
    waiting = client.statement_execution.execute_statement("SELECT 1", WAREHOUSE_ID, wait_timeout="0s")
    assert client.warehouses.get(WAREHOUSE_ID).state is State.STARTING
    assert waiting.status is not None
    assert waiting.status.state is StatementState.PENDING

    workspace.warehouse.finish_starting()
    workspace.statements.statements()[0].done.wait(10)

    ended = client.statement_execution.get_statement(waiting.statement_id or "")
    assert ended.result is not None
    assert ended.result.data_array == [["1"]]


def test_one_sees_and_uses_only_ones_own(
    workspace: Workspace, client_of: Callable[..., WorkspaceClient]
) -> None:
    workspace.access.admit(Principal(name="elsewhere", warehouses=frozenset({"another"})), "of-elsewhere")
    elsewhere = client_of(token="of-elsewhere", auth_type="pat")

    assert [each.id for each in client_of().warehouses.list()] == [WAREHOUSE_ID]
    assert list(elsewhere.warehouses.list()) == []
    with pytest.raises(PermissionDenied):
        elsewhere.warehouses.get(WAREHOUSE_ID)
    with pytest.raises(NotFound):
        elsewhere.warehouses.get("another")
