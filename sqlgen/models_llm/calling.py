"""What every provider does alike: wait no longer than asked, read the tool call, estimate the cost, show life."""

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils import timezone

from sqlgen.models_llm import failures
from sqlgen.models_llm.contracts import ModelError, ModelHealth, ModelReply, PromptPart, SqlRequest, Usage
from sqlgen.models_llm.options import ModelOptions
from sqlgen.models_llm.patience import Patience, TooBusyError
from sqlgen.models_llm.tool import MalformedToolInput, ToolInput, read_tool_input

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 8
PROBE_SECONDS = 10.0
_MOST_TOKENS = 2**31 - 1  # what the log can hold
_PROBE = SqlRequest(
    system=(PromptPart("You check that a tool can be called."),),
    question='Call the tool write_sql with sql "SELECT 1", no tables_used, and the explanation "ready".',
    prompt_hash="",
    max_output_tokens=200,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAnswer:
    """What a service answered, not read yet, and what it counted for it."""

    body: Mapping[str, Any]
    usage: Usage
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
    def ask(self, request: SqlRequest, *, deadline_seconds: float) -> ServiceAnswer:
        """Put the question and wait for the answer; every failure is raised as ModelError."""

    @abstractmethod
    def tool_input(self, body: Mapping[str, Any], *, max_output_tokens: int) -> object:
        """What the model gave the tool; raises ModelError where its answer is no call of the tool."""

    def write_sql(self, request: SqlRequest, *, deadline_seconds: float) -> ModelReply:
        """The model's answer within the deadline, or ModelError."""
        started = time.perf_counter()
        answer = self._asked(request, deadline_seconds)
        latency_ms = (time.perf_counter() - started) * 1_000
        cost_usd = self.options.cost_of(answer.usage)
        try:
            read = self._read(answer, request)
        except ModelError as failure:
            # The answer is of no use and was paid for all the same.
            failure.usage, failure.cost_usd, failure.request_id = answer.usage, cost_usd, answer.request_id
            raise
        return ModelReply(
            sql=read.sql,
            tables_used=read.tables_used,
            explanation=read.explanation,
            model=self.model,
            usage=answer.usage,
            latency_ms=latency_ms,
            request_id=answer.request_id,
            cost_usd=cost_usd,
        )

    def probe(self) -> ModelHealth:
        """The smallest real question: it proves the address, the credentials, the model and its use of tools."""
        deadline = min(PROBE_SECONDS, self.options.deadline_seconds)
        try:
            reply = self.write_sql(_PROBE, deadline_seconds=deadline)
        except ModelError as error:
            # One line: who runs manage.py check_model reads it above the advice, and where it failed is no secret.
            logger.warning("%s: %s (%s)", error.code, error.detail, error.__cause__ or error.reason)
            return self._health(None, self._of_the_probe(error, deadline))
        return self._health(reply.latency_ms, f"{reply.model} wrote SQL through the tool.")

    def _of_the_probe(self, error: ModelError, deadline: float) -> str:
        """What to do next: a probe's bounds are the portal's own, so the settings for real questions are no help."""
        if error.reason == "timeout" and deadline < self.options.deadline_seconds:
            return failures.silent_to_the_probe(self.label, deadline)
        if error.reason == "malformed" and not error.transient:
            return failures.wordy_to_the_probe(self.label, _PROBE.max_output_tokens)
        return error.detail

    def _read(self, answer: ServiceAnswer, request: SqlRequest) -> ToolInput:
        given = self.tool_input(answer.body, max_output_tokens=request.max_output_tokens)
        try:
            return read_tool_input(given)
        except MalformedToolInput as error:
            raise failures.malformed(self.label, self.name, str(error)) from error

    def _asked(self, request: SqlRequest, seconds: float) -> ServiceAnswer:
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


def tokens_of(counted: Mapping[str, Any], name: str) -> int:
    """A number of tokens as a service told it; 0 for what is none."""
    value = counted.get(name)
    return value if isinstance(value, int) and 0 <= value <= _MOST_TOKENS else 0
