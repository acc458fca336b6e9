"""The command that evaluates: its history, its options, its exit and what it says."""

import re
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from sqlgen.models import EvaluationRun
from widgets.evaluation.suites import load
from widgets.tests.golden import REVENUE, Evaluate, suite

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


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


def test_the_suite_in_the_docs_can_be_read(tmp_path: Path) -> None:
    docs = (Path(settings.BASE_DIR) / "docs" / "sql-generator.md").read_text(encoding="utf-8")
    (example,) = [text for text in re.findall(r"```yaml\n(.*?)```", docs, re.S) if text.startswith("- id:")]
    (tmp_path / "questions.yaml").write_text(example, encoding="utf-8")

    assert [case.id for case in load(str(tmp_path)).cases] == ["claims_per_day", "free_text"]


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
def test_an_option_that_cannot_be_is_refused(option: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("evaluate_generation", f"--suite={suite(tmp_path)}", option)

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


def test_people_read_the_same_in_words(tmp_path: Path) -> None:
    out = StringIO()
    unread = {**REVENUE, "id": "unread", "question": "Magnificent revenue last month"}

    call_command("evaluate_generation", suite=suite(tmp_path, REVENUE, unread), provider="rules", stdout=out)

    told = out.getvalue()
    assert "unread (Magnificent revenue last month): refused, and should not be. Not understood" in told
    assert "1 of 2 answered as they should be (50.0%)" in told
    assert "0 tokens, cost none" in told
