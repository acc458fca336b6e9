"""What goes to Databricks Model Serving, and what comes back when all is well."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sqlgen.models_llm import registry
from sqlgen.models_llm.tool import TOOL_SCHEMA
from sqlgen.tests.asking_models import QUESTION, RULES, ask, failure_of
from tests.emulators.model_serving import (
    CLIENT_ID,
    CLIENT_SECRET,
    ENDPOINT,
    TOKEN,
    Answer,
    ModelServingServer,
    tool_call,
)


@pytest.fixture
def as_service_principal(model_serving: ModelServingServer, settings: Any) -> Iterator[ModelServingServer]:
    settings.DATABRICKS_TOKEN = ""
    settings.DATABRICKS_CLIENT_ID, settings.DATABRICKS_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
    registry.start_afresh()
    return model_serving


def test_the_model_must_answer_through_the_one_tool(model_serving: ModelServingServer) -> None:
    ask()

    asked = model_serving.requests[0]
    assert asked.endpoint == ENDPOINT
    assert asked.body["tool_choice"] == {"type": "function", "function": {"name": "write_sql"}}
    assert asked.body["tools"][0]["function"]["parameters"] == TOOL_SCHEMA
    assert (asked.body["max_tokens"], asked.body["temperature"]) == (2_000, 0.0)
    assert (asked.system, asked.question) == (
        f"{RULES}\n\nWhat only this question needs.",
        "How many claims?",
    )
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"


def test_the_tool_call_is_the_reply(model_serving: ModelServingServer) -> None:
    model_serving.replies_with(sql="SELECT 2", tables_used=["l3.ev_claim"], explanation="Counts.")

    reply = ask()

    assert (reply.sql, reply.tables_used, reply.explanation) == ("SELECT 2", ("l3.ev_claim",), "Counts.")
    assert (reply.model, reply.cost_usd) == (ENDPOINT, None)
    assert reply.request_id
    assert reply.usage.input_tokens > 1_000
    assert reply.usage.output_tokens > 0


def test_a_script_may_answer_each_question(model_serving: ModelServingServer) -> None:
    def script(asked: Any) -> Answer:
        given = {"sql": f"SELECT '{asked.question}'", "tables_used": [], "explanation": ""}
        return Answer(message={"role": "assistant", "tool_calls": [tool_call(json.dumps(given))]})

    model_serving.replies_with(script)

    assert ask(QUESTION).sql == "SELECT 'How many claims?'"


def test_no_temperature_is_sent_where_none_is_set(model_serving: ModelServingServer, settings: Any) -> None:
    settings.SQL_MODEL_TEMPERATURE = ""

    ask()

    assert "temperature" not in model_serving.requests[0].body


def test_a_service_principal_signs_in_once_for_many_questions(
    as_service_principal: ModelServingServer,
) -> None:
    ask()
    ask()

    assert len(as_service_principal.calls("POST /oidc/v1/token")) == 1
    assert len(as_service_principal.requests) == 2
    assert as_service_principal.requests[0].headers["authorization"].startswith("Bearer oauth-")


def test_after_a_token_was_refused_before_its_time_the_next_question_signs_in_anew(
    as_service_principal: ModelServingServer,
) -> None:
    ask()
    as_service_principal.access.expire_tokens()

    assert failure_of().reason == "credentials"
    assert ask().sql == "SELECT 1"
    assert len(as_service_principal.calls("POST /oidc/v1/token")) == 2


def test_the_host_is_asked_about_itself_once(model_serving: ModelServingServer) -> None:
    ask()
    registry.start_afresh()
    ask()

    assert len(model_serving.calls("databricks-config")) == 1


def test_a_probe_asks_little_and_says_so(model_serving: ModelServingServer) -> None:
    health = registry.provider().probe()

    assert (health.up, health.provider, health.model) == (True, "databricks", ENDPOINT)
    assert model_serving.requests[0].body["max_tokens"] <= 200
