"""A warehouse over Statement Execution that took a question is at work as long as its workspace answers, however long
the looks at that question wait; a workspace that falls silent is gone within ten seconds all the same."""

import time

import pytest

from routing.contracts import BackendError, ErrorKind, ResultSet
from routing.tests.databricks.conftest import (
    PATIENCE_SECONDS,
    TOLD_WITHIN_SECONDS,
    MakeBackend,
    asked_meanwhile,
    count,
    refused,
    wait_until,
)
from tests.emulators.faults import Fault
from tests.emulators.statements import Statement, StatementState
from tests.emulators.workspace import Workspace

LOOK = "GET /api/2.0/sql/statements/[^/]+$"
BEYOND_PATIENCE = 9.0  # seconds: a silence that lasts as long is told
FOREVER = 60.0


def asked(workspace: Workspace, words: str) -> list[Statement]:
    return [one for one in workspace.statements.statements() if words in one.question.sql]


def test_an_answer_that_a_look_waits_long_for_arrives(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(deadline_seconds=40)
    workspace.statements.hold("COUNT")
    workspace.faults.add(Fault(operation=LOOK, delay_seconds=BEYOND_PATIENCE))
    told: list[ResultSet | BackendError] = []
    asking = asked_meanwhile(backend, told)

    wait_until(lambda: workspace.faults.struck > 0)
    workspace.statements.release()
    asking.join(2 * PATIENCE_SECONDS)

    assert [list(result.rows) for result in told if isinstance(result, ResultSet)] == [[(2000,)]]
    assert len(asked(workspace, "COUNT")) == 1
    assert backend.breaker._failures == 0


@pytest.mark.parametrize("may_look", [True, False], ids=["", "its state is nobody's business"])
def test_looks_that_are_never_answered_are_told_at_the_deadline_as_slow(
    make: MakeBackend, workspace: Workspace, may_look: bool
) -> None:
    backend = make(deadline_seconds=15)
    workspace.statements.hold("COUNT")
    if not may_look:
        workspace.faults.add(Fault(operation="GET /api/2.0/sql/warehouses/", status=403))
    workspace.faults.add(Fault(operation=LOOK, delay_seconds=FOREVER))

    failure = refused(backend)

    assert failure.kind is ErrorKind.BACKEND_TIMEOUT
    assert "did not finish within 15 s, so the query was stopped" in failure.detail
    assert backend.breaker._failures == 0
    (statement,) = asked(workspace, "COUNT")
    assert statement.done.wait(PATIENCE_SECONDS)
    assert statement.state is StatementState.CANCELED


@pytest.mark.parametrize("words", ["AS winter", "AS strict"])
def test_a_warehouse_too_busy_for_the_looks_at_its_settings_is_no_dead_one(
    make: MakeBackend, workspace: Workspace, words: str
) -> None:
    backend = make(deadline_seconds=12)
    workspace.statements.hold(words)

    failure = refused(backend)

    assert failure.kind is ErrorKind.BACKEND_TIMEOUT
    assert "was not open within 12 s, so the question was not sent" in failure.detail
    assert backend.breaker._failures == 0
    (look,) = asked(workspace, words)
    assert look.done.wait(PATIENCE_SECONDS)
    assert look.state is StatementState.CANCELED
    workspace.statements.release()
    assert list(backend.execute(count()).rows) == [(2000,)]


def test_a_look_at_its_settings_that_ends_late_holds_nothing_up(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make(deadline_seconds=40)
    workspace.statements.hold("AS strict")
    told: list[ResultSet | BackendError] = []
    asking = asked_meanwhile(backend, told)

    time.sleep(TOLD_WITHIN_SECONDS + 1)  # beyond all that is waited for in silence
    assert asking.is_alive()
    workspace.statements.release()
    asking.join(PATIENCE_SECONDS)

    assert [list(result.rows) for result in told if isinstance(result, ResultSet)] == [[(2000,)]]


@pytest.mark.parametrize("words", ["AS winter", "COUNT"], ids=["at the door", "in mid life"])
def test_a_workspace_that_falls_silent_over_what_it_took_is_gone(
    make: MakeBackend, workspace: Workspace, words: str
) -> None:
    backend = make(deadline_seconds=60)
    workspace.statements.hold(words)
    told: list[ResultSet | BackendError] = []
    asking = asked_meanwhile(backend, told)
    wait_until(lambda: bool(asked(workspace, words)))
    time.sleep(6.0)  # it was said to run

    workspace.faults.add(Fault(operation="sql/", delay_seconds=FOREVER))
    silent_at = time.monotonic()
    asking.join(PATIENCE_SECONDS)

    assert isinstance(told[0], BackendError)
    assert "cannot be reached" in told[0].detail
    assert time.monotonic() - silent_at <= TOLD_WITHIN_SECONDS
    assert backend.breaker._failures == 1
