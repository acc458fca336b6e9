"""Golden questions put to the rules and to the compiler: verdicts with reasons."""

import pytest

from sqlgen.models import EvaluationCase
from widgets.tests.golden import BY_REGION, EVERY, PLANET, REVENUE, Evaluate, verdicts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


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


def test_a_refusal_for_another_reason_is_a_failure(evaluate: Evaluate) -> None:
    (failure,) = evaluate("compiled", {**PLANET, "refused": "unknown_metric"})["failures"]

    assert failure["verdict"] == "refused"
    assert failure["reason"].startswith("Refused as intent_refused, where unknown_metric was expected")
