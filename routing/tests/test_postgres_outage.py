"""A PostgreSQL server that stops is told within seconds, and found again by the first query after it is
back."""

import time

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


def test_a_failure_is_known_within_three_seconds(make_postgres: MakeBackend) -> None:
    # 192.0.2.1 is reserved for documentation: packets to it are never answered.
    backend = make_postgres(url="postgresql://portal_reader@192.0.2.1/operational")
    started = time.monotonic()

    assert not backend.health().up
    assert time.monotonic() - started < 3
