"""PostgreSQL tries conditions on what it has kept of stored columns while it plans: on none that a rule hides."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from sqlgen.guard import Policy, check
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_fences import known
from sqlgen.tests.guard_world import SCHEMA, inserts, policy

# Each ends in its escape character by the time PostgreSQL plans, which is an error for a longer text than it tells of.
# Only claims that the rule hides are called newer.
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


def _where(condition: str) -> str:
    return f"SELECT claim_id FROM sales.claim WHERE status {condition}"


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


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("%", "%%"), [])


@pytest.mark.parametrize("sql", [*map(_where, FAILING), *FROM_BESIDE])
def test_a_pattern_is_tried_on_no_hidden_text(claims: None, sql: str) -> None:
    guarded = check(sql, dialect="postgres", policy=policy("postgres", rows=RULE)).sql

    _plan(guarded)
    _run(guarded)

    with pytest.raises(DatabaseError, match="must not end with escape character"):
        _plan(known(guarded))


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
def test_ranges_of_which_hidden_ones_lie_too_far_apart_are_compared(spans: None, asked: str) -> None:
    for sql in (
        f"SELECT id FROM odd.spans WHERE {asked}",
        f"SELECT id FROM (SELECT * FROM odd.spans) AS x WHERE {asked}",
    ):
        guarded = check(sql, dialect="postgres", policy=SPANS).sql

        _plan(guarded)
        _run(guarded)

        with pytest.raises(DatabaseError, match="out of range for type double precision"):
            _plan(known(guarded))
