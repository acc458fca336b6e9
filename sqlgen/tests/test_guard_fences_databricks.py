"""Where SQL for Databricks gets fences, and that none but the guard writes them."""

from typing import Any

import pytest

from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_cases import cases
from sqlgen.tests.guard_world import policy
from sqlgen.tests.snapshot_cases import CASES
from sqlgen.tests.snapshot_guarded import guarded_snapshot

NUMBER = "MONOTONICALLY_INCREASING_ID()"
UNRULED = policy("databricks")
RULED = policy("databricks", rows=RULE)

# Nothing in these can fail whatever a row holds: Spark may leave out partitions and stop where a LIMIT is full.
FREE = (
    "SELECT claim_id, status FROM sales.claim WHERE status = 'open' AND score > 3 AND opened_on >= '2024-01-01'",
    "SELECT claim_id FROM sales.claim WHERE opened_on >= DATE_SUB(CURRENT_DATE(), 30)",
    "SELECT DISTINCT status FROM sales.claim ORDER BY 'status' LIMIT 5",
    "SELECT claim_id FROM sales.claim WHERE opened_at >= CURRENT_DATE - INTERVAL 30 DAYS AND NOT closed_at IS NULL",
    "SELECT claim_id FROM sales.claim WHERE DATE_TRUNC('month', opened_at) = DATE '2024-01-01' OR is_repeat",
    "SELECT c.claim_id, r.country FROM sales.claim AS c JOIN sales.region AS r ON r.region_id = c.region_id LIMIT 5",
    "SELECT claim_id FROM sales.claim WHERE region_id IN (SELECT region_id FROM sales.region WHERE country = 'PT')",
    "SELECT status, SUM(cost) / COUNT(*) AS mean FROM sales.claim WHERE YEAR(opened_on) = 2024 GROUP BY status"
    " HAVING COUNT(*) > 3",
    "SELECT status, COUNT(*) AS n FROM sales.claim WHERE DATE_TRUNC('day', opened_at) >= ADD_MONTHS(CURRENT_DATE, -3)"
    " GROUP BY status UNION ALL SELECT 'all', COUNT(*) FROM sales.claim",
    "SELECT status, SUM(cost) AS total FROM sales.claim GROUP BY status HAVING total > 10",
    "SELECT * FROM (SELECT status AS s, SUM(cost) AS total FROM sales.claim GROUP BY status) AS t"
    " WHERE total > 10 AND s = 'a'",
    "SELECT r.region_id, t.n FROM sales.region AS r, LATERAL (SELECT COUNT(*) AS n FROM sales.claim AS c"
    " WHERE c.region_id = r.region_id) AS t",
    "SELECT d.day, COUNT(*) AS n FROM (SELECT CAST(v.a AS DATE) AS day FROM VALUES ('2024-01-01'), ('2024-01-02')"
    " AS v(a)) AS d JOIN sales.claim AS c ON c.opened_on = d.day GROUP BY d.day",
    "SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r USING (region_id)",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE TRY_CAST(status AS DATE) IS NULL OR TRY_CAST(status AS INT) = 7",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE TRY_CAST(opened_at AS DATE) > DATE '2024-01-01'",
)
ROWS = (
    "SELECT COUNT(*) AS n FROM sales.claim WHERE TRY_CAST(status AS DATE) > opened_at",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE YEAR(TRY_CAST(score AS TIMESTAMP)) = 2024",
    "SELECT COUNT(*) AS n FROM (SELECT TRY_CAST(status AS DATE) AS d FROM sales.claim) AS t WHERE d > CURRENT_DATE",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE status = 5",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE status",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE score = 'x'",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE score + 1 > 3",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= '2024-13-01'",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on + INTERVAL 1 DAY > CURRENT_DATE",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE CURRENT_DATE - INTERVAL 999999 YEAR < opened_on",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE CURRENT_DATE - INTERVAL 99999 YEAR < opened_on",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE COALESCE(status, 1) = 1",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE status IN ('a', 1)",
    "SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON r.country = c.region_id",
    "SELECT COUNT(*) AS n FROM (SELECT status AS score FROM sales.claim) AS t WHERE score = 1",
    "SELECT COUNT(*) AS n FROM (SELECT status FROM sales.claim) AS t(score) WHERE score = 1",
    "SELECT COUNT(*) AS n FROM (SELECT region_id AS a FROM sales.claim UNION ALL SELECT country FROM sales.region)"
    " AS t WHERE a = a",
    "SELECT COUNT(*) AS n FROM sales.claim GROUP BY status"
    " HAVING CASE WHEN 1 = 1 THEN CAST(status AS INT) ELSE COUNT(*) END = 1",
    "SELECT CAST(status AS INT) AS score, COUNT(*) AS n FROM sales.claim GROUP BY 1 HAVING score > 1",
    "SELECT n FROM (SELECT CAST(status AS INT) AS k, COUNT(*) AS n FROM sales.claim GROUP BY 1) AS t WHERE k IS NULL",
    "SELECT a.x FROM (SELECT CAST(status AS INT) AS x FROM sales.claim) AS a JOIN (SELECT region_id AS x"
    " FROM sales.region) AS r USING (x)",
    "SELECT status FROM sales.claim GROUP BY status HAVING COUNT(*) IN (SELECT CAST(status AS INT) FROM sales.claim)",
    "SELECT status FROM sales.claim INTERSECT SELECT region_id FROM sales.region",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE status:a.b = 'x'",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE status:a::INT = 1",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE DECODE(UNHEX(status), 'utf-8') = 'x'",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE HEX(UNBASE64(status)) = 'x'",
    "SELECT COUNT(*) AS n FROM (SELECT HEX(UNBASE64(status)) = 'x' AS k FROM sales.claim) AS t WHERE k",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE SIZE(ZIP_WITH(ARRAY(score), ARRAY(1), (a, b) -> b / a)) = 1",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE SIZE(ARRAY_SORT(ARRAY(score, 1), (a, b) -> 1 / a)) = 1",
    "SELECT COUNT(*) AS n FROM (SELECT JSON_TUPLE(status, 'a') AS a FROM sales.claim) AS t WHERE a = 1",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE status = 5L",
    "SELECT COUNT(*) AS n FROM (SELECT STRUCT(CAST(status AS INT) AS k) AS s FROM sales.claim) AS t WHERE s.k = 1",
)


def _guarded(sql: str, viewer: Policy = RULED) -> str:
    return check(sql, dialect="databricks", policy=viewer).sql


@pytest.mark.parametrize("sql", FREE)
def test_what_cannot_fail_has_no_fence(sql: str) -> None:
    assert NUMBER not in _guarded(sql)


@pytest.mark.parametrize("sql", ROWS)
def test_no_condition_that_may_fail_is_tested_before_the_row_rule(sql: str) -> None:
    assert f"16) AND {NUMBER} >= 0) AS" in _guarded(sql)


@pytest.mark.parametrize(
    "rules",
    [
        [{"column": "product_id", "values": ["1", "2"]}, {"column": "status", "values": ["open", "it's"]}],
        [{"column": "product_id", "values": []}],
    ],
    ids=["two rules", "no row at all"],
)
def test_the_fence_stands_behind_any_rule(rules: list[dict[str, Any]]) -> None:
    assert f" AND {NUMBER} >= 0) AS" in _guarded(ROWS[0], policy("databricks", rows=rules))


def test_rows_come_in_order_before_a_limit_is_full_where_something_may_fail() -> None:
    guarded = _guarded("SELECT cost / 2 AS half FROM sales.claim ORDER BY ALL DESC LIMIT 7")

    assert guarded.endswith(f"ORDER BY 1 DESC, {NUMBER} LIMIT 7")


def test_whoever_sees_every_row_has_no_fence() -> None:
    assert [case.sql for case in cases("legit", "databricks") if NUMBER in _guarded(case.sql, UNRULED)] == []


def test_a_viewer_with_row_rules_is_refused_nothing_for_the_fences() -> None:
    for case in cases("legit", "databricks"):
        _guarded(case.sql)


@pytest.mark.parametrize("name", CASES)
def test_what_the_compiler_writes_has_no_fence(name: str) -> None:
    guarded = guarded_snapshot(name, "databricks")

    assert guarded.hides_rows
    assert NUMBER not in guarded.sql


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT r.region_id, t.n FROM sales.region AS r, LATERAL (SELECT COUNT(*) AS n FROM sales.claim AS c"
        " WHERE c.region_id = r.region_id AND CAST(c.status AS INT) = 1) AS t",
        "WITH x AS (SELECT region_id, cost FROM sales.claim WHERE cost / 2 > 1) SELECT r.region_id, t.n FROM"
        " sales.region AS r, LATERAL (SELECT SUM(x.cost) AS n FROM x WHERE x.region_id = r.region_id) AS t",
        "SELECT r.region_id FROM sales.region AS r JOIN sales.claim AS c ON c.region_id = r.region_id AND"
        " EXISTS (SELECT 1 FROM sales.claim AS d WHERE d.claim_id = c.claim_id AND d.cost / 2 > 1)",
    ],
)
def test_a_query_stands_where_spark_could_run_its_fence(sql: str) -> None:
    with pytest.raises(GuardViolation, match="Rows are hidden from you") as refused:
        _guarded(sql)

    assert refused.value.code == "unsupported"
    assert _guarded(sql, UNRULED)


@pytest.mark.parametrize("kind", ["variant", "VARIANT", "struct<a: int, payload: variant>"])
def test_a_variant_leaves_a_projection_with_row_rules_as_a_whole(kind: str) -> None:
    """Spark reads its fields, and makes numbers of them, while it reads what is stored."""
    whole = "CASE WHEN NOT `payload` IS NULL THEN `payload` END AS `payload`"
    for rows in ([{"column": "tenant", "values": ["a"]}], None):
        listed = {"columns": {"tenant": "string", "payload": kind}, **({"rows": rows} if rows else {})}
        world = Policy.from_allowlist({"tables": {"t": listed}})

        guarded = _guarded("SELECT COUNT(payload) AS n FROM t", world)

        assert (whole in guarded) == bool(rows)


@pytest.mark.parametrize("key", ['"status"', "7", "0"])
def test_rows_may_be_ordered_by_what_is_no_place_of_a_column(key: str) -> None:
    """A text to Spark, and a place it refuses: the guard looks for the column that such a key means."""
    assert _guarded(
        f"SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status ORDER BY {key}, n LIMIT 5"
    )
