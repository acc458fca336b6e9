"""The same question on the same data gives the same numbers in Apache Spark as in DuckDB and PostgreSQL."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sqlgen.guard import Policy, check
from sqlgen.series import align
from sqlgen.tests import example
from sqlgen.tests.asking import compiled, intent_of
from sqlgen.tests.engines import DuckDB, PostgreSQL
from sqlgen.tests.measure_cases import MEASURES
from sqlgen.tests.questions import questions
from sqlgen.tests.snapshot_cases import CASES
from sqlgen.tests.spark_engine import Spark
from sqlgen.tests.test_snapshots import FOLDER
from tests.engines.comparing import differences

Engine = DuckDB | PostgreSQL | Spark
EVERYTHING = "2024-09-01..2026-01-01"


@pytest.fixture
def engines(lake: DuckDB, operational: PostgreSQL, warehouse: Spark) -> tuple[Engine, ...]:
    return lake, operational, warehouse


@pytest.mark.parametrize("name", CASES)
def test_every_reviewed_query_runs_on_spark_and_gives_the_same_rows(
    name: str, lake: DuckDB, warehouse: Spark
) -> None:
    answers = {engine.dialect: engine.rows(_reviewed(name, engine.dialect)) for engine in (lake, warehouse)}

    assert differences(answers) == []


def _reviewed(name: str, dialect: str) -> str:
    return (FOLDER / name / f"{dialect}.sql").read_text(encoding="utf-8")


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_means_the_same_everywhere(measure: str, engines: tuple[Engine, ...]) -> None:
    metric = example.simple(measure=measure)
    asked = {"dimensions": ["channel"], "order": ["channel"], "window": EVERYTHING}

    answers = {engine.dialect: _guarded(engine, metric, asked) for engine in engines}

    assert differences(answers) == []


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(asked=questions())
def test_questions_nobody_thought_of_have_one_answer(
    asked: dict[str, Any], engines: tuple[Engine, ...]
) -> None:
    metric = example.metric(asked.pop("metric"))

    answers = {engine.dialect: _shown(engine, metric, asked) for engine in engines}

    assert differences(answers) == []


def _guarded(engine: Engine, metric: Any, asked: dict[str, Any]) -> list[tuple[Any, ...]]:
    policy = Policy.from_dictionary(example.dictionary(), dialect=engine.dialect, row_cap=10_000)
    sql = compiled(metric, dialect=engine.dialect, **asked).sql
    return engine.rows(check(sql, dialect=engine.dialect, policy=policy).sql)


def _shown(engine: Engine, metric: Any, asked: dict[str, Any]) -> list[tuple[Any, ...]]:
    """What a reader is shown, the totals last. (Without rows, Spark has no total, and the answer says nought.)"""
    columns = compiled(metric, dialect=engine.dialect, **asked).columns
    rows, totals = align(intent_of(metric, **asked), columns, _guarded(engine, metric, asked))
    shown = [(row.bucket, *row.dimensions, row.value, row.previous_value) for row in rows]
    return [*shown, ("totals", totals.value, totals.previous_value)] if totals else shown
