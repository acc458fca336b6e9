"""Rows of a warehouse, chunk by chunk over the Statement Execution API, under an export's bounds."""

import time
from collections.abc import Callable

import pytest

from routing.backends.databricks.backend import DatabricksBackend
from routing.contracts import BackendError, BackendStarting, ErrorKind
from routing.tests.conftest import EXPORTS
from routing.tests.databricks.conftest import (
    CHUNK,
    PATIENCE_SECONDS,
    ROWS,
    all_of,
    sales,
    stream,
    wait_until,
)
from tests.emulators.faults import Drop, Fault
from tests.emulators.workspace import Workspace

CHUNKS = "/result/chunks/"


def chunks_asked(workspace: Workspace) -> int:
    return len(workspace.server.calls(CHUNKS))


def test_the_rows_are_those_of_the_same_query_executed(backend: DatabricksBackend) -> None:
    whole = backend.execute(sales())

    streamed = stream(backend)

    assert streamed.columns == whole.columns
    assert all_of(streamed) == list(whole.rows)
    assert not streamed.truncated


def test_it_tells_the_warehouses_own_query_id_and_its_tags(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    streamed = stream(backend)
    statement = workspace.statements.statements()[-1]

    assert streamed.query_id == statement.id
    assert streamed.query_url.endswith(statement.id)
    assert statement.tags["metric"] == "sales"
    streamed.close()


def test_a_chunk_is_asked_for_when_the_reader_comes_to_it(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    batches = iter(stream(backend))
    next(batches)
    time.sleep(0.5)
    resting = chunks_asked(workspace)

    rest = [row for batch in batches for row in batch]

    assert resting <= 4  # two on the belt, one in hand, and one before the first was taken
    assert len(rest) == ROWS - CHUNK
    assert chunks_asked(workspace) == ROWS // CHUNK - 1


def test_the_row_cap_cuts_and_is_told(backend: DatabricksBackend) -> None:
    streamed = stream(backend, max_rows=150)

    assert len(all_of(streamed)) == 150
    assert streamed.truncated


def test_an_export_uses_no_line_of_the_tiles(backend: DatabricksBackend) -> None:
    streamed = stream(backend)

    assert (backend.pool.living, backend.export_pool.living) == (0, 1)
    streamed.close()


def test_a_line_is_used_again_by_the_next_export(backend: DatabricksBackend) -> None:
    for _ in range(3):
        all_of(stream(backend))

    assert backend.export_pool.living == 1


def test_a_stream_closed_midway_gives_everything_back(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    streamed = stream(backend)
    next(iter(streamed))

    streamed.close()

    wait_until(lambda: backend.export_pool.living == 0)
    assert chunks_asked(workspace) < ROWS // CHUNK - 1


def test_a_statement_that_takes_too_long_is_cancelled_at_the_warehouse(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.statements.hold("shop")
    backend.exports = type(EXPORTS)(deadline_seconds=1.0, max_rows=10_000, at_once=2)

    with pytest.raises(BackendError) as stopped:
        stream(backend)

    assert stopped.value.kind is ErrorKind.BACKEND_TIMEOUT
    (statement,) = workspace.statements.statements()[-1:]
    assert statement.done.wait(PATIENCE_SECONDS)
    assert statement.state == "CANCELED"
    backend.exports = EXPORTS
    workspace.statements.release()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault(operation=CHUNKS, after=5, status=503, times=9), "cannot answer now"),
        (Fault(operation=CHUNKS, after=5, drop=Drop.HALFWAY, times=9), "broke off"),
        (Fault(operation=CHUNKS, after=5, status=401, times=9), "credentials"),
    ],
    ids=["503", "dropped", "401"],
)
def test_a_warehouse_that_fails_midway_is_told(
    backend: DatabricksBackend, workspace: Workspace, fault: Fault, words: str
) -> None:
    workspace.faults.add(fault)
    streamed = stream(backend)
    came: list[int] = []

    with pytest.raises(BackendError, match=words):
        came.extend(len(batch) for batch in streamed)
    streamed.close()
    workspace.faults.clear()

    assert came == [CHUNK] * 6


def test_a_warehouse_that_is_gone_midway_is_told_within_seconds(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    streamed = stream(backend)
    batches = iter(streamed)
    next(batches)
    started = time.monotonic()

    workspace.unplug()
    with pytest.raises(BackendError, match="cannot be reached"):
        for _ in batches:
            pass
    workspace.plug_in()

    assert time.monotonic() - started < 10
    streamed.close()


def test_a_worn_connection_is_replaced_before_the_first_row(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    all_of(stream(backend))
    # Told at once: a line that is silent for more than 1.5 s is not tried again, so that a failure is told in time.
    workspace.faults.add(Fault(operation="POST /api/2.0/sql/statements$", status=404, times=1))

    rows = _survived(lambda: all_of(stream(backend)), workspace)

    assert len(rows) == ROWS


def test_a_warehouse_that_is_asleep_is_starting_and_not_down(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.warehouse.stop()

    with pytest.raises(BackendStarting) as starting:
        stream(backend)
    workspace.warehouse.finish_starting()

    assert starting.value.retry_after
    wait_until(lambda: _is_up(backend))


def test_a_reader_who_rests_past_the_deadline_is_told_so(backend: DatabricksBackend) -> None:
    backend.exports = type(EXPORTS)(deadline_seconds=1.0, max_rows=10_000, at_once=2)
    streamed = stream(backend)
    batches = iter(streamed)
    next(batches)
    time.sleep(4)  # past the deadline, and the attempts before its line is left

    with pytest.raises(BackendError) as stopped:
        next(batches)
    backend.exports = EXPORTS

    assert stopped.value.kind is ErrorKind.BACKEND_TIMEOUT
    streamed.close()


def _is_up(backend: DatabricksBackend) -> bool:
    try:
        return bool(all_of(stream(backend)))
    except BackendStarting:
        return False


def _survived(ask: Callable[[], list[tuple[object, ...]]], workspace: Workspace) -> list[tuple[object, ...]]:
    try:
        return ask()
    finally:
        workspace.faults.clear()
