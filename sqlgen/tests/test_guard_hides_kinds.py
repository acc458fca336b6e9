"""PostgreSQL: comparing and choosing fails for no hidden row, whatever types the columns are of."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, transaction

from sqlgen.guard import Policy, check
from sqlgen.guard.postgres_kinds import kind_of_type
from sqlgen.tests.guard_fences import without_fence

OUT_OF_RANGE = psycopg.errors.NumericValueOutOfRange | psycopg.errors.DatetimeFieldOverflow
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
    "tiny": ("numeric(3,400)", "0", "1e-400"),
    "cost": ("numeric(12,2)", "1.5", "9999999999.99"),
    "ratio": ("double precision", "1.5", "NaN"),
    "weight": ("real", "1.5", "Infinity"),
    "number": ("bigint", "1", "-1"),
    "part": ("oid", "1", "1"),
    "card": ("macaddr", "08:00:2b:01:02:03", "08:00:2b:01:02:03"),
    "long_card": ("macaddr8", "08:00:2b:ff:fe:01:02:03", "08:00:2b:00:00:01:02:03"),
    "field": ("box", "(1,1),(0,0)", "(1e200,1e200),(-1e200,-1e200)"),
    "ring": ("circle", "<(0,0),1>", "<(0,0),1e200>"),
    "day": ("date", "2024-01-01", "300000-01-01"),
    "late": ("timestamptz", "2024-01-01 00:00:00+00", "294276-12-31 23:59:59+00"),
    "early": ("timestamp", "2024-01-01 00:00:00", "4713-01-01 00:00:00 BC"),
}
FAILING = (
    "total = ratio",
    "total > CAST('1' AS DOUBLE PRECISION)",
    "total BETWEEN 0 AND ratio",
    "tiny < ratio OR id > 5",
    "COALESCE(total, ratio) IS NULL OR id > 0",
    "CASE WHEN id > 0 THEN wide ELSE weight END IS NOT NULL",
    "(id, total) < (id, ratio)",
    "CASE total WHEN ratio THEN 1 ELSE 2 END > 0",
    "number < part OR id > 0",
    "CASE WHEN id > 0 THEN long_card ELSE card END IS NOT NULL",
    "field = field",
    "ring IN (ring, NULL)",
    "total IS DISTINCT FROM CAST(NULL AS DOUBLE PRECISION)",
    "total IN (1, CAST('2' AS DOUBLE PRECISION))",
    "DATE_TRUNC('month', day) IS NOT NULL",
    "COALESCE(day, late) IS NOT NULL",
    "CAST(late AT TIME ZONE 'Pacific/Kiritimati' AS DATE) IS NOT NULL",
    "DATE_TRUNC('century', early) IS NOT NULL",
)
QUIET = (
    "total > 5 OR total IN (1.5, 2)",
    "total = total",
    "wide BETWEEN 1 AND total",
    "cost IN (1, 2.5) AND weight < 1.5 AND ratio IN (1, 2)",
    "day < late AND late > early AND early <= day",
    "day > CAST('2024-01-01' AS TIMESTAMPTZ) OR early < CURRENT_TIMESTAMP",
    "card IS NOT NULL",
    "number = cost",
    "day IN ('2024-01-01', '2024-01-02') OR late IN ('2024-01-01', '2024-01-02')",
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
        _run(without_fence(fenced))
    assert isinstance(failed.value.__cause__, OUT_OF_RANGE)


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
        _run(without_fence(fenced))


@pytest.mark.parametrize(
    "beside",
    [
        "(SELECT id - 2 AS number, MAX(1e400) AS far FROM odd.others WHERE id = 1 GROUP BY 1)",
        "(SELECT id - 2 AS number, MAX(1e400) OVER () AS far FROM odd.others WHERE id = 1)",
        "(VALUES (-1, 1e400), (-2, 1))",
        "(SELECT -1 AS number, 1e400 AS far UNION ALL SELECT -2, 1)",
        "(SELECT CAST('-2' AS BIGINT) AS number, x.cost AS far FROM (SELECT cost FROM odd.others LIMIT 1) AS x"
        " UNION ALL SELECT CAST('-1' AS BIGINT), '1e400')",
    ],
)
def test_a_number_of_many_digits_meets_a_double_behind_the_fence(kinds: None, beside: str) -> None:
    fenced = _guarded(
        f"SELECT k.id FROM {beside} AS s(number, far) JOIN odd.kinds AS k ON k.number = s.number AND k.ratio < s.far"
    )

    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX ON odd.kinds (number)")
        for other in ("hashjoin", "mergejoin", "seqscan", "material"):
            cursor.execute(f"SET LOCAL enable_{other} = off")
    _run(fenced)
    with pytest.raises(Exception, match="out of range"):
        _run(without_fence(fenced))


@pytest.mark.parametrize("condition", QUIET)
def test_what_fits_needs_no_fence(kinds: None, condition: str) -> None:
    quiet = _guarded(f"SELECT id FROM odd.kinds WHERE {condition}")

    assert "OFFSET" not in quiet
    _run(quiet)


def test_postgresql_lets_these_comparisons_go_before_a_security_barrier(db: None) -> None:
    """But for DECIMALs, and days beside moments: what the tests above compare is the furthest there is of each."""
    types = [
        "int2",
        "int4",
        "int8",
        "numeric",
        "float4",
        "float8",
        "text",
        "bool",
        "uuid",
        "date",
        "timestamp",
        "timestamptz",
    ]

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.oprleft::regtype::text, o.oprright::regtype::text, p.proleakproof"
            " FROM pg_operator AS o JOIN pg_proc AS p ON p.oid = o.oprcode"
            " WHERE o.oprname IN ('=', '<>', '<', '<=', '>', '>=')"
            " AND o.oprleft = ANY (%s::regtype[]) AND o.oprright = ANY (%s::regtype[])",
            [types, types],
        )
        operators = cursor.fetchall()

    kept = {frozenset(map(kind_of_type, sides)) for *sides, leakproof in operators if not leakproof}
    assert len(operators) > 6 * len(types)
    assert kept == {frozenset({"decimal"}), frozenset({"date", "moment"}), frozenset({"moment"})}
    assert all(left != right for left, right, leakproof in operators if not leakproof and left != "numeric")
