"""Databricks Model Serving: a chat with one forced tool, through the SDK's own client.

Protocol: docs.databricks.com/aws/en/machine-learning/model-serving/function-calling (OpenAI-compatible). The SDK's
`serving_endpoints.query` has no tools, so the request goes through its `ApiClient.do`. Imported when first used.
"""

import json
import threading
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from databricks.sdk.core import ApiClient

from metrics_portal import databricks_auth
from metrics_portal.databricks_login import time_for
from sqlgen.models_llm import failures, serving_errors
from sqlgen.models_llm.calling import CallingProvider, ServiceAnswer, tokens_of
from sqlgen.models_llm.contracts import SqlRequest, Usage
from sqlgen.models_llm.options import ModelOptions
from sqlgen.models_llm.tool import TOOL_DESCRIPTION, TOOL_NAME, TOOL_SCHEMA

_TOOLS = {
    "tools": [
        {
            "type": "function",
            "function": {"name": TOOL_NAME, "description": TOOL_DESCRIPTION, "parameters": dict(TOOL_SCHEMA)},
        }
    ],
    "tool_choice": {"type": "function", "function": {"name": TOOL_NAME}},
}
_REQUEST_ID = "x-request-id"
_TELLING_SECONDS = 0.3  # to give up trying, and say why, before the caller gives up waiting


class ServingProvider(CallingProvider):
    """A chat model behind a serving endpoint, asked as the portal itself; one client serves all threads."""

    name = serving_errors.NAME
    label = serving_errors.LABEL

    def __init__(self, options: ModelOptions) -> None:
        super().__init__(options)
        self._making = threading.Lock()
        self._client: ApiClient | None = None

    def ask(self, request: SqlRequest, *, deadline_seconds: float) -> ServiceAnswer:
        try:
            with time_for(deadline_seconds - _TELLING_SECONDS):
                answer = self._ready_client().do(
                    "POST",
                    f"/serving-endpoints/{quote(self.model, safe='')}/invocations",
                    body=self._body(request),
                    headers={"Accept": "application/json"},
                    response_headers=[_REQUEST_ID],
                )
        except Exception as error:  # the SDK's, requests' and the login's own: each has its row
            failure = serving_errors.told(error, self.options)
            if failure.reason == "credentials":
                self._sign_out()
            raise failure from failure.__cause__
        if not isinstance(answer, dict):
            raise failures.malformed(self.label, self.name, "its answer is no object")
        return ServiceAnswer(
            body=answer,
            usage=_usage(answer),
            request_id=str(answer.get(_REQUEST_ID) or answer.get("id") or ""),
        )

    def tool_input(self, body: Mapping[str, Any], *, max_output_tokens: int) -> object:
        choice = _first(body.get("choices"))
        finished = choice.get("finish_reason")
        if finished == "length":
            raise failures.too_long(self.label, self.name, max_output_tokens)
        if finished == "content_filter":
            raise failures.withheld(self.label, self.name, "a guardrail of the endpoint")
        message = choice.get("message")
        called = message.get("tool_calls") if isinstance(message, dict) else None
        if not called or not isinstance(called, list):
            raise failures.malformed(self.label, self.name, "it wrote text instead of calling the tool")
        function = _first(called).get("function")
        if len(called) > 1 or not isinstance(function, dict) or function.get("name") != TOOL_NAME:
            raise failures.malformed(
                self.label, self.name, "it called other tools than the one it was given, once"
            )
        return self._arguments(function.get("arguments"))

    def _ready_client(self) -> ApiClient:
        with self._making:
            if self._client is None:
                config = databricks_auth.sdk_config(
                    databricks_auth.portal(), http_timeout_seconds=self.options.deadline_seconds
                )
                self._client = ApiClient(config)
            return self._client

    def _sign_out(self) -> None:
        """A token may be refused before its time: the next question signs in anew."""
        databricks_auth.forget()
        with self._making:
            self._client = None

    def _body(self, request: SqlRequest) -> dict[str, Any]:
        temperature = self.options.temperature
        return {
            "messages": [
                {"role": "system", "content": "\n\n".join(part.text for part in request.system)},
                {"role": "user", "content": request.question},
            ],
            "max_tokens": request.max_output_tokens,
            **({} if temperature is None else {"temperature": temperature}),
            **_TOOLS,
        }

    def _arguments(self, given: object) -> object:
        """The tool's input, which arrives as JSON in a string."""
        if not isinstance(given, str):
            return given
        try:
            return json.loads(given)
        except (ValueError, RecursionError) as error:
            raise failures.malformed(self.label, self.name, "its tool call is no JSON") from error


def _first(found: object) -> Mapping[str, Any]:
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, dict) else {}


def _usage(answer: Mapping[str, Any]) -> Usage:
    """Tokens as OpenAI counts them: those read from the cache are part of the prompt's."""
    counted = answer.get("usage")
    if not isinstance(counted, dict):
        return Usage()
    details = counted.get("prompt_tokens_details")
    cached = tokens_of(details, "cached_tokens") if isinstance(details, dict) else 0
    return Usage(
        input_tokens=max(0, tokens_of(counted, "prompt_tokens") - cached),
        output_tokens=tokens_of(counted, "completion_tokens"),
        cache_read_tokens=cached,
    )
