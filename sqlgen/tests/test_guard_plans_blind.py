"""PostgreSQL plans alike, and meets the same errors, however many rows are hidden and whatever they hold."""

import re
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from sqlgen.guard import check
from sqlgen.guard.blind import BLIND_POSTGRES
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_cases import cases
from sqlgen.tests.guard_world import SCHEMA, inserts, policy

# None of these meets a division by zero where the other side of the join is found to be empty before.
EMPTY_BESIDE = (
    "SELECT a.claim_id FROM sales.claim AS a JOIN sales.claim AS b ON a.product_id = b.claim_id AND b.status = 'zzz'"
    " WHERE 1 / (a.cost - a.cost) > 0",
    "SELECT a.claim_id FROM sales.claim AS b JOIN sales.claim AS a ON a.product_id = b.claim_id AND b.status = 'zzz'"
    " AND 1 / (a.cost - a.cost) > 0",
    "SELECT a.x FROM (SELECT product_id, 1 / (cost - cost) AS x FROM sales.claim LIMIT 9) AS a"
    " JOIN (SELECT claim_id FROM sales.claim WHERE status = 'zzz') AS b ON a.product_id = b.claim_id",
)
# Which of several indexes finds what plain comparisons ask for: these fail for no row, and the rows come as they lie.
_FOUND_BY = re.compile(r"^ +(?:Recheck Cond|Index Cond|Filter|->  Bitmap Index Scan).*\n?", re.M)


@pytest.fixture
def claims(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        for statement in SCHEMA:
            cursor.execute(statement)
        for statement, rows in inserts():
            cursor.executemany(statement, rows)
        for column in ("product_id", "opened_at", "claim_id"):
            cursor.execute(f"CREATE INDEX ON sales.claim ({column})")
        cursor.execute("ANALYZE")
        yield


def _hide_many() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO sales.claim (claim_id, product_id, status, cost, opened_at, region_id, channel)"
            " SELECT 1000 + i, 3, 'zzz', 1, '2024-01-01', 1, 'x' || i FROM generate_series(1, 50000) AS i"
        )
        cursor.execute("ANALYZE sales.claim")


def _plan_blindly() -> None:
    with connection.cursor() as cursor:
        for setting, value in BLIND_POSTGRES.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])


def _run(sql: str) -> str:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.replace("%", "%%"), [])
            return "\n".join(str(row[0]) for row in cursor.fetchall())
    except DatabaseError as error:
        return str(error)


@pytest.mark.parametrize("sql", EMPTY_BESIDE)
def test_whether_a_join_meets_an_error_does_not_follow_what_is_hidden(claims: None, sql: str) -> None:
    guarded = check(sql, dialect="postgres", policy=policy("postgres", rows=RULE))
    seen = _run(guarded.sql)
    _plan_blindly()
    blind = _run(guarded.sql)

    _hide_many()

    assert guarded.hides_rows
    assert _run(guarded.sql) == blind
    with connection.cursor() as cursor:
        cursor.execute("RESET ALL")
    assert _run(guarded.sql) != seen


def test_plans_are_the_same_whatever_is_hidden(claims: None) -> None:
    ruled = policy("postgres", rows=RULE)
    guarded = [check(case.sql, dialect="postgres", policy=ruled).sql for case in cases("legit", "postgres")]
    _plan_blindly()

    few = [_FOUND_BY.sub("", _run(f"EXPLAIN (COSTS OFF) {sql}")) for sql in guarded]
    _hide_many()
    many = [_FOUND_BY.sub("", _run(f"EXPLAIN (COSTS OFF) {sql}")) for sql in guarded]

    assert [pair for pair in zip(few, many, strict=True) if pair[0] != pair[1]] == []
    assert all("->" in plan for plan in few)


@pytest.mark.parametrize(
    ("sql", "blind"),
    [
        ("SELECT claim_id, status FROM sales.claim WHERE cost > 5 ORDER BY opened_at DESC LIMIT 20", False),
        ("SELECT a.claim_id FROM sales.claim AS a JOIN sales.claim AS b USING (claim_id)", False),
        ("SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status", False),
        ("SELECT status, MAX(cost) AS m FROM sales.claim GROUP BY status", True),
        ("SELECT cost > score AS x FROM sales.claim", True),
        ("SELECT claim_id FROM sales.claim WHERE opened_at >= CAST('2024-01-01' AS TIMESTAMP)", False),
        ("SELECT SUM(cost) AS s FROM sales.claim", True),
        ("SELECT (SELECT claim_id FROM sales.claim) AS x", True),
        ("SELECT claim_id FROM sales.claim UNION SELECT claim_id FROM sales.claim", True),
        ("SELECT CAST(status AS INT) AS x FROM sales.claim", True),
        ("SELECT claim_id FROM sales.claim ORDER BY 1 / cost", True),
        ("SELECT claim_id FROM sales.claim WHERE cost + 1 > 5", True),
        ("SELECT product_name FROM sales.product ORDER BY LENGTH(product_name)", False),
    ],
)
def test_what_only_gives_what_is_stored_is_planned_with_all_there_is_to_know(sql: str, blind: bool) -> None:
    assert check(sql, dialect="postgres", policy=policy("postgres", rows=RULE)).hides_rows == blind
