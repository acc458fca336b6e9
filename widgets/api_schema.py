"""The shapes of the API's bodies, for OpenAPI. Answers themselves are ready bytes (widgets.serialise)."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from routing.contracts import ErrorKind
from widgets.contracts import AskedAs, TileState
from widgets.specs import WidgetSpec

ExactNumber = Annotated[
    float | int | str | None,
    Field(
        description="A number JSON carries without loss, else its text: whole numbers beyond 2^53 and "
        "decimals of more than 15 significant digits are strings. null: no value, or NaN or infinity "
        "(then `notes` says so)."
    ),
]


class AnswerColumn(BaseModel):
    name: str
    kind: Literal["bucket", "dimension", "value", "previous_value"]
    type: Literal["date", "text", "number"]
    label: str
    unit: str | None = None


class AnswerTotals(BaseModel):
    value: ExactNumber
    previous_value: ExactNumber


class AnswerAnnotation(BaseModel):
    at: datetime
    text: str
    parity_report: int | None = Field(description="The report a move stood on, GET /v1/parity-reports/{id}")


class AnswerProvenance(BaseModel):
    """Where the answer came from: when we asked, and when the source was last loaded (null: unknown)."""

    metric: str
    metric_label: str
    revision: int
    definition_hash: str
    defined_by: str
    owner: str
    backend: str
    dialect: str
    engine_label: str
    generation: str = Field(
        description="compiled; model; or template: compiled, because the model has no SQL to give yet"
    )
    written_by: str = Field(description="The model that wrote the SQL; empty when it is compiled")
    approved_by: str = Field(description="Who approved it; empty where the route trusts the checks alone")
    approved_at: datetime | None
    query_id: str = Field(description="The engine's own id where it has one")
    query_url: str = Field(description="The query in the engine's own history; empty where it keeps none")
    asked_at: datetime
    data_loaded_at: datetime | None
    execution_ms: float
    window_start: datetime | None
    window_end: datetime | None
    time_zone: str
    cache_seconds: int
    correlation_id: str
    asked_as: AskedAs = Field(
        description="By whose rights the engine answered: the portal's, or the reader's own"
    )


class AnswerBody(BaseModel):
    """A metric's answer. A failure is one too: `live_data_unavailable`, its kind and reason, and in `data`
    the last good value (state degraded), the widget's sample (state sample) or nothing (failed, denied)."""

    widget_id: UUID | None = Field(description="null when a metric was asked directly")
    metric: str
    data: list[dict[str, ExactNumber]] = Field(description="Rows by column name, as `schema` describes them")
    schema_: list[AnswerColumn] = Field(
        alias="schema", description="What the columns of `data` mean, in order"
    )
    row_count: int
    truncated: bool = Field(description="Whether the row cap cut the answer")
    totals: AnswerTotals | None = Field(description="The whole window's value, beside a series")
    notes: list[str]
    annotations: list[AnswerAnnotation]
    state: TileState
    source: str | None = Field(description="The engine that answered, or `cache`; null where neither did")
    backend: str | None
    generated_sql: str
    executed: bool = Field(description="Whether this very request asked the engine")
    cache_hit: bool
    freshness_seconds: float | None = Field(description="Seconds since the engine was asked")
    execution_ms: float | None
    live_data_unavailable: bool
    error_kind: ErrorKind | None
    error_detail: str | None
    retry_after: int | None
    starting_seconds: float | None = Field(
        description="State starting, which is no error: for how long the engine has been waking up"
    )
    correlation_id: str
    provenance: AnswerProvenance | None


class WidgetCreate(BaseModel):
    spec: WidgetSpec
    key: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$")] | None = None

    model_config = {"extra": "forbid"}


class WidgetChange(BaseModel):
    """At least one member. `spec` replaces the whole spec; `title` alone changes its title."""

    spec: dict[str, Any] | None = None
    title: Annotated[str, Field(min_length=1, max_length=120)] | None = None

    model_config = {"extra": "forbid"}


class WidgetBody(BaseModel):
    id: UUID
    key: str | None
    title: str
    metric: str
    spec: WidgetSpec
    owner: str | None = Field(description="The user name of its owner; null for the portal's own")
    created_at: datetime
    updated_at: datetime
    data_url: str


class WidgetPage(BaseModel):
    count: int
    next: str | None
    previous: str | None
    results: list[WidgetBody]
