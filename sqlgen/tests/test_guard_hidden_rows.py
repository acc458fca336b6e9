"""Errors tell nothing of rows that a viewer's rule hides: no condition is tested on them that could fail."""

from collections.abc import Iterator

import duckdb
import psycopg
import pytest
from django.db import connection, transaction

from sqlgen.guard import check
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_fences import without_fence
from sqlgen.tests.guard_world import SCHEMA, inserts, policy

# Each fails for the claims 2, 5, 8 … of product 3, which the rule hides, and for no other.
FAILING = {
    "division": "SELECT claim_id FROM sales.claim WHERE 1 / (product_id - 3) < 5",
    "cast": "SELECT claim_id FROM sales.claim"
    " WHERE CAST(CASE WHEN product_id = 3 THEN status ELSE '1' END AS INT) = 1",
    "function": "SELECT claim_id FROM sales.claim WHERE SQRT(2 - product_id) >= 0",
    "a column of an inner query": "SELECT x.q FROM (SELECT 1 / (product_id - 3) AS q FROM sales.claim) AS x"
    " WHERE x.q < 5",
    "a CTE": "WITH x AS (SELECT 1 / (product_id - 3) AS q FROM sales.claim) SELECT q FROM x WHERE q < 5",
    "a group": "SELECT 1 / (product_id - 3) AS q, COUNT(*) AS n FROM sales.claim GROUP BY 1 / (product_id - 3)"
    " HAVING 1 / (product_id - 3) < 5",
    "a join": "SELECT c.claim_id FROM sales.region AS r JOIN sales.claim AS c"
    " ON r.region_id = c.region_id AND 1 / (c.product_id - 3) < 5",
    "a list": "SELECT claim_id FROM sales.claim WHERE 1 = ANY (ARRAY[1 / (product_id - 3), 1])",
    "a list that is searched": "SELECT claim_id FROM sales.claim"
    " WHERE ARRAY_POSITION(ARRAY[1 / (product_id - 3)], 9) IS NULL",
    "a row made of a column": "SELECT c.claim_id FROM sales.claim AS c"
    " CROSS JOIN LATERAL (VALUES (1 / (c.product_id - 3)), (2)) AS v(x) WHERE v.x < 5",
    "a row in a query beside": "SELECT c.claim_id FROM sales.claim AS c"
    " CROSS JOIN LATERAL (SELECT v.x FROM (VALUES (1 / (c.product_id - 3))) AS v(x)) AS l WHERE l.x < 5",
    "a row of a list": "SELECT c.claim_id FROM sales.claim AS c, UNNEST(STRING_TO_ARRAY(c.status, '_')) AS t(x)"
    " WHERE t.x <> 'new' AND 1 / (c.product_id - 3) < 5",
    "a list in a query beside": "SELECT c.claim_id FROM sales.claim AS c WHERE EXISTS (SELECT 1"
    " FROM UNNEST(STRING_TO_ARRAY(c.status, '_')) AS t(x) WHERE 1 / (c.product_id - 3) < 5)",
    "a day of which there is no moment": "SELECT claim_id FROM sales.claim"
    " WHERE COALESCE(CASE WHEN product_id = 3 THEN DATE '300000-01-01' END, opened_at) > DATE '2020-01-01'",
    "a query in a condition": "SELECT claim_id FROM sales.claim AS c"
    " WHERE (SELECT 1 / (c.product_id - 3)) < 5",
}
# A zone of a value fails where it is none. PostgreSQL alone takes one here.
ZONED = (
    "SELECT claim_id FROM sales.claim"
    " WHERE DATE_TRUNC('day', opened_at, CASE WHEN product_id = 3 THEN status ELSE 'UTC' END) IS NOT NULL",
    "SELECT x.d FROM (SELECT DATE_TRUNC('day', opened_at, CASE WHEN product_id = 3 THEN status ELSE 'UTC' END) AS d"
    " FROM sales.claim) AS x WHERE x.d IS NOT NULL",
    "SELECT claim_id FROM sales.claim"
    " WHERE opened_at AT TIME ZONE CASE WHEN product_id = 3 THEN status ELSE 'UTC' END IS NOT NULL",
)
# By weeks PostgreSQL cuts no interval.
CUT = (
    "SELECT claim_id FROM sales.claim WHERE"
    " DATE_TRUNC('week', CASE WHEN product_id = 3 THEN INTERVAL '1 day' END) IS NULL",
)
# A day of which there is no moment comes from beside, and PostgreSQL looks for each row of that in the index.
_CHOSEN = "COALESCE(CASE WHEN c.product_id = 3 THEN s.far END, c.opened_at) > DATE '2020-01-01'"
FAR = {
    "an aggregate": "SELECT c.claim_id FROM (SELECT region_id AS id, MAX(DATE '300000-01-01') AS far FROM sales.region"
    f" GROUP BY 1) AS s JOIN sales.claim AS c ON c.claim_id = s.id AND {_CHOSEN}",
    "a written row": "SELECT c.claim_id FROM (VALUES (1, DATE '300000-01-01'), (2, DATE '300000-01-01')) AS s(id, far)"
    f" JOIN sales.claim AS c ON c.claim_id = s.id AND {_CHOSEN}",
    "a window": "SELECT c.claim_id FROM (SELECT region_id AS id, MAX(DATE '300000-01-01') OVER () AS far"
    f" FROM sales.region) AS s JOIN sales.claim AS c ON c.claim_id = s.id AND {_CHOSEN}",
    "handed on": "WITH s AS (SELECT x.id, UPPER('a') AS a, x.far FROM (VALUES (1, DATE '300000-01-01'),"
    " (2, DATE '300000-01-01')) AS x(id, far)) SELECT y.claim_id FROM (SELECT c.claim_id, c.product_id, c.opened_at,"
    " s.far FROM s JOIN sales.claim AS c ON c.claim_id = s.id) AS y"
    " WHERE COALESCE(CASE WHEN y.product_id = 3 THEN y.far END, y.opened_at) > DATE '2020-01-01'",
    "a name in USING": "SELECT c.claim_id FROM (VALUES (1, DATE '2024-01-01'), (2, DATE '300000-01-01'))"
    " AS s(id, closed_at) LEFT JOIN (SELECT closed_at FROM sales.claim) AS x USING (closed_at)"
    " JOIN (SELECT claim_id, product_id, opened_at FROM sales.claim) AS c"
    " ON c.claim_id = s.id AND CASE WHEN c.product_id = 3 THEN c.opened_at END < closed_at",
}
# PostgreSQL's alone, or its way to write them.
OF_POSTGRES = (
    "SELECT claim_id FROM sales.claim"
    " WHERE LENGTH(DECODE(CASE WHEN product_id = 3 THEN status ELSE '00' END, 'hex')) = 1",
    "SELECT claim_id FROM sales.claim"
    r" WHERE MD5(CAST(CASE WHEN product_id = 3 THEN '\x' || status ELSE 'a' END AS BYTEA)) IS NOT NULL",
    "SELECT claim_id FROM sales.claim AS c WHERE CARDINALITY(ARRAY(SELECT 1 / (c.product_id - 3))) = 1",
    # SUM is of the query around: it gathers no rows of the one it stands in.
    "SELECT (SELECT COUNT(*) FROM (SELECT SUM(r.region_id) / (c.product_id - 3) AS k FROM sales.claim AS c) AS x"
    " WHERE x.k > 0) AS n FROM sales.region AS r",
    "SELECT x.q FROM (SELECT 1 / (product_id - 3) AS q, score FROM sales.claim ORDER BY score"
    " FETCH FIRST 100 ROWS WITH TIES) AS x WHERE x.q < 5",
)
# What these compare cannot fail; a fence would only keep PostgreSQL from its indexes.
QUIET = (
    "SELECT SUM(cost) / NULLIF(COUNT(*), 0) AS mean FROM sales.claim"
    " WHERE opened_at >= CAST('2024-01-01 00:00:00+00' AS TIMESTAMPTZ) AND status IN ('open', 'closed')",
    "SELECT x.day, x.n FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS n"
    " FROM sales.claim GROUP BY 1) AS x WHERE x.n > 0 ORDER BY x.day",
    "SELECT c.status, COUNT(*) FILTER (WHERE LOWER(c.status) LIKE 'o%') AS n FROM sales.claim AS c"
    " JOIN sales.region AS r ON c.region_id = r.region_id WHERE NOT c.channel IS NULL OR c.score BETWEEN 1 AND 9"
    " GROUP BY c.status HAVING COUNT(*) FILTER (WHERE c.score > 0) >= 0",
    "SELECT claim_id FROM sales.claim WHERE opened_at <= CURRENT_DATE AND opened_on <= opened_at",
    "SELECT c.claim_id FROM sales.claim AS c JOIN (SELECT region_id, AVG(score) AS mean, COUNT(*) AS n FROM sales.claim"
    " GROUP BY 1) AS s ON s.region_id = c.region_id AND c.score >= s.mean WHERE s.n > 1",
    "SELECT t.day, COUNT(c.claim_id) AS n FROM generate_series(DATE '2024-01-01', DATE '2024-01-09', INTERVAL '1 day')"
    " AS t(day) LEFT JOIN sales.claim AS c ON c.opened_on = t.day GROUP BY 1",
    "SELECT c.claim_id FROM (VALUES ('open', 1), ('closed', 2)) AS v(status, rank)"
    " JOIN sales.claim AS c ON c.status = v.status AND v.rank < 3",
    "WITH x AS (SELECT status, score FROM sales.claim) SELECT a.score FROM x AS a JOIN x AS b USING (status)"
    " WHERE a.score <> -5 AND b.score IS NOT NULL",
)
# What is reckoned of a row may fail for one that holds the last day there is, or in a collation that has no LIKE.
RECKONED = (
    "SELECT claim_id FROM sales.claim WHERE DATE_TRUNC('week', opened_at) > DATE '2024-01-05'",
    "SELECT claim_id FROM sales.claim WHERE status LIKE 'o%'",
    # Of the day PostgreSQL makes a moment, once it has a row to compare.
    "SELECT claim_id FROM sales.claim WHERE opened_at IN (DATE '2024-01-05', CURRENT_TIMESTAMP)",
    "SELECT x.n FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS n"
    " FROM sales.claim GROUP BY 1) AS x WHERE x.day > DATE '2024-01-05'",
    "SELECT SUM(region_id) AS n, (SELECT 1 FROM sales.claim AS c HAVING 1 / MIN(r.region_id) > 0) AS x"
    " FROM sales.region AS r",
    "SELECT a.n FROM (SELECT COUNT(*) + NULL AS n, 1 / (product_id - 3) AS q FROM sales.claim GROUP BY 2) AS a"
    " WHERE a.q > 0",
)


@pytest.fixture
def claims(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        for statement in SCHEMA:
            cursor.execute(statement)
        for statement, rows in inserts():
            cursor.executemany(statement, rows)
        yield


def _guarded(sql: str) -> str:
    return check(sql, dialect="postgres", policy=policy("postgres", rows=RULE)).sql


def _run(sql: str) -> list[tuple[object, ...]]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def _look_in_the_index() -> None:
    """Has PostgreSQL test conditions of a join and of a row together, as it does in big tables."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX ON sales.claim (claim_id)")
        for other in ("hashjoin", "mergejoin", "seqscan", "material"):
            cursor.execute(f"SET LOCAL enable_{other} = off")


@pytest.mark.parametrize(
    "sql",
    [*FAILING.values(), *ZONED, *CUT, *OF_POSTGRES],
    ids=[*FAILING.keys(), *map(str, range(len(ZONED) + len(CUT) + len(OF_POSTGRES)))],
)
def test_postgres_does_not_fail_for_hidden_rows(claims: None, sql: str) -> None:
    assert _run(_guarded(sql))


def test_postgres_would_fail_for_them_without_the_fence(claims: None) -> None:
    fenced = _guarded(FAILING["division"])

    with pytest.raises(Exception, match="division by zero") as failed:
        _run(without_fence(fenced))

    assert isinstance(failed.value.__cause__, psycopg.errors.DivisionByZero)


@pytest.mark.parametrize("sql", FAR.values(), ids=FAR.keys())
def test_postgres_does_not_fail_by_what_comes_from_beside(claims: None, sql: str) -> None:
    fenced = _guarded(sql)

    with transaction.atomic():
        _look_in_the_index()
        _run(fenced)
        with pytest.raises(Exception, match="date out of range for timestamp"):
            _run(without_fence(fenced))


@pytest.mark.parametrize("sql", QUIET)
def test_what_cannot_fail_needs_no_fence(claims: None, sql: str) -> None:
    quiet = _guarded(sql)

    assert "OFFSET" not in quiet
    assert _run(quiet)


@pytest.mark.parametrize("sql", RECKONED)
def test_what_is_reckoned_of_a_row_has_a_fence(claims: None, sql: str) -> None:
    fenced = _guarded(sql)

    assert " OFFSET 0" in fenced
    _run(fenced)


def test_a_viewer_of_every_row_needs_no_fence() -> None:
    everything = check(FAILING["division"], dialect="postgres", policy=policy("postgres"))

    assert "OFFSET" not in everything.sql


@pytest.mark.parametrize("values", [["1", "2"], [*map(str, range(1, 3)), *map(str, range(11, 400))]])
@pytest.mark.parametrize("sql", FAILING.values(), ids=FAILING.keys())
def test_duckdb_does_not_fail_for_hidden_rows(sql: str, values: list[str]) -> None:
    world = policy("duckdb", rows={"column": "product_id", "values": values})
    # DuckDB's / gives infinity; // is the division that fails.
    guarded = check(sql.replace("1 / (", "1 // ("), dialect="duckdb", policy=world)

    with duckdb.connect(":memory:") as engine:
        for statement in SCHEMA:
            engine.execute(statement)
        for statement, rows in inserts():
            engine.executemany(statement.replace("%s", "?"), rows)

        assert engine.execute(guarded.sql).fetchall()
