"""Golden questions put to a model, the rules and the compiler: verdicts with reasons, figures, history, early stops."""

import json
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import CommandError, call_command

from sqlgen.models import EvaluationCase, EvaluationRun, GenerationBudget, GenerationLog
from tests.emulators.bedrock import Answer, Asked, BedrockServer, writes
from tests.emulators.fixtures import BEDROCK_MODEL
from tests.emulators.obedient_model import sql_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

REVENUE = {
    "id": "revenue",
    "question": "Revenue last month",
    "intent": {"metric": "revenue", "window": "previous_month"},
}
BY_REGION = {
    "id": "by_region",
    "question": "Revenue by region in the last 30 days",
    "intent": {"metric": "revenue", "dimensions": ["region"], "window": "last_30_days"},
}
FREE_TEXT = {"id": "free_text", "question": "Why is it raining?", "refused": "free_text_rejected"}
PLANET = {
    "id": "planet",
    "question": "Revenue by planet",
    "intent": {"metric": "revenue", "dimensions": ["planet"]},
    "refused": "intent_refused",
}
EVERY = (REVENUE, BY_REGION, FREE_TEXT, PLANET)
Evaluate = Callable[..., dict[str, Any]]


@pytest.fixture
def suite(tmp_path: Path) -> Callable[..., str]:
    def write(*cases: dict[str, Any]) -> str:
        path = tmp_path / "suite.yaml"
        path.write_text(yaml.safe_dump(list(cases or EVERY), allow_unicode=True), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def evaluate(suite: Callable[..., str]) -> Evaluate:
    """Run the command over some cases; what it wrote as JSON, and how it exited."""

    def run(provider: str, *cases: dict[str, Any], **options: Any) -> dict[str, Any]:
        out, code = StringIO(), 0
        try:
            call_command(
                "evaluate_generation",
                suite=suite(*cases),
                provider=provider,
                json=True,
                stdout=out,
                **options,
            )
        except SystemExit as ended:
            code = int(str(ended.code))
        return {**json.loads(out.getvalue()), "exit": code}

    return run


def obeys(asked: Asked) -> Answer:
    return writes(*sql_for(asked.question))


def verdicts() -> dict[str, str]:
    return dict(EvaluationCase.objects.values_list("case", "verdict"))


def test_a_model_that_obeys_is_right_every_time(
    evaluate: Evaluate, bedrock: BedrockServer, settings: Any
) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "", "cache_write": ""}
    bedrock.replies_with(obeys)

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
    bedrock.replies_with(obeys)

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
    bedrock.replies_with(obeys)

    assert evaluate("bedrock", limit=1)["attempts"] == 1
    assert len(bedrock.requests) == 1


def test_the_compiler_is_held_against_hand_written_sql(evaluate: Evaluate) -> None:
    by_hand = (
        "SELECT COALESCE(region, 'Unknown') AS region, SUM(amount) AS revenue FROM shop.sale "
        "WHERE sold_at >= {start} AND sold_at < {end} GROUP BY 1"
    )
    right = {**BY_REGION, "reference_sql": by_hand, "reference_backend": "lake"}
    wrong = {**right, "id": "wrong", "reference_sql": by_hand.replace("SUM(amount)", "SUM(amount) + 1")}
    few = {**right, "id": "few", "reference_sql": "SELECT SUM(amount) AS revenue FROM shop.sale"}

    told = evaluate("compiled", right, wrong, few, PLANET, REVENUE)

    assert verdicts() == {
        "by_region": "correct",
        "wrong": "wrong_result",
        "few": "wrong_result",
        "planet": "refused_as_expected",
    }
    assert (told["accuracy"], told["skipped"]) == (0.5, 1)
    reasons = {one["id"]: one["reason"] for one in told["failures"]}
    assert "4 rows have another value" in reasons["wrong"]
    assert "The answer has 1 columns, 2 were expected." in reasons["few"]
    kept = EvaluationCase.objects.get(case="wrong")
    assert len(kept.expected) == len(kept.got) == 4
    assert kept.expected != kept.got


def test_the_rules_are_judged_by_the_result_of_their_question(evaluate: Evaluate) -> None:
    misread = {**REVENUE, "id": "misread", "question": "Sales last month"}
    unread = {**REVENUE, "id": "unread", "question": "Magnificent revenue last month"}

    told = evaluate("rules", *EVERY, misread, unread)

    assert verdicts() == {
        "revenue": "correct",
        "by_region": "correct",
        "free_text": "refused_as_expected",
        "planet": "refused_as_expected",
        "misread": "wrong_intent",
        "unread": "refused",
    }
    reasons = {one["id"]: one["reason"] for one in told["failures"]}
    assert "metric: revenue was asked, sales understood." in reasons["misread"]
    assert reasons["unread"] == "Not understood: Magnificent."


def test_what_should_be_refused_and_is_answered_is_a_failure(evaluate: Evaluate) -> None:
    told = evaluate(
        "rules", {"id": "secret", "question": "Revenue by region", "refused": "free_text_rejected"}
    )

    assert verdicts() == {"secret": "not_refused"}
    assert (told["accuracy"], told["expected_refusals"]) == (0.0, 0.0)


def test_a_model_that_answers_what_only_models_must_refuse_fails(
    evaluate: Evaluate, bedrock: BedrockServer
) -> None:
    bedrock.replies_with(obeys)
    not_for_models = {**REVENUE, "refused_by_models": "unsupported_metric"}

    assert evaluate("bedrock", not_for_models)["failures"][0]["verdict"] == "not_refused"
    assert evaluate("rules", not_for_models)["accuracy"] == 1.0


def test_a_refusal_for_another_reason_is_a_failure(evaluate: Evaluate) -> None:
    (failure,) = evaluate("compiled", {**PLANET, "refused": "unknown_metric"})["failures"]

    assert failure["verdict"] == "refused"
    assert failure["reason"].startswith("Refused as intent_refused, where unknown_metric was expected")


def test_every_run_is_kept(evaluate: Evaluate, now: datetime) -> None:
    evaluate("rules", now=now)
    evaluate("rules", now=now)
    evaluate("compiled", now=now)

    assert [run.provider for run in EvaluationRun.objects.order_by("pk")] == ["rules", "rules", "compiled"]
    assert {run.as_of for run in EvaluationRun.objects.all()} == {now}
    assert len({run.suite_hash for run in EvaluationRun.objects.all()}) == 1


def test_worse_than_asked_for_exits_with_1(evaluate: Evaluate) -> None:
    unread = {**REVENUE, "question": "Magnificent revenue last month"}

    assert evaluate("rules", REVENUE, fail_under=0.9)["exit"] == 0
    assert evaluate("rules", unread, fail_under=0.9)["exit"] == 1


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ({"id": "one"}, "question one: question: Field required"),
        ({"id": "one", "question": "Revenue"}, "give the code in `refused`"),
        ({**REVENUE, "intent": {"metric": "revenue", "grain": "decade"}}, "question revenue: intent.grain"),
    ],
)
def test_a_suite_that_does_not_fit_is_refused_with_its_place(
    evaluate: Evaluate, case: dict[str, Any], words: str
) -> None:
    with pytest.raises(CommandError) as refused:
        evaluate("compiled", case)

    assert words in str(refused.value)
    assert not EvaluationRun.objects.exists()


def test_an_unknown_suite_names_those_there_are() -> None:
    with pytest.raises(CommandError, match=r"There is no suite nowhere\. Name one of: demo"):
        call_command("evaluate_generation", suite="nowhere")


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--repeat=21", "21: give a whole number from 1 to 20"),
        ("--limit=0", "0: give a whole number, 1 or more"),
        ("--now=yesterday", "yesterday: give a moment with its zone"),
        ("--now=2026-11-20T10:00:00", "give a moment with its zone"),
        ("--provider=oracle", "invalid choice: 'oracle'"),
        ("--actor=nobody", "there is no such user"),
    ],
)
def test_an_option_that_cannot_be_is_refused(option: str, words: str, suite: Callable[..., str]) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("evaluate_generation", f"--suite={suite()}", option)

    assert words in str(refused.value)
    assert not EvaluationRun.objects.exists()


@pytest.mark.parametrize(
    ("provider", "words"),
    [
        ("databricks", "The settings name bedrock, not databricks"),
        ("bedrock", "No language model is configured"),
    ],
)
def test_a_model_that_is_not_configured_is_told_before_anything_runs(
    provider: str, words: str, evaluate: Evaluate, request: pytest.FixtureRequest
) -> None:
    if provider == "databricks":
        request.getfixturevalue("bedrock")

    with pytest.raises(CommandError, match=words):
        evaluate(provider)


def test_people_read_the_same_in_words(suite: Callable[..., str]) -> None:
    out = StringIO()
    unread = {**REVENUE, "id": "unread", "question": "Magnificent revenue last month"}

    call_command("evaluate_generation", suite=suite(REVENUE, unread), provider="rules", stdout=out)

    told = out.getvalue()
    assert "unread (Magnificent revenue last month): refused, and should not be. Not understood" in told
    assert "1 of 2 answered as they should be (50.0%)" in told
    assert "0 tokens, cost none" in told
