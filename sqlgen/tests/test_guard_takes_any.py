"""Databricks: ANY_VALUE and FIRST reckon one row of each part of the files, and which follows how many are hidden."""

import pytest

from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_world import policy

COULD_FAIL = (
    "SELECT FIRST(1 / score) AS a FROM sales.claim",
    "SELECT FIRST(1 / score) IGNORE NULLS AS a FROM sales.claim",
    "SELECT FIRST_VALUE(1 / score) AS a FROM sales.claim",
    "SELECT ANY_VALUE(CAST(status AS INT)) FILTER (WHERE score > 0) AS a FROM sales.claim",
    "SELECT region_id, ANY_VALUE(x) AS a FROM (SELECT region_id, 1 / score AS x FROM sales.claim) AS t GROUP BY 1",
    "WITH t AS (SELECT 1 / score AS x FROM sales.claim) SELECT (SELECT FIRST(x) FROM t) AS a",
)
NEVER_FAIL = (
    "SELECT ANY_VALUE(channel) AS a, FIRST(status) AS f, FIRST(opened_at) AS o FROM sales.claim",
    "SELECT ANY_VALUE(COALESCE(UPPER(channel), 'x')) AS a FROM sales.claim",
    "SELECT LAST(1 / score) AS a, MIN(1 / score) AS b FROM sales.claim",
    "SELECT FIRST(1 / score) OVER (ORDER BY claim_id) AS a FROM sales.claim",
    "SELECT FIRST(1 / score) FILTER (WHERE score > 0) OVER (ORDER BY claim_id) AS a FROM sales.claim",
    "SELECT ANY_VALUE(m) AS a FROM (SELECT region_id, SUM(cost) AS m FROM sales.claim GROUP BY region_id) AS t",
)


@pytest.mark.parametrize("sql", COULD_FAIL)
def test_one_value_of_what_could_fail_is_refused_where_rows_are_hidden(sql: str) -> None:
    with pytest.raises(GuardViolation, match="MIN and MAX") as refused:
        check(sql, dialect="databricks", policy=policy("databricks", rows=RULE))

    assert refused.value.code == "unsupported"
    assert check(sql, dialect="databricks", policy=policy("databricks")).sql


@pytest.mark.parametrize("sql", NEVER_FAIL)
def test_one_value_of_what_never_fails_passes(sql: str) -> None:
    assert check(sql, dialect="databricks", policy=policy("databricks", rows=RULE)).sql
