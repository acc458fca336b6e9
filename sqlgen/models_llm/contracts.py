"""What every provider of a language model takes and gives. No client library is imported here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from metrics_portal.problems import PortalProblem


@dataclass(frozen=True, slots=True)
class PromptPart:
    """A piece of the system prompt. `cacheable` parts come first and are the same for many questions: a provider
    that caches prompts ends its cached prefix after the last of them."""

    text: str
    cacheable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlRequest:
    """One question to a model: it must answer through the tool `write_sql` {sql, tables_used, explanation}.

    `prompt_hash` is the SHA-256 (hex) of everything the model is told, in order.
    """

    system: Sequence[PromptPart]
    question: str
    prompt_hash: str
    max_output_tokens: int = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens as the provider counted them; 0 where it does not tell."""

    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_write_tokens: int = 0

    @property
    def total(self) -> int:
        return self.input_tokens + self.output_tokens + self.cache_read_tokens + self.cache_write_tokens


UNTOLD = Usage()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReply:
    """What a model wrote. Nothing in it is to be trusted."""

    sql: str
    tables_used: tuple[str, ...]
    explanation: str
    model: str
    usage: Usage
    latency_ms: float
    request_id: str = ""
    cost_usd: Decimal | None = None  # by the configured prices; None where none are configured


# How soon it is worth asking again where somebody has to mend something first.
_LASTING_SECONDS = 300


class ModelError(PortalProblem):
    """The model gave no SQL. `detail` is our words and says what to do next; the client's error is the `__cause__`.

    `transient` failures may pass by themselves; the others need an operator. Each carries `retry_after` (seconds).
    `usage`, `cost_usd` and `request_id` are those of an answer that came and was of no use.
    """

    status = 503
    code = "model_unavailable"
    title = "The language model gave no SQL"

    def __init__(
        self, detail: str, *, provider: str, reason: str, transient: bool, retry_after: int | None = None
    ) -> None:
        if retry_after is None and not transient:
            retry_after = _LASTING_SECONDS
        super().__init__(detail, retry_after=retry_after, provider=provider, reason=reason)
        self.provider = provider
        self.reason = (
            reason  # throttled, timeout, unreachable, credentials, no_access, not_configured, malformed, …
        )
        self.transient = transient
        self.usage, self.request_id = UNTOLD, ""
        self.cost_usd: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelHealth:
    """Whether a provider answers, with the advice an operator needs when it does not (`detail`, our words)."""

    provider: str
    model: str
    up: bool
    latency_ms: float | None
    detail: str
    checked_at: datetime


class Provider(Protocol):
    """A language model behind one service. Calls are bounded by their deadline and raise ModelError only."""

    name: str  # "bedrock", "databricks"
    label: str  # "Amazon Bedrock", "Databricks Model Serving"
    model: str  # inference profile, model id or serving endpoint

    def write_sql(self, request: SqlRequest, *, deadline_seconds: float) -> ModelReply: ...

    def probe(self) -> ModelHealth:
        """Ask for a sign of life with the smallest real call; never raises."""
