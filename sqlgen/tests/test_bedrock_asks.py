"""What goes to Amazon Bedrock, and what comes back when all is well."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlgen.models_llm import registry
from sqlgen.models_llm.contracts import PromptPart
from sqlgen.models_llm.tool import TOOL_SCHEMA
from sqlgen.tests.asking_models import QUESTION, RULES, ask
from tests.emulators.bedrock import BedrockServer
from tests.emulators.fixtures import BEDROCK_MODEL


def test_the_model_must_answer_through_the_one_tool(bedrock: BedrockServer) -> None:
    ask()

    body = bedrock.requests[0].body
    tool = body["toolConfig"]["tools"][0]["toolSpec"]
    assert body["toolConfig"]["toolChoice"] == {"tool": {"name": "write_sql"}}
    assert (tool["name"], tool["inputSchema"]["json"]) == ("write_sql", TOOL_SCHEMA)
    assert body["inferenceConfig"] == {"maxTokens": 2_000, "temperature": 0.0}
    assert bedrock.requests[0].model == BEDROCK_MODEL
    assert (bedrock.requests[0].system, bedrock.requests[0].question) == (
        RULES + "What only this question needs.",
        "How many claims?",
    )


def test_the_tool_call_is_the_reply(bedrock: BedrockServer) -> None:
    bedrock.replies_with(sql=" SELECT 2 ", tables_used=["l3.ev_claim"], explanation="Counts.")

    reply = ask()

    assert (reply.sql, reply.tables_used, reply.explanation) == ("SELECT 2", ("l3.ev_claim",), "Counts.")
    assert (reply.model, reply.cost_usd) == (BEDROCK_MODEL, None)
    assert reply.request_id
    assert reply.latency_ms > 0
    assert reply.usage.output_tokens > 0


def test_what_is_cacheable_is_written_once_and_then_read(bedrock: BedrockServer) -> None:
    first, second = ask().usage, ask(replace(QUESTION, question="And repeats?")).usage

    assert [asked.cache_points for asked in bedrock.requests] == [1, 1]
    assert (
        "cachePoint" in bedrock.requests[0].body["system"][1]
    )  # behind what is cacheable, before what is not
    assert (first.cache_write_tokens > 1_000, first.cache_read_tokens) == (True, 0)
    assert (second.cache_write_tokens, second.cache_read_tokens) == (0, first.cache_write_tokens)


def test_a_short_prefix_gets_no_cache_point(bedrock: BedrockServer) -> None:
    ask(replace(QUESTION, system=(PromptPart("Few rules.", cacheable=True),)))

    assert bedrock.requests[0].cache_points == 0


def test_a_model_that_is_not_known_to_cache_gets_no_cache_point(
    bedrock: BedrockServer, settings: Any
) -> None:
    settings.SQL_MODEL = "meta.llama3-1-70b-instruct-v1:0"

    ask()

    assert bedrock.requests[0].cache_points == 0


def test_the_minimum_can_be_set_for_a_model_that_is_not_known(bedrock: BedrockServer, settings: Any) -> None:
    settings.SQL_MODEL = "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123"
    settings.SQL_MODEL_CACHE_MIN_TOKENS = "500"

    ask()

    assert bedrock.requests[0].cache_points == 1
    assert bedrock.requests[0].model == settings.SQL_MODEL


def test_caching_can_be_turned_off(bedrock: BedrockServer, settings: Any) -> None:
    settings.SQL_MODEL_CACHE_MIN_TOKENS = "0"

    ask()

    assert bedrock.requests[0].cache_points == 0


def test_no_temperature_is_sent_where_none_is_set(bedrock: BedrockServer, settings: Any) -> None:
    settings.SQL_MODEL_TEMPERATURE = ""

    ask()

    assert bedrock.requests[0].body["inferenceConfig"] == {"maxTokens": 2_000}


def test_the_cost_is_estimated_where_prices_are_set(bedrock: BedrockServer, settings: Any) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "0.3", "cache_write": ""}

    reply = ask()

    used = reply.usage
    expected = (
        Decimal(3 * (used.input_tokens + used.cache_write_tokens) + 15 * used.output_tokens) / 1_000_000
    )
    assert reply.cost_usd == expected.quantize(Decimal("0.000001"))


def test_one_client_serves_every_thread(bedrock: BedrockServer) -> None:
    with ThreadPoolExecutor(8) as threads:
        replies = list(threads.map(lambda number: ask(), range(8)))
    ask()

    assert {reply.sql for reply in replies} == {"SELECT 1"}
    assert bedrock.open_connections <= 8  # kept and used again, not one for each of nine calls
    assert registry.provider() is registry.provider()


def test_a_probe_asks_little_and_says_so(bedrock: BedrockServer) -> None:
    health = registry.provider().probe()

    assert (health.up, health.provider, health.model) == (True, "bedrock", BEDROCK_MODEL)
    assert bedrock.requests[0].body["inferenceConfig"]["maxTokens"] <= 200


def test_a_probe_that_fails_says_what_to_do_and_raises_nothing(bedrock: BedrockServer) -> None:
    bedrock.fails_with("ExpiredTokenException")

    health = registry.provider().probe()

    assert (health.up, health.latency_ms) == (False, None)
    assert "have expired" in health.detail
