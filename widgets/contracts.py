"""An answer, ready to be shown or sent: rows, what they mean, where they came from, and in which state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from catalog.definitions import MetricDefinition
from routing.contracts import ErrorKind, Route
from sqlgen.contracts import Intent, OutputColumn, Row, Totals
from sqlgen.intent import FilterSpec, IntentSpec
from widgets.specs import WidgetSpec

# By whose rights an engine answered: the portal's own, or those of the reader the answer is for.
AskedAs = Literal["portal", "reader"]


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
class Annotation:
    """Something that happened to the metric inside the window, or today just after it, drawn as a pin. `report` is the
    id of the parity report a move stood on."""

    at: datetime
    text: str
    report: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where an answer came from. Ages are not here: they are told when the answer is read.

    `generation` is "compiled", "model", or "template": compiled because the model has no SQL to give yet.
    `written_by` is the model; `approved_by` is empty where the route trusts the checks alone.
    """

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
    query_url: str = ""  # where the engine's own history shows the query; empty where it keeps none
    written_by: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None
    asked_as: AskedAs = "portal"


@dataclass(frozen=True, slots=True, kw_only=True)
class TileError:
    """Why there is no live answer. `starting_seconds` is set while the engine wakes up: for how long so far."""

    kind: ErrorKind
    detail: str
    retry_after: int | None = None
    starting_seconds: float | None = None


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


class Form(StrEnum):
    """How an answer is wanted: as the API sends it, or drawn for a tile."""

    JSON = "json"
    TILE = "tile"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, read in one query: a saved widget, or a metric asked directly (no widget fields then).

    `closure_hash` is the live revision's; empty when the metric has none. `route` is None when it has none.
    `version` is the configuration's as it was read, where the caller brought it.
    """

    intent: IntentSpec
    closure_hash: str
    route: Route | None
    widget_id: UUID | None = None
    spec: WidgetSpec | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """What the page's URL or the request lays over a saved question: window, comparison, more filters.

    With `page` they belong to a whole page: a window then leaves alone a tile that keeps its own
    (`options.fixed_window`) and a metric of the present state. A filter that does not fit is refused either
    way: an unfiltered number on a filtered page would be false.
    """

    window: str | None = None
    compare: Literal["previous_period", "previous_year", "none"] | None = None
    filters: tuple[FilterSpec, ...] = ()
    page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyAnswer:
    """An answer cached as it is sent; only ages and state are written when it is read.

    `window_key` tells which window was resolved: an answer to yesterday's "month to date" is none to today's.
    In form JSON, `json_members` are the members of the API's answer that do not age, serialised, without the
    outer braces. In form TILE, `body_html` and `panel_html` are what the tile shows between its header and
    its footer, and its source panel. `stands_in` tells that compiled SQL answers where a model's should.
    """

    etag: str
    asked_at: datetime
    window_key: str
    empty: bool
    execution_ms: float
    stands_in: bool = False
    json_members: bytes = b""
    body_html: str = ""
    panel_html: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the resolver gives back. `ready` is None when there is nothing to show (failed, denied, dry run).

    `generated_sql` is set for a dry run; an executed answer carries its SQL in `ready`. `engine_label` is
    empty when no route is known. `age_seconds` is the age of the answer shown: how long ago the engine was
    asked. `window_key` names the window that is shown, or was asked for where nothing is (see
    `sqlgen.windows.key_of`); None where none could be resolved.
    """

    state: TileState
    ready: ReadyAnswer | None
    backend: str
    engine_label: str
    cache_hit: bool
    executed: bool
    age_seconds: float | None
    execution_ms: float | None
    error: TileError | None
    generated_sql: str
    correlation_id: str
    window_key: str | None
