"""What every backend does the same way: take guarded SQL only, stay within bounds, fail in our words."""

import time
from abc import abstractmethod
from collections.abc import Container, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Self

from django.core.cache import caches
from django.utils import timezone

from catalog.contracts import LiveTable
from catalog.selectors import dictionary
from metrics_portal.streaming import STALLED_SECONDS
from metrics_portal.waiting import Audience, caller
from routing.backends.breaker import Breaker
from routing.backends.exports import ExportBounds, capped, until_stopped
from routing.backends.last_load import as_instant, last_load_query
from routing.backends.registry import Engine
from routing.backends.session import Session
from routing.backends.slots import Slots
from routing.backends.watched import WatchedEngine, new_query_id
from routing.contracts import NO_TAGS, BackendError, Batch, Health, ResultColumn, ResultSet, RowStream
from sqlgen.guard import GuardedQuery

_HEALTH_SECONDS = 2.0
_BATCH_ROWS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Every backend's limits: seconds a query may take, rows it may give, queries at once over all
    processes."""

    deadline_seconds: float
    max_rows: int
    slots: int

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> "Bounds":
        return cls(
            deadline_seconds=float(options["deadline_seconds"]),
            max_rows=int(options["max_rows"]),
            slots=int(options["slots"]),
        )


class BaseBackend(WatchedEngine):
    """A template: subclasses open sessions, name their driver's errors and read the engine's catalog."""

    catalog_seconds: ClassVar[float] = 10.0
    last_load_seconds: ClassVar[float] = 2.0

    def __init__(
        self,
        name: str,
        engine: Engine,
        bounds: Bounds,
        *,
        slots: Slots | None = None,
        breaker: Breaker | None = None,
        exports: ExportBounds | None = None,
        export_slots: Slots | None = None,
    ) -> None:
        super().__init__(name, engine.label)
        self.dialect = engine.dialect
        self.bounds = bounds
        self.breaker = breaker or Breaker(backend=name, label=engine.label)
        self._slots = slots or Slots(
            backend=name, label=engine.label, count=bounds.slots, cache=caches["leases"]
        )
        self.exports = exports or ExportBounds.of_settings()
        self._export_slots = export_slots or Slots(
            backend=name,
            label=engine.label,
            count=self.exports.slots_beside(bounds.slots),
            cache=caches["leases"],
            of="exports",
        )

    @classmethod
    @abstractmethod
    def from_options(cls, name: str, engine: Engine, options: Mapping[str, Any]) -> Self:
        """Make the backend from its entry in settings.SQL_BACKENDS; connects to nothing."""

    @abstractmethod
    def _tables(self, session: Session, schema: str, table: str | None) -> tuple[LiveTable, ...]:
        """The tables and views of a schema (only `table` where given), from the engine's own catalog."""

    def reckoned_tables(self) -> Container[str]:
        """See `routing.contracts.Backend`. None where an engine's views are its tables, or asking it is dear."""
        return frozenset()

    @property
    def row_cap(self) -> int:
        """What to give the guard's policy: one row more than is shown, so that a cut can be told."""
        return self.bounds.max_rows + 1

    def execute(
        self,
        query: GuardedQuery,
        *,
        deadline_seconds: float | None = None,
        slot_wait_seconds: float | None = None,
        tags: Mapping[str, str] = NO_TAGS,
    ) -> ResultSet:
        """Run the query; raises BackendError. A longer `deadline_seconds` than the backend's own changes
        nothing. With `slot_wait_seconds` 0 it runs only where a slot is free."""
        self._check(query)
        deadline = min(deadline_seconds or self.bounds.deadline_seconds, self.bounds.deadline_seconds)
        with self.breaker.call(), self._slots.hold(deadline, wait_seconds=slot_wait_seconds, answers=True):
            return self._run(query, deadline, tags)

    def stream(self, query: GuardedQuery, *, max_rows: int, tags: Mapping[str, str] = NO_TAGS) -> RowStream:
        """Run an export's query; raises BackendError until the first rows are there. It is called off when
        whoever asked goes."""
        self._check(query)
        row_cap = min(max_rows, self.exports.max_rows)
        stream = RowStream(query_id=new_query_id(), asked_at=timezone.now(), row_cap=row_cap)
        audience = Audience()
        audience.join(caller())
        # Only the beginning counts for the breaker: nobody may probe an engine for minutes.
        with self.breaker.call(), audience.at_work():
            stream.begin(self._batches(query, stream, tags))
        return stream

    def _batches(
        self, query: GuardedQuery, stream: RowStream, tags: Mapping[str, str]
    ) -> Generator[Batch, None, None]:
        """The rows up to the cap. What is held for them is given back when the last has come, or on the way out."""
        seconds = self.exports.deadline_seconds
        with (
            # No wait: whoever waits here holds one of the threads that tiles are answered on.
            self._export_slots.hold(seconds, wait_seconds=0.0, rest_seconds=STALLED_SECONDS),
            self._slots.hold(seconds, rest_seconds=STALLED_SECONDS),
            self._at_work(seconds, query_id=stream.query_id, tags=tags, hides_rows=query.hides_rows) as (
                session,
                running,
            ),
        ):
            stream.columns, batches = session.stream(query.sql, batch_rows=_BATCH_ROWS)
            if session.query_id:
                stream.query_id, stream.query_url = session.query_id, self._url_of(session.query_id)
            with closing(batches):
                in_time = until_stopped(batches, running, lambda: self._stop_told(running.stopped, seconds))
                yield from capped(in_time, stream)

    def _check(self, query: GuardedQuery) -> None:
        if type(query) is not GuardedQuery:
            raise TypeError(f"A backend runs a GuardedQuery only, not {type(query).__name__}.")
        if query.dialect != self.dialect:
            raise TypeError(f"{self.name} speaks {self.dialect}; this query was guarded for {query.dialect}.")

    def _run(self, query: GuardedQuery, deadline: float, tags: Mapping[str, str]) -> ResultSet:
        query_id, asked_at, started = new_query_id(), timezone.now(), time.perf_counter()

        def fetch(session: Session) -> tuple[tuple[ResultColumn, ...], list[tuple[Any, ...]], str]:
            may_exceed = query.row_cap > self.row_cap
            columns, rows = session.fetch(query.sql, limit=self.row_cap, may_exceed=may_exceed)
            return columns, rows, session.query_id

        columns, rows, engine_id = self._bounded(
            fetch, deadline, query_id=query_id, tags=tags, hides_rows=query.hides_rows
        )
        return ResultSet(
            columns=columns,
            rows=rows[: self.bounds.max_rows],
            truncated=len(rows) > self.bounds.max_rows,
            query_id=engine_id or query_id,
            asked_at=asked_at,
            execution_ms=(time.perf_counter() - started) * 1000,
            query_url=self._url_of(engine_id) if engine_id else "",
        )

    def _url_of(self, query_id: str) -> str:
        """Where a person finds that query in the engine's own history; empty where it keeps none."""
        return ""

    def health(self) -> Health:
        """Ask the engine for a sign of life, for two seconds, or until it is known to be silent; takes no slot and does
        not move the breaker."""
        started, detail = time.perf_counter(), ""
        try:
            self._bounded(lambda session: session.fetch("SELECT 1", limit=1), _HEALTH_SECONDS)
        except BackendError as error:
            detail = error.detail
        return Health(
            backend=self.name,
            engine_label=self.engine_label,
            up=not detail,
            latency_ms=None if detail else (time.perf_counter() - started) * 1000,
            detail=detail,
            checked_at=timezone.now(),
        )

    def describe(self, table: str) -> LiveTable | None:
        """The table "schema.table" as the engine knows it, None when it has none; raises BackendError."""
        schema, _, name = table.partition(".")
        found = self._bounded(lambda session: self._tables(session, schema, name), self.catalog_seconds)
        return found[0] if found else None

    def introspect(self, schema: str) -> tuple[LiveTable, ...]:
        """Every table and view of a schema, by name; raises BackendError."""
        return self._bounded(lambda session: self._tables(session, schema, None), self.catalog_seconds)

    def freshness(self, table: str, *, seconds: float | None = None) -> datetime | None:
        """When "schema.table" was last loaded, None when unknown; at most `last_load_seconds`, or `seconds` where
        they are fewer. It takes a free slot or none, and does not move the breaker: the query that follows does.
        Raises BackendError.

        It is the newest value of the dictionary's loaded_at_column, else what the storage tells.
        """
        query = last_load_query(dictionary(), table, self.dialect)
        if query is None:
            return self._stored_at(table)
        longest = min(self.last_load_seconds, self.bounds.deadline_seconds)
        deadline = min(seconds or longest, longest)
        self.breaker.check()
        with self._slots.hold(deadline, wait_seconds=0.0):
            rows: Sequence[tuple[Any, ...]] = self._run(query, deadline, NO_TAGS).rows
        return as_instant(rows[0][0]) if rows else None

    def _stored_at(self, table: str) -> datetime | None:
        """When the storage of a table without a loaded_at_column last changed; None where that is not
        known."""
        return None
