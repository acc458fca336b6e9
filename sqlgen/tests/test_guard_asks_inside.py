"""Plain conditions stand behind the fence, too: engines leave out what they ask for, and answers stay as they were."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from sqlgen.contracts import Dialect
from sqlgen.guard import check
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_world import SCHEMA, inserts, policy

FENCED = "1 / (c.claim_id + 1) >= 0"
# What stands behind the fence with the row rule, and what it is written of.
INSIDE = {
    "c.opened_on >= DATE '2024-01-01'": "\"opened_on\" >= CAST('2024-01-01' AS DATE)",
    "DATE '2024-01-01' < c.opened_on": "CAST('2024-01-01' AS DATE) < \"opened_on\"",
    "(c.status = 'open' AND c.score BETWEEN -1 AND 3)": '"status" = \'open\' AND "score" BETWEEN -1 AND 3',
    "c.channel IN ('web', 'shop')": "\"channel\" IN ('web', 'shop')",
    "opened_at >= CURRENT_DATE - INTERVAL '30' DAY": '"opened_at" >= CURRENT_DATE - INTERVAL \'30{}DAY',
}
OUTSIDE = (
    "c.status IS NULL",
    "NOT c.status = 'open'",
    "(c.status = 'open' OR c.score = 1)",
    "c.status = c.channel",
    "c.score + 1 = 2",
    "c.status IN (SELECT r.market FROM sales.region AS r)",
    "LOWER(c.status) = 'open'",
    "c.score = 1.5 + 0",
)
OF_SPARK_ONLY = ("c.opened_on >= TIMESTAMP '2024-01-01 00:00:00'", "c.status = 5", "c.score = '5'")
JOINS = (
    "SELECT c.claim_id, r.market FROM sales.claim AS c LEFT JOIN sales.region AS r ON r.region_id = c.region_id"
    " WHERE c.status = 'open' AND {}",
    "SELECT r.region_id, c.claim_id FROM sales.region AS r LEFT JOIN sales.claim AS c ON c.region_id = r.region_id"
    " AND c.score > 2 WHERE c.status = 'open' AND {}",
    "SELECT r.region_id, c.claim_id FROM sales.region AS r LEFT JOIN sales.claim AS c ON c.region_id = r.region_id"
    " WHERE c.claim_id IS NULL OR {}",
    "SELECT r.region_id, c.claim_id FROM sales.region AS r FULL JOIN sales.claim AS c ON c.region_id = r.region_id"
    " AND c.score = 3 WHERE c.channel > 'a' AND c.status IN ('open', 'new') AND {}",
    "SELECT a.claim_id, c.claim_id AS other FROM sales.claim AS a RIGHT JOIN sales.claim AS c"
    " ON c.region_id = a.region_id AND c.product_id = a.product_id WHERE a.status = 'open' AND c.score < 4 AND {}",
    "SELECT r.market, (SELECT MAX(c.cost) FROM sales.claim AS c WHERE c.region_id = r.region_id AND c.status = 'open'"
    " AND {}) AS most FROM sales.region AS r",
    "SELECT r.market FROM sales.region AS r WHERE EXISTS (SELECT 1 FROM sales.claim AS c"
    " WHERE c.region_id = r.region_id AND r.region_id > 0 AND c.opened_on >= DATE '2020-01-10' AND {})",
    # The column that USING makes is a moment, of which the table has the day.
    "SELECT c.claim_id FROM sales.claim AS c JOIN (SELECT CAST(opened_on AS TIMESTAMP) AS opened_on FROM sales.claim)"
    " AS b USING (opened_on) WHERE opened_on < '2024-01-05 10:00' AND {}",
    "WITH c AS (SELECT * FROM sales.claim WHERE status = 'open') SELECT c.claim_id FROM c WHERE c.score = 1 AND {}",
)


def _guarded(sql: str, dialect: Dialect) -> str:
    return check(sql, dialect=dialect, policy=policy(dialect, rows=RULE)).sql


def _rule(condition: str, dialect: Dialect) -> str:
    guarded = _guarded(f"SELECT c.claim_id FROM sales.claim AS c WHERE {condition} AND {FENCED}", dialect)
    fence = " AND MONOTONICALLY_INCREASING_ID() >= 0" if dialect == "databricks" else " OFFSET 0"
    return guarded.partition("15, 16)")[2].partition(fence)[0].replace("`", '"')


@pytest.fixture
def claims(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        for statement in SCHEMA:
            cursor.execute(statement)
        for statement, rows in inserts():
            cursor.executemany(statement, rows)
        yield


def _rows(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return sorted(cursor.fetchall(), key=repr)


@pytest.mark.parametrize("dialect", ["postgres", "databricks"])
@pytest.mark.parametrize(("condition", "written"), INSIDE.items())
def test_plain_conditions_stand_behind_the_fence(dialect: Dialect, condition: str, written: str) -> None:
    closed = "' " if dialect == "databricks" else " "
    end = "'" if dialect == "postgres" and "{}" in written else ""

    assert _rule(condition, dialect) == f" AND {written.format(closed)}{end}"


@pytest.mark.parametrize("dialect", ["postgres", "databricks"])
@pytest.mark.parametrize("condition", OUTSIDE)
def test_others_do_not(dialect: Dialect, condition: str) -> None:
    assert _rule(condition, dialect) == ""


@pytest.mark.parametrize("condition", OF_SPARK_ONLY)
def test_what_spark_makes_something_of_does_not(condition: str) -> None:
    assert _rule(condition, "databricks") == ""


@pytest.mark.parametrize("sql", JOINS)
def test_answers_are_those_of_a_table_without_the_hidden_rows(claims: None, sql: str) -> None:
    asked = sql.format(FENCED)
    guarded = _rows(_guarded(asked, "postgres"))

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM sales.claim WHERE product_id = 3")
        plain = _rows(asked)

    assert guarded == plain
    assert guarded


def test_the_index_of_a_date_is_used_behind_the_fence(claims: None) -> None:
    guarded = _guarded(
        "SELECT claim_id FROM sales.claim WHERE opened_on >= DATE '2024-01-20' AND status LIKE 'o%e_'",
        "postgres",
    )

    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX claims_by_day ON sales.claim (opened_on)")
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {guarded}".replace("%", "%%"), [])
        plan = " ".join(row[0] for row in cursor.fetchall())

    assert "OFFSET 0" in guarded
    assert "claims_by_day" in plan
