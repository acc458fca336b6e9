"""A storage that is slow or silent: waited for while it gives anything, left when it does not, or when nobody waits."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest

from routing.backends.databricks.backend import DatabricksBackend
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import EXPORTS
from routing.tests.databricks.conftest import (
    BY_LINK,
    CHUNK,
    IDS,
    LINK_REFUSED,
    STORAGE_BROKEN,
    TOLD_WITHIN_SECONDS,
    MakeBackend,
    all_of,
    failure_of,
    ids,
    in_small_batches,
    stream,
    wait_until,
)
from tests.emulators.faults import Drop, Fault
from tests.emulators.workspace import Workspace

# ── Slow, and silent


def test_a_storage_that_is_slow_is_waited_for(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(answer_seconds=2.0)
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=0.3, times=1))

    rows = all_of(stream(backend))

    assert ids(rows) == IDS


@pytest.mark.parametrize(
    ("first", "link_seconds", "second"),
    [
        (Fault(status=503, delay_seconds=2.5), 5.0, Fault(delay_seconds=60)),
        (Fault(drop=Drop.UNHEARD, delay_seconds=2.5), 5.0, Fault(drip_seconds=60)),
        (Fault(drop=Drop.HALFWAY, drip_seconds=0.03), 5.0, Fault(delay_seconds=60)),
        (Fault(drop=Drop.UNHEARD, delay_seconds=2.5), 60.0, Fault()),
    ],
    ids=["refused, silent", "broken off, silent halfway", "slow, broken off, silent", "broken off, no link"],
)
def test_failures_in_a_row_are_told_in_time_together(
    backend: DatabricksBackend, workspace: Workspace, first: Fault, link_seconds: float, second: Fault
) -> None:
    workspace.storage.faults.add(replace(first, operation=BY_LINK, times=1))
    workspace.faults.add(Fault(operation="/result/chunks/", delay_seconds=link_seconds))
    workspace.storage.faults.add(replace(second, operation=BY_LINK))
    asked_at = time.monotonic()

    failure = failure_of(backend)
    told_after = time.monotonic() - asked_at

    # What failed first is told.
    assert (LINK_REFUSED if first.status else STORAGE_BROKEN) in failure.detail
    assert told_after <= TOLD_WITHIN_SECONDS


def test_a_workspace_that_is_silent_about_a_link_is_told_as_such(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make(answer_seconds=2.0)
    workspace.storage.link_seconds = 3.0  # about to end, so that another is asked for
    workspace.faults.add(Fault(operation="/result/chunks/", delay_seconds=60))

    failure = failure_of(backend)
    workspace.storage.link_seconds = 900.0

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "Databricks cannot be reached, or broke off" in failure.detail


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


# ── Nobody waits


@pytest.mark.parametrize(
    "fault", [Fault(delay_seconds=60), Fault(drip_seconds=60)], ids=["no first word", "silent halfway"]
)
def test_nobody_stays_with_a_silent_storage_once_the_reader_has_gone(
    make: MakeBackend, workspace: Workspace, fault: Fault
) -> None:
    backend = make(answer_seconds=60.0)
    workspace.statements.rows_per_chunk = CHUNK
    workspace.storage.faults.add(replace(fault, operation=BY_LINK, after=2))
    streamed = stream(backend)
    wait_until(lambda: workspace.storage.faults.struck == 1)

    streamed.close()

    wait_until(lambda: backend.export_pool.living == 0)
    assert backend.running() == ()


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
