"""Amazon Bedrock's Converse on loopback: its protocol and its refusals, with a model that answers by script.

with BedrockServer() as bedrock:
    bedrock.replies_with(sql="SELECT 1")
    bedrock.fails_with("ThrottlingException", headers={"Retry-After": "7"}, times=1)
    …boto3 with AWS_ENDPOINT_URL_BEDROCK_RUNTIME=bedrock.url…
    assert "claims" in bedrock.requests[0].question

Protocol: docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html. Requests are checked against the
service's own model, as the service does.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import botocore.session
from botocore.validate import ParamValidator

from tests.emulators.faults import Drop, Fault
from tests.emulators.http import LoopbackServer, Reply, Request, Route

_MODEL = botocore.session.get_session().get_service_model("bedrock-runtime")
_INPUT = _MODEL.operation_model("Converse").input_shape
_CONVERSE = "POST /model/.*/converse"
_CHARACTERS_PER_TOKEN = 4
_AUTHENTICATION = {
    "ExpiredTokenException": 403,
    "UnrecognizedClientException": 403,
    "InvalidSignatureException": 403,
    "TooManyRequestsException": 429,
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question that reached the model."""

    model: str
    body: Mapping[str, Any]
    headers: Mapping[str, str]

    @property
    def system(self) -> str:
        return "".join(block.get("text", "") for block in self.body.get("system", ()))

    @property
    def question(self) -> str:
        return "".join(block.get("text", "") for block in self.body["messages"][-1]["content"])

    @property
    def cache_points(self) -> int:
        return sum("cachePoint" in block for block in self.body.get("system", ()))


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the model says: `content` blocks as Converse gives them, and why it stopped."""

    content: Sequence[Mapping[str, Any]]
    stop_reason: str = "tool_use"


Script = Callable[[Asked], Answer]


def tool_use(given: object, *, name: str = "write_sql") -> Mapping[str, Any]:
    return {"toolUse": {"toolUseId": f"tooluse_{uuid.uuid4().hex[:22]}", "name": name, "input": given}}


def writes(sql: str, tables_used: Sequence[str] = (), explanation: str = "As asked.") -> Answer:
    """A well-formed answer through the tool."""
    given = {"sql": sql, "tables_used": list(tables_used), "explanation": explanation}
    return Answer(content=[tool_use(given)])


class _Converse:
    """The service: checks what it is asked, counts tokens, remembers cached prefixes."""

    def __init__(self) -> None:
        self.script: Script = lambda asked: writes("SELECT 1")
        self.requests: list[Asked] = []
        self._cached: set[str] = set()

    def routes(self) -> Iterable[Route]:
        yield Route("POST", "/model/{model}/converse", self._converse)

    def _converse(self, request: Request) -> Reply:
        model = unquote(request.path_values["model"])
        problems = ParamValidator().validate({"modelId": model, **request.json}, _INPUT)
        if problems.has_errors():
            return refusal("ValidationException", problems.generate_report())
        if not request.headers.get("authorization"):
            return refusal(
                "UnrecognizedClientException", "The security token included in the request is invalid."
            )
        asked = Asked(model=model, body=request.json, headers=request.headers)
        self.requests.append(asked)
        answer = self.script(asked)
        return Reply.json(
            {
                "metrics": {"latencyMs": 12},
                "output": {"message": {"content": list(answer.content), "role": "assistant"}},
                "stopReason": answer.stop_reason,
                "usage": self._usage(asked, answer),
            },
            headers={"x-amzn-RequestId": str(uuid.uuid4())},
        )

    def _usage(self, asked: Asked, answer: Answer) -> Mapping[str, int]:
        prefix = ""
        if asked.cache_points:
            blocks = asked.body["system"]
            at = next(place for place, block in enumerate(blocks) if "cachePoint" in block)
            prefix = "".join(block["text"] for block in blocks[:at])
        known = prefix in self._cached
        self._cached.add(prefix)
        counted = {
            "inputTokens": _tokens(asked.system + asked.question) - _tokens(prefix),
            "outputTokens": _tokens(json.dumps(list(answer.content))),
            "cacheReadInputTokens": _tokens(prefix) if known else 0,
            "cacheWriteInputTokens": 0 if known else _tokens(prefix),
        }
        return {**counted, "totalTokens": sum(counted.values())}


class BedrockServer(LoopbackServer):
    """The service on a loopback port. Without a script the model writes `SELECT 1`."""

    def __init__(self) -> None:
        self._service = _Converse()
        super().__init__(self._service)

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

    def stops_with(self, reason: str, *content: Mapping[str, Any]) -> None:
        """From now on the model stops for that reason, with these content blocks."""
        self._service.script = lambda asked: Answer(content=content, stop_reason=reason)

    def fails_with(
        self,
        code: str,
        message: str = "",
        *,
        status: int = 0,
        headers: Mapping[str, str] | None = None,
        **rule: Any,
    ) -> None:
        """An error of the service in the model's stead; `rule` holds Fault's `after` and `times`."""
        reply = refusal(code, message, status)
        every = {**reply.headers, **(headers or {})}
        fault = Fault(operation=_CONVERSE, status=reply.status, body=reply.body, headers=every, **rule)
        self.faults.add(fault)

    def is_slow(self, seconds: float, **rule: Any) -> None:
        """The first byte of the answer comes late."""
        self.faults.add(Fault(operation=_CONVERSE, delay_seconds=seconds, **rule))

    def breaks_off(self, when: Drop = Drop.HALFWAY, **rule: Any) -> None:
        """The connection is closed in the middle of the answer, or before it."""
        self.faults.add(Fault(operation=_CONVERSE, drop=when, **rule))


def refusal(code: str, message: str = "", status: int = 0) -> Reply:
    """An error as the service gives it: the code in a header, the words in the body."""
    shape = _MODEL.shape_for_error_code(code)
    known = shape.metadata.get("error", {}).get("httpStatusCode") if shape else _AUTHENTICATION.get(code)
    return Reply.json(
        {"message": message or f"{code} on loopback."},
        status or known or 400,
        {
            "x-amzn-ErrorType": f"{code}:http://internal.amazon.com/coral/com.amazon.bedrock/",
            "x-amzn-RequestId": str(uuid.uuid4()),
        },
    )


def _tokens(text: str) -> int:
    return len(text) // _CHARACTERS_PER_TOKEN
