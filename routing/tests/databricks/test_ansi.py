"""Over Statement Execution a warehouse's own ANSI_MODE holds: one without it is refused, and the look is made once."""

from collections.abc import Iterator

import pytest

from routing.backends.databricks.channel import Result, Statement
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.statement_checks import AnsiCheck
from routing.contracts import ErrorKind
from routing.tests.conftest import guarded
from routing.tests.databricks.conftest import MakeBackend, count, refused
from tests.emulators import faults
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.spark_engine import SparkEngine as SparkSql
from tests.emulators.statements import StatementState
from tests.emulators.workspace import Workspace
from tests.engines.engine import SparkEngine


def looks(workspace: Workspace) -> list[StatementState]:
    """How the looks at ANSI_MODE ended."""
    return [one.state for one in workspace.statements.statements() if "AS strict" in one.question.sql]


@pytest.fixture(
    params=[pytest.param("spark", marks=pytest.mark.engines), "duckdb"],
)
def lenient(request: pytest.FixtureRequest) -> Iterator[Workspace]:
    """A warehouse whose ANSI_MODE is off."""
    if request.param == "duckdb":
        engine: SparkSql | DuckDBEngine = DuckDBEngine(":memory:", ansi=False)
    else:
        spark: SparkEngine = request.getfixturevalue("spark")
        engine = SparkSql(spark.arguments, ansi=False)
    with Workspace(engine) as workspace:
        yield workspace


@pytest.mark.engines
def test_a_strict_spark_is_asked(make: MakeBackend, spark: SparkEngine) -> None:
    with Workspace(SparkSql(spark.arguments)) as workspace:
        # A Spark just started may take long over its first session.
        backend = make(host=workspace.url, deadline_seconds=120, answer_seconds=60)
        told = backend.execute(guarded("SELECT 1 AS n", "databricks"))

        assert list(told.rows) == [(1,)]
        assert looks(workspace) == ["FAILED"]


def test_a_warehouse_without_ansi_is_refused_in_words_that_say_what_to_set(
    make: MakeBackend, lenient: Workspace
) -> None:
    failure = refused(make(host=lenient.url))

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "ANSI_MODE to true" in failure.detail
    assert looks(lenient) == ["SUCCEEDED"]
    assert not [one for one in lenient.statements.statements() if "COUNT" in one.question.sql]


def test_a_warehouse_that_is_set_right_is_found_so_at_the_next_question(
    make: MakeBackend, duck: DuckDBEngine, workspace: Workspace
) -> None:
    backend = make()
    duck._ansi = False
    refused(backend)

    duck._ansi = True

    assert list(backend.execute(count()).rows) == [(2000,)]


def test_it_is_looked_at_once_for_all_connections(make: MakeBackend, workspace: Workspace) -> None:
    backend = make()
    for _ in range(3):
        backend.execute(count())
        backend.pool.close(seconds=5)

    assert looks(workspace) == ["FAILED"]
    zones = [one for one in workspace.statements.statements() if "AS winter" in one.question.sql]
    assert len(zones) == 3


def test_a_look_that_fails_for_another_reason_is_taken_for_neither(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make()
    # The first statement is the look at the zone, the second this one.
    workspace.faults.add(
        faults.Fault(operation="POST /api/2.0/sql/statements$", status=503, after=1, times=9)
    )

    failure = refused(backend)
    workspace.faults.clear()

    assert "cannot answer now" in failure.detail
    assert list(backend.execute(count()).rows) == [(2000,)]
    assert looks(workspace) == ["FAILED"]


@pytest.mark.parametrize(
    "detail",
    [
        "BAD_REQUEST [INTERNAL_ERROR] out of luck SQLSTATE: XX000",
        "BAD_REQUEST no rows for 'CAST_INVALID_INPUT'",
    ],
)
def test_a_look_that_the_engine_could_not_compute_tells_nothing(detail: str) -> None:
    ansi = AnsiCheck()
    asked: list[Statement] = []

    def fails(statement: Statement) -> Result:
        asked.append(statement)
        raise Fault(Trouble.QUERY, detail)

    for _ in range(2):
        with pytest.raises(Fault) as failed:
            ansi.check(fails)
        assert failed.value.trouble is Trouble.QUERY

    assert len(asked) == 2


def test_it_is_looked_at_again_after_half_an_hour() -> None:
    times = iter([0.0, 1799.0, 1801.0, 1801.0])
    ansi = AnsiCheck(clock=lambda: next(times))
    asked: list[Statement] = []

    def refuses(statement: Statement) -> Result:
        asked.append(statement)
        raise Fault(Trouble.QUERY, "[CAST_INVALID_INPUT] The value 'x' … SQLSTATE: 22018")

    for _ in range(3):
        ansi.check(refuses)

    assert len(asked) == 2
