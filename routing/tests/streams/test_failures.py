"""A query that fails and a server that goes are told, and counted by the breaker."""

import os
import signal

import psycopg
import pytest

from routing.backends.base import BaseBackend
from routing.backends.breaker import State
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import MakeBackend, Server, guarded
from routing.tests.streams.asked import (
    all_of,
    pairs,
    sales,
    streamed,
    wait_until,
)


def test_a_query_that_fails_is_told_before_the_first_row(backend: BaseBackend) -> None:
    divided = (
        "SELECT SUM(id) / SUM(id - id) AS n FROM shop.sale GROUP BY note HAVING 1 / (COUNT(*) - 1000) > 0"
    )
    if backend.dialect == "duckdb":  # where a division by nought is NULL
        divided = "SELECT CAST(note AS BIGINT) AS n FROM shop.sale"

    with pytest.raises(BackendError) as failed:
        streamed(backend, guarded(divided, backend.dialect))

    assert failed.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert backend.running() == ()


def test_a_server_that_dies_midway_is_told_and_found_again(
    make_postgres: MakeBackend, server: Server
) -> None:
    backend = make_postgres(slots=2)
    stream = streamed(backend, pairs(backend))
    batches = iter(stream)
    next(batches)

    _terminate(server)
    with pytest.raises(BackendError) as down:
        for _ in batches:
            pass

    assert down.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "cannot be reached" in down.value.detail
    assert all_of(streamed(backend, sales(backend)))


def test_a_server_that_is_down_counts_for_the_breaker(
    make_postgres: MakeBackend, monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    monkeypatch.setattr("routing.backends.postgres._CONNECT_SECONDS", 0.2)
    backend = make_postgres(url=server.reader_url.replace("host=", "host=%2Fnowhere"))
    kinds = []
    for _ in range(6):
        with pytest.raises(BackendError) as failed:
            streamed(backend, sales(backend))
        kinds.append(failed.value.kind)

    assert kinds == [ErrorKind.BACKEND_UNAVAILABLE] * 5 + [ErrorKind.CIRCUIT_OPEN]


def test_an_export_that_runs_does_not_keep_a_breaker_half_open(backend: BaseBackend) -> None:
    clock = [0.0]
    backend.breaker._clock = lambda: clock[0]  # time is passed in
    backend.breaker._opened_at = 0.0
    clock[0] = 60.0

    stream = streamed(backend, pairs(backend))
    state = backend.breaker.state
    stream.close()

    assert state is State.CLOSED


def _terminate(server: Server) -> None:
    """End the portal's sessions at the server, as a restart does; returns when they are gone."""
    mine = "SELECT pid FROM pg_stat_activity WHERE usename = 'portal_reader'"
    with psycopg.connect(server.owner_url, autocommit=True) as owner:
        sessions = owner.execute(mine).fetchall()
        assert sessions
        for (pid,) in sessions:
            os.kill(pid, signal.SIGTERM)
        wait_until(lambda: owner.execute(mine).fetchone() is None)
