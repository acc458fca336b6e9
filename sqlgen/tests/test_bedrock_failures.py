"""Each way Amazon Bedrock fails: what people are told, whether it may pass, when to ask again, what stays hidden."""

import time
from typing import Any, NamedTuple

import botocore.session
import pytest

from sqlgen.models_llm import failures
from sqlgen.tests.asking_models import ask, failure_of, logged
from tests.emulators.bedrock import BedrockServer, tool_use
from tests.emulators.faults import Drop

SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYabc"
NO_ACCESS_MESSAGE = "You don't have access to the model with the specified model ID."
MARKETPLACE = "Model access is denied due to IAM user is not authorized to perform aws-marketplace:Subscribe"
NOT_ALLOWED = "User: arn:aws:iam::123:user/x is not authorized to perform: bedrock:InvokeModel on resource: y"
ON_DEMAND = (
    "Invocation of model ID x with on-demand throughput isn't supported. Retry with an inference profile."
)
WRONG_KEY = "Authentication failed: Please make sure your API Key is valid."
NO_KEYS = "User: x is not authorized to perform: bedrock:CallWithBearerToken on resource: y"
USE_CASE = "Model use case details have not been submitted for this account."


class Refusal(NamedTuple):
    code: str
    message: str
    reason: str
    retry_after: int | None  # None: it does not pass by itself, so five minutes are told
    words: str
    headers: dict[str, str] = {}
    status: int = 0


REFUSALS = [
    Refusal("ExpiredTokenException", "", "credentials", None, "have expired. Renew them"),
    Refusal("UnrecognizedClientException", "", "credentials", None, "does not accept the portal's credentials"),
    Refusal("InvalidSignatureException", "", "credentials", None, "this machine's clock"),
    Refusal("AccessDeniedException", NO_ACCESS_MESSAGE, "no_access", None, "Model catalog, open the model"),
    Refusal("AccessDeniedException", MARKETPLACE, "no_access", None, "aws-marketplace:Subscribe"),
    Refusal("AccessDeniedException", NOT_ALLOWED, "no_access", None, "IAM action bedrock:InvokeModel"),
    Refusal("AccessDeniedException", WRONG_KEY, "credentials", None, "the API key in AWS_BEARER_TOKEN_BEDROCK. Check"),
    Refusal("AccessDeniedException", "Bearer Token has expired", "credentials", None, "has expired. Make a new one"),
    Refusal("AccessDeniedException", NO_KEYS, "no_access", None, "bedrock:CallWithBearerToken"),
    Refusal("ResourceNotFoundException", "", "not_found", None, "Check SQL_MODEL and AWS_REGION"),
    Refusal("ResourceNotFoundException", USE_CASE, "no_access", None, "submit the use case form"),
    Refusal("ResourceNotFoundException", "This model version has reached the end of its life.", "not_found",
            None, "Set SQL_MODEL to a newer one"),
    Refusal("ValidationException", ON_DEMAND, "not_configured", None, "only through an inference profile"),
    Refusal("ValidationException", "The provided model identifier is invalid.", "not_found", None, "Check SQL_MODEL"),
    Refusal("ValidationException", "temperature is deprecated for this model.", "not_configured", None,
            "Set SQL_MODEL_TEMPERATURE to nothing"),
    Refusal("ValidationException", "This model doesn't support the toolConfig.toolChoice.tool field.",
            "not_configured", None, "cannot be made to answer through a tool"),
    Refusal("ValidationException", "Operation not allowed", "no_access", None, "a case with AWS Support"),
    Refusal("ValidationException", "Something else.", "refused_request", None, "found the request invalid"),
    Refusal("ThrottlingException", "", "throttled", 30, "Service Quotas page"),
    Refusal("ThrottlingException", "", "throttled", 7, "Ask again", {"Retry-After": "7"}),
    Refusal("ThrottlingException", "", "throttled", 2, "Ask again", {"x-amz-retry-after": "1500"}),
    Refusal("ThrottlingException", "Too many tokens per day", "throttled", 3_600, "raise the model's quotas"),
    Refusal("ServiceQuotaExceededException", "", "throttled", 30, "Service Quotas page"),
    Refusal("TooManyRequestsException", "", "throttled", 30, "Ask again"),
    Refusal("ModelNotReadyException", "", "starting", 30, "is being made ready"),
    Refusal("ModelTimeoutException", "", "timeout", 5, "gave up by itself"),
    Refusal("ModelErrorException", "", "upstream", 15, "a fault of its own"),
    Refusal("InternalServerException", "", "upstream", 15, "a fault of its own"),
    Refusal("ServiceUnavailableException", "", "upstream", 4, "a fault of its own", {"Retry-After": "4"}),
    Refusal("NewException", "", "upstream", 15, "a fault of its own", {}, 502),
    Refusal("NewException", "", "throttled", 30, "Ask again", {}, 429),
    Refusal("NewException", "", "no_access", None, "may not use", {}, 403),
    Refusal("NewException", WRONG_KEY, "credentials", None, "the API key in AWS_BEARER_TOKEN_BEDROCK", {}, 403),
    Refusal("NewException", "", "refused_request", None, "refused the question", {}, 422),
]  # fmt: skip


def test_every_error_of_the_operation_has_its_row() -> None:
    service = botocore.session.get_session().get_service_model("bedrock-runtime")

    errors = {shape.name for shape in service.operation_model("Converse").error_shapes}

    assert errors >= {"AccessDeniedException", "ThrottlingException"}
    assert errors <= {row.code for row in REFUSALS}


@pytest.mark.parametrize("row", REFUSALS, ids=lambda row: f"{row.code}-{row.reason}-{row.retry_after}")
def test_a_refusal_is_told_in_our_words(bedrock: BedrockServer, row: Refusal) -> None:
    bedrock.fails_with(row.code, f"{row.message} {SECRET}", status=row.status, headers=row.headers)

    error = failure_of()

    assert (error.reason, error.retry_after) == (row.reason, row.retry_after or 300)
    assert error.transient is (row.retry_after is not None)
    assert (error.provider, error.status, error.code) == ("bedrock", 503, "model_unavailable")
    assert row.words in error.detail
    assert row.code in logged(error)
    assert SECRET not in error.detail + logged(error)


STOPS: list[tuple[str, list[Any], str, str]] = [
    ("max_tokens", [], "malformed", "Raise SQL_MODEL_MAX_OUTPUT_TOKENS"),
    ("guardrail_intervened", [{"text": "Sorry."}], "refused", "a guardrail of the AWS account"),
    ("content_filtered", [{"text": "Sorry."}], "refused", "its content filter"),
    ("model_context_window_exceeded", [], "refused_request", "too long"),
    ("malformed_tool_use", [], "malformed", "its tool call was malformed"),
    ("malformed_model_output", [], "malformed", "its output was malformed"),
    ("end_turn", [{"text": "SELECT 1"}], "malformed", "text instead of calling the tool"),
    ("tool_use", [], "malformed", "text instead of calling the tool"),
    ("tool_use", [tool_use({}, name="drop_all")], "malformed", "other tools"),
    ("tool_use", [tool_use({}), tool_use({})], "malformed", "other tools"),
    ("tool_use", [tool_use({"tables_used": [], "explanation": ""})], "malformed", "lacks sql"),
    ("tool_use", [tool_use("SELECT 1")], "malformed", "no object"),
    (
        "tool_use",
        [tool_use({"sql": 1, "tables_used": [], "explanation": ""})],
        "malformed",
        "sql in its tool call is",
    ),
    ("tool_use", [tool_use({"sql": " ", "tables_used": [], "explanation": ""})], "malformed", "is empty"),
    (
        "tool_use",
        [tool_use({"sql": "S", "tables_used": "a", "explanation": ""})],
        "malformed",
        "no list of names",
    ),
    (
        "tool_use",
        [tool_use({"sql": "S", "tables_used": [1], "explanation": ""})],
        "malformed",
        "no list of names",
    ),
    (
        "tool_use",
        [tool_use({"sql": "S", "tables_used": ["a"] * 51, "explanation": ""})],
        "malformed",
        "more than 50",
    ),
    (
        "tool_use",
        [tool_use({"sql": "S", "tables_used": [], "explanation": "", "run": True})],
        "malformed",
        "1 member too many",
    ),
    (
        "tool_use",
        [tool_use({"sql": "S" * 20_001, "tables_used": [], "explanation": ""})],
        "malformed",
        "longer than",
    ),
    (
        "tool_use",
        [tool_use({"sql": "S", "tables_used": [], "explanation": "e" * 4_001})],
        "malformed",
        "longer than",
    ),
]


@pytest.mark.parametrize(("stop", "content", "reason", "words"), STOPS)
def test_an_answer_that_is_none_is_told_as_such(
    bedrock: BedrockServer, stop: str, content: list[Any], reason: str, words: str
) -> None:
    bedrock.stops_with(stop, *content)

    error = failure_of()

    assert error.reason == reason
    assert words in error.detail
    assert error.transient is (error.retry_after != 300)


def test_an_answer_that_breaks_off_is_told_as_cut_off(bedrock: BedrockServer) -> None:
    bedrock.breaks_off(Drop.HALFWAY)

    error = failure_of()

    assert (error.reason, error.transient) == ("cut_off", True)


def test_one_dropped_connection_is_tried_again(bedrock: BedrockServer) -> None:
    bedrock.breaks_off(Drop.UNHEARD, times=1)

    assert ask().sql == "SELECT 1"


def test_connections_that_are_always_dropped_are_told(bedrock: BedrockServer) -> None:
    bedrock.breaks_off(Drop.UNHEARD)

    error = failure_of()

    assert (error.reason, error.transient) == ("cut_off", True)


def test_a_wait_is_told_in_round_seconds() -> None:
    assert "within 6 s," in failures.timed_out("Amazon Bedrock", "bedrock", 5.9987).detail


def test_a_service_that_is_not_there_is_told(bedrock: BedrockServer) -> None:
    bedrock.stop()

    error = failure_of()

    assert (error.reason, error.transient, error.retry_after) == ("unreachable", True, 15)
    assert "the address in AWS_ENDPOINT_URL_BEDROCK_RUNTIME" in error.detail


def test_a_late_first_byte_is_told_at_the_deadline(bedrock: BedrockServer) -> None:
    bedrock.is_slow(60)
    started = time.monotonic()

    error = failure_of(seconds=0.54321)

    assert (error.reason, error.transient) == ("timeout", True)
    assert "within 0.543 s" in error.detail
    assert time.monotonic() - started < 10


def test_nobody_pays_for_a_second_attempt_after_a_timeout(bedrock: BedrockServer, settings: Any) -> None:
    settings.SQL_MODEL_DEADLINE_SECONDS = 0.5
    bedrock.is_slow(60, times=1)  # a second attempt would be answered at once

    assert failure_of().reason == "timeout"


def test_the_profile_is_named_where_a_model_needs_one(bedrock: BedrockServer, settings: Any) -> None:
    settings.SQL_MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0"
    bedrock.fails_with("ValidationException", ON_DEMAND)

    assert "eu.anthropic.claude-sonnet-4-5-20250929-v1:0" in failure_of().detail


def test_an_address_that_is_none_is_told_with_its_setting(
    bedrock: BedrockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "no address")

    error = failure_of()

    assert (error.reason, error.transient) == ("not_configured", False)
    assert "The address in AWS_ENDPOINT_URL_BEDROCK_RUNTIME cannot be used" in error.detail
    assert "Invalid endpoint" in logged(error)


def test_what_nobody_foresaw_is_told_as_a_fault_of_the_client(
    bedrock: BedrockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULTS_MODE", "nonsense")

    error = failure_of()

    assert (error.reason, error.transient) == ("client", False)
    assert "InvalidDefaultsMode" in logged(error)


def test_a_service_that_hangs_takes_eight_threads_and_no_more(bedrock: BedrockServer) -> None:
    bedrock.is_slow(60)

    reasons = [failure_of(seconds=0.05).reason for _ in range(9)]

    assert reasons == ["timeout"] * 8 + ["overloaded"]
