"""Amazon Bedrock through its Converse API: one forced tool, one question, one answer.

Protocol: docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html. Imported when first used, since it
brings boto3 with it.
"""

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config
from botocore.exceptions import ReadTimeoutError

from sqlgen.models_llm import bedrock_errors, bedrock_login, failures
from sqlgen.models_llm.bedrock_models import at_least_tokens, cache_minimum
from sqlgen.models_llm.calling import MOST_AT_ONCE, CallingProvider, ServiceAnswer, tokens_of
from sqlgen.models_llm.contracts import SqlRequest, Usage
from sqlgen.models_llm.options import ModelOptions
from sqlgen.models_llm.tool import TOOL_DESCRIPTION, TOOL_NAME, TOOL_SCHEMA

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

_CONNECT_SECONDS = 3.0
_ATTEMPTS = 2
_WITHHELD = {
    "guardrail_intervened": "a guardrail of the AWS account",
    "content_filtered": "its content filter",
}
_MALFORMED = {
    "malformed_model_output": "its output was malformed",
    "malformed_tool_use": "its tool call was malformed",
}
_TOOLS: Mapping[str, Any] = {
    "tools": [
        {
            "toolSpec": {
                "name": TOOL_NAME,
                "description": TOOL_DESCRIPTION,
                "inputSchema": {"json": TOOL_SCHEMA},
            }
        }
    ],
    "toolChoice": {"tool": {"name": TOOL_NAME}},
}


class BedrockProvider(CallingProvider):
    """A model of Amazon Bedrock. Credentials come as boto3 finds them; one client serves all threads."""

    name = bedrock_login.NAME
    label = bedrock_login.LABEL

    def __init__(self, options: ModelOptions) -> None:
        super().__init__(options)
        self._making = threading.Lock()
        self._client: BedrockRuntimeClient | None = None

    def ask(self, request: SqlRequest, *, deadline_seconds: float) -> ServiceAnswer:
        try:
            response: Any = self._ready_client().converse(
                modelId=self.model,
                system=self._system(request),
                messages=[{"role": "user", "content": [{"text": request.question}]}],
                inferenceConfig=self._inference(request),
                toolConfig=_TOOLS,  # type: ignore[arg-type]  # its stubs know no read-only mappings
            )
        except (
            Exception
        ) as error:  # every class of botocore's has its row; anything else is told as unforeseen
            failure = bedrock_errors.told(error, self.options)
            raise failure from failure.__cause__
        return ServiceAnswer(
            body=response,
            usage=_usage(response),
            request_id=response["ResponseMetadata"].get("RequestId", ""),
        )

    def tool_input(self, body: Mapping[str, Any], *, max_output_tokens: int) -> object:
        self._check_reason(body.get("stopReason"), max_output_tokens)
        content = body.get("output", {}).get("message", {}).get("content", [])
        called = [block["toolUse"] for block in content if "toolUse" in block]
        if not called:
            raise failures.malformed(self.label, self.name, "it wrote text instead of calling the tool")
        if len(called) > 1 or called[0].get("name") != TOOL_NAME:
            raise failures.malformed(
                self.label, self.name, "it called other tools than the one it was given, once"
            )
        return called[0].get("input")

    def _ready_client(self) -> "BedrockRuntimeClient":
        with self._making:  # boto3 makes clients safely in one thread at a time only
            if self._client is None:
                self._client = self._new_client()
            return self._client

    def _new_client(self) -> "BedrockRuntimeClient":
        config = Config(
            connect_timeout=_CONNECT_SECONDS,
            read_timeout=self.options.deadline_seconds,
            retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
            max_pool_connections=MOST_AT_ONCE,
        )
        session = boto3.session.Session(region_name=self.options.region or None)
        client = session.client("bedrock-runtime", config=config)
        client.meta.events.register_first(
            "needs-retry.bedrock-runtime.Converse",
            _nobody_waits_any_more,  # type: ignore[arg-type]  # its stubs forget that hooks answer
        )
        return client

    def _system(self, request: SqlRequest) -> list[Any]:
        blocks: list[dict[str, Any]] = [{"text": part.text} for part in request.system]
        cacheable = sum(part.cacheable for part in request.system)
        prefix = "".join(part.text for part in request.system[:cacheable])
        if self._is_worth_caching(prefix):
            blocks.insert(cacheable, {"cachePoint": {"type": "default"}})
        return blocks

    def _is_worth_caching(self, prefix: str) -> bool:
        minimum = self.options.cache_min_tokens
        minimum = cache_minimum(self.model) if minimum is None else minimum
        return bool(minimum and prefix) and at_least_tokens(prefix) >= (minimum or 0)

    def _inference(self, request: SqlRequest) -> Any:
        temperature = self.options.temperature
        asked = {} if temperature is None else {"temperature": temperature}
        return {"maxTokens": request.max_output_tokens, **asked}

    def _check_reason(self, stopped: str | None, allowed: int) -> None:
        """Why the model stopped: only where it had said all is there a call to read."""
        if stopped is None:  # botocore reads a body that breaks off as an empty one
            raise failures.cut_off(self.label, self.name)
        if stopped == "max_tokens":
            raise failures.too_long(self.label, self.name, allowed)
        if stopped == "model_context_window_exceeded":
            raise failures.question_too_long(self.label, self.name, self.model)
        if by := _WITHHELD.get(stopped):
            raise failures.withheld(self.label, self.name, by)
        if why := _MALFORMED.get(stopped):
            raise failures.malformed(self.label, self.name, why)


def _nobody_waits_any_more(caught_exception: Exception | None, **_more: Any) -> bool | None:
    """botocore's retry hook: a read timeout is as long as the deadline, so nobody waits for a second attempt."""
    return False if isinstance(caught_exception, ReadTimeoutError) else None


def _usage(response: Mapping[str, Any]) -> Usage:
    counted: Mapping[str, Any] = response.get("usage", {})
    return Usage(
        input_tokens=tokens_of(counted, "inputTokens"),
        output_tokens=tokens_of(counted, "outputTokens"),
        cache_read_tokens=tokens_of(counted, "cacheReadInputTokens"),
        cache_write_tokens=tokens_of(counted, "cacheWriteInputTokens"),
    )
