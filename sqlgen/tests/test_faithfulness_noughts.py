"""Noughts beside what is summed: where a sum of them is NULL is told from where it is 0."""

import pytest

from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.tests import example
from sqlgen.tests.asking import intent_of
from sqlgen.tests.faithfulness_world import Question

ROWS = (
    "FROM l3.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) "
    "AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)"
)
BOTH = "SUM(CASE WHEN is_repeat AND status = 'open' THEN cost ELSE 0 END) / COUNT(claim_id)"


def check(measure: str, value: str) -> None:
    metric = example.simple(measure=measure)
    Question(
        metric=metric,
        intent=intent_of(metric, window="2025-10-01..2025-11-01"),
        dictionary=example.dictionary(),
        backend="lake",
        dialect="duckdb",
    ).check(f"SELECT CAST({value} AS DOUBLE) / NULLIF(COUNT(c.claim_id), 0) AS value {ROWS}")


def test_noughts_for_the_same_rows_pass() -> None:
    check(BOTH, "SUM(CASE WHEN c.status = 'open' AND c.is_repeat THEN c.cost ELSE 0 END)")


def test_a_sum_that_is_nought_without_rows_passes_where_null_counts_as_nought() -> None:
    check(
        "COALESCE(SUM(CASE WHEN is_repeat THEN cost END), 0) / COUNT(claim_id)",
        "COALESCE(SUM(CASE WHEN c.is_repeat THEN c.cost ELSE 0 END), 0)",
    )


@pytest.mark.parametrize(
    "value",
    [
        # NULL where no claim is open, or each that is repeats at no known cost.
        "SUM(CASE WHEN c.is_repeat THEN c.cost ELSE 0 END) FILTER (WHERE c.status = 'open')",
        "SUM(CASE WHEN c.is_repeat AND c.status = 'open' THEN c.cost END)",
        # Never NULL where there is a claim.
        "SUM(CASE WHEN c.is_repeat AND c.status = 'open' THEN COALESCE(c.cost, 0) ELSE 0 END)",
        "COALESCE(SUM(CASE WHEN c.is_repeat AND c.status = 'open' THEN c.cost END), 0)",
    ],
)
def test_a_sum_that_is_null_elsewhere_is_refused(value: str) -> None:
    with pytest.raises(UnfaithfulSql, match=r"NULL or nought|sums of nothing"):
        check(BOTH, value)
