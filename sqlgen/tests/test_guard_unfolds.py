"""What is written as something plainer means what it meant: lists, PIVOT and UNPIVOT, on real engines and by bounds."""

from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.guard.pivots import MAX_AGGREGATE, MAX_PIVOTED, MAX_PIVOTS
from sqlgen.tests.guard_world import SCHEMA, inserts, policy

Run = Callable[[str], list[tuple[Any, ...]]]
_BOUNDED = settings(
    max_examples=120,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_SOURCE = "(SELECT region_id, product_id, status, score, is_repeat, cost FROM sales.claim) AS s"
_PIVOTS: tuple[Dialect, ...] = ("duckdb", "databricks")

texts = st.sampled_from(["'open'", "'closed'", "'in_progress'", "'web'", "'none'", "'O''Hare'", "NULL"])
numbers = st.sampled_from(["1", "2", "-3", "4.0", "NULL", "1 + 1"])
columns = st.one_of(
    st.tuples(st.sampled_from(["status", "channel", "COALESCE(channel, status)"]), st.just(texts)),
    st.tuples(st.sampled_from(["score", "region_id", "score + 1", "cost"]), st.just(numbers)),
)


@st.composite
def comparisons(draw: st.DrawFn, dialect: Dialect) -> str:
    """A condition that compares a column with a list that is written out."""
    column, values = draw(columns)
    # PostgreSQL takes a list of nothing but NULL for one of texts.
    listed = draw(st.lists(values, min_size=1, max_size=5).filter(lambda given: set(given) != {"NULL"}))
    brackets = "ARRAY[" if dialect == "postgres" or draw(st.booleans()) else "["
    compared = draw(st.sampled_from([f"{column} = ANY", f"{column} <> ALL", f"NOT {column} = ANY"]))
    condition = f"{compared} ({brackets}{', '.join(listed)}])"
    return draw(st.sampled_from([condition, f"({condition}) IS NULL", f"({condition}) = is_repeat"]))


@st.composite
def pivots(draw: st.DrawFn) -> str:
    """A static PIVOT whose columns have names of their own."""
    column, values = draw(
        st.sampled_from(
            [
                ("status", ["'open'", "'closed'", "'none'"]),
                ("score", ["1", "2", "'3'", "99"]),
                ("is_repeat", ["true", "false"]),
                ("cost", ["65", "'65.00'"]),
            ]
        )
    )
    chosen = draw(st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True))
    named = [f"{value} AS v{place}" if draw(st.booleans()) else value for place, value in enumerate(chosen)]
    wanted = (
        "SUM(product_id)",
        "COUNT(*)",
        "MAX(product_id)",
        "COALESCE(SUM(region_id), 0)",
        "COUNT(DISTINCT region_id)",
    )
    aggregates = draw(st.lists(st.sampled_from(wanted), min_size=1, max_size=3))
    alone = len(aggregates) == 1 and draw(st.booleans())
    listed = aggregates if alone else [f"{one} AS a{place}" for place, one in enumerate(aggregates)]
    grouped = draw(st.sampled_from(["", " GROUP BY region_id", " GROUP BY product_id, status"]))
    return (
        f"SELECT * FROM {_SOURCE} PIVOT ({', '.join(listed)} FOR {column} IN ({', '.join(named)}){grouped})"
    )


unpivots = st.builds(
    lambda listed, nulls: f"SELECT * FROM {_SOURCE} UNPIVOT {nulls}(v FOR m IN ({', '.join(listed)}))",
    st.lists(st.sampled_from(["score", "cost", "product_id", "region_id AS 'r'"]), min_size=1, unique=True),
    st.sampled_from(["", "INCLUDE NULLS "]),
)


@st.composite
def rows_beside(draw: st.DrawFn, dialect: Dialect) -> str:
    """A table with rows beside it that are made of its columns, of texts and of numbers.

    DuckDB refuses VALUES with a text before the first number.
    """
    listed = draw(
        st.lists(
            st.sampled_from(["c.score + 0", "c.region_id * 2", "7", "'08'", "2.5", "NULL", "'9'"]),
            min_size=1,
            max_size=5,
        ).filter(lambda given: "c." in (given[0] if dialect == "duckdb" else "".join(given)))
    )
    brackets = "ARRAY[" if dialect == "postgres" else "["
    written = draw(
        st.sampled_from(
            [
                f"UNNEST({brackets}{', '.join(listed)}]) AS t(x)",
                f"LATERAL (VALUES {', '.join(f'({value})' for value in listed)}) AS t(x)",
            ]
        )
    )
    return f"SELECT c.claim_id, t.x, t.x || '' AS spelled FROM sales.claim AS c, {written}"


@pytest.fixture(scope="module")
def run_duckdb() -> Iterator[Run]:
    with duckdb.connect(":memory:") as engine:
        for statement in SCHEMA:
            engine.execute(statement)
        for statement, rows in inserts():
            engine.executemany(statement.replace("%s", "?"), rows)
        yield lambda sql: [tuple(one[0] for one in engine.execute(sql).description), *engine.fetchall()]


@pytest.fixture
def run_postgres(db: None) -> Iterator[Run]:
    with connection.cursor() as cursor:
        for statement in SCHEMA:
            cursor.execute(statement)
        for statement, rows in inserts():
            cursor.executemany(statement, rows)

        def run(sql: str) -> list[tuple[Any, ...]]:
            with transaction.atomic():
                cursor.execute(sql)
                return list(cursor.fetchall())

        yield run


def _same(run: Run, sql: str, dialect: Dialect) -> None:
    guarded = check(sql, dialect=dialect, policy=policy(dialect)).sql

    assert not {"ANY", "PIVOT", "UNPIVOT"} & set(guarded.replace("(", " ").split())
    assert sorted(map(repr, run(guarded))) == sorted(map(repr, run(sql)))


@_BOUNDED
@given(condition=comparisons("duckdb"))
def test_duckdb_compares_lists_as_they_were_written(run_duckdb: Run, condition: str) -> None:
    _same(run_duckdb, f"SELECT claim_id FROM sales.claim WHERE {condition}", "duckdb")


@_BOUNDED
@given(condition=comparisons("postgres"))
def test_postgres_compares_lists_as_they_were_written(run_postgres: Run, condition: str) -> None:
    _same(run_postgres, f"SELECT claim_id FROM sales.claim WHERE {condition}", "postgres")


@_BOUNDED
@given(sql=rows_beside("duckdb"))
def test_duckdb_makes_rows_of_what_was_written(run_duckdb: Run, sql: str) -> None:
    _same(run_duckdb, sql, "duckdb")


@_BOUNDED
@given(sql=rows_beside("postgres"))
def test_postgres_makes_rows_of_what_was_written(run_postgres: Run, sql: str) -> None:
    _same(run_postgres, sql, "postgres")


def test_places_of_a_list_are_as_big_as_postgres_makes_them(run_postgres: Run) -> None:
    _same(
        run_postgres,
        "SELECT t.x, t.place * 2000000000 AS y FROM UNNEST(ARRAY['a', 'b']) WITH ORDINALITY AS t(x, place)",
        "postgres",
    )


@_BOUNDED
@given(sql=st.one_of(pivots(), unpivots))
def test_duckdb_pivots_as_it_was_written(run_duckdb: Run, sql: str) -> None:
    _same(run_duckdb, sql, "duckdb")


def _pivot(values: int, *, aggregate: str = "SUM(cost)") -> str:
    listed = ", ".join(f"'v{one}'" for one in range(values))
    return f"{_SOURCE} PIVOT ({aggregate} FOR status IN ({listed}))"


@pytest.mark.parametrize("dialect", _PIVOTS)
def test_pivots_are_few_and_narrow(dialect: Dialect) -> None:
    world = policy(dialect)
    parts = " + ".join(["cost"] * (MAX_AGGREGATE // 2))

    assert check(f"SELECT * FROM {_pivot(MAX_PIVOTED)}", dialect=dialect, policy=world).tables
    for refused in (
        _pivot(MAX_PIVOTED + 1),
        _pivot(1, aggregate=f"SUM({parts} + cost)"),
        ", ".join(f"(SELECT * FROM {_pivot(1)}) AS p{one}" for one in range(MAX_PIVOTS + 1)),
    ):
        with pytest.raises(GuardViolation) as told:
            check(f"SELECT * FROM {refused}", dialect=dialect, policy=world)
        assert told.value.code == "forbidden_node"


@pytest.mark.parametrize("dialect", _PIVOTS)
def test_a_pivot_groups_by_no_column_its_viewer_may_not_read(dialect: Dialect) -> None:
    guarded = check(
        "SELECT * FROM sales.claim PIVOT (SUM(cost) FOR status IN ('open'))",
        dialect=dialect,
        policy=policy(dialect),
    )

    assert "customer_email" not in guarded.sql
    assert "GROUP BY" in guarded.sql


def test_rows_of_a_list_count_as_values_do() -> None:
    def asked(rows: int) -> str:
        lists = (
            f"UNNEST(ARRAY[{', '.join(['1'] * many)}]) AS {name}(x)"
            for name, many in (("a", 50), ("b", rows))
        )
        return f"SELECT a.x, b.x AS y FROM {' CROSS JOIN '.join(lists)}"

    assert check(asked(40), dialect="postgres", policy=policy("postgres")).tables == ()
    with pytest.raises(GuardViolation) as refused:
        check(asked(41), dialect="postgres", policy=policy("postgres"))
    assert refused.value.code == "missing_join_condition"
