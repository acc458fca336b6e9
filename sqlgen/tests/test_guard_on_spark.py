"""Databricks SQL the guard accepts, on Apache Spark: legitimate answers do not change, and no secret is seen."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from sqlgen.tests.guard_world import MARK
from sqlgen.tests.test_guard_executes import _different, _leaks

if TYPE_CHECKING:
    from tests.engines.engine import SparkEngine

Run = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def run_spark(spark: "SparkEngine") -> Iterator[Run]:
    from sqlgen.tests.guard_spark import fill_guard_world

    fill_guard_world(spark)
    with spark.connection(catalog="lake", schema="sales") as connection:

        def run(sql: str) -> list[tuple[Any, ...]]:
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return [tuple(row) for row in cursor.fetchall()]

        yield run


def test_spark_answers_the_same(run_spark: Run) -> None:
    assert _different(run_spark, "databricks") == []


def test_no_hostile_case_shows_a_secret_on_spark(run_spark: Run) -> None:
    assert _leaks(run_spark, "databricks") == []


def test_the_world_does_hold_secrets_for_those_who_ask_unguarded(run_spark: Run) -> None:
    assert MARK in repr(run_spark("SELECT * FROM sales.claim"))
