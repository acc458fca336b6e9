"""What every provider does alike: wait no longer than asked, read the tool call, estimate the cost, show life."""

import logging
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from django.utils import timezone

from sqlgen.models_llm import failures
from sqlgen.models_llm.contracts import ModelError, ModelHealth, ModelReply, PromptPart, SqlRequest, Usage
from sqlgen.models_llm.options import ModelOptions
from sqlgen.models_llm.patience import Patience, TooBusyError
from sqlgen.models_llm.tool import MalformedToolInput, read_tool_input

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 8
PROBE_SECONDS = 10.0
_PROBE = SqlRequest(
    system=(PromptPart("You check that a tool can be called."),),
    question='Call the tool write_sql with sql "SELECT 1", no tables_used, and the explanation "ready".',
    prompt_hash="",
    max_output_tokens=200,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCall:
    """A model's call of the tool as its service gave it: `given` is not read yet."""

    given: object
    usage: Usage
    model: str
    request_id: str


class CallingProvider(ABC):
    """A provider that knows how to ask its service; the service's client is made when first asked."""

    name: ClassVar[str]
    label: ClassVar[str]

    def __init__(self, options: ModelOptions) -> None:
        self.options = options
        self.model = options.model
        self._patience = Patience(name=f"model-{self.name}", most=MOST_AT_ONCE)

    @abstractmethod
    def ask(self, request: SqlRequest, *, deadline_seconds: float) -> ToolCall:
        """Put the question and wait for the tool call; every failure is raised as ModelError."""

    def write_sql(self, request: SqlRequest, *, deadline_seconds: float) -> ModelReply:
        """The model's answer within the deadline, or ModelError."""
        started = time.perf_counter()
        call = self._asked(request, deadline_seconds)
        latency_ms = (time.perf_counter() - started) * 1_000
        try:
            read = read_tool_input(call.given)
        except MalformedToolInput as error:
            raise failures.malformed(self.label, self.name, str(error)) from error
        return ModelReply(
            sql=read.sql,
            tables_used=read.tables_used,
            explanation=read.explanation,
            model=call.model,
            usage=call.usage,
            latency_ms=latency_ms,
            request_id=call.request_id,
            cost_usd=self.options.cost_of(call.usage),
        )

    def probe(self) -> ModelHealth:
        """The smallest real question: it proves the address, the credentials, the model and its use of tools."""
        deadline = min(PROBE_SECONDS, self.options.deadline_seconds)
        try:
            reply = self.write_sql(_PROBE, deadline_seconds=deadline)
        except ModelError as error:
            logger.warning("%s: %s", error.code, error.detail, exc_info=error)
            return self._health(None, error.detail)
        return self._health(reply.latency_ms, f"{reply.model} wrote SQL through the tool.")

    def _asked(self, request: SqlRequest, seconds: float) -> ToolCall:
        try:
            return self._patience.wait_for(
                lambda: self.ask(request, deadline_seconds=seconds), seconds=seconds
            )
        except TooBusyError as error:
            raise failures.busy(self.label, self.name) from error
        except TimeoutError as error:
            raise failures.timed_out(self.label, self.name, seconds) from error

    def _health(self, latency_ms: float | None, detail: str) -> ModelHealth:
        return ModelHealth(
            provider=self.name,
            model=self.model,
            up=latency_ms is not None,
            latency_ms=latency_ms,
            detail=detail,
            checked_at=timezone.now(),
        )
