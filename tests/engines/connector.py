"""Guarded SQL through the connector alone: what the product's own backend is measured against."""

import queue
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from time import perf_counter
from zoneinfo import ZoneInfo

from databricks.sql.client import Connection

from routing.contracts import ResultColumn, ResultSet
from sqlgen.guard import GuardedQuery
from tests.engines.engine import SparkEngine

_UTC = ZoneInfo("UTC")


class Connector:
    """Lends one connection to one thread at a time, as the connector asks."""

    def __init__(self, engine: SparkEngine, stack: ExitStack) -> None:
        self._engine, self._stack = engine, stack
        self._idle: queue.LifoQueue[Connection] = queue.LifoQueue()

    def execute(self, query: GuardedQuery) -> ResultSet:
        started, asked_at = perf_counter(), datetime.now(tz=_UTC)
        connection = self._lent()
        try:
            with connection.cursor() as cursor:
                cursor.execute(query.sql)
                rows = [tuple(row) for row in cursor.fetchall()]
                columns = tuple(ResultColumn(name, str(kind)) for name, kind, *_ in cursor.description or ())
        finally:
            self._idle.put(connection)
        return ResultSet(
            columns=columns,
            rows=rows,
            truncated=False,
            query_id="",
            asked_at=asked_at,
            execution_ms=(perf_counter() - started) * 1000,
        )

    def _lent(self) -> Connection:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return self._stack.enter_context(self._engine.connection())


@contextmanager
def connector(engine: SparkEngine) -> Iterator[Connector]:
    with ExitStack() as stack:
        yield Connector(engine, stack)
