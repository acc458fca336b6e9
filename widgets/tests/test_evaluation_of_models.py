"""Golden questions put to a model: verdicts with reasons, figures, costs, early stops."""

from decimal import Decimal
from typing import Any

import pytest

from sqlgen.models import EvaluationRun, GenerationBudget, GenerationLog
from tests.emulators.bedrock import Answer, Asked, BedrockServer, writes
from tests.emulators.fixtures import BEDROCK_MODEL
from tests.emulators.obedient_model import sql_for
from widgets.tests.golden import FREE_TEXT, REVENUE, Evaluate
from widgets.tests.model_writer import obeying

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


def test_a_model_that_obeys_is_right_every_time(
    evaluate: Evaluate, bedrock: BedrockServer, settings: Any
) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "", "cache_write": ""}
    bedrock.replies_with(obeying)

    told = evaluate("bedrock", repeat=2)

    assert told["exit"] == 0
    assert (told["accuracy"], told["repeatability"], told["false_refusals"]) == (1.0, 1.0, 0.0)
    assert (told["attempts"], told["correct"], told["expected_refusals"]) == (8, 8, 1.0)
    assert told["failures"] == []
    run = EvaluationRun.objects.get()
    calls = GenerationLog.objects.all()
    assert calls.count() == len(bedrock.requests) == 4  # two questions reach it, each put twice
    assert run.cost_usd == sum((call.cost_usd or Decimal(0) for call in calls), Decimal(0)) > 0
    assert (run.model, run.provider, run.finished_at is not None) == (BEDROCK_MODEL, "bedrock", True)
    assert {call.correlation_id for call in calls} <= set(run.cases.values_list("correlation_id", flat=True))


def test_it_takes_nothing_from_anybodys_day(
    evaluate: Evaluate, bedrock: BedrockServer, settings: Any
) -> None:
    settings.GENERATION_DAILY_LIMIT = 1
    bedrock.replies_with(obeying)

    assert evaluate("bedrock")["accuracy"] == 1.0

    assert not GenerationBudget.objects.exists()
    assert all(call.dry_run for call in GenerationLog.objects.all())


def test_what_a_model_gets_wrong_is_told_with_its_reason(evaluate: Evaluate, bedrock: BedrockServer) -> None:
    def errs(asked: Asked) -> Answer:
        if "region" in asked.question.partition("output columns")[2].partition("\n")[0]:
            return writes("SELECT email FROM shop.sale")
        return writes('SELECT COUNT(*) AS "value" FROM shop.sale')

    bedrock.replies_with(errs)

    told = evaluate("bedrock")

    assert (told["accuracy"], told["false_refusals"], told["expected_refusals"]) == (0.5, 1.0, 1.0)
    failures = {one["id"]: one for one in told["failures"]}
    assert failures["by_region"]["verdict"] == "refused_guard"
    assert failures["revenue"]["verdict"] == "refused_unfaithful"
    assert all(one["reason"] and one["sql"] for one in failures.values())
    assert told["tokens"] > 0  # the refused calls, and the second try of each


def test_an_answer_that_changes_is_not_repeatable(evaluate: Evaluate, bedrock: BedrockServer) -> None:
    turns = iter(range(100))

    def wavers(asked: Asked) -> Answer:
        sql, tables = sql_for(asked.question)
        return writes(f"WITH answer AS ({sql}) SELECT * FROM answer" if next(turns) % 2 else sql, tables)

    bedrock.replies_with(wavers)

    told = evaluate("bedrock", REVENUE, FREE_TEXT, repeat=2)

    assert (told["accuracy"], told["repeatability"]) == (1.0, 0.5)


def test_it_stops_at_once_where_nothing_will_help(evaluate: Evaluate, bedrock: BedrockServer) -> None:
    bedrock.fails_with("AccessDeniedException", "You don't have access to the model.")

    told = evaluate("bedrock")

    assert told["exit"] == 1
    assert (told["attempts"], told["not_measured"], told["accuracy"]) == (1, 1, None)
    assert told["stopped"].startswith("Stopped: ")
    assert "3 of 4 questions were not put" in told["stopped"]
    assert told["skipped"] == 3
    assert EvaluationRun.objects.get().stopped == told["stopped"]


def test_it_waits_for_three_answers_that_do_not_come_and_no_more(
    evaluate: Evaluate, bedrock: BedrockServer
) -> None:
    bedrock.stop()

    told = evaluate("bedrock", REVENUE, repeat=10)

    assert (told["exit"], told["attempts"], told["not_measured"]) == (1, 3, 3)
    assert "Stopped after 3 answers in a row" in told["stopped"]
    assert "7 of 10" in told["stopped"]


def test_a_limit_bounds_the_questions(evaluate: Evaluate, bedrock: BedrockServer) -> None:
    bedrock.replies_with(obeying)

    assert evaluate("bedrock", limit=1)["attempts"] == 1
    assert len(bedrock.requests) == 1


def test_a_model_that_answers_what_only_models_must_refuse_fails(
    evaluate: Evaluate, bedrock: BedrockServer
) -> None:
    bedrock.replies_with(obeying)
    not_for_models = {**REVENUE, "refused_by_models": "unsupported_metric"}

    assert evaluate("bedrock", not_for_models)["failures"][0]["verdict"] == "not_refused"
    assert evaluate("rules", not_for_models)["accuracy"] == 1.0
