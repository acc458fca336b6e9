"""Each name of a function that the guard lets pass is its engine's; what sqlglot would make of others is refused."""

import duckdb
import pytest
from django.db import DatabaseError, connection, transaction

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.guard.arities import TAKES
from sqlgen.guard.units import words
from sqlgen.tests.guard_functions import spoken
from sqlgen.tests.guard_parts import parts_that_differ
from sqlgen.tests.guard_world import policy


def test_duckdb_has_every_function() -> None:
    with duckdb.connect() as engine:
        had = {
            name.upper()
            for (name,) in engine.execute("SELECT function_name FROM duckdb_functions()").fetchall()
        }

    assert spoken("duckdb") - had == set()


def test_postgres_has_every_function(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname FROM pg_proc")
        had = {name.upper() for (name,) in cursor.fetchall()}

    assert spoken("postgres") - had == set()


# Their catalogs list all arguments, asked for or not; and what stands behind WITHIN GROUP is an argument there.
_TOLD_OTHERWISE = words("LAG LEAD CUME_DIST DENSE_RANK PERCENT_RANK RANK")


def test_duckdb_takes_as_many_arguments() -> None:
    with duckdb.connect() as engine:
        listed = engine.execute(
            "SELECT upper(function_name), len(parameters), len(parameters), varargs IS NOT NULL FROM duckdb_functions()"
        ).fetchall()

    assert _differing("duckdb", listed) == {}


def test_postgres_takes_as_many_arguments(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT upper(proname), pronargs - pronargdefaults - (provariadic <> 0)::int, pronargs, provariadic <> 0"
            " FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace"
        )
        listed = cursor.fetchall()

    assert _differing("postgres", listed) == {}


def _differing(dialect: Dialect, listed: list[tuple[str, int, int, bool]]) -> dict[str, object]:
    """The names whose arguments the engine counts otherwise, each with the engine's least and most."""
    counted: dict[str, list[tuple[int, int, bool]]] = {}
    for name, *takes in listed:
        counted.setdefault(name, []).append((takes[0], takes[1], takes[2]))
    known = {
        name: (
            min(least for least, _, _ in takes),
            None if any(more for _, _, more in takes) else max(most for _, most, _ in takes),
        )
        for name, takes in counted.items()
    }
    asked = spoken(dialect) & known.keys() - _TOLD_OTHERWISE - words("MODE")
    return {name: known[name] for name in asked if TAKES[dialect].get(name) != known[name]}


@pytest.mark.parametrize(
    ("dialect", "written", "code"),
    [
        # Of other engines: sqlglot would write them in its own words.
        ("postgres", "LAST_DAY(opened_on)", "unknown_function"),
        ("postgres", "COUNT_IF(score > 3)", "unknown_function"),
        ("postgres", "YEAR(opened_on)", "unknown_function"),
        ("duckdb", "SAFE_ADD(score, 1)", "unknown_function"),
        ("duckdb", "NVL(score, 0)", "unknown_function"),
        ("duckdb", "CHARINDEX('a', status)", "unknown_function"),
        ("databricks", "STRPOS(status, 'a')", "unknown_function"),
        # PostgreSQL's function LIKE(text, pattern) would be turned round.
        ("postgres", "LIKE(status, 'a%')", "unknown_function"),
        # The last argument would be left out.
        ("duckdb", "ANY_VALUE(score, 1)", "unsupported"),
        ("postgres", "ARRAY_AGG(score, 1)", "unsupported"),
        ("databricks", "COLLECT_LIST(score, 1)", "unsupported"),
        # And here one put in.
        ("postgres", "STRING_AGG(status)", "unsupported"),
        ("postgres", "ARRAY_LENGTH(ARRAY_AGG(score))", "unsupported"),
        # So many arguments no such call has.
        ("duckdb", "IF(is_repeat, 1)", "unsupported"),
        ("duckdb", "IFNULL(score)", "unsupported"),
        ("duckdb", "IFNULL(score, 1, 2)", "unsupported"),
        ("databricks", "NVL(score)", "unsupported"),
        ("databricks", "IF(is_repeat, 1)", "unsupported"),
        ("duckdb", "LPAD(status, 5)", "unsupported"),
        ("duckdb", "AGE(opened_on, opened_on, opened_on)", "unsupported"),
        ("duckdb", "PERCENTILE_DISC(score, 1)", "unsupported"),
        ("postgres", "NUM_NULLS(score), CLOCK_TIMESTAMP(3)", "unsupported"),
        ("postgres", "MAKE_DATE(2024, 1)", "unsupported"),
        ("postgres", "POSITION(status, 'a')", "unsupported"),
        ("duckdb", "POSITION('a', status)", "unsupported"),
        ("duckdb", "POSITION('a', status IN ('b'))", "unsupported"),
        # No aggregates: to the engine they take none of this, and a cast or COALESCE might be made of it.
        ("duckdb", "DATE(opened_at) FILTER (WHERE is_repeat)", "forbidden_node"),
        ("postgres", "UPPER(status) FILTER (WHERE is_repeat)", "forbidden_node"),
        ("duckdb", "IFNULL(score, 1 ORDER BY cost)", "forbidden_node"),
        ("databricks", "UPPER(status ORDER BY cost)", "forbidden_node"),
        ("databricks", "UPPER(DISTINCT status)", "forbidden_node"),
        ("postgres", "UPPER(status) OVER (PARTITION BY score)", "forbidden_node"),
        ("postgres", "UPPER(status) WITHIN GROUP (ORDER BY cost)", "forbidden_node"),
        ("duckdb", "ROW_NUMBER()", "forbidden_node"),
        ("postgres", "LAG(score)", "forbidden_node"),
        # A place, where SUBSTRING(x FROM '3') would be a pattern.
        ("postgres", "SUBSTR(status, '3')", "forbidden_literal"),
        # It would be written MODE( ORDER BY x), or be an order the engine does not take.
        ("duckdb", "MODE() WITHIN GROUP (ORDER BY score)", "unsupported"),
        ("duckdb", "ARRAY_AGG(score) WITHIN GROUP (ORDER BY score)", "unsupported"),
        # It would be written TIMESTAMP.
        ("databricks", "CAST(status AS TIME)", "forbidden_type"),
    ],
)
def test_what_would_come_to_mean_something_else_is_refused(dialect: Dialect, written: str, code: str) -> None:
    with pytest.raises(GuardViolation) as refused:
        check(f"SELECT {written} AS x FROM sales.claim", dialect=dialect, policy=policy(dialect))

    assert refused.value.code == code


def test_duckdb_knows_the_parts_of_times_that_pass() -> None:
    with duckdb.connect() as engine:

        def knows(sql: str) -> bool:
            try:
                return engine.execute(sql).fetchall() != [(None,)]
            except duckdb.Error:
                return False

        assert parts_that_differ("duckdb", knows) == []


def test_postgres_knows_the_parts_of_times_that_pass(db: None) -> None:
    def knows(sql: str) -> bool:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)
                return bool(cursor.fetchall() != [(None,)])
        except DatabaseError:
            return False

    assert parts_that_differ("postgres", knows) == []
