"""What other apps may see of routing: routes, what backends answer, and how they fail. No SQL driver here."""

from collections.abc import Container, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, Protocol

from catalog.contracts import LiveSchema
from metrics_portal.problems import PortalProblem
from sqlgen.contracts import Dialect
from sqlgen.guard import GuardedQuery

# Who writes a route's SQL: the compiler; a model, checked and pinned; or the model with the compiler standing
# in, marked, while the model has none to give.
Generation = Literal["compiled", "model", "template"]
# When a model's SQL may run: after a person approved it, or at once when every check passed.
Trust = Literal["reviewed", "checked"]
NO_TAGS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Which backend answers a metric, and how long an answer may be kept.

    Up to `cache_seconds` an answer is served as is; up to `stale_seconds` it is served while a new one is
    fetched behind it; past that (a hard bound) it is only ever shown as a last good value, marked degraded.
    `by_reader` tells that the backend answers each reader by their own rights: no answer is another's then.
    """

    metric: str
    backend: str
    dialect: Dialect
    engine_label: str  # "PostgreSQL", "DuckDB", "Databricks"
    cache_seconds: int
    stale_seconds: int
    generation: Generation
    trust: Trust
    warm: bool
    by_reader: bool = False


class ErrorKind(StrEnum):
    BACKEND_UNAVAILABLE = "backend_unavailable"
    BACKEND_STARTING = "backend_starting"
    BACKEND_TIMEOUT = "backend_timeout"
    PERMISSION_DENIED = "permission_denied"
    CIRCUIT_OPEN = "circuit_open"
    OVERLOADED = "overloaded"
    GUARD_VIOLATION = "guard_violation"
    UNFAITHFUL_SQL = "unfaithful_sql"
    MODEL_UNAVAILABLE = "model_unavailable"
    APPROVAL_PENDING = "approval_pending"
    NO_SOURCE = "no_source"
    NOT_A_NUMBER = "not_a_number"


class BackendError(PortalProblem):
    """A backend gave no answer. `detail` is our words; the driver's error is the `__cause__` and stays in the
    log."""

    status = 503
    kind: ErrorKind
    code = "backend_unavailable"
    title = "The engine gave no answer"

    def __init__(self, detail: str, *, kind: ErrorKind, backend: str, retry_after: int | None = None) -> None:
        super().__init__(detail, retry_after=retry_after, backend=backend)
        self.kind = kind
        self.code = kind.value
        self.backend = backend


class BackendStarting(BackendError):
    """The engine is asleep and has been woken: no failure. `elapsed_seconds` is how long it has been waking. `fact`
    says so alone, for those who ask again by themselves; `detail` also tells whoever asked once to do it."""

    title = "The engine is starting"

    def __init__(self, fact: str, *, backend: str, elapsed_seconds: float, retry_after: int) -> None:
        detail = f"{fact} Try again in {retry_after} s."
        super().__init__(detail, kind=ErrorKind.BACKEND_STARTING, backend=backend, retry_after=retry_after)
        self.fact = fact
        self.elapsed_seconds = elapsed_seconds
        self.members["elapsed_seconds"] = round(elapsed_seconds, 1)


class NotSignedIn(BackendError):
    """The engine answers each reader by their own rights, and cannot know who this one is: they brought no sign-in of
    theirs, or one that is over."""

    status = 403
    title = "The engine does not know who you are"

    def __init__(self, detail: str, *, backend: str) -> None:
        super().__init__(detail, kind=ErrorKind.PERMISSION_DENIED, backend=backend)


class NoRoute(PortalProblem):
    """The metric has no route, or its route's backend has no source for it."""

    status = 503
    code = "no_source"
    title = "No engine can answer this metric"


@dataclass(frozen=True, slots=True)
class ResultColumn:
    name: str
    type: str  # the engine's own name of the type, lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSet:
    """Rows as the driver typed them (Decimal, datetime, date, int, float, str, bool, None).

    `truncated` tells that the row cap cut the answer. `execution_ms` is the engine's time with the fetch,
    without the wait for a slot. `query_id` is the backend's own id where it has one, else ours; `query_url` leads
    to it in the engine's own history, empty where there is none.
    """

    columns: tuple[ResultColumn, ...]
    rows: Sequence[tuple[Any, ...]]
    truncated: bool
    query_id: str
    asked_at: datetime
    execution_ms: float
    query_url: str = ""


Batch = Sequence[tuple[Any, ...]]


class RowStream:
    """Rows as an engine gives them, in batches, each fetched when it is asked for. Iterate once, on one thread at a
    time, and close it whatever happens: until then its query runs and its slot is taken.

    Iterating raises BackendError when the engine fails, the deadline passes or somebody cancels. `truncated` tells,
    once the last batch has come, that `row_cap` cut the rows. `query_id` and `query_url` are as a ResultSet's.
    """

    def __init__(self, *, query_id: str, asked_at: datetime, row_cap: int) -> None:
        self.columns: tuple[ResultColumn, ...] = ()
        self.query_id, self.query_url, self.asked_at = query_id, "", asked_at
        self.row_cap, self.truncated = row_cap, False
        self._batches: Generator[Batch, None, None] | None = None
        self._first: Batch | None = None

    def begin(self, batches: Generator[Batch, None, None]) -> None:
        """Bring the first batch, or raise what stands in its way; for backends."""
        self._batches, self._first = batches, next(batches, None)

    def __iter__(self) -> Iterator[Batch]:
        if self._batches is not None and self._first is not None:
            yield self._first
            self._first = None
            yield from self._batches

    def close(self) -> None:
        """Stop what still runs and give everything back; may be called twice. Raises nothing: what an engine says
        to that is in the log, and concerns nobody any more."""
        if self._batches is not None:
            with suppress(BackendError):
                self._batches.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    backend: str
    engine_label: str
    up: bool
    latency_ms: float | None
    detail: str  # our words, empty when up
    checked_at: datetime
    state: str = ""  # running, starting or stopped, where the engine can be either; else empty


class Backend(LiveSchema, Protocol):
    """A named connection on which guarded SQL runs. Every call is bounded by a deadline."""

    name: str
    dialect: Dialect
    engine_label: str
    last_load_seconds: float

    @property
    def row_cap(self) -> int:
        """What the guard's policy must be given: one row more than is shown, so that `truncated` can be
        told."""

    def reckoned_tables(self) -> Container[str]:
        """The keys ("schema.table") of tables with columns that the engine reckons when they are asked for: views, for
        the guard's row rules. Every key where the engine cannot be asked."""

    def execute(
        self,
        query: GuardedQuery,
        *,
        deadline_seconds: float | None = None,
        slot_wait_seconds: float | None = None,
        tags: Mapping[str, str] = NO_TAGS,
    ) -> ResultSet:
        """Run the query; raises BackendError. Without `deadline_seconds` the backend's own bound holds; with
        `slot_wait_seconds` 0 it runs only where a slot is free, else is told `overloaded` at once.

        `tags` say in the engine's own records what it is for: metric, revision, widget, correlation_id."""

    def stream(self, query: GuardedQuery, *, max_rows: int, tags: Mapping[str, str] = NO_TAGS) -> RowStream:
        """Run an export's query, under an export's own deadline and within slots of its own beside the backend's:
        raises BackendError until the first rows are there, `overloaded` at once where too many exports run.

        Of `max_rows`, at most the setting's, guard the query with one more, so that a cut can be told."""

    def freshness(self, table: str, *, seconds: float | None = None) -> datetime | None:
        """When the table was last loaded (its loaded_at_column, or a file's time); None when unknown.

        Takes at most `last_load_seconds`, or `seconds` where they are fewer, and a free slot or none."""

    def health(self) -> Health: ...

    def running(self) -> tuple[str, ...]:
        """The `query_id`s of the queries that run now in this process."""

    def cancel(self, handle: str) -> bool:
        """Cancel the running query with that `query_id`, started by this process; False when it runs no
        more."""
