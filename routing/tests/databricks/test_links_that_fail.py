"""An export whose links or storage fail: what is told, and how soon."""

import gc
import json
import logging
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pyarrow
import pytest

from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.databricks.channel import MOST_BYTES
from routing.contracts import BackendError, ErrorKind, RowStream
from routing.tests.databricks.conftest import (
    BY_LINK,
    CHUNK,
    LINK_REFUSED,
    ROWS,
    STORAGE_BROKEN,
    TOLD_WITHIN_SECONDS,
    MakeBackend,
    all_of,
    count,
    failure_of,
    refused,
    sales,
    stream,
    wait_until,
)
from tests.emulators.faults import Drop, Fault
from tests.emulators.statements import Statement
from tests.emulators.workspace import Workspace


@pytest.fixture
def no_log() -> Iterator[None]:
    """A record holds the failure it tells of, and pytest holds every record."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


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


@pytest.mark.parametrize(
    "fault", [Fault(drop=Drop.HALFWAY), Fault(drip_seconds=60)], ids=["dropped", "silent halfway"]
)
def test_what_a_failed_export_held_is_given_back(
    make: MakeBackend, workspace: Workspace, fault: Fault, no_log: None
) -> None:
    workspace.statements.rows_per_chunk = CHUNK
    backend = make(answer_seconds=1.0)

    def failed() -> "weakref.ref[RowStream]":
        workspace.storage.faults.clear()
        workspace.storage.faults.add(replace(fault, operation=BY_LINK, after=5))
        streamed = stream(backend)
        with pytest.raises(BackendError):
            all_of(streamed)
        streamed.close()
        return weakref.ref(streamed)

    def given_back() -> bool:
        gc.collect()
        return all(one() is None for one in held)

    held = [failed() for _ in range(3)]
    backend.close(seconds=5)
    wait_until(given_back)  # the storage is left only when it was silent for long enough


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


def test_a_chunk_that_lost_rows_is_no_whole_one(backend: DatabricksBackend, workspace: Workspace) -> None:
    whole = workspace.statements._rows_by_link
    workspace.storage.holds(lambda statement, index: whole(statement, index).slice(0, 99))  # type: ignore[union-attr]

    failure = failure_of(backend)
    workspace.storage.holds(whole)

    assert STORAGE_BROKEN in failure.detail


def _leads_to(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, following: dict[int, int]) -> None:
    """What the workspace says comes after some chunks."""
    told = workspace.statements._chunk_json

    def told_falsely(statement: Statement, index: int) -> dict[str, object]:
        chunk: dict[str, Any] = told(statement, index)
        for part in (chunk, *chunk.get("external_links", ())):
            if part.get("chunk_index") in following:
                part["next_chunk_index"] = following[index]
        return chunk

    monkeypatch.setattr(workspace.statements, "_chunk_json", told_falsely)


@pytest.mark.parametrize(
    "following", [{4: 0}, {4: 4}, {19: 20}], ids=["back", "to itself", "beyond the last"]
)
@pytest.mark.parametrize(
    "ask", [failure_of, lambda backend: refused(backend, sales())], ids=["export", "tile"]
)
def test_chunks_that_lead_nowhere_are_not_followed_for_ever(
    backend: DatabricksBackend,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    following: dict[int, int],
    ask: Callable[[DatabricksBackend], BackendError],
) -> None:
    with monkeypatch.context() as patched:
        _leads_to(workspace, patched, following)
        failure = ask(backend)

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "contradicts itself" in failure.detail
    assert len(workspace.server.calls("/result/chunks/")) < ROWS // CHUNK


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
