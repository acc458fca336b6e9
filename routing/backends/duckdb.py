"""DuckDB embedded in this process, over a read-only lakehouse."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import duckdb

from catalog.contracts import LiveTable
from routing.backends.base import BaseBackend, Bounds
from routing.backends.duckdb_catalog import live_tables
from routing.backends.errors import (
    EngineDownError,
    no_source,
    out_of_memory,
    permission_denied,
    query_failed,
    timed_out,
)
from routing.backends.instances import Instances
from routing.backends.lakehouse import Lakehouse, stored_at_ns
from routing.backends.registry import Engine
from routing.backends.running import Stopped
from routing.backends.session import Session
from routing.contracts import NO_TAGS, BackendError, Batch, ResultColumn


class DuckDBSession:
    query_id = ""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def fetch(
        self, sql: str, *, limit: int, may_exceed: bool = False
    ) -> tuple[tuple[ResultColumn, ...], list[tuple[Any, ...]]]:
        columns = self._executed(sql)
        return columns, _in_utc(columns, self._cursor.fetchmany(limit))

    def stream(
        self, sql: str, *, batch_rows: int
    ) -> tuple[tuple[ResultColumn, ...], Generator[Batch, None, None]]:
        columns = self._executed(sql)
        return columns, self._batches(columns, batch_rows)

    def _batches(self, columns: tuple[ResultColumn, ...], batch_rows: int) -> Generator[Batch, None, None]:
        while rows := self._cursor.fetchmany(batch_rows):
            yield _in_utc(columns, rows)

    def _executed(self, sql: str) -> tuple[ResultColumn, ...]:
        statements = self._cursor.extract_statements(sql)
        # The engine's own parser has the last word: its read-only mode still lets COPY write and ATTACH
        # attach.
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise duckdb.PermissionException("Only one SELECT may run here.")
        self._cursor.execute(statements[0])
        return tuple(
            ResultColumn(name, str(kind).lower()) for name, kind, *_ in self._cursor.description or ()
        )

    def stop(self, attempt: int, by: Stopped) -> None:
        self._cursor.interrupt()


class DuckDBBackend(BaseBackend):
    """Options: `path` (a DuckDB file or a folder of Parquet files), `memory_limit`, `threads`, and the
    bounds."""

    driver_errors = (duckdb.Error, OSError)

    def __init__(self, name: str, engine: Engine, bounds: Bounds, instances: Instances, **parts: Any) -> None:
        super().__init__(name, engine, bounds, **parts)
        self._instances = instances

    @classmethod
    def from_options(cls, name: str, engine: Engine, options: Mapping[str, Any]) -> Self:
        lakehouse = Lakehouse(Path(options["path"]))
        instances = Instances(lakehouse, memory_limit=options["memory_limit"], threads=options["threads"])
        return cls(name, engine, Bounds.of(options), instances)

    @contextmanager
    def _session(
        self, deadline_seconds: float, tags: Mapping[str, str] = NO_TAGS, *, hides_rows: bool = False
    ) -> Iterator[Session]:
        with self._instances.cursor(hides_rows=hides_rows) as cursor:
            yield DuckDBSession(cursor)

    def _explain(self, error: Exception, deadline_seconds: float) -> BackendError:
        if isinstance(error, FileNotFoundError):
            return EngineDownError(
                "The lakehouse file is not where it should be. Put it back.", backend=self.name
            )
        if isinstance(error, duckdb.IOException | OSError):
            return EngineDownError(
                "The lakehouse cannot be read. Check the file and its rights.", backend=self.name
            )
        if isinstance(error, duckdb.InterruptException):
            return timed_out(self.engine_label, self.name, deadline_seconds)
        if isinstance(error, duckdb.OutOfMemoryException):
            return out_of_memory(self.engine_label, self.name)
        if isinstance(error, duckdb.PermissionException):
            return permission_denied(self.engine_label, self.name)
        if isinstance(error, duckdb.CatalogException | duckdb.BinderException):
            return no_source(self.engine_label, self.name)
        return query_failed(self.engine_label, self.name)

    def _tables(self, session: Session, schema: str, table: str | None) -> tuple[LiveTable, ...]:
        return live_tables(session, schema, table)

    def _stored_at(self, table: str) -> datetime | None:
        try:
            changed = stored_at_ns(self._instances.lakehouse.version(), table)
        except OSError as error:
            raise self._explain(error, 0) from error
        return datetime.fromtimestamp(changed / 1e9, tz=UTC) if changed else None


def _in_utc(columns: tuple[ResultColumn, ...], rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    # The driver's zone object is pytz's; the rest of the portal knows the standard library's only.
    aware = {place for place, column in enumerate(columns) if column.type == "timestamp with time zone"}
    if not aware:
        return rows
    return [
        tuple(value.astimezone(UTC) if place in aware and value else value for place, value in enumerate(row))
        for row in rows
    ]
