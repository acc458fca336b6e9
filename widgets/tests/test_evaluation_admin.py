"""Evaluations in the admin: who sees them, the trend, each failure with its reason and what was expected."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import RowPolicyRecord, User
from sqlgen.models import EvaluationCase, EvaluationRun

pytestmark = pytest.mark.django_db
LIST = "/admin/sqlgen/evaluationrun/"
MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"


def kept(accuracy: float, **members: Any) -> EvaluationRun:
    return EvaluationRun.objects.create(
        **{
            "suite": "demo",
            "suite_hash": "0" * 64,
            "dictionary_version": "1" * 64,
            "provider": "bedrock",
            "model": MODEL,
            "repeats": 1,
            "actor_name": "the portal",
            "as_of": timezone.now(),
            "finished_at": timezone.now() + timedelta(minutes=1),
            "attempts": 10,
            "correct": round(accuracy * 10),
            "accuracy": accuracy,
            "tokens": 1200,
            **members,
        }
    )


def failed(run: EvaluationRun, **members: Any) -> EvaluationCase:
    return run.cases.create(
        **{
            "case": "by_region",
            "repeat": 1,
            "question": "Revenue by region",
            "intent": {"metric": "revenue", "dimensions": ["region"]},
            "verdict": "wrong_result",
            "reason": "1 rows have another value",
            "sql": "SELECT <b>7</b>",
            "expected": [["Åland", "12.50"]],
            "got": [["Åland", "99.99"]],
            "correlation_id": "req-0123456789ab",
            "tokens": 1200,
            **members,
        }
    )


@pytest.mark.parametrize(
    ("role", "status"), [("viewer", 302), ("analyst", 302), ("steward", 200), ("operator", 200)]
)
def test_who_sees_them(role: str, status: int, client: Client, user_for: Callable[[str], User]) -> None:
    case = failed(kept(0.9))
    client.force_login(user_for(role))

    pages = (
        LIST,
        reverse("admin:sqlgen_evaluationrun_change", args=[case.run_id]),
        reverse("admin:sqlgen_evaluationcase_change", args=[case.pk]),
    )

    assert [client.get(page).status_code for page in pages] == [status] * 3


def test_the_list_shows_how_accuracy_moved(client: Client, steward: User) -> None:
    kept(0.8)
    kept(0.9)
    kept(1.0, provider="rules", model="")
    kept(0.0, provider="rules", model="", finished_at=None)  # still running: no part of the trend
    client.force_login(steward)

    page = client.get(LIST).content.decode()

    assert "Accuracy, oldest run first: 80.0%, 90.0%" in page
    assert "90.0% (9 of 10), 10.0 points more than the run before" in page
    assert "100.0% (10 of 10), the first run" in page
    assert page.count('<rect class="bar"') == 3
    assert page.count('<rect class="whole"') == 3  # what a bar would be if all were right
    assert "still running, or its process was ended" in page
    assert 'style="' not in page.partition("<svg")[2].partition("</svg>")[0]


@pytest.mark.parametrize("other", [{"suite_hash": "2" * 64}, {"skipped": 68}])
def test_a_run_of_other_questions_is_not_held_against_the_one_before(
    client: Client, steward: User, other: dict[str, Any]
) -> None:
    kept(0.8)
    kept(0.9, **other)
    client.force_login(steward)

    page = client.get(LIST).content.decode()

    assert "90.0% (9 of 10); the run before put other questions" in page
    assert "points more" not in page


def test_before_the_first_run_it_says_how_to_make_one(client: Client, steward: User) -> None:
    client.force_login(steward)

    assert "manage.py evaluate_generation" in client.get(LIST).content.decode()


def test_a_run_shows_each_failure_with_its_reason(client: Client, steward: User) -> None:
    run = kept(0.9, stopped="Stopped after 3 answers in a row that did not come.", cost_usd=None)
    failed(run)
    failed(run, case="fine", verdict="correct", reason="")
    client.force_login(steward)

    page = client.get(reverse("admin:sqlgen_evaluationrun_change", args=[run.pk])).content.decode()
    failures = page.partition('id="failures"')[2].partition('id="passed"')[0]

    for words in ("Revenue by region", "another result", "1 rows have another value", "12.50", "99.99"):
        assert words in failures, words
    assert "SELECT &lt;b&gt;7&lt;/b&gt;" in failures
    assert "fine" not in failures
    assert "fine" in page.partition('id="passed"')[2]
    assert "Stopped after 3 answers" in page
    assert "unknown" in page  # a cost nobody knows is not told as none


def test_a_runs_figures_are_told_in_words(client: Client, steward: User) -> None:
    as_of = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
    run = kept(1.0, repeats=2, skipped=68, tokens=65_420, as_of=as_of)
    for repeat in (1, 2):
        failed(run, case="fine", verdict="correct", reason="", repeat=repeat)
    client.force_login(steward)

    page = client.get(reverse("admin:sqlgen_evaluationrun_change", args=[run.pk])).content.decode()

    for words in (
        "complete, 68 not put",
        "Questions not put",
        "68",
        "65,420",
        "Each question put",
        "2 times",
        "Mar 5, 2026, 09:30",
    ):
        assert words in page, words
    assert "fine, time 1</a>" in page
    assert "fine, time 2</a>" in page


def test_a_question_leads_to_its_calls_and_its_run(client: Client, steward: User) -> None:
    case = failed(kept(0.9))
    client.force_login(steward)

    page = client.get(reverse("admin:sqlgen_evaluationcase_change", args=[case.pk])).content.decode()

    assert "/admin/sqlgen/generationlog/?q=req-0123456789ab" in page
    assert reverse("admin:sqlgen_evaluationrun_change", args=[case.run_id]) in page
    assert "Åland  |  99.99" in page
    assert "<span style=" not in page  # the Content-Security-Policy refuses inline styles


def test_who_may_see_only_some_rows_sees_none_of_them(client: Client, steward: User) -> None:
    case = failed(kept(0.9))
    steward.row_policy = RowPolicyRecord.objects.create(
        name="north", rules={"shop.sale": {"region": ["North"]}}
    )
    steward.save()
    client.force_login(steward)

    for address in (
        reverse("admin:sqlgen_evaluationrun_change", args=[case.run_id]),
        reverse("admin:sqlgen_evaluationcase_change", args=[case.pk]),
    ):
        page = client.get(address).content.decode()
        assert "1 rows have another value" in page
        assert "99.99" not in page
        assert "Åland" not in page


def test_nobody_changes_history(client: Client, operator: User) -> None:
    run = kept(0.9)
    client.force_login(operator)

    for action in ("change", "delete"):
        address = reverse(f"admin:sqlgen_evaluationrun_{action}", args=[run.pk])
        assert client.post(address, {"post": "yes"}).status_code == 403
    assert client.get(f"{LIST}add/").status_code == 403
    assert EvaluationRun.objects.filter(pk=run.pk).exists()


def test_the_log_and_the_models_page_lead_there(client: Client, steward: User) -> None:
    client.force_login(steward)

    log = client.get("/admin/sqlgen/generationlog/").content.decode()
    link = reverse("admin:sqlgen_generationlog_open_evaluations")

    assert link in log
    assert client.get(link)["Location"] == LIST
    assert LIST in client.get("/admin/language-model/").content.decode()


def test_listing_runs_costs_no_more_queries_with_more_of_them(
    client: Client, steward: User, django_assert_max_num_queries: Any
) -> None:
    client.force_login(steward)
    for _ in range(30):
        kept(0.9)

    with django_assert_max_num_queries(14):
        client.get(LIST)
