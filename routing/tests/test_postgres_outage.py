"""A PostgreSQL server that stops is told within seconds, and found again by the first query after it is
back."""

import socket

import pytest

from routing.backends.postgres import PostgresBackend
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import MakeBackend, Server, guarded


def _ask(backend: PostgresBackend) -> object:
    return list(backend.execute(guarded("SELECT COUNT(*) AS n FROM shop.sale", "postgres")).rows)


def test_stopped_and_started_again(make_postgres: MakeBackend, server: Server) -> None:
    backend = make_postgres()
    assert _ask(backend) == [(2000,)]

    server.stop()
    try:
        with pytest.raises(BackendError) as down:
            _ask(backend)
        health = backend.health()
    finally:
        server.start()

    assert down.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert not health.up
    assert health.detail
    assert _ask(backend) == [(2000,)]


def test_repeated_failures_open_the_breaker_which_then_refuses_without_asking(
    make_postgres: MakeBackend, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routing.backends.postgres._CONNECT_SECONDS", 0.2)
    backend = make_postgres(url=server.reader_url.replace("host=", "host=%2Fnowhere"))
    kinds = []
    for _ in range(6):
        with pytest.raises(BackendError) as failed:
            _ask(backend)
        kinds.append(failed.value.kind)

    assert kinds == [ErrorKind.BACKEND_UNAVAILABLE] * 5 + [ErrorKind.CIRCUIT_OPEN]


def test_a_server_that_says_nothing_is_given_two_seconds(
    make_postgres: MakeBackend, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        backend = make_postgres(url=f"postgresql://portal_reader@127.0.0.1:{port}/operational")

        health = backend.health()
        backend.close()

    assert not health.up
    # The driver tells which bound ended the wait: without one it has none.
    assert "couldn't get a connection after 2.00 sec" in caplog.text
