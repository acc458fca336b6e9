"""DuckDB: the last digits of what is added tell of no hidden row; what is added without roundings needs no fence."""

from pathlib import Path

import duckdb
import pytest

from sqlgen.guard import Policy, check
from sqlgen.guard.blind import BLIND_DUCKDB
from sqlgen.tests.guard_canary import RULE

COLUMNS = {"id": "int", "tenant": "int", "x": "double", "d": "decimal(10, 2)", "f": "float"}
LAKE = Policy.from_allowlist(
    {
        "catalog": "lake",
        "default_schema": "main",
        "tables": {
            "lake.main.t": {"columns": COLUMNS, "rows": {"column": "tenant", "values": RULE["values"]}},
            "lake.main.open": {"columns": COLUMNS},
        },
    }
)
# DuckDB stores a column whose values are all equal as one, and multiplies that where it would add others.
ROUNDED = (
    "SELECT SUM(x) AS s FROM t",
    "SELECT AVG(x) AS s FROM t",
    "SELECT AVG(x / 3) AS s FROM t WHERE x < 5",
    "SELECT AVG(d / 3) AS s FROM t",
    "SELECT SUM(CAST(d AS DOUBLE)) AS s FROM t",
    "SELECT SUM(tenant * CAST(0.1 AS DOUBLE)) AS s FROM t",
    "SELECT SUM(CASE WHEN id > 5 THEN d ELSE 1e-1 END) AS s FROM t",
    "SELECT tenant, SUM(x) AS s FROM t GROUP BY tenant",
    "WITH a AS (SELECT x AS y FROM t UNION ALL SELECT d FROM t) SELECT SUM(y) AS s FROM a",
    "SELECT SUM(k) AS s FROM (SELECT d AS k FROM t) AS a FULL JOIN (SELECT DISTINCT x AS k FROM open) AS b USING (k)",
    *(
        f"SELECT MAX(s) AS a, MIN(s) AS b FROM (SELECT {name}(x) OVER (PARTITION BY tenant) AS s"
        " FROM t WHERE id < 4000) AS q"
        for name in ("SUM", "AVG", "FAVG", "GEOMEAN")
    ),
)
EXACT = (
    "SELECT SUM(d) AS s, AVG(d) AS a, SUM(id) AS i, AVG(tenant) AS t, COUNT(*) AS n, MAX(x) AS m FROM t",
    "SELECT SUM(CASE WHEN x > 0.05 THEN d * (1 - 0.2) ELSE 0 END) AS s FROM t",
    "SELECT SUM(s) AS s FROM (SELECT id, COALESCE(SUM(d), 0) AS s FROM t GROUP BY id) AS q",
    "SELECT SUM(n) FILTER (WHERE n > 1) AS s FROM (SELECT id, COUNT(*) AS n FROM t GROUP BY id) AS q",
    "SELECT SUM(x) AS s, STDDEV(x) AS v FROM open",
)


def _sum(sql: str, lake: Path, hidden: str) -> list[tuple[object, ...]]:
    """What a lake gives in which 20,000 rows are visible."""
    guarded = check(sql, dialect="duckdb", policy=LAKE)
    with duckdb.connect(":memory:", config={"threads": "1"}) as engine:
        engine.execute(f"ATTACH '{lake}' AS lake")
        engine.execute(
            "CREATE TABLE lake.t AS SELECT i AS id, 1 AS tenant, CAST(0.1 AS DOUBLE) AS x,"
            f" CAST(0.3 AS DECIMAL(10, 2)) AS d FROM range(20000) AS r(i) {hidden}"
        )
        engine.execute("CREATE TABLE lake.open AS SELECT * FROM lake.t WHERE tenant = 1 AND id > 5")
        for statement in ("DETACH lake", f"ATTACH '{lake}' AS lake (READ_ONLY)", *BLIND_DUCKDB):
            engine.execute(statement)
        return engine.execute(guarded.sql).fetchall()


@pytest.mark.parametrize("sql", ROUNDED)
def test_the_last_digit_of_a_sum_does_not_tell_that_a_row_is_hidden(tmp_path: Path, sql: str) -> None:
    seen = _sum(sql, tmp_path / "few.duckdb", "")

    assert _sum(sql, tmp_path / "many.duckdb", "UNION ALL SELECT 0, 3, 0.7, 9.9") == seen


@pytest.mark.parametrize("sql", EXACT)
def test_what_is_added_without_roundings_has_no_fence(sql: str) -> None:
    assert "QUALIFY" not in check(sql, dialect="duckdb", policy=LAKE).sql


@pytest.mark.parametrize(
    "name", ["STDDEV", "VAR_POP", "CORR", "REGR_SLOPE", "KURTOSIS", "FSUM", "PRODUCT", "SEM"]
)
def test_whatever_else_adds_has_one(name: str) -> None:
    arguments = "x, id" if name in ("CORR", "REGR_SLOPE") else "x"

    assert "QUALIFY" in check(f"SELECT {name}({arguments}) AS s FROM t", dialect="duckdb", policy=LAKE).sql
