"""A query ends at its deadline, or when it is cancelled, and the engine's work ends with it."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from routing.backends.base import BaseBackend
from routing.backends.duckdb import DuckDBBackend
from routing.backends.errors import EngineDownError
from routing.backends.session import Session
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import ENDLESS, MakeBackend, MakeEach, Server, guarded


@pytest.fixture
def backend(make_each: MakeEach) -> BaseBackend:
    return make_each(slots=1)


def test_a_query_is_stopped_at_its_deadline(backend: BaseBackend) -> None:
    with pytest.raises(BackendError) as stopped:
        backend.execute(guarded(ENDLESS, backend.dialect), deadline_seconds=0.5)

    assert stopped.value.kind is ErrorKind.BACKEND_TIMEOUT
    assert "0.5 s" in stopped.value.detail


def test_the_next_query_runs_after_one_that_was_stopped(backend: BaseBackend) -> None:
    with pytest.raises(BackendError):
        backend.execute(guarded(ENDLESS, backend.dialect), deadline_seconds=0.3)

    result = backend.execute(guarded("SELECT COUNT(*) AS n FROM shop.sale", backend.dialect))

    assert list(result.rows) == [(2000,)]
    assert backend.running() == ()


def test_a_running_query_can_be_cancelled_by_its_id(backend: BaseBackend) -> None:
    raised: list[BackendError] = []
    thread = threading.Thread(target=lambda: raised.append(_refused(backend)))
    thread.start()
    handle = _first_running(backend)

    cancelled = backend.cancel(handle)
    thread.join(timeout=10)

    assert cancelled
    assert "cancelled" in raised[0].detail
    assert not backend.cancel(handle)


def test_postgres_stops_working_at_the_deadline(make_postgres: MakeBackend, server: Server) -> None:
    with pytest.raises(BackendError):
        make_postgres().execute(guarded(ENDLESS, "postgres"), deadline_seconds=0.3)

    assert _busy_backends(server) == 0


def test_duckdb_stops_working_at_the_deadline(make_duckdb: Callable[..., DuckDBBackend], lake: Path) -> None:
    with pytest.raises(BackendError):
        make_duckdb(lake).execute(guarded(ENDLESS, "duckdb"), deadline_seconds=0.3)
    before = os.times()
    time.sleep(0.5)
    after = os.times()

    # Two engine threads at work would burn about a second of processor time in this half second.
    assert (after.user + after.system) - (before.user + before.system) < 0.25


def test_a_server_that_does_not_even_cancel_is_cut_off(make_postgres: MakeBackend, server: Server) -> None:
    backend = make_postgres()
    paused: list[int] = []

    def pause_then_ask(session: Session) -> object:
        paused.append(int(session.fetch("SELECT pg_backend_pid()", limit=1)[1][0][0]))
        os.kill(paused[0], signal.SIGSTOP)
        return session.fetch("SELECT 1", limit=1)

    try:
        with pytest.raises(BackendError) as failed:
            backend._bounded(pause_then_ask, 0.3)
    finally:
        os.kill(paused[0], signal.SIGCONT)

    assert isinstance(failed.value, EngineDownError)


def _refused(backend: BaseBackend) -> BackendError:
    with pytest.raises(BackendError) as refused:
        backend.execute(guarded(ENDLESS, backend.dialect))
    return refused.value


def _first_running(backend: BaseBackend) -> str:
    for _ in range(500):
        if backend.running():
            return backend.running()[0]
        time.sleep(0.01)
    raise AssertionError("no query started")


def _busy_backends(server: Server) -> int:
    busy = (
        "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'metrics-portal' AND state = 'active'"
    )
    with psycopg.connect(server.owner_url) as owner:
        found = owner.execute(busy).fetchone()
    assert found
    return int(found[0])
