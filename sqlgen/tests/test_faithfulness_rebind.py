"""Faithful SQL bound to another window is faithful for that window; what cannot be bound is refused."""

from dataclasses import replace

import pytest

from sqlgen.contracts import Window
from sqlgen.faithfulness import UnfaithfulSql, rebind
from sqlgen.tests.asking import intent_of
from sqlgen.tests.faithfulness_cases import Pair, pairs
from sqlgen.tests.faithfulness_report import judged
from sqlgen.tests.faithfulness_world import ask

START = "'2025-09-30 23:00:00+00:00'"
END = "'2025-11-01 00:00:00+00:00'"


@pytest.fixture(scope="module")
def bound() -> list[Pair]:
    """Every pair of a question about a window that the check calls faithful."""
    return [pair for pair in pairs() if pair.asked.get("window") and judged(pair).accepted]


def window_of(form: str) -> Window:
    found = intent_of("claims", window=form).window
    assert found is not None
    return found


@pytest.mark.parametrize(
    "new", ["2024-02-01..2024-03-01", "2025-03-29..2025-04-01", "2025-11-01..2025-12-01"]
)
def test_every_accepted_pair_is_faithful_to_another_window(new: str, bound: list[Pair]) -> None:
    missed = []
    for pair in bound:
        window, question = window_of(new), pair.question
        try:
            sql = rebind(pair.sql, question, window)
        except UnfaithfulSql:
            missed.append(pair)
            continue
        replace(question, intent=replace(question.intent, window=window)).check(sql)

    # What is reckoned from another bound is no bound that could be replaced.
    assert [pair.why for pair in missed] == ["the end is reckoned from the start"]


def test_the_old_window_is_gone(bound: list[Pair]) -> None:
    pair = next(pair for pair in bound if pair.why == "the plainest form")

    sql = rebind(pair.sql, pair.question, window_of("2025-03-29..2025-04-01"))

    assert "2025-09-30" not in sql
    assert "2025-11-01" not in sql
    with pytest.raises(UnfaithfulSql, match="2025-09-30 23:00:00 UTC"):
        pair.question.check(sql)


def test_months_of_a_year_become_two_bounds() -> None:
    asked = {"window": "2025-10-01..2026-01-01"}
    question = ask("demo", "claim_volume", backend="postgres", dialect="postgres", asked=asked)
    sql = (
        "SELECT SUM(claims_opened) AS value FROM ops.kpi_daily "
        "WHERE EXTRACT(QUARTER FROM kpi_date) = 4 AND EXTRACT(YEAR FROM kpi_date) = 2025"
    )
    question.check(sql)

    moved = rebind(sql, question, window_of("2025-03-29..2025-04-01"))

    assert "kpi_date\" >= CAST('2025-03-29' AS DATE)" in moved
    assert "kpi_date\" < CAST('2025-04-01' AS DATE)" in moved
    assert "EXTRACT" not in moved


def test_a_filter_that_happens_to_be_a_bound_stays() -> None:
    asked = {
        "window": "2025-10-01..2025-11-01",
        "filters": [{"dimension": "due_date", "op": "lt", "values": ["2025-11-01"]}],
    }
    question = ask("example", "claims", backend="lake", dialect="duckdb", asked=asked)
    sql = (
        f"SELECT COUNT(claim_id) AS value FROM l3.ev_claim WHERE opened_at >= {START} AND opened_at < {END} "
        "AND due_date < DATE '2025-11-01'"
    )
    question.check(sql)

    moved = rebind(sql, question, window_of("2025-03-01..2025-04-01"))

    replace(question, intent=replace(question.intent, window=window_of("2025-03-01..2025-04-01"))).check(
        moved
    )
    assert moved.count("2025-11-01") == 1


def test_bounds_that_are_not_there_cannot_be_replaced() -> None:
    question = ask("demo", "claim_volume", backend="duckdb", dialect="duckdb", asked={"window": "mtd"})

    with pytest.raises(UnfaithfulSql, match="bounds of the window"):
        rebind(
            "SELECT COUNT(*) AS value FROM l3_claims.ev_claim", question, window_of("2025-03-01..2025-04-01")
        )


def test_a_single_day_grows_to_a_month() -> None:
    asked = {"window": "2025-10-05..2025-10-06"}
    question = ask("demo", "claim_volume", backend="postgres", dialect="postgres", asked=asked)
    sql = "SELECT SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date BETWEEN '2025-10-05' AND '2025-10-05'"
    question.check(sql)
    month = window_of("2025-03-01..2025-04-01")

    moved = rebind(sql, question, month)

    replace(question, intent=replace(question.intent, window=month)).check(moved)


def test_days_cannot_be_bound_to_minutes() -> None:
    asked = {"window": "2025-10-01..2025-11-01"}
    question = ask("demo", "claim_volume", backend="postgres", dialect="postgres", asked=asked)
    sql = (
        "SELECT SUM(claims_opened) AS value FROM ops.kpi_daily "
        "WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'"
    )

    with pytest.raises(UnfaithfulSql, match="bounds of the window"):
        rebind(sql, question, window_of("last_15_minutes"))
