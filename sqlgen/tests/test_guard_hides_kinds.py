"""PostgreSQL: comparing and choosing fails for no hidden row, whatever types the columns are of."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, transaction

from sqlgen.guard import Policy, check

VALUES = (
    "1",
    "2",
    "11",
    "12",
    "13",
    "14",
    "15",
    "16",
)  # dear to test: PostgreSQL tests other conditions first
# Each column's type, what the viewer sees in it, and what one hidden row holds.
KINDS = {
    "total": ("numeric", "1.5", "1e400"),
    "wide": ("numeric(60,2)", "1.5", "1e50"),
    "cost": ("numeric(12,2)", "1.5", "9999999999.99"),
    "ratio": ("double precision", "1.5", "NaN"),
    "weight": ("real", "1.5", "Infinity"),
    "number": ("bigint", "1", "-1"),
    "part": ("oid", "1", "1"),
    "card": ("macaddr", "08:00:2b:01:02:03", "08:00:2b:01:02:03"),
    "long_card": ("macaddr8", "08:00:2b:ff:fe:01:02:03", "08:00:2b:00:00:01:02:03"),
    "field": ("box", "(1,1),(0,0)", "(1e200,1e200),(-1e200,-1e200)"),
    "ring": ("circle", "<(0,0),1>", "<(0,0),1e200>"),
}
FAILING = (
    "total = ratio",
    "total > CAST('1' AS DOUBLE PRECISION)",
    "total BETWEEN 0 AND ratio",
    "COALESCE(total, ratio) IS NULL OR id > 0",
    "CASE WHEN id > 0 THEN wide ELSE weight END IS NOT NULL",
    "(id, total) < (id, ratio)",
    "CASE total WHEN ratio THEN 1 ELSE 2 END > 0",
    "number < part OR id > 0",
    "CASE WHEN id > 0 THEN long_card ELSE card END IS NOT NULL",
    "field = field",
    "ring IN (ring, NULL)",
)
QUIET = (
    "total > 5 OR total IN (1.5, 2)",
    "total = total",
    "wide BETWEEN 1 AND total",
    "cost <= ratio",
    "COALESCE(cost, weight) > 0",
    "card IS NOT NULL",
    "number = cost",
)


def _policy() -> Policy:
    columns = {"id": "int", "tenant": "int", **{name: kind for name, (kind, _, _) in KINDS.items()}}
    rows = {"column": "tenant", "values": list(VALUES)}
    tables = {"odd.kinds": {"columns": columns, "rows": rows}, "odd.others": {"columns": columns}}
    return Policy.from_allowlist({"catalog": "", "default_schema": "odd", "tables": tables})


def _guarded(sql: str) -> str:
    return check(sql, dialect="postgres", policy=_policy()).sql


@pytest.fixture
def kinds(db: None) -> Iterator[None]:
    columns = ", ".join(f"{name} {kind}" for name, (kind, _, _) in KINDS.items())
    marks = ", ".join(["%s"] * (len(KINDS) + 2))
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA odd")
        for table in ("kinds", "others"):
            cursor.execute(f"CREATE TABLE odd.{table} (id INT, tenant INT, {columns})")
            seen = [visible for _, visible, _ in KINDS.values()]
            cursor.executemany(f"INSERT INTO odd.{table} VALUES ({marks})", [[1, 1, *seen], [2, 2, *seen]])
        hidden = [value for _, _, value in KINDS.values()]
        cursor.execute(f"INSERT INTO odd.kinds VALUES ({marks})", [2, 3, *hidden])
        yield


def _run(sql: str) -> list[tuple[object, ...]]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


@pytest.mark.parametrize("condition", FAILING)
def test_comparing_and_choosing_fail_for_no_hidden_row(kinds: None, condition: str) -> None:
    fenced = _guarded(f"SELECT id FROM odd.kinds WHERE {condition}")

    _run(fenced)
    with pytest.raises(Exception, match="out of range") as failed:
        _run(fenced.replace(" OFFSET 0", ""))
    assert isinstance(failed.value.__cause__, psycopg.errors.NumericValueOutOfRange)


@pytest.mark.parametrize(
    "shared", ["id, total", "id, field"], ids=["made one with a DOUBLE", "compared by their sizes"]
)
def test_names_in_using_are_compared_behind_the_fence(kinds: None, shared: str) -> None:
    fenced = _guarded(
        "SELECT k.number FROM (SELECT id, field, ratio AS total FROM odd.others) AS o"
        f" LEFT JOIN odd.kinds AS k USING ({shared})"
    )

    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX ON odd.kinds (id)")
        for other in ("hashjoin", "mergejoin", "seqscan", "material"):
            cursor.execute(f"SET LOCAL enable_{other} = off")
    _run(fenced)
    with pytest.raises(Exception, match="out of range"):
        _run(fenced.replace(" OFFSET 0", ""))


@pytest.mark.parametrize("condition", QUIET)
def test_what_fits_needs_no_fence(kinds: None, condition: str) -> None:
    quiet = _guarded(f"SELECT id FROM odd.kinds WHERE {condition}")

    assert "OFFSET" not in quiet
    _run(quiet)
