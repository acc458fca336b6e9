"""A warehouse that says nothing is gone, not slow: told so within ten seconds, however short the deadline, and to
those who waited meanwhile."""

import time
from types import SimpleNamespace

import pytest
from django.core.cache import caches

from routing.backends.breaker import State
from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.slots import Slots
from routing.contracts import BackendError, ErrorKind, ResultSet
from routing.tests.databricks.conftest import (
    COUNT,
    TOLD_WITHIN_SECONDS,
    MakeBackend,
    asked_meanwhile,
    count,
    refused,
    wait_until,
)
from tests.emulators.faults import Fault
from tests.emulators.workspace import Workspace

PATIENCE_SECONDS = 30.0
EXECUTE = "POST /api/2.0/sql/statements$"
FOREVER = 60.0


def failures_counted(backend: DatabricksBackend) -> int:
    """How near the breaker is to opening."""
    return backend.breaker._failures


def worked(backend: DatabricksBackend) -> None:
    """Has it answer once, for as long as that takes: opening is slow on a busy machine."""
    backend._bounded(lambda session: session.fetch(COUNT, limit=1), PATIENCE_SECONDS)


@pytest.mark.parametrize(
    ("transport", "worked_before"),
    # No engine answers over Thrift here: tests/databricks has that on Spark.
    [("statement", False), ("statement", True), ("thrift", False)],
    ids=["statement, at the door", "statement, in mid life", "thrift, at the door"],
)
def test_a_dead_warehouse_is_gone_and_not_slow_however_short_the_deadline(
    make: MakeBackend, workspace: Workspace, transport: str, worked_before: bool
) -> None:
    backend = make(transport=transport, deadline_seconds=1.0)
    if worked_before:
        worked(backend)
    workspace.faults.add(Fault(operation="sql/", delay_seconds=FOREVER))
    began_at = time.monotonic()

    failure = refused(backend)

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "cannot be reached" in failure.detail
    assert time.monotonic() - began_at <= TOLD_WITHIN_SECONDS
    assert failures_counted(backend) == 1


def test_a_slow_answer_at_a_short_deadline_is_slow_and_not_gone(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make(deadline_seconds=1.0)
    worked(backend)
    workspace.statements.hold("COUNT")  # its first word comes after five seconds, as the API is asked

    failure = refused(backend)

    assert failure.kind is ErrorKind.BACKEND_TIMEOUT
    assert "did not finish within 1 s" in failure.detail
    assert failures_counted(backend) == 0
    assert workspace.statements.statements()[-1].done.wait(PATIENCE_SECONDS)


def test_what_was_not_sent_at_its_deadline_counts_for_nothing(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make(deadline_seconds=1.0)
    with pytest.raises(BackendError):
        _fail_once(backend, workspace)
    workspace.faults.add(Fault(operation=EXECUTE, delay_seconds=3.0, times=1))  # the look at its zone

    failure = refused(backend)

    assert failure.kind is ErrorKind.BACKEND_TIMEOUT
    assert "was not sent" in failure.detail
    assert failures_counted(backend) == 1
    assert not [one for one in workspace.statements.statements() if "COUNT" in one.question.sql]


def _fail_once(backend: DatabricksBackend, workspace: Workspace) -> None:
    workspace.faults.add(Fault(operation=EXECUTE, status=503))
    try:
        backend.execute(count())
    finally:
        workspace.faults.clear()


def test_a_cancel_that_is_not_heard_counts_for_nothing(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(deadline_seconds=6.0)
    backend.execute(count())
    with pytest.raises(BackendError):
        _fail_once(backend, workspace)
    workspace.statements.hold("COUNT")
    workspace.faults.add(Fault(operation="/cancel$", delay_seconds=FOREVER))

    failure = refused(backend)

    assert failure.kind is ErrorKind.BACKEND_TIMEOUT
    assert "has not confirmed" in failure.detail
    assert failures_counted(backend) == 1


def test_who_leaves_does_not_wait_for_a_silent_warehouse(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(deadline_seconds=30.0)
    workspace.faults.add(Fault(operation="sql/statements", delay_seconds=FOREVER))
    told: list[ResultSet | BackendError] = []
    asking = asked_meanwhile(backend, told)
    wait_until(lambda: bool(backend.running()) and workspace.faults.struck > 0)

    backend.cancel(backend.running()[0])
    asking.join(PATIENCE_SECONDS)

    assert isinstance(told[0], BackendError)
    assert "cancelled" in told[0].detail
    assert (failures_counted(backend), backend.breaker.state) == (0, State.CLOSED)


@pytest.mark.parametrize("elsewhere", [False, True], ids=["this process", "another process"])
def test_who_waits_for_a_slot_while_the_warehouse_is_found_silent_is_told_with_the_others(
    make: MakeBackend, workspace: Workspace, elsewhere: bool
) -> None:
    # Slots are shared by their name in the cache: other objects stand for another process.
    backend, other = make(deadline_seconds=30.0), make(deadline_seconds=30.0)
    for each in (backend, other):
        each._slots = Slots(backend="databricks", label="Databricks", count=1, cache=caches["default"])
    workspace.faults.add(Fault(operation=EXECUTE, delay_seconds=FOREVER))
    told: list[ResultSet | BackendError] = []
    holder = asked_meanwhile(other if elsewhere else backend, told)
    wait_until(lambda: workspace.faults.struck == 1)
    time.sleep(5.0)  # from here the slot comes free within the five seconds one waits for it, and no sooner
    began_at = time.monotonic()

    failure = refused(backend)

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "cannot be reached" in failure.detail
    assert time.monotonic() - began_at <= TOLD_WITHIN_SECONDS
    holder.join(PATIENCE_SECONDS)
    assert workspace.faults.struck == 1  # it was not asked again
    assert failures_counted(backend) == (0 if elsewhere else 1)
    backend._slots = Slots(backend="databricks", label="Databricks", count=1, cache=caches["default"])


def test_a_look_at_the_age_of_the_data_and_the_question_after_it_are_one_silence(
    make: MakeBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = make(deadline_seconds=30.0)
    backend.execute(count())
    monkeypatch.setattr("routing.backends.base.last_load_query", lambda *_: count())
    monkeypatch.setattr("routing.backends.base.dictionary", SimpleNamespace)
    workspace.faults.add(Fault(operation="sql/", delay_seconds=FOREVER))
    began_at = time.monotonic()

    with pytest.raises(BackendError):
        backend.freshness("shop.sale")
    failure = refused(backend)

    assert "cannot be reached" in failure.detail
    assert time.monotonic() - began_at <= TOLD_WITHIN_SECONDS
