"""DuckDB: a join leaves unread what cannot match. That tells neither how many rows are hidden nor what they hold."""

from collections.abc import Iterator

import duckdb
import pytest

from sqlgen.guard import check
from sqlgen.guard.blind import BLIND_DUCKDB
from sqlgen.tests.guard_world import SCHEMA, policy

RULED = policy("duckdb", rows={"column": "product_id", "values": ["1"]}, row_cap=5_000)
HIDDEN = (0, 2_100)
NUMBERED = "(SELECT region_id, CAST(status AS INT) AS k FROM claim)"
NONE = "(SELECT region_id FROM region WHERE region_name = 'none')"

# No region has that name. DuckDB builds the right side of a join first, and where it is empty gives up the left one
# after the first portion that it was given: the first 2,048 stored rows in which the viewer may see any.
NOTHING_BESIDE = {
    "JOIN": "SELECT COUNT(*) AS n FROM claim AS c JOIN region AS r ON c.region_id = r.region_id"
    " WHERE CAST(c.status AS INT) = 1 AND r.region_name = 'none'",
    "a text beside a number": "SELECT r.market, SUM(c.cost) AS s FROM claim AS c"
    " JOIN region AS r ON c.region_id = r.region_id WHERE c.status = 1 AND r.region_name = 'none' GROUP BY r.market",
    "USING": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a JOIN {NONE} AS b USING (region_id)",
    "smaller": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a JOIN {NONE} AS b ON a.k < b.region_id",
    "one or the other": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a JOIN {NONE} AS b"
    " ON a.k = b.region_id OR a.region_id = b.region_id",
    "RIGHT JOIN": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a RIGHT JOIN {NONE} AS b ON a.k = b.region_id",
    "SEMI JOIN": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a SEMI JOIN {NONE} AS b ON a.k = b.region_id",
    "CROSS JOIN": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a"
    " CROSS JOIN (SELECT MAX(region_id) AS x FROM region HAVING MAX(region_id) > 1000) AS b",
    "IN": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a WHERE a.k IN {NONE}",
    "a value": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a WHERE a.k = (SELECT MAX(b.region_id) FROM {NONE} AS b)",
    "INTERSECT": f"SELECT COUNT(*) AS n FROM (SELECT CAST(status AS INT) AS k FROM claim INTERSECT {NONE}) AS t",
    "below": f"SELECT SUM(a.k) AS s FROM (SELECT region_id, k FROM {NUMBERED} AS c UNION ALL SELECT 1, 1 FROM product)"
    f" AS a JOIN {NONE} AS b USING (region_id)",
}


def _world(hidden: int) -> duckdb.DuckDBPyConnection:
    """1,500 visible claims, hidden ones, and the visible one whose status is no number."""
    engine = duckdb.connect(":memory:", config={"threads": "1"})
    for statement in (*SCHEMA, *BLIND_DUCKDB):
        engine.execute(statement)
    for rows in (
        "SELECT i, 1, i % 50, '1' FROM range(1500) AS r(i)",
        f"SELECT 100000 + i, 2, i % 50, '1' FROM range({hidden}) AS r(i)",
        "SELECT 90000, 1, 5, 'open'",
    ):
        engine.execute(f"INSERT INTO sales.claim (claim_id, product_id, region_id, status) {rows}")
    engine.execute("INSERT INTO sales.region SELECT i, 'r', 'PT', 'EU' FROM range(50) AS r(i)")
    engine.execute("INSERT INTO sales.product SELECT i, 'p', 'tv' FROM range(50) AS r(i)")
    return engine


@pytest.fixture(scope="module")
def worlds() -> Iterator[list[duckdb.DuckDBPyConnection]]:
    engines = [_world(hidden) for hidden in HIDDEN]
    yield engines
    for engine in engines:
        engine.close()


def _answer(sql: str, engine: duckdb.DuckDBPyConnection) -> str:
    try:
        return repr(engine.execute(sql).fetchall())
    except duckdb.Error as error:
        return type(error).__name__


@pytest.mark.parametrize("sql", NOTHING_BESIDE.values(), ids=NOTHING_BESIDE.keys())
def test_a_join_that_finds_nothing_tells_nothing_of_how_many_rows_are_hidden(
    sql: str, worlds: list[duckdb.DuckDBPyConnection]
) -> None:
    guarded = check(sql, dialect="duckdb", policy=RULED).sql

    assert len({_answer(guarded, engine) for engine in worlds}) == 1


# A join hands the keys that it found on to the other side, where whole row groups are left out by their least and
# greatest value. In the third row group only a hidden row can have region 9, and no status there is a number.
FOUND_BESIDE = {
    "JOIN": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a JOIN region AS r USING (region_id) WHERE r.market = 'EU'",
    "a condition": f"SELECT COUNT(*) AS n FROM {NUMBERED} AS a JOIN region AS r ON r.region_id = a.region_id"
    " WHERE r.market = 'EU' AND a.k > 0",
    "IN": f"SELECT SUM(a.k) AS s FROM {NUMBERED} AS a"
    " WHERE a.region_id IN (SELECT region_id FROM region WHERE market = 'EU')",
}
_ROW_GROUP = 122_880
_OF_REGION_3 = 2 * _ROW_GROUP


@pytest.mark.parametrize("sql", FOUND_BESIDE.values(), ids=FOUND_BESIDE.keys())
def test_the_keys_of_a_join_tell_nothing_of_what_hidden_rows_hold(sql: str) -> None:
    guarded = check(sql, dialect="duckdb", policy=RULED).sql

    assert len({_answer_beside(guarded, hidden_region) for hidden_region in (5, 9)}) == 1


def _answer_beside(sql: str, hidden_region: int) -> str:
    """What three row groups give: regions 3, 3 and 5, and in the third a hidden row of another one."""
    with duckdb.connect(":memory:", config={"threads": "1"}) as engine:
        for statement in (*SCHEMA, *BLIND_DUCKDB):
            engine.execute(statement)
        engine.execute(
            "INSERT INTO sales.claim (claim_id, product_id, region_id, status)"
            f" SELECT i, 1, CASE WHEN i < {_OF_REGION_3} THEN 3 ELSE 5 END,"
            f" CASE WHEN i < {_OF_REGION_3} THEN '1' ELSE 'open' END FROM range({3 * _ROW_GROUP - 1}) AS r(i)"
        )
        engine.execute(
            "INSERT INTO sales.claim (claim_id, product_id, region_id, status) VALUES (-1, 2, ?, 'open')",
            [hidden_region],
        )
        engine.execute(
            "INSERT INTO sales.region VALUES (3, 'a', 'PT', 'EU'), (9, 'b', 'PT', 'EU'), (5, 'c', 'US', 'NA')"
        )
        return _answer(sql, engine)
