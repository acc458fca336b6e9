"""Each way Databricks Model Serving fails: what people are told, whether it may pass, when to ask again."""

import json
import time
from typing import Any, NamedTuple

import pytest

from sqlgen.models_llm import registry
from sqlgen.tests.asking_models import ask, failure_of, logged
from tests.emulators.faults import Drop, Fault
from tests.emulators.model_serving import CLIENT_ID, CLIENT_SECRET, TOKEN, ModelServingServer, tool_call


class Refusal(NamedTuple):
    status: int
    code: str
    message: str
    reason: str
    retry_after: int | None  # None: it does not pass by itself, so five minutes are told
    words: str
    headers: dict[str, str] = {}


REFUSALS = [
    Refusal(401, "UNAUTHENTICATED", "", "credentials", None, "does not accept the portal's login"),
    Refusal(403, "403", "Invalid access token.", "credentials", None, "may have expired or been revoked"),
    Refusal(403, "PERMISSION_DENIED", "", "no_access", None, "Can Query"),
    Refusal(404, "RESOURCE_DOES_NOT_EXIST", "", "not_found", None, "has no serving endpoint"),
    Refusal(429, "REQUEST_LIMIT_EXCEEDED", "", "throttled", 90, "rate limit", {"Retry-After": "90"}),
    Refusal(429, "REQUEST_LIMIT_EXCEEDED", "", "throttled", 30, "rate limit"),
    Refusal(400, "BAD_REQUEST", "Endpoint is scaled to zero.", "starting", 30, "is starting"),
    Refusal(503, "TEMPORARILY_UNAVAILABLE", "The endpoint is scaling up", "starting", 30, "is starting"),
    Refusal(503, "TEMPORARILY_UNAVAILABLE", "", "upstream", 15, "a fault of its own"),
    Refusal(500, "INTERNAL_ERROR", "", "upstream", 15, "a fault of its own"),
    Refusal(502, "BAD_GATEWAY", "", "upstream", 15, "a fault of its own"),
    Refusal(504, "DEADLINE_EXCEEDED", "", "timeout", 5, "gave up by itself"),
    Refusal(
        400, "BAD_REQUEST", "temperature is not supported", "not_configured", None, "SQL_MODEL_TEMPERATURE"
    ),
    Refusal(
        400, "BAD_REQUEST", "tools are not supported", "not_configured", None, "supports function calling"
    ),
    Refusal(
        400, "BAD_REQUEST", "max_tokens is too large", "not_configured", None, "Lower SQL_MODEL_MAX_OUTPUT"
    ),
    Refusal(
        400,
        "BAD_REQUEST",
        "Use max_completion_tokens instead of max_tokens",
        "not_configured",
        None,
        "Choose an endpoint",
    ),
    Refusal(400, "BAD_REQUEST", "prompt exceeds the context", "refused_request", None, "too long"),
    Refusal(400, "BAD_REQUEST", "", "refused_request", None, "found the request invalid"),
]


@pytest.mark.parametrize("row", REFUSALS, ids=lambda row: f"{row.status}-{row.reason}-{row.retry_after}")
def test_a_refusal_is_told_in_our_words(model_serving: ModelServingServer, row: Refusal) -> None:
    model_serving.fails_with(row.status, row.code, f"{row.message} {TOKEN}", headers=row.headers)

    error = failure_of(seconds=4)

    assert (error.reason, error.retry_after) == (row.reason, row.retry_after or 300)
    assert error.transient is (row.retry_after is not None)
    assert (error.provider, error.status, error.code) == ("databricks", 503, "model_unavailable")
    assert row.words in error.detail
    assert TOKEN not in error.detail + logged(error)
    assert "Config:" not in logged(error)  # what the SDK adds: host, client id, names of variables


MESSAGES: list[tuple[str, dict[str, Any], str, str]] = [
    ("length", {"tool_calls": []}, "malformed", "Raise SQL_MODEL_MAX_OUTPUT_TOKENS"),
    ("content_filter", {"content": "Sorry."}, "refused", "a guardrail of the endpoint"),
    ("stop", {"content": "SELECT 1"}, "malformed", "text instead of calling the tool"),
    ("tool_calls", {"tool_calls": [tool_call("{}", name="drop_all")]}, "malformed", "other tools"),
    ("tool_calls", {"tool_calls": [tool_call("{}"), tool_call("{}")]}, "malformed", "other tools"),
    ("tool_calls", {"tool_calls": [tool_call("{")]}, "malformed", "is no JSON"),
    ("tool_calls", {"tool_calls": [tool_call("[" * 100_000)]}, "malformed", "is no JSON"),
    ("tool_calls", {"tool_calls": [tool_call("[]")]}, "malformed", "no object"),
    (
        "tool_calls",
        {"tool_calls": [tool_call('{"tables_used": [], "explanation": ""}')]},
        "malformed",
        "lacks sql",
    ),
]


@pytest.mark.parametrize(("finish", "message", "reason", "words"), MESSAGES)
def test_an_answer_that_is_none_is_told_as_such(
    model_serving: ModelServingServer, finish: str, message: dict[str, Any], reason: str, words: str
) -> None:
    model_serving.says({"role": "assistant", **message}, finish)

    error = failure_of()

    assert error.reason == reason
    assert words in error.detail


@pytest.mark.parametrize(
    "body", [[], {}, {"choices": []}, {"choices": [None]}, {"choices": [{"message": "no"}]}], ids=json.dumps
)
def test_an_answer_of_another_shape_is_malformed(model_serving: ModelServingServer, body: object) -> None:
    model_serving.faults.add(Fault(operation="invocations", status=200, body=json.dumps(body).encode()))

    assert failure_of().reason == "malformed"


def test_an_answer_that_is_no_json_is_malformed(model_serving: ModelServingServer) -> None:
    model_serving.faults.add(Fault(operation="invocations", status=200, body=b"<html>signed out</html>"))

    assert failure_of().reason == "malformed"


def test_an_answer_that_breaks_off_is_told_as_cut_off(model_serving: ModelServingServer) -> None:
    model_serving.breaks_off(Drop.HALFWAY)

    error = failure_of(seconds=4)

    assert (error.reason, error.transient) == ("cut_off", True)


def test_one_refusal_for_load_is_waited_out(model_serving: ModelServingServer) -> None:
    model_serving.fails_with(429, "REQUEST_LIMIT_EXCEEDED", headers={"Retry-After": "0"}, times=1)

    assert ask().sql == "SELECT 1"


def test_a_service_that_is_not_there_is_told_in_time(model_serving: ModelServingServer) -> None:
    model_serving.stop()
    started = time.monotonic()

    error = failure_of(seconds=4)

    assert (error.reason, error.transient) == ("unreachable", True)
    assert "DATABRICKS_HOST" in error.detail
    assert time.monotonic() - started < 10


def test_a_long_wait_asked_for_is_told_and_not_slept(model_serving: ModelServingServer) -> None:
    model_serving.fails_with(503, "TEMPORARILY_UNAVAILABLE", headers={"Retry-After": "120"})
    started = time.monotonic()

    error = failure_of(seconds=60)

    assert error.retry_after == 120
    assert time.monotonic() - started < 10


def test_a_late_first_byte_is_told_at_the_deadline(model_serving: ModelServingServer) -> None:
    model_serving.is_slow(60)
    started = time.monotonic()

    error = failure_of(seconds=0.5)

    assert (error.reason, error.transient) == ("timeout", True)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("client_id", "secret"), [(CLIENT_ID, "dose-another-secret"), ("nobody", CLIENT_SECRET)]
)
def test_a_service_principal_that_is_not_known_is_told(
    model_serving: ModelServingServer, settings: Any, client_id: str, secret: str
) -> None:
    settings.DATABRICKS_CLIENT_ID, settings.DATABRICKS_CLIENT_SECRET = client_id, secret
    registry.start_afresh()

    error = failure_of()

    assert (error.reason, error.transient) == ("credentials", False)
    assert "Service principals" in error.detail
    assert secret not in error.detail + logged(error)


def test_a_sign_in_that_fails_by_itself_may_pass(model_serving: ModelServingServer, settings: Any) -> None:
    settings.DATABRICKS_CLIENT_ID, settings.DATABRICKS_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
    registry.start_afresh()
    model_serving.faults.add(Fault(operation="oidc/v1/token", status=503, body=b"busy"))

    error = failure_of()

    assert (error.reason, error.transient) == ("upstream", True)


def test_an_expired_token_is_told(model_serving: ModelServingServer) -> None:
    model_serving.access.expire_tokens()

    assert failure_of().reason == "credentials"


def test_a_name_that_is_no_endpoint_is_told(model_serving: ModelServingServer, settings: Any) -> None:
    settings.SQL_MODEL = "../../api/2.0/token/list"

    error = failure_of()

    assert error.reason == "not_found"
    assert [call.request.path for call in model_serving.calls("POST")] == [
        "/serving-endpoints/..%2F..%2Fapi%2F2.0%2Ftoken%2Flist/invocations"
    ]
