"""The bodies of POST /v1/widgets/sql/generate, for OpenAPI and for reading them."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, Field, ValidationError

from metrics_portal.closed import Closed
from metrics_portal.input_errors import from_pydantic
from sqlgen.contracts import Grain
from sqlgen.generation.errors import FreeTextRejected
from sqlgen.intent import FilterSpec, IntentSpec

_WORDS = ("intent", "question", "text", "prompt", "query", "q")


class GenerationIntent(Closed):
    """What is asked of the metric: an intent as widgets hold it, without the metric's name."""

    dimensions: tuple[str, ...] = Field((), max_length=4)
    filters: tuple[FilterSpec, ...] = Field((), max_length=20)
    grain: Grain | None = None
    window: str | None = Field(None, max_length=40)
    compare: Literal["previous_period", "previous_year"] | None = None
    order: tuple[str, ...] = Field((), max_length=5)
    limit: Annotated[int, Field(ge=1, le=10_000)] | None = None
    totals: bool = False


class GenerationRequest(Closed):
    """`metric` anchors the question: a model is never asked free text. `note` are words to the model beside
    the question (which join to prefer, say); they cannot change what must come back."""

    metric: str = Field(min_length=1, max_length=80)
    intent: GenerationIntent = GenerationIntent()
    dry_run: bool = False
    note: str = Field("", max_length=500)

    @classmethod
    def read(cls, body: Any) -> Self:
        """The request in a body; raises FreeTextRejected for words without a metric, InvalidInput for what does not
        fit."""
        given = body if isinstance(body, dict) else {}
        if isinstance(given.get("intent"), str):
            raise _rejected("intent", "in place of an intent")
        spoken = next((name for name in _WORDS if isinstance(given.get(name), str)), None)
        if not given.get("metric") and (spoken or not given.get("intent")):
            raise _rejected(spoken or "metric", "without a metric")
        try:
            return cls.model_validate(body)
        except ValidationError as invalid:
            raise from_pydantic(invalid, cls) from invalid

    def spec(self) -> IntentSpec:
        return IntentSpec.model_construct(metric=self.metric, **dict(self.intent))


def _rejected(field: str, how: str) -> FreeTextRejected:
    return FreeTextRejected(
        f"Free text {how} is not answered here: name a metric of GET /v1/metrics and say what you ask of it as an "
        'intent, for example {"metric": "claim_volume", "intent": {"grain": "week", "dimensions": ["region"]}}.',
        field=field,
    )


class GenerationUsage(BaseModel):
    input_tokens: int
    output_tokens: int
    cache_read_tokens: int
    cache_write_tokens: int


class GenerationComparison(BaseModel):
    """How the answer differs from the compiled SQL's, run beside it on the same engine."""

    verdict: Literal["equal", "different", "not compared"]
    words: str
    compiled_rows: int
    written_rows: int
    only_compiled: int = Field(description="Groups that only the compiled SQL gave")
    only_written: int = Field(description="Groups that only the model's SQL gave")
    different_rows: int
    largest_relative_difference: float | None


class GenerationPart(BaseModel):
    """One text of the model. A question with a comparison, totals or a limited series is put together from
    up to three, each asked, checked and approved by itself."""

    dimensions: list[str]
    grain: Grain | None
    sql: str = Field(description="As the model wrote it")
    explanation: str
    tables_used: list[str]
    provider: str
    model: str
    asked_model: bool = Field(
        description="Whether this request asked the model; false: it was pinned already"
    )
    verdict: Literal["accepted"]
    faithful: Literal[True]
    pin_id: int | None
    status: Literal["proposed", "approved"] | None = Field(description="null: a dry run, nothing is pinned")
    approved_by: str
    log_id: int | None
    usage: GenerationUsage | None
    cost_usd: Decimal | None
    latency_ms: float | None


class GenerationBody(BaseModel):
    """What the model wrote and what the portal made of it. `sql`, `explanation`, `tables_used`, `model`,
    `verdict`, `faithful`, `status` and `log_id` are those of the first part: the answer's own rows."""

    metric: str
    backend: str
    dialect: str
    generation: str = Field(description="What the metric's route says of who writes its SQL")
    trust: str
    window_start: datetime | None
    window_end: datetime | None
    dry_run: bool
    sql: str
    explanation: str
    tables_used: list[str]
    provider: str
    model: str
    verdict: Literal["accepted"]
    faithful: Literal[True]
    status: Literal["proposed", "approved"] | None
    log_id: int | None
    usage: GenerationUsage = Field(description="Tokens this request took, over all parts")
    cost_usd: Decimal | None = Field(description="By the configured prices; null where there are none")
    parts: list[GenerationPart]
    guarded_sql: str = Field(
        description="The one statement put together from the parts, as it would run for you"
    )
    compiled_sql: str
    columns: list[str]
    data: list[dict[str, Any]] | None = Field(description="The first rows; null in a dry run")
    row_count: int | None
    truncated: bool | None
    comparison: GenerationComparison | None
