"""Databricks SQL the guard accepts, on Apache Spark: all of it runs, answers do not change, no secret is seen."""

import queue
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest

from sqlgen.guard import check
from sqlgen.tests.guard_cases import GuardCase, cases
from sqlgen.tests.guard_world import MARK, policy
from sqlgen.tests.test_guard_executes import CAST_WITH_A_FORMAT, _difference, _leaks

if TYPE_CHECKING:
    from databricks.sql.client import Connection

    from tests.engines.engine import SparkEngine

Run = Callable[[str], list[tuple[Any, ...]]]

_AT_ONCE = 3
_COMPARED = 4  # of so many cases one is also run as it was written: Spark takes its time with each
# Of the moment, of more columns than a viewer may read, or written as Databricks takes it and Spark does not.
_NOT_COMPARED = ("CURRENT_TIMESTAMP", "NOW()", ".* EXCEPT", "AT TIME ZONE", "DOUBLE PRECISION", "CHARINDEX")


@pytest.fixture(scope="module")
def run_spark(spark: "SparkEngine") -> Iterator[Run]:
    from sqlgen.tests.guard_spark import fill_guard_world

    spark.fill_once("guard_world", fill_guard_world)
    idle: queue.SimpleQueue[Connection] = queue.SimpleQueue()
    with ExitStack() as stack:
        for _ in range(_AT_ONCE):
            idle.put(stack.enter_context(spark.connection(catalog="lake", schema="sales")))

        def run(sql: str) -> list[tuple[Any, ...]]:
            connection = idle.get()
            try:
                with connection.cursor() as cursor:
                    cursor.execute(sql)
                    return [tuple(row) for row in cursor.fetchall()]
            finally:
                idle.put(connection)

        yield run


def test_spark_runs_every_legitimate_query_and_answers_the_same(run_spark: Run) -> None:
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        told = list(pool.map(lambda case: _told(run_spark, case), cases("legit", "databricks")))

    assert [one for one in told if one] == []


def _told(run: Run, case: GuardCase) -> str:
    comparable = not any(words in case.sql for words in _NOT_COMPARED)
    if comparable and crc32(case.sql.encode()) % _COMPARED == 0:
        return _difference(run, case, "databricks")
    guarded = check(case.sql, dialect="databricks", policy=policy("databricks"))
    try:
        return f"{case.sql}\n  shows a secret" if MARK in repr(run(guarded.sql)) else ""
    except Exception as error:  # the report names every case, whatever the engine raised
        return f"{case.sql}\n  {guarded.sql}\n  {error}"


def test_no_hostile_case_shows_a_secret_on_spark(run_spark: Run) -> None:
    assert _leaks(run_spark, "databricks") == []


def test_the_world_does_hold_secrets_for_those_who_ask_unguarded(run_spark: Run) -> None:
    assert MARK in repr(run_spark("SELECT * FROM sales.claim"))


def test_a_cast_with_a_format_is_no_sql_to_spark(run_spark: Run) -> None:
    from databricks.sql.exc import ServerOperationError

    with pytest.raises(ServerOperationError, match="FORMAT"):
        run_spark(CAST_WITH_A_FORMAT)
