"""DuckDB stops where a LIMIT is full: what fails for a visible row must not tell how many hidden rows lie before it."""

import json
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from sqlgen.guard import check
from sqlgen.guard.blind import BLIND_DUCKDB
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_cases import cases
from sqlgen.tests.guard_world import SCHEMA, inserts, policy
from sqlgen.tests.snapshot_cases import CASES
from sqlgen.tests.snapshot_guarded import guarded_snapshot

FENCE = " QUALIFY COUNT(*) OVER () > 0"
VISIBLE = {"column": "product_id", "values": ["1"]}
HIDDEN = (0, 1_000, 2_100, 30_000, 130_000)

# The claim 90000 is the 1,501st that the viewer sees. Its status is no number.
STOPPED = {
    "a condition": "SELECT claim_id FROM sales.claim WHERE CAST(status AS INT) = 1 LIMIT 5",
    "a text beside a number": "SELECT claim_id FROM sales.claim WHERE status = 1 LIMIT 1400",
    "a text as a condition": "SELECT claim_id FROM sales.claim WHERE status LIMIT 1400",
    "a column": "SELECT CAST(status AS INT) AS s FROM sales.claim LIMIT 1400",
    "an inner query": "SELECT SUM(x) AS s FROM (SELECT CAST(status AS INT) AS x FROM sales.claim LIMIT 1400) AS t",
    "a CTE": "WITH x AS (SELECT CAST(status AS INT) AS s FROM sales.claim) SELECT a.s FROM x AS a LIMIT 3",
    "DISTINCT": "SELECT DISTINCT CAST(status AS INT) AS s FROM sales.claim LIMIT 1",
    "a group alone": "SELECT CAST(status AS INT) AS s FROM sales.claim GROUP BY 1 LIMIT 1",
    "an aggregate nobody asks for": "SELECT x.s FROM (SELECT CAST(status AS INT) AS s, COUNT(*) AS n"
    " FROM sales.claim GROUP BY 1) AS x LIMIT 1",
    "an aggregate that does not matter": "SELECT CASE WHEN 1 = 1 THEN CAST(status AS INT) ELSE COUNT(*) END AS s"
    " FROM sales.claim GROUP BY CAST(status AS INT) LIMIT 1",
    "an aggregate that is NULL": "SELECT CAST(status AS INT) AS s, ROUND(COUNT(*) / 3.0, NULL) AS n"
    " FROM sales.claim GROUP BY 1 LIMIT 1",
    "an aggregate by another name": "WITH m(s, n) AS (SELECT CAST(status AS INT), COUNT(*) FROM sales.claim"
    " GROUP BY 1) SELECT s FROM m LIMIT 1",
    "UNION ALL": "SELECT region_id FROM sales.region UNION ALL SELECT CAST(status AS INT) FROM sales.claim LIMIT 10",
    "EXISTS": "SELECT COUNT(*) AS n FROM sales.region"
    " WHERE EXISTS (SELECT 1 FROM sales.claim WHERE CAST(status AS INT) = 1)",
    "EXISTS of groups": "SELECT COUNT(*) AS n FROM sales.region WHERE EXISTS"
    " (SELECT CAST(status AS INT), COUNT(*) FROM sales.claim GROUP BY 1)",
    "a value": "SELECT (SELECT claim_id FROM sales.claim WHERE CAST(status AS INT) = 1 LIMIT 1) AS x"
    " FROM sales.region LIMIT 2",
    "bytes": "SELECT DECODE(UNHEX(status)) AS s FROM sales.claim LIMIT 1400",
    "chosen columns": "SELECT CAST(COLUMNS('^status$') AS INT) FROM sales.claim LIMIT 1400",
    "a window that goes along": "SELECT LAG(CAST(status AS INT)) OVER () AS s FROM sales.claim LIMIT 3",
    "LATERAL": "SELECT c.claim_id, l.x FROM sales.claim AS c, LATERAL (SELECT CAST(c.status AS INT) AS x) AS l LIMIT 3",
}
# Every row of these is read whatever it holds, or nothing in them can fail: no fence slows them down.
READ_WHOLE = (
    "SELECT claim_id, status FROM sales.claim WHERE channel LIKE 'w%' AND NOT closed_at IS NULL LIMIT 10",
    "SELECT COUNT(*) AS n FROM sales.claim WHERE CAST(cost AS INT) > 3",
    "SELECT status, 100.0 * SUM(cost) / NULLIF(COUNT(*), 0) AS mean FROM sales.claim WHERE score > 1 GROUP BY 1",
    "WITH m AS (SELECT DATE_TRUNC('month', opened_at) AS month, SUM(cost) AS total FROM sales.claim WHERE score > 1"
    " GROUP BY 1) SELECT month, total, total - LAG(total) OVER (ORDER BY month) AS more FROM m ORDER BY month",
    "SELECT s.x, COALESCE(m.n, 0) AS n FROM (VALUES (1), (2)) AS s(x) LEFT JOIN (SELECT region_id, COUNT(*) AS n"
    " FROM sales.claim WHERE score > 1 GROUP BY 1) AS m ON m.region_id = s.x",
    "SELECT status, COUNT(*) AS n FROM sales.claim WHERE region_id IN (SELECT region_id FROM sales.region"
    " WHERE country = 'PT') GROUP BY status LIMIT 3",
)


def _world(hidden: int) -> duckdb.DuckDBPyConnection:
    """1,500 visible claims, hidden ones, the visible one that fails, and hidden ones again."""
    engine = duckdb.connect(":memory:", config={"threads": "2"})
    for statement in (*SCHEMA, *BLIND_DUCKDB):
        engine.execute(statement)
    rows = (
        "SELECT i, 1, i % 50, '1' FROM range(1500) AS r(i)",
        f"SELECT 100000 + i, 2, i % 50, '1' FROM range({hidden}) AS r(i)",
        "SELECT 90000, 1, 5, 'none'",
        f"SELECT 500000 + i, 2, i % 50, '1' FROM range({hidden}) AS r(i)",
        "INSERT INTO sales.region SELECT i, 'r', 'PT', 'EU' FROM range(50) AS r(i)",
    )
    for made in rows:
        into = (
            ""
            if made.startswith("INSERT")
            else "INSERT INTO sales.claim (claim_id, product_id, region_id, status) "
        )
        engine.execute(into + made)
    return engine


@pytest.fixture(scope="module")
def worlds() -> Iterator[list[duckdb.DuckDBPyConnection]]:
    engines = [_world(hidden) for hidden in HIDDEN]
    yield engines
    for engine in engines:
        engine.close()


def _answers(sql: str, worlds: list[duckdb.DuckDBPyConnection]) -> set[str]:
    return {_answer(sql, engine) for engine in worlds}


def _answer(sql: str, engine: duckdb.DuckDBPyConnection) -> str:
    try:
        return repr(engine.execute(sql).fetchall())
    except (duckdb.ConversionException, duckdb.InvalidInputException):
        return "failed"


@pytest.mark.parametrize("sql", STOPPED.values(), ids=STOPPED.keys())
def test_an_error_tells_nothing_of_how_many_rows_are_hidden(
    sql: str, worlds: list[duckdb.DuckDBPyConnection]
) -> None:
    guarded = check(sql, dialect="duckdb", policy=policy("duckdb", rows=VISIBLE, row_cap=5_000)).sql

    assert FENCE in guarded
    assert len(_answers(guarded, worlds)) == 1


@pytest.mark.parametrize("name", ["a condition", "a group alone", "an aggregate nobody asks for", "EXISTS"])
def test_it_would_tell_without_the_fence(name: str, worlds: list[duckdb.DuckDBPyConnection]) -> None:
    guarded = check(STOPPED[name], dialect="duckdb", policy=policy("duckdb", rows=VISIBLE)).sql

    assert len(_answers(guarded.replace(FENCE, ""), worlds)) > 1


@pytest.mark.parametrize("sql", READ_WHOLE)
def test_what_is_read_whole_needs_no_fence(sql: str) -> None:
    assert FENCE not in check(sql, dialect="duckdb", policy=policy("duckdb", rows=RULE)).sql


def test_a_viewer_of_every_row_needs_no_fence() -> None:
    assert FENCE not in check(STOPPED["a condition"], dialect="duckdb", policy=policy("duckdb")).sql


# Means of quotients; joins with a series, and texts that are searched before a join.
COMPILED_WITH_A_FENCE = {
    *("hours_between", "days_between", "top_groups_as_series"),
    *("filter_contains_metacharacters", "filter_starts_with"),
    *(
        "trailing_days",
        "trailing_days_one_value",
        "trailing_days_by_group_with_totals",
        "trailing_distinct_count",
    ),
    *("to_date_by_day", "to_date_on_daily_source", "cumulative_compared"),
}


@pytest.mark.parametrize("name", CASES)
def test_few_that_the_compiler_writes_need_a_fence(name: str) -> None:
    guarded = guarded_snapshot(name, "duckdb")

    assert guarded.hides_rows
    assert (FENCE in guarded.sql) == (name in COMPILED_WITH_A_FENCE)


def test_plans_are_the_same_whatever_is_hidden() -> None:
    """Every legitimate case, and joins of each kind, with sixty claims in the world and with three hundred thousand."""
    few, many = (_canary_world(hidden) for hidden in (0, 5_000))
    texts = [
        case.sql for case in cases("legit", "duckdb") if "CURRENT" not in case.sql and "NOW()" not in case.sql
    ]
    joins = [
        f"SELECT c.claim_id FROM sales.{one} JOIN sales.{other} ON {tied}" for one, other, tied in _JOINS
    ]

    differing = [sql for sql in (*texts, *joins) if _plan(sql, few) != _plan(sql, many)]

    assert differing == []


def test_plans_would_tell_how_many_without_that() -> None:
    few, many = (_canary_world(hidden) for hidden in (0, 5_000))
    for engine in (few, many):
        engine.execute("RESET disabled_optimizers")
    sql = (
        "SELECT 1 / c.claim_id AS x FROM sales.region AS r JOIN sales.claim AS c ON r.region_id = c.region_id"
    )

    assert _plan(sql, few) != _plan(sql, many)


@pytest.mark.parametrize("order", ["cost", "cost DESC", "cost NULLS FIRST", "cost DESC NULLS LAST"])
def test_which_of_equal_rows_come_first_does_not_tell_where_a_greater_one_is_hidden(order: str) -> None:
    sql = check(
        f"SELECT claim_id FROM sales.claim ORDER BY {order} LIMIT 5",
        dialect="duckdb",
        policy=policy("duckdb", rows=VISIBLE),
    ).sql

    answers = {
        _answer(sql, engine) for hidden in ((0, 0), (9, 0), (0, 9), (9, 9)) for engine in _two_parts(*hidden)
    }

    assert len(answers) == 1


def _two_parts(*hidden: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """Two stored parts (row groups), in each claims of cost 5 that are seen, and hidden ones of another."""
    with duckdb.connect(":memory:", config={"threads": "1"}) as engine:
        for statement in (*SCHEMA, *BLIND_DUCKDB):
            engine.execute(statement)
        for part, cost in enumerate(hidden):
            engine.execute(
                "INSERT INTO sales.claim (claim_id, product_id, cost)"
                f" SELECT i + {part} * 122880, 1 + i % 2, CASE i % 2 WHEN 0 THEN 5 ELSE {cost} END"
                " FROM range(122880) AS r(i)"
            )
        yield engine


_JOINS = (
    ("claim AS c", "region AS r", "r.region_id = c.region_id"),
    ("region AS r", "claim AS c", "r.region_id = c.region_id"),
    ("region AS r", "claim AS c", "r.region_id < c.region_id"),
    ("claim AS c", "region AS r", "r.region_id <= c.region_id AND r.region_id + 3 > c.score"),
    ("claim AS c", "product AS p", "c.product_id BETWEEN p.product_id AND p.product_id + 2"),
)


def _canary_world(hidden: int) -> duckdb.DuckDBPyConnection:
    """The canary's rows, and hidden ones: so many times sixty claims of product 3."""
    engine = duckdb.connect(":memory:", config={"threads": "2"})
    for statement in SCHEMA:
        engine.execute(statement)
    for statement, rows in inserts():
        engine.executemany(statement.replace("%s", "?"), rows)
    engine.execute(
        "INSERT INTO sales.claim SELECT c.* REPLACE (3 AS product_id)"
        f" FROM (SELECT * FROM sales.claim LIMIT 60) AS c, range({hidden})"
    )
    for statement in BLIND_DUCKDB:
        engine.execute(statement)
    return engine


def _plan(sql: str, engine: duckdb.DuckDBPyConnection) -> str:
    """The operators and what they do, without how many rows DuckDB thinks there are."""
    guarded = check(sql, dialect="duckdb", policy=policy("duckdb", rows=RULE)).sql
    (row,) = engine.execute(f"EXPLAIN (FORMAT JSON) {guarded}").fetchall()
    return json.dumps([_bare(node) for node in json.loads(row[1])])


def _bare(node: dict[str, Any]) -> dict[str, Any]:
    details = {key: value for key, value in node["extra_info"].items() if key != "Estimated Cardinality"}
    return {
        "name": node["name"],
        "details": details,
        "children": [_bare(child) for child in node["children"]],
    }
