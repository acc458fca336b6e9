"""The guard's count of a query's rows is never too small: mixed queries are counted, then run on real engines."""

from collections.abc import Callable, Iterator

import duckdb
import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation
from sqlgen.guard.parse import parse
from sqlgen.guard.resolve import Resolver
from sqlgen.guard.rewrite import quote_names
from sqlgen.tests.guard_world import policy

Count = Callable[[str], int]
_LEAVES = (
    "SELECT 1 AS n",
    "SELECT n FROM (VALUES (1), (2), (2)) AS v(n)",
    "SELECT n FROM generate_series(1, 4) AS g(n)",
    "SELECT n FROM (VALUES (1), (2)) AS v(n) LIMIT 0",
)
_GROUPS = ("n", "ROLLUP (n)", "CUBE (n, n)", "GROUPING SETS ((), (), (n))", "()")
_JOINS: dict[Dialect, tuple[str, ...]] = {
    "postgres": ("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"),
    "duckdb": ("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "SEMI JOIN", "ANTI JOIN"),
}
_BOUNDED = settings(
    max_examples=200,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)


@st.composite
def queries(draw: st.DrawFn, dialect: Dialect, depth: int = 3) -> str:
    """A query of one column n, made of nothing but rows that are written out."""
    shape = draw(st.integers(0, 6)) if depth else 0
    if shape == 0:
        return draw(st.sampled_from(_LEAVES))
    inner = f"({draw(queries(dialect, depth - 1))}) AS a"
    other = f"({draw(queries(dialect, depth - 1))}) AS b"
    if shape == 1:
        return f"SELECT a.n FROM {inner} UNION ALL SELECT b.n FROM {other}"
    if shape == 2:
        return f"SELECT COUNT(*) AS n FROM {inner} GROUP BY {draw(st.sampled_from(_GROUPS))}"
    if shape == 3:
        return draw(
            st.sampled_from((f"SELECT MAX(a.n) AS n FROM {inner}", f"SELECT a.n FROM {inner} LIMIT 2"))
        )
    if shape == 6:
        join = draw(st.sampled_from(("CROSS JOIN", "LEFT JOIN")))
        seen = f"(SELECT b.n FROM {other} WHERE b.n <= a.n) AS c{' ON TRUE' if join == 'LEFT JOIN' else ''}"
        return f"SELECT c.n FROM {inner} {join} LATERAL {seen}"
    join = draw(st.sampled_from(_JOINS[dialect]))
    tie = draw(st.sampled_from(("a.n = b.n", "a.n = b.n + 9", "a.n = b.n AND b.n > 1", "TRUE")))
    if shape == 4:
        return f"SELECT a.n FROM {inner} {join} {other} ON {tie}"
    third = draw(st.sampled_from(("LEFT JOIN", "JOIN", "RIGHT JOIN")))
    return f"SELECT a.n FROM {inner} CROSS JOIN {other} {third} (SELECT 1 AS n) AS c ON {tie}"


@pytest.fixture(scope="module")
def count_duckdb() -> Iterator[Count]:
    with duckdb.connect(":memory:") as engine:
        yield lambda sql: int((engine.execute(sql).fetchone() or (0,))[0])


@pytest.fixture
def count_postgres(db: None) -> Iterator[Count]:
    with connection.cursor() as cursor:

        def count(sql: str) -> int:
            with transaction.atomic():
                cursor.execute(sql)
                return int(cursor.fetchone()[0])

        yield count


@_BOUNDED
@given(sql=queries("duckdb"))
def test_duckdb_makes_no_more_rows_than_were_counted(count_duckdb: Count, sql: str) -> None:
    _compare(count_duckdb, sql, "duckdb")


@_BOUNDED
@given(sql=queries("postgres"))
def test_postgres_makes_no_more_rows_than_were_counted(count_postgres: Count, sql: str) -> None:
    _compare(count_postgres, sql, "postgres")


def _compare(count: Count, sql: str, dialect: Dialect) -> None:
    counted = _counted(sql, dialect)

    made = count(f"SELECT COUNT(*) FROM ({sql}) AS q")

    assert made <= counted


def _counted(sql: str, dialect: Dialect) -> int:
    """The most rows of a query; one that the guard refuses is left out."""
    tree = parse(sql, dialect)
    quote_names(tree, dialect)
    try:
        rows = Resolver(dialect, policy(dialect)).query(tree, {}, None).rows
    except GuardViolation:
        reject()
    assert rows is not None  # each row is written out
    return rows
