"""Accepted SQL on real engines, secrets within reach: none is seen, and legitimate answers do not change."""

from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import pytest
from django.db import ProgrammingError, connection, transaction

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_cases import GuardCase, cases
from sqlgen.tests.guard_world import MARK, READABLE, SCHEMA, inserts, policy

Rows = list[tuple[Any, ...]]
Run = Callable[[str], Rows]


@pytest.fixture(scope="module")
def run_duckdb() -> Iterator[Run]:
    with duckdb.connect(":memory:") as engine:
        for statement in SCHEMA:
            engine.execute(statement)
        for statement, rows in inserts():
            engine.executemany(statement.replace("%s", "?"), rows)
        yield lambda sql: engine.execute(sql).fetchall()


@pytest.fixture
def run_postgres(db: None) -> Iterator[Run]:
    with connection.cursor() as cursor:
        for statement in SCHEMA:
            cursor.execute(statement)
        for statement, rows in inserts():
            cursor.executemany(statement, rows)

        def run(sql: str) -> Rows:
            with transaction.atomic():
                cursor.execute(sql)
                return list(cursor.fetchall())

        yield run


def _different(run: Run, dialect: Dialect) -> list[str]:
    """The legitimate cases that answer otherwise once guarded, or not at all."""
    return [told for case in cases("legit", dialect) if (told := _difference(run, case, dialect))]


def _difference(run: Run, case: GuardCase, dialect: Dialect) -> str:
    guarded = check(case.sql, dialect=dialect, policy=policy(dialect))
    try:
        answer = run(guarded.sql)
        due = run(_over_open_views(case.sql))[: guarded.row_cap]
    except Exception as error:  # the report names every case, whatever the engine raised
        return f"{case.sql}\n  {guarded.sql}\n  {error}"
    if MARK in repr(answer):
        return f"{case.sql}\n  shows a secret"
    same = _comparable(answer) == _comparable(due)
    return "" if same else f"{case.sql}\n  {guarded.sql}\n  {answer[:3]}\n  {due[:3]}"


def _over_open_views(sql: str) -> str:
    """A star means the readable columns: the original is run over a view that has no other."""
    starred = "SELECT *" in sql or "COLUMNS(" in sql
    return sql.replace("FROM sales.claim", "FROM open_sales.claim") if starred else sql


def _comparable(rows: Rows) -> list[str]:
    return sorted(
        repr([round(value, 6) if isinstance(value, float) else value for value in row]) for row in rows
    )


_OPEN_VIEW = (
    "CREATE SCHEMA open_sales",
    f"CREATE VIEW open_sales.claim AS SELECT {', '.join(READABLE['sales.claim'])} FROM sales.claim",
    "CREATE VIEW open_sales.region AS SELECT * FROM sales.region",
)


def test_duckdb_answers_the_same(run_duckdb: Run) -> None:
    for statement in _OPEN_VIEW:
        run_duckdb(statement)

    run_duckdb("SET search_path = 'sales'")

    assert _different(run_duckdb, "duckdb") == []


def test_postgres_answers_the_same(run_postgres: Run) -> None:
    with connection.cursor() as cursor:
        for statement in (*_OPEN_VIEW, "SET LOCAL search_path = sales"):
            cursor.execute(statement)

    assert _different(run_postgres, "postgres") == []


def _leaks(run: Run, dialect: Dialect) -> list[str]:
    """Hostile cases that pass and show a secret. (None passes at all: this is the second wall's test.)"""
    shown = []
    for case in cases("hostile", dialect):
        try:
            guarded = check(case.sql, dialect=dialect, policy=policy(dialect))
        except GuardViolation:
            continue
        if MARK in repr(run(guarded.sql)):
            shown.append(case.sql)
    return shown


def test_no_hostile_case_shows_a_secret_on_duckdb(run_duckdb: Run) -> None:
    assert _leaks(run_duckdb, "duckdb") == []


def test_no_hostile_case_shows_a_secret_on_postgres(run_postgres: Run) -> None:
    assert _leaks(run_postgres, "postgres") == []


@pytest.mark.parametrize("sql", ["SELECT * FROM sales.claim", "SELECT c.* FROM sales.claim AS c"])
def test_the_world_does_hold_secrets_for_those_who_ask_unguarded(run_duckdb: Run, sql: str) -> None:
    assert MARK in repr(run_duckdb(sql))
    assert MARK not in repr(run_duckdb(check(sql, dialect="duckdb", policy=policy("duckdb")).sql))


CAST_WITH_A_FORMAT = "SELECT CAST('2024-01-05' AS DATE FORMAT 'YYYY-MM-DD') AS day"


def test_a_cast_with_a_format_is_no_sql_to_duckdb(run_duckdb: Run) -> None:
    with pytest.raises(duckdb.ParserException, match="FORMAT"):
        run_duckdb(CAST_WITH_A_FORMAT)


def test_a_cast_with_a_format_is_no_sql_to_postgres(run_postgres: Run) -> None:
    with pytest.raises(ProgrammingError, match="FORMAT"):
        run_postgres(CAST_WITH_A_FORMAT)
