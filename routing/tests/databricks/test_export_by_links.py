"""An export over the Statement Execution API comes by links into the workspace's storage: whole, or broken off and
told."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pyarrow
import pytest

from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.databricks.channel import MOST_BYTES
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import EXPORTS
from routing.tests.databricks.conftest import (
    BY_LINK,
    CHUNK,
    IDS,
    LINK_REFUSED,
    ROWS,
    STORAGE_BROKEN,
    MakeBackend,
    all_of,
    count,
    failure_of,
    ids,
    refused,
    sales,
    stream,
    wait_until,
)
from tests.emulators.faults import Drop, Fault
from tests.emulators.workspace import Workspace

TOLD_WITHIN_SECONDS = 10
TYPED = """
    SELECT CAST(1.50 AS DECIMAL(12, 2)) AS price, CAST(9007199254740993 AS BIGINT) AS big, DATE '2024-02-29' AS day,
           CAST('2024-03-31 01:30:00.123456' AS TIMESTAMP) AS at, TRUE AS yes, CAST('Infinity' AS DOUBLE) AS endless,
           NULL AS nil, ARRAY(1, 2) AS several, 'O\\'Brien ü' AS name,
           STRUCT(CAST(2 AS DECIMAL(6, 2)) AS price, DATE '2026-01-01' AS day) AS offer
"""


def in_small_batches(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """One chunk, written in batches of a hundred rows."""
    workspace.statements.rows_per_chunk = ROWS
    monkeypatch.setattr("tests.emulators.external_storage._ROWS_PER_BATCH", CHUNK)


# ── All of it


def test_tiles_come_inline_and_exports_by_links(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.emulators.statement_execution.INLINE_BYTES", 10_000)

    tile = refused(backend, sales())
    rows = all_of(stream(backend))

    assert "more than the portal takes" in tile.detail
    assert ids(rows) == IDS
    of_tile, of_export = (each.disposition for each in workspace.statements.statements()[-2:])
    assert (of_tile, of_export) == ("INLINE", "EXTERNAL_LINKS")


def test_values_are_what_they_are_inline(backend: DatabricksBackend) -> None:
    inline = backend._bounded(lambda session: session.fetch(TYPED, limit=1), 10.0)
    with backend._at_work(10.0, query_id="q", tags={}) as (session, _):
        columns, batches = session.stream(TYPED, batch_rows=10)
        linked = columns, [row for batch in batches for row in batch]

    assert linked == inline


def test_a_result_without_rows_has_its_columns(backend: DatabricksBackend) -> None:
    with backend._at_work(10.0, query_id="q", tags={}) as (session, _):
        columns, batches = session.stream("SELECT id FROM shop.sale WHERE id < 0", batch_rows=10)

        assert [column.name for column in columns] == ["id"]
        assert list(batches) == []


def test_a_batch_is_no_larger_than_asked_for_however_large_the_chunk(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routing.backends.base._BATCH_ROWS", 300)
    workspace.statements.rows_per_chunk = ROWS

    streamed = stream(backend)
    sizes = [len(batch) for batch in streamed]
    streamed.close()

    assert max(sizes) == 300
    assert sum(sizes) == ROWS


# ── A link does not last


def test_a_link_that_is_about_to_end_is_asked_for_anew(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.storage.link_seconds = 3.0

    rows = all_of(stream(backend))
    workspace.storage.link_seconds = 900.0

    assert ids(rows) == IDS
    assert len(workspace.server.calls("/result/chunks/0$")) >= 1


def test_a_link_that_has_ended_is_asked_for_anew(backend: DatabricksBackend, workspace: Workspace) -> None:
    workspace.storage.faults.add(Fault(operation=BY_LINK, status=403, times=1, after=4))

    rows = all_of(stream(backend))

    assert ids(rows) == IDS
    assert len(workspace.server.calls("/result/chunks/4$")) == 2


@pytest.mark.parametrize(
    "fault",
    [Fault(drop=Drop.HALFWAY, times=1), Fault(drop=Drop.UNHEARD, times=2), Fault(status=503, times=2)],
    ids=["halfway", "unheard", "503"],
)
def test_what_breaks_off_goes_on_where_it_was(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    in_small_batches(workspace, monkeypatch)
    workspace.storage.faults.add(replace(fault, operation=BY_LINK))

    rows = all_of(stream(backend))

    assert ids(rows) == IDS
    assert workspace.storage.faults.struck == fault.times


# ── What fails is told


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault(status=403), LINK_REFUSED),
        (Fault(status=404), LINK_REFUSED),
        (Fault(status=503), LINK_REFUSED),
        (Fault(drop=Drop.UNHEARD), STORAGE_BROKEN),
        (Fault(drop=Drop.HALFWAY), STORAGE_BROKEN),
        (Fault(status=200, body=b"nothing of the kind"), STORAGE_BROKEN),
        (Fault(delay_seconds=60), STORAGE_BROKEN),
        (Fault(drip_seconds=60), STORAGE_BROKEN),
    ],
    ids=["403", "404", "503", "unheard", "dropped", "garbled", "late", "silent halfway"],
)
def test_a_storage_that_fails_midway_is_told(
    backend: DatabricksBackend, workspace: Workspace, fault: Fault, words: str
) -> None:
    workspace.storage.faults.add(replace(fault, operation=BY_LINK, after=5))
    streamed = stream(backend)
    batches = iter(streamed)
    came = [len(next(batches)) for _ in range(5)]
    waits_since = time.monotonic()

    with pytest.raises(BackendError) as failed:
        next(batches)
    told_after = time.monotonic() - waits_since
    streamed.close()

    assert came == [CHUNK] * 5
    assert failed.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert words in failed.value.detail
    assert "transport thrift" in failed.value.detail
    assert told_after <= TOLD_WITHIN_SECONDS


def test_a_storage_that_is_gone_is_told_before_the_first_row_and_stops_no_tile(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.storage.server.stop()

    failures = [failure_of(backend) for _ in range(6)]
    tile = backend.execute(count())
    workspace.storage.server.start()

    assert {failure.kind for failure in failures} == {ErrorKind.BACKEND_UNAVAILABLE}
    assert all(STORAGE_BROKEN in failure.detail for failure in failures)
    assert list(tile.rows) == [(ROWS,)]


@pytest.fixture
def wall() -> Iterator[int]:
    """A port that swallows packets: its queue is full, and nobody takes from it."""
    with ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield listening.getsockname()[1]


def test_a_wall_before_each_of_a_storages_addresses_is_told_in_time(
    make: MakeBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, wall: int
) -> None:
    resolved = socket.getaddrinfo

    def of_many_addresses(host: str, *rest: Any, **others: Any) -> Any:
        if host == "storage.example.com":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", wall))] * 20
        return resolved(host, *rest, **others)

    monkeypatch.setattr("socket.getaddrinfo", of_many_addresses)
    url = {"external_link": "https://storage.example.com/results"}
    monkeypatch.setattr(workspace.storage, "link", lambda statement, index: url)
    backend = make(answer_seconds=2.0)
    asked_at = time.monotonic()

    failure = failure_of(backend)
    told_after = time.monotonic() - asked_at

    assert STORAGE_BROKEN in failure.detail
    assert told_after <= TOLD_WITHIN_SECONDS


def test_a_chunk_that_lost_rows_is_no_whole_one(backend: DatabricksBackend, workspace: Workspace) -> None:
    whole = workspace.statements._rows_by_link
    workspace.storage.holds(lambda statement, index: whole(statement, index).slice(0, 99))  # type: ignore[union-attr]

    failure = failure_of(backend)
    workspace.storage.holds(whole)

    assert STORAGE_BROKEN in failure.detail


def test_a_workspace_that_gives_no_links_is_told_as_such(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.statements.gives_links = False

    failure = failure_of(backend)
    tile = backend.execute(count())
    workspace.statements.gives_links = True

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "gives no links" in failure.detail
    assert list(tile.rows) == [(ROWS,)]


def test_a_workspace_that_forbids_links_is_told_as_such(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    all_of(stream(backend))  # what a new connection asks first is asked
    words = {"error_code": "PERMISSION_DENIED", "message": "EXTERNAL_LINKS is disabled here."}
    forbidden = Fault(operation="POST .*/statements$", status=403, body=json.dumps(words).encode())
    workspace.faults.add(forbidden)

    failure = failure_of(backend)

    assert "gives no links" in failure.detail


def test_a_result_that_is_gone_midway_is_not_taken_for_a_warehouse_that_is(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    words = {"error_code": "NOT_FOUND", "message": "The statement was not found."}
    gone = Fault(operation="/result/chunks/4$", status=404, body=json.dumps(words).encode())
    workspace.faults.add(gone)

    failure = failure_of(backend)

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "broke off" in failure.detail
    assert "no warehouse" not in failure.detail


@pytest.mark.parametrize("compression", [None, "zstd"])
def test_a_batch_beyond_the_bound_is_told_as_such(
    backend: DatabricksBackend, workspace: Workspace, compression: str | None
) -> None:
    written = pyarrow.BufferOutputStream()
    rows = pyarrow.table({"id": [1], "note": ["x" * (MOST_BYTES + 1)]})
    options = pyarrow.ipc.IpcWriteOptions(compression=compression)
    with pyarrow.ipc.new_stream(written, rows.schema, options=options) as stream_of_it:
        stream_of_it.write_table(rows)
    body = written.getvalue().to_pybytes()
    workspace.storage.faults.add(Fault(operation=BY_LINK, status=200, body=body))

    failure = failure_of(backend)

    assert (len(body) > MOST_BYTES) is (compression is None)
    assert failure.kind is ErrorKind.OVERLOADED
    assert "more than the portal takes" in failure.detail
    assert workspace.storage.faults.struck == 1  # it would be no smaller again


# ── Slow, and nobody waits


def test_a_storage_that_is_slow_is_waited_for(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(answer_seconds=2.0)
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=0.3, times=1))

    rows = all_of(stream(backend))

    assert ids(rows) == IDS


@pytest.mark.parametrize("drip_seconds", [0.5, 60.0], ids=["drop by drop", "silent"])
def test_an_export_that_is_closed_while_its_storage_is_slow_leaves_nothing(
    make: MakeBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, drip_seconds: float
) -> None:
    backend = make(answer_seconds=2.0)
    in_small_batches(workspace, monkeypatch)
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=drip_seconds))
    streamed = stream(backend)
    next(iter(streamed))

    streamed.close()

    wait_until(lambda: backend.export_pool.living == 0)
    assert backend.running() == ()


def test_an_export_that_takes_too_long_because_its_storage_is_slow_is_told_so(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    backend.exports = type(EXPORTS)(deadline_seconds=2.0, max_rows=10_000, at_once=2)
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=1.0, after=2))

    failure = failure_of(backend)
    backend.exports = EXPORTS

    assert failure.kind is ErrorKind.BACKEND_TIMEOUT
    assert "within 2 s" in failure.detail


def test_an_export_is_cancelled_by_its_id_while_its_storage_is_slow(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=1.0, after=2))
    streamed = stream(backend)

    backend.cancel(backend.running()[0])
    with pytest.raises(BackendError, match="cancelled"):
        all_of(streamed)
    streamed.close()

    wait_until(lambda: backend.export_pool.living == 0)
