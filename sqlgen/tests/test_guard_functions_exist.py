"""Each name of a function that the guard lets pass is its engine's; what sqlglot would make of others is refused."""

import duckdb
import pytest
from django.db import connection

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_functions import spoken
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
