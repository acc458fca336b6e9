"""An answer that is of no use was paid for all the same: its usage comes with the failure, from both providers."""

import json
from decimal import Decimal
from typing import Any

import pytest

from sqlgen.models_llm.contracts import UNTOLD, Usage
from sqlgen.tests.asking_models import ask, failure_of
from tests.emulators.bedrock import BedrockServer, tool_use
from tests.emulators.faults import Fault
from tests.emulators.model_serving import ModelServingServer, tool_call

LACKING = {"tables_used": [], "explanation": ""}  # a call of the tool without SQL
TEXT = "I would rather not."


def counted(body: dict[str, Any]) -> Fault:
    """A service's answer, word by word."""
    return Fault(operation="POST", status=200, body=json.dumps(body).encode())


@pytest.mark.parametrize(
    ("stop", "content"),
    [
        ("end_turn", [{"text": TEXT}]),
        ("max_tokens", [{"text": TEXT}]),
        ("guardrail_intervened", [{"text": TEXT}]),
        ("malformed_tool_use", [{"text": TEXT}]),
        ("tool_use", [tool_use({"sql": "SELECT 1"}, name="drop_all")]),
        ("tool_use", [tool_use(LACKING)]),
    ],
)
def test_bedrock_tells_what_a_useless_answer_cost(
    bedrock: BedrockServer, settings: Any, stop: str, content: list[Any]
) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "1", "cache_write": "4"}
    bedrock.stops_with(stop, *content)

    failure = failure_of()

    assert failure.usage.output_tokens == len(json.dumps(content)) // 4 > 0
    assert failure.usage.cache_write_tokens > 1_000  # the rules, asked with for the first time
    assert failure.cost_usd is not None
    assert failure.cost_usd > Decimal(4) * 1_000 / 1_000_000
    assert failure.request_id


@pytest.mark.parametrize(
    ("finish", "message"),
    [
        ("stop", {"content": TEXT}),
        ("length", {"content": TEXT}),
        ("content_filter", {"content": TEXT}),
        ("tool_calls", {"tool_calls": [tool_call("{")]}),
        ("tool_calls", {"tool_calls": [tool_call(json.dumps(LACKING))]}),
    ],
)
def test_model_serving_tells_what_a_useless_answer_cost(
    model_serving: ModelServingServer, settings: Any, finish: str, message: dict[str, Any]
) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "", "cache_write": ""}
    model_serving.says({"role": "assistant", **message}, finish)

    failure = failure_of()

    assert failure.usage.input_tokens > 1_000
    assert failure.usage.output_tokens > 0
    assert failure.cost_usd is not None
    assert failure.cost_usd > Decimal(3) * 1_000 / 1_000_000
    assert failure.request_id


def test_a_refusal_of_the_service_tells_no_usage(bedrock: BedrockServer) -> None:
    bedrock.fails_with("ThrottlingException")

    failure = failure_of()

    assert (failure.usage, failure.cost_usd, failure.request_id) == (UNTOLD, None, "")


def test_what_an_answer_cost_that_broke_off_is_unknown_not_nothing(
    bedrock: BedrockServer, settings: Any
) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "", "cache_write": ""}
    bedrock.faults.add(counted({}))  # as botocore reads a body that breaks off

    failure = failure_of()

    assert (failure.reason, failure.usage, failure.cost_usd) == ("cut_off", UNTOLD, None)


def test_what_an_answer_without_a_count_cost_is_unknown(
    model_serving: ModelServingServer, settings: Any
) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "", "cache_write": ""}
    given = {"sql": "SELECT 1", "tables_used": [], "explanation": ""}
    message = {"tool_calls": [tool_call(json.dumps(given))]}
    model_serving.faults.add(counted({"choices": [{"message": message, "finish_reason": "tool_calls"}]}))

    reply = ask()

    assert (reply.usage, reply.cost_usd) == (UNTOLD, None)


@pytest.mark.parametrize("nonsense", [-5, "many", 2**31, None, 1.5])
def test_a_count_that_is_none_counts_nothing(model_serving: ModelServingServer, nonsense: object) -> None:
    given = {"sql": "SELECT 1", "tables_used": [], "explanation": ""}
    message = {"tool_calls": [tool_call(json.dumps(given))]}
    body = {
        "choices": [{"message": message, "finish_reason": "tool_calls"}],
        "usage": {"prompt_tokens": 7, "completion_tokens": nonsense},
    }
    model_serving.faults.add(counted(body))

    assert ask().usage == Usage(input_tokens=7)
