"""How the real connector's failures are told: in our words, as typed errors, within seconds."""

import time
from unittest.mock import Mock

import pytest
from databricks.sdk.errors.platform import PermissionDenied, TooManyRequests

from routing.backends.breaker import State
from routing.contracts import BackendError, ErrorKind
from routing.tests.databricks.conftest import MakeBackend, count, refused
from tests.emulators.faults import Drop, Fault
from tests.emulators.workspace import Workspace

WITHIN_SECONDS = 10


@pytest.mark.parametrize(
    ("status", "kind", "words", "retry_after"),
    [
        (401, ErrorKind.BACKEND_UNAVAILABLE, "DATABRICKS_TOKEN", None),
        (403, ErrorKind.PERMISSION_DENIED, "CAN USE", None),
        (404, ErrorKind.BACKEND_UNAVAILABLE, "DATABRICKS_HTTP_PATH", None),
        (429, ErrorKind.OVERLOADED, "pause", 30),
        (500, ErrorKind.BACKEND_UNAVAILABLE, "cannot answer now", 5),
        (503, ErrorKind.BACKEND_UNAVAILABLE, "cannot answer now", 30),
    ],
)
def test_a_refusal_is_told_in_our_words(
    make: MakeBackend,
    workspace: Workspace,
    status: int,
    kind: ErrorKind,
    words: str,
    retry_after: int | None,
) -> None:
    headers = {"Retry-After": "30", "X-Thriftserver-Error-Message": "upstream words"}
    workspace.faults.add(
        Fault(operation="/sql/1.0/", status=status, headers=headers if status != 500 else {})
    )
    started = time.monotonic()

    failure = refused(make(transport="thrift"))

    assert time.monotonic() - started < WITHIN_SECONDS
    assert (failure.kind, failure.retry_after) == (kind, retry_after)
    assert words in failure.detail
    assert "upstream words" not in failure.detail


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (TooManyRequests("upstream words"), ErrorKind.OVERLOADED),
        (PermissionDenied("upstream words"), ErrorKind.PERMISSION_DENIED),
        (ConnectionResetError("upstream words"), ErrorKind.BACKEND_UNAVAILABLE),
    ],
    ids=["busy", "forbidden", "broken off"],
)
def test_what_the_sdk_fails_with_while_it_signs_in_is_told_as_over_the_other_transport(
    make: MakeBackend, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: ErrorKind
) -> None:
    monkeypatch.setattr("routing.backends.databricks.thrift.expires_at", Mock(side_effect=error))

    failure = refused(make(transport="thrift"))

    assert failure.kind is kind
    assert "upstream words" not in failure.detail


def test_a_wrong_token_is_told_to_the_operator(make: MakeBackend) -> None:
    failure = refused(make(transport="thrift", token="dapi-wrong"))

    assert "dapi-wrong" not in failure.detail + str(failure.__cause__)
    assert failure.kind in (ErrorKind.BACKEND_UNAVAILABLE, ErrorKind.PERMISSION_DENIED)


def test_nobody_at_the_address_is_told_within_seconds(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(transport="thrift")
    workspace.unplug()
    started = time.monotonic()

    failure = refused(backend)

    assert time.monotonic() - started < WITHIN_SECONDS
    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "cannot be reached" in failure.detail


def test_a_server_that_takes_the_call_and_says_nothing_is_told_within_seconds(
    make: MakeBackend, workspace: Workspace
) -> None:
    workspace.faults.add(Fault(operation="/sql/1.0/", delay_seconds=30, status=503))
    backend = make(transport="thrift")
    started = time.monotonic()

    failure = refused(backend)

    assert time.monotonic() - started < WITHIN_SECONDS
    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE


def test_a_broken_line_is_told(make: MakeBackend, workspace: Workspace) -> None:
    workspace.faults.add(Fault(operation="OpenSession", drop=Drop.UNANSWERED))

    assert "broke off" in refused(make(transport="thrift")).detail


def test_only_an_engine_that_does_not_speak_opens_the_breaker(
    make: MakeBackend, workspace: Workspace
) -> None:
    workspace.faults.add(Fault(operation="/sql/1.0/", status=401))
    backend = make(transport="thrift")
    for _ in range(6):
        refused(backend)
    assert backend.breaker.state is State.CLOSED

    workspace.unplug()
    kinds = [refused(backend).kind for _ in range(6)]

    assert kinds == [ErrorKind.BACKEND_UNAVAILABLE] * 5 + [ErrorKind.CIRCUIT_OPEN]


def test_failures_leave_nothing_behind(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(transport="thrift")
    workspace.faults.add(Fault(operation="/sql/1.0/", status=503))

    for _ in range(3):
        with pytest.raises(BackendError):
            backend.execute(count())

    deadline = time.monotonic() + 5
    while backend.pool.living and time.monotonic() < deadline:
        time.sleep(0.02)
    assert backend.pool.living == 0
    assert backend.running() == ()
