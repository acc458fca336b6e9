"""PostgreSQL, as a role that can only read, in transactions that can only read."""

import os
import socket
import threading
from collections.abc import Container, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any, Self

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool

from catalog.contracts import LiveTable
from routing.backends.base import BaseBackend, Bounds
from routing.backends.errors import (
    EngineDownError,
    cancelled,
    no_source,
    permission_denied,
    query_failed,
    timed_out,
)
from routing.backends.postgres_catalog import live_tables
from routing.backends.postgres_views import ReckonedTables, reckoned_tables
from routing.backends.registry import Engine
from routing.backends.running import Stopped
from routing.backends.session import Session
from routing.contracts import NO_TAGS, BackendError, Batch, ResultColumn
from sqlgen.guard.blind import BLIND_POSTGRES

_CONNECT_SECONDS = 2
_CANCEL_SECONDS = 1.0
_CUT_AFTER_ATTEMPTS = 4
_APPLICATION = "metrics-portal"
_IDLE_SECONDS = 60
_LONGEST_NAME = 63  # bytes; PostgreSQL cuts off the rest
_SETTINGS = {
    "default_transaction_read_only": "on",
    "search_path": "pg_catalog",
    "TimeZone": "UTC",
    "standard_conforming_strings": "on",  # the guard's literals mean what they say: no escapes
    "lock_timeout": "2s",
    "idle_in_transaction_session_timeout": f"{_IDLE_SECONDS}s",
    "cursor_tuple_fraction": "1.0",  # whoever opens a cursor here reads it to its end
}

Connection = psycopg.Connection[tuple[Any, ...]]


class PostgresSession:
    query_id = ""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.was_stopped = False

    def fetch(
        self, sql: str, *, limit: int, may_exceed: bool = False
    ) -> tuple[tuple[ResultColumn, ...], list[tuple[Any, ...]]]:
        # A plain cursor brings all rows at once, a named one only those fetched: needed where SQL bounds
        # nothing.
        with self.connection.cursor(name="rows") if may_exceed else self.connection.cursor() as cursor:
            cursor.execute(sql.encode())
            return self._columns(cursor), cursor.fetchmany(limit)

    def stream(
        self, sql: str, *, batch_rows: int
    ) -> tuple[tuple[ResultColumn, ...], Generator[Batch, None, None]]:
        cursor = self.connection.cursor(name="rows")
        cursor.execute(sql.encode())
        return self._columns(cursor), _batches(cursor, batch_rows)

    def _columns(
        self, cursor: psycopg.Cursor[tuple[Any, ...]] | psycopg.ServerCursor[tuple[Any, ...]]
    ) -> tuple[ResultColumn, ...]:
        types = self.connection.adapters.types
        return tuple(
            ResultColumn(column.name, known.name if (known := types.get(column.type_code)) else "unknown")
            for column in cursor.description or ()
        )

    def stop(self, attempt: int, by: Stopped) -> None:
        self.was_stopped = True
        if attempt < _CUT_AFTER_ATTEMPTS:
            with suppress(psycopg.Error):  # asked again, then cut off
                self.connection.cancel_safe(timeout=_CANCEL_SECONDS)
        else:
            self._cut()

    def _cut(self) -> None:
        """The server does not even cancel: close the line, so that the waiting thread gets an error."""
        with suppress(psycopg.Error, OSError), socket.socket(fileno=os.dup(self.connection.fileno())) as line:
            line.shutdown(socket.SHUT_RDWR)


class PostgresBackend(BaseBackend):
    """Options: `url` (of a role that can only read), and the bounds."""

    driver_errors = (psycopg.Error,)
    watch_grace_seconds = 0.5

    def __init__(self, name: str, engine: Engine, bounds: Bounds, url: str, **parts: Any) -> None:
        super().__init__(name, engine, bounds, **parts)
        self._conninfo = _checked(name, url)
        self._pool: ConnectionPool[Connection] | None = None
        self._opening = threading.Lock()
        self._reckoned = ReckonedTables(
            lambda: self._bounded(lambda session: reckoned_tables(_ours(session)), self.catalog_seconds)
        )

    @classmethod
    def from_options(cls, name: str, engine: Engine, options: Mapping[str, Any]) -> Self:
        return cls(name, engine, Bounds.of(options), str(options["url"]))

    def close(self) -> None:
        """Close the pool; the next query opens it again."""
        with self._opening:
            pool, self._pool = self._pool, None
        if pool:
            pool.close()

    @contextmanager
    def _session(
        self, deadline_seconds: float, tags: Mapping[str, str] = NO_TAGS, *, hides_rows: bool = False
    ) -> Iterator[Session]:
        with self._open_pool().connection() as connection:
            session = PostgresSession(connection)
            # The server stops what we can no longer reach, and shows what it runs for whom. It may idle between two
            # fetches of a stream for as long as that may last.
            _set_for_this_query(
                connection,
                {
                    "statement_timeout": f"{max(1, round(deadline_seconds * 1000))}ms",
                    "application_name": _application_name(tags),
                    "idle_in_transaction_session_timeout": f"{round(max(_IDLE_SECONDS, deadline_seconds) * 1000)}ms",
                    **(BLIND_POSTGRES if hides_rows else {}),
                },
            )
            try:
                yield session
            finally:
                if session.was_stopped:  # a late cancel must not meet this connection's next query
                    connection.close()

    def _open_pool(self) -> ConnectionPool[Connection]:
        if self._pool is None:
            with self._opening:
                if self._pool is None:
                    self._pool = self._new_pool()
        return self._pool

    def _new_pool(self) -> ConnectionPool[Connection]:
        return ConnectionPool(
            self._conninfo,
            name=f"backend-{self.name}",
            # One more than slots: the health check and the catalog do not wait for queries.
            min_size=0,
            max_size=self.bounds.slots + 1,
            num_workers=2,
            timeout=_CONNECT_SECONDS,
            # No attempts behind our back: a server that is down is asked again by the next query.
            reconnect_timeout=0,
            max_lifetime=timedelta(minutes=30).total_seconds(),
            check=ConnectionPool.check_connection,
            configure=_configure,
            open=True,
            kwargs={
                "connect_timeout": _CONNECT_SECONDS,
                "application_name": _APPLICATION,
                "keepalives_idle": 10,
                "keepalives_interval": 3,
                "keepalives_count": 3,
                "prepare_threshold": None,  # so that a transaction pooler may stand between
            },
        )

    def _explain(self, error: Exception, deadline_seconds: float) -> BackendError:
        state = getattr(error, "sqlstate", None) or ""
        if state == "57014":
            if "user request" in str(error):
                return cancelled(self.engine_label, self.name)
            return timed_out(self.engine_label, self.name, deadline_seconds)
        if state in ("42501", "25006"):  # no right to it; a write in a read-only transaction
            return permission_denied(self.engine_label, self.name)
        if state in ("42P01", "42703", "3F000"):  # no such table, column, schema
            return no_source(self.engine_label, self.name)
        # Without a state the line broke; 08 connection, 28 sign-in, 3D database, 53 resources, 57P the server
        # stops.
        if not state or state[:2] in ("08", "28", "3D", "53") or state.startswith("57P"):
            return EngineDownError(
                f"{self.engine_label} cannot be reached. Start it, or check its address and its password.",
                backend=self.name,
            )
        return query_failed(self.engine_label, self.name)

    def _tables(self, session: Session, schema: str, table: str | None) -> tuple[LiveTable, ...]:
        return live_tables(_ours(session), schema, table)

    def reckoned_tables(self) -> Container[str]:
        return self._reckoned.now()


def _ours(session: Session) -> Connection:
    assert isinstance(session, PostgresSession)  # noqa: S101 - ours, from _session
    return session.connection


def _batches(cursor: psycopg.ServerCursor[tuple[Any, ...]], batch_rows: int) -> Generator[Batch, None, None]:
    try:
        while rows := cursor.fetchmany(batch_rows):
            yield rows
    finally:
        # What a line that is gone says to that would hide why the rows ended; the transaction's end closes it anyway.
        with suppress(psycopg.Error):
            cursor.close()


def _checked(name: str, url: str) -> str:
    try:
        conninfo_to_dict(url)
    except psycopg.Error:
        # Not chained: the driver's message repeats the URL, password and all.
        raise ImproperlyConfigured(
            f"The URL of backend {name!r} is not a PostgreSQL URL; write postgresql://user:password@host:5432/name."
        ) from None
    return url


def _application_name(tags: Mapping[str, str]) -> str:
    """`metrics-portal metric=… correlation_id=…`, as pg_stat_activity shows it."""
    told = " ".join((_APPLICATION, *(f"{name}={value}" for name, value in tags.items())))
    return told.encode("ascii", "replace")[:_LONGEST_NAME].decode()


def _set_for_this_query(connection: Connection, settings: Mapping[str, str]) -> None:
    """Until the transaction ends, in one round trip."""
    each = ", ".join(["set_config(%s, %s, true)"] * len(settings))
    connection.execute(f"SELECT {each}".encode(), [part for item in settings.items() for part in item])


def _configure(connection: Connection) -> None:
    connection.read_only = True
    for setting, value in _SETTINGS.items():
        connection.execute(sql.SQL("SELECT set_config(%s, %s, false)"), [setting, value])
    connection.commit()
