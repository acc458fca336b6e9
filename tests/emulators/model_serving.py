"""Databricks Model Serving on loopback: chat endpoints with tools, behind a workspace's own sign-in.

with ModelServingServer() as serving:
    serving.replies_with(sql="SELECT 1")
    serving.fails_with(429, "REQUEST_LIMIT_EXCEEDED", headers={"Retry-After": "9"}, times=1)
    …databricks-sdk with DATABRICKS_HOST=serving.url…

Protocol: docs.databricks.com/aws/en/machine-learning/model-serving/function-calling (OpenAI-compatible chat).
"""

import json
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from tests.emulators.access import Access, Principal
from tests.emulators.faults import Drop, Fault
from tests.emulators.http import LoopbackServer, Reply, Request, Route
from tests.emulators.oidc import Oidc

ENDPOINT = "databricks-claude-sonnet-4-5"
TOKEN = "dapi0123456789abcdef0123456789abcdef"
CLIENT_ID, CLIENT_SECRET = "11112222-3333-4444-5555-666677778888", "dose-client-secret-on-loopback"
_INVOCATIONS = "POST /serving-endpoints/.*/invocations"
_CHARACTERS_PER_TOKEN = 4


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question that reached an endpoint."""

    endpoint: str
    body: Mapping[str, Any]
    headers: Mapping[str, str]

    @property
    def system(self) -> str:
        return self._said_by("system")

    @property
    def question(self) -> str:
        return self._said_by("user")

    def _said_by(self, role: str) -> str:
        return "".join(one["content"] for one in self.body["messages"] if one["role"] == role)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the model says: a chat message as OpenAI's API gives it, and why it stopped."""

    message: Mapping[str, Any]
    finish_reason: str = "tool_calls"


Script = Callable[[Asked], Answer]


def tool_call(arguments: str, *, name: str = "write_sql") -> Mapping[str, Any]:
    """One entry of `tool_calls`; `arguments` is JSON as text."""
    return {
        "id": f"call_{uuid.uuid4().hex}",
        "type": "function",
        "function": {"name": name, "arguments": arguments},
    }


def writes(sql: str, tables_used: Sequence[str] = (), explanation: str = "As asked.") -> Answer:
    """A well-formed answer through the tool."""
    given = {"sql": sql, "tables_used": list(tables_used), "explanation": explanation}
    return Answer(
        message={"role": "assistant", "content": None, "tool_calls": [tool_call(json.dumps(given))]}
    )


class ModelServing:
    """The service: one chat endpoint, ENDPOINT, that people and service principals of `access` may query."""

    def __init__(self) -> None:
        self.script: Script = lambda asked: writes("SELECT 1")
        self.requests: list[Asked] = []

    def routes(self) -> Iterable[Route]:
        yield Route("POST", "/serving-endpoints/{name}/invocations", self._invocations)

    def _invocations(self, request: Request) -> Reply:
        name = unquote(request.path_values["name"])
        if name != ENDPOINT:
            return refusal(404, "RESOURCE_DOES_NOT_EXIST", f"The given endpoint does not exist: {name}")
        if wrong := _wrong_with(request.json):
            return refusal(400, "BAD_REQUEST", wrong)
        asked = Asked(endpoint=name, body=request.json, headers=request.headers)
        self.requests.append(asked)
        answer = self.script(asked)
        choice = {"index": 0, "message": dict(answer.message), "finish_reason": answer.finish_reason}
        spent = [_tokens(json.dumps(asked.body["messages"])), _tokens(json.dumps(choice))]
        return Reply.json(
            {
                "id": f"msg_{uuid.uuid4().hex}",
                "object": "chat.completion",
                "model": name,
                "choices": [choice],
                "usage": {
                    "prompt_tokens": spent[0], "completion_tokens": spent[1], "total_tokens": sum(spent)
                },
            },
            headers={"X-Request-Id": str(uuid.uuid4())},
        )  # fmt: skip


class ModelServingServer(LoopbackServer):
    """The service and the workspace's sign-in on a loopback port. Without a script the model writes `SELECT 1`."""

    def __init__(self) -> None:
        self.access = Access()
        self.access.admit(Principal(name="somebody@example.com"), TOKEN)
        self.access.admit_client(Principal(name="the-portal"), CLIENT_ID, CLIENT_SECRET)
        self._service = ModelServing()
        super().__init__(self._service, Oidc(self.access), gate=self.access.gate)

    @property
    def requests(self) -> Sequence[Asked]:
        """The questions that reached the model, in order; refused and dropped ones did not."""
        return self._service.requests

    def replies_with(
        self,
        script: Script | None = None,
        *,
        sql: str = "",
        tables_used: Sequence[str] = (),
        explanation: str = "As asked.",
    ) -> None:
        """From now on: what the function says to each question, or always the same SQL through the tool."""
        self._service.script = script or (lambda asked: writes(sql, tables_used, explanation))

    def says(self, message: Mapping[str, Any], finish_reason: str) -> None:
        """From now on the model gives that message, and stops for that reason."""
        self._service.script = lambda asked: Answer(message=message, finish_reason=finish_reason)

    def fails_with(
        self,
        status: int,
        code: str,
        message: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        **rule: Any,
    ) -> None:
        """An error of the service in the model's stead; `rule` holds Fault's `after` and `times`."""
        reply = refusal(status, code, message or f"{code} on loopback.")
        every = {**reply.headers, **(headers or {})}
        self.faults.add(Fault(operation=_INVOCATIONS, status=status, body=reply.body, headers=every, **rule))

    def is_slow(self, seconds: float, **rule: Any) -> None:
        """The first byte of the answer comes late."""
        self.faults.add(Fault(operation=_INVOCATIONS, delay_seconds=seconds, **rule))

    def breaks_off(self, when: Drop = Drop.HALFWAY, **rule: Any) -> None:
        """The connection is closed in the middle of the answer, or before it."""
        self.faults.add(Fault(operation=_INVOCATIONS, drop=when, **rule))


def refusal(status: int, code: str, message: str) -> Reply:
    return Reply.json({"error_code": code, "message": message}, status)


def _wrong_with(body: Any) -> str:
    """Why the request is no chat with tools; nothing where it is one."""
    if not isinstance(body, dict) or not isinstance(body.get("messages"), list) or not body["messages"]:
        return "messages: a list of chat messages is required"
    if any(one.get("role") not in ("system", "user") or not isinstance(one.get("content"), str)
           for one in body["messages"]):  # fmt: skip
        return "messages: each needs a role and a content"
    offered = [tool.get("function", {}).get("name") for tool in body.get("tools", ())]
    chosen = body.get("tool_choice", {})
    if isinstance(chosen, dict) and chosen and chosen.get("function", {}).get("name") not in offered:
        return "tool_choice: it names no tool that was given"
    if unknown := body.keys() - {"messages", "max_tokens", "temperature", "tools", "tool_choice"}:
        return f"unknown members: {', '.join(sorted(unknown))}"
    return ""


def _tokens(text: str) -> int:
    return len(text) // _CHARACTERS_PER_TOKEN
