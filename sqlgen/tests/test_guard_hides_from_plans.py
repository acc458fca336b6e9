"""PostgreSQL plans by what it knows of whole tables: no pattern that it tries on hidden texts may fail for one."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_world import SCHEMA, inserts, policy

# Each ends in its escape character by the time PostgreSQL plans. Only claims that the rule hides are called newer.
FAILING = (
    r"LIKE 'ne_\'",
    r"NOT LIKE 'ne_\'",
    r"ILIKE 'NE_\'",
    "LIKE 'ne_!' ESCAPE '!'",
    r"LIKE ANY (ARRAY['ne_\', 'open'])",
    r"LIKE 'ne_' || '\'",
    r"LIKE '%w' || '\' || ''",
    r"LIKE CONCAT('ne_', '\', NULL)",
    "LIKE 'ne_' || CHR(92)",
    r"LIKE REPLACE('ne_!', '!', '\')",
    r"LIKE COALESCE('ne_\', channel)",
    r"LIKE CASE WHEN 1 = 1 THEN 'ne_\' ELSE channel END",
    r"LIKE LOWER('NE_\')",
    "LIKE '' || LOWER('NE_L') ESCAPE 'l'",
    r"LIKE CAST('ne_\er' AS VARCHAR(4))",
)
FROM_BESIDE = (
    r"SELECT c.claim_id FROM sales.claim AS c JOIN (SELECT 'ne_\' AS p) AS s ON c.status LIKE s.p",
    r"WITH s AS (SELECT x.p || '\' AS p FROM (SELECT 'ne_' AS p) AS x)"
    " SELECT c.claim_id FROM sales.claim AS c CROSS JOIN s WHERE c.status LIKE s.p",
    r"SELECT claim_id FROM sales.claim WHERE status LIKE ANY (SELECT 'ne_\')",
)
SURE = (
    "LIKE 'new%'",
    r"LIKE 'new\\'",
    r"LIKE '\%new'",
    r"LIKE 'new\' ESCAPE ''",
    "ILIKE ANY (ARRAY['new%', '%er'])",
    "LIKE channel || '%'",
    r"LIKE '%' || channel || '\%'",
    "LIKE CONCAT('%', LOWER(channel), '%')",
    "LIKE '%' || LEFT(channel, 1)",
    "LIKE LOWER('NEW') || '%'",
    "LIKE ('new' || '%') ESCAPE 'l'",
)
SURE_FROM_BESIDE = (
    "SELECT claim_id FROM sales.claim WHERE status LIKE ANY (SELECT 'o%' UNION ALL SELECT ('c' || '%'))",
    "SELECT c.claim_id FROM sales.claim AS c JOIN (VALUES ('new%'), ('op_n')) AS s(p) ON c.status LIKE s.p",
    "SELECT c.claim_id FROM sales.claim AS c JOIN (VALUES ('new'), (NULL)) AS s(p) ON c.status LIKE '%' || s.p",
    "WITH s AS (SELECT channel AS p FROM sales.claim UNION ALL SELECT 'new%')"
    " SELECT c.claim_id FROM sales.claim AS c JOIN s ON c.status LIKE s.p",
)


def _where(condition: str) -> str:
    return f"SELECT claim_id FROM sales.claim WHERE status {condition}"


def _guarded(sql: str) -> str:
    return check(sql, dialect="postgres", policy=policy("postgres", rows=RULE)).sql


@pytest.fixture
def claims(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        for statement in SCHEMA:
            cursor.execute(statement)
        for statement, rows in inserts():
            cursor.executemany(statement, rows)
        cursor.execute("UPDATE sales.claim SET status = 'newer' WHERE product_id = 3")
        cursor.execute("ANALYZE sales.claim")
        yield


def _plan(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}".replace("%", "%%"), [])


@pytest.mark.parametrize("sql", [*map(_where, FAILING), *FROM_BESIDE])
def test_a_pattern_that_could_fail_while_postgresql_plans_is_refused(claims: None, sql: str) -> None:
    ruled = _guarded("SELECT SQRT(claim_id) AS x FROM sales.claim WHERE SQRT(claim_id) > 0")
    fence = ruled[ruled.index(" WHERE ") : ruled.index(') AS "claim"')]
    unruled = check(sql, dialect="postgres", policy=policy("postgres")).sql
    fenced = unruled.replace('"sales"."claim")', f'"sales"."claim"{fence})')

    with pytest.raises(GuardViolation) as refused:
        _guarded(sql)

    assert refused.value.code == "unsupported"
    assert fence.endswith("OFFSET 0")
    with pytest.raises(DatabaseError, match="must not end with escape character"):
        _plan(fenced)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sales.claim SET status = 'other' WHERE product_id = 3")
        cursor.execute("ANALYZE sales.claim")
    _plan(fenced)


@pytest.mark.parametrize("sql", [*map(_where, SURE), *SURE_FROM_BESIDE])
def test_other_patterns_pass_and_fail_in_no_plan(claims: None, sql: str) -> None:
    guarded = _guarded(sql)

    assert "OFFSET 0" in guarded
    _plan(guarded)


def test_a_viewer_of_every_row_may_use_any_pattern() -> None:
    assert check(_where("LIKE 'new' || CHR(92)"), dialect="postgres", policy=policy("postgres"))


SPANS = Policy.from_allowlist(
    {
        "catalog": "",
        "default_schema": "odd",
        "tables": {
            "odd.spans": {
                "columns": {"id": "int", "tenant": "int", "price": "numrange", "held": "daterange"},
                "rows": {"column": "tenant", "values": ["1"]},
            }
        },
    }
)


@pytest.fixture
def spans(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA odd")
        cursor.execute("CREATE TABLE odd.spans (id INT, tenant INT, price NUMRANGE, held DATERANGE)")
        for tenant, base, first in (1, "0", "2024-01-01"), (2, "1e400", "4713-01-01 BC"):
            cursor.execute(
                "INSERT INTO odd.spans SELECT i, %s, NUMRANGE(%s::numeric + i, %s::numeric + i + 1),"
                " DATERANGE(%s::date + i, %s::date + i + 1) FROM generate_series(1, 300) AS i",
                [tenant, base, base, first, first],
            )
        cursor.execute("ANALYZE odd.spans")
        yield


@pytest.mark.parametrize("asked", ["price && NUMRANGE(300, 301)", "price <@ NUMRANGE(299, 4000)"])
def test_ranges_whose_bounds_may_lie_too_far_apart_are_compared_in_no_plan(spans: None, asked: str) -> None:
    for sql in (
        f"SELECT id FROM odd.spans WHERE {asked}",
        f"SELECT id FROM (SELECT * FROM odd.spans) AS x WHERE {asked}",
    ):
        with pytest.raises(GuardViolation) as refused:
            check(sql, dialect="postgres", policy=SPANS)
        assert refused.value.code == "unsupported"

    with pytest.raises(DatabaseError, match="out of range for type double precision"):
        _plan(
            f"SELECT id FROM (SELECT id, price FROM odd.spans WHERE tenant IN (1) OFFSET 0) AS s WHERE {asked}"
        )


@pytest.mark.parametrize(
    "asked",
    [
        "LOWER(price) > 300 AND UPPER(price) < 400",
        "price IS NULL",
        "held && DATERANGE('2024-01-05', '2024-02-01')",
        "DATERANGE('0001-01-05', '2024-02-01') @> held",
    ],
)
def test_bounds_and_ranges_of_days_are_compared(spans: None, asked: str) -> None:
    _plan(check(f"SELECT id FROM odd.spans WHERE {asked}", dialect="postgres", policy=SPANS).sql)
