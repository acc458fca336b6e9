"""An answer, ready to be shown or sent: rows, what they mean, where they came from, and in which state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from catalog.definitions import MetricDefinition
from routing.contracts import ErrorKind
from sqlgen.contracts import Intent, OutputColumn


class TileState(StrEnum):
    LOADING = "loading"
    FRESH = "fresh"
    CACHED = "cached"
    REFRESHING = "refreshing"
    DEGRADED = "degraded"
    SAMPLE = "sample"
    EMPTY = "empty"
    DENIED = "denied"
    FAILED = "failed"
    STARTING = "starting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of an answer, comparison aligned and gaps filled. `dimensions` are in the intent's order."""

    bucket: date | None = None
    previous_bucket: date | None = None
    dimensions: tuple[str, ...] = ()
    value: Decimal | int | float | None
    previous_value: Decimal | int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The whole window's value beside its series; `previous_value` is None without a comparison."""

    value: Decimal | int | float | None
    previous_value: Decimal | int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Something that happened to the metric inside the window, drawn as a pin."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where an answer came from. Ages are not here: they are told when the answer is read."""

    metric: str
    metric_label: str
    revision: int
    definition_hash: str
    defined_by: str
    owner: str
    backend: str
    dialect: str
    engine_label: str
    generation: str
    sql: str  # what ran, guarded, formatted for people
    query_id: str
    asked_at: datetime
    data_loaded_at: datetime | None  # None: unknown, and said so
    execution_ms: float
    window_start: datetime | None
    window_end: datetime | None
    time_zone: str
    cache_seconds: int
    correlation_id: str  # of the request that ran the query


@dataclass(frozen=True, slots=True, kw_only=True)
class TileError:
    kind: ErrorKind
    detail: str
    retry_after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TileData:
    """What a visual draws. With state failed or denied `rows` is empty; with sample `provenance` is None."""

    definition: MetricDefinition
    intent: Intent
    columns: tuple[OutputColumn, ...]
    rows: Sequence[Row]
    totals: Totals | None
    truncated: bool
    state: TileState
    provenance: Provenance | None
    error: TileError | None = None
    annotations: tuple[Annotation, ...] = ()
    correlation_id: str = ""
