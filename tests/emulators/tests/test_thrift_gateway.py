"""The Thrift gateway between the real connector and Apache Spark: it changes nothing, until a test says so."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from databricks import sql
from databricks.sql.exc import DatabaseError, RequestError
from urllib3.exceptions import ProtocolError

from tests.emulators.faults import Drop, Fault
from tests.emulators.spark_engine import SparkEngine as SparkSql
from tests.emulators.warehouses import State
from tests.emulators.workspace import HTTP_PATH, TOKEN, Workspace
from tests.engines.engine import SparkEngine

NUMBERS = "SELECT id, CAST(id AS DECIMAL(12, 2)) AS d FROM range(2000) ORDER BY id"


@pytest.fixture
def workspace(spark: SparkEngine) -> Iterator[Workspace]:
    with Workspace(SparkSql(spark.arguments), thrift_port=spark.port) as workspace:
        yield workspace


@pytest.fixture
def arguments(spark: SparkEngine, workspace: Workspace) -> dict[str, Any]:
    here = {"access_token": TOKEN, "_connection_uri": f"{workspace.url}{HTTP_PATH}"}
    return {**spark.arguments, "_retry_stop_after_attempts_count": 1, **here}


def test_the_answer_is_the_engines_own(
    spark: SparkEngine, workspace: Workspace, arguments: dict[str, Any]
) -> None:
    with sql.connect(**arguments) as connection, connection.cursor() as cursor:
        rows = [tuple(row) for row in cursor.execute(NUMBERS).fetchall()]
        during = (workspace.thrift.open_sessions, workspace.thrift.open_operations)

    assert rows == spark.rows(NUMBERS)
    assert during == (1, 1)
    assert (workspace.thrift.open_sessions, workspace.thrift.open_operations) == (0, 0)


def test_a_rule_strikes_by_thrift_method(workspace: Workspace, arguments: dict[str, Any]) -> None:
    workspace.faults.add(Fault(operation="FetchResults", drop=Drop.HALFWAY))

    # No databricks.sql.Error: the connector lets it through as it is.
    with sql.connect(**arguments) as connection, connection.cursor() as cursor, pytest.raises(ProtocolError):
        cursor.execute(NUMBERS)

    assert workspace.server.calls("FetchResults")[0].status is None
    assert {call.status for call in workspace.server.calls("ExecuteStatement")} == {200}


def test_a_lost_session_is_what_the_engine_says_it_is(
    workspace: Workspace, arguments: dict[str, Any]
) -> None:
    with sql.connect(**arguments) as connection, connection.cursor() as cursor:
        workspace.thrift.lose_sessions()

        with pytest.raises(DatabaseError, match="Invalid SessionHandle"):
            cursor.execute("SELECT 1")


def test_a_statement_can_be_cancelled_behind_the_clients_back(
    workspace: Workspace, arguments: dict[str, Any]
) -> None:
    def cancel() -> None:
        workspace.server.wait_for_call("ExecuteStatement")
        workspace.thrift.cancel_operations()

    with sql.connect(**arguments) as connection, connection.cursor() as cursor:
        somebody = threading.Thread(target=cancel)
        somebody.start()
        with pytest.raises(DatabaseError, match="CANCELED"):
            cursor.execute("SELECT reflect('java.lang.Thread', 'sleep', CAST(60000 AS BIGINT))")
        somebody.join()


def test_the_front_door_is_the_same(workspace: Workspace, arguments: dict[str, Any]) -> None:
    with pytest.raises(RequestError, match="Invalid access token"):
        sql.connect(**{**arguments, "access_token": "nobody"})


def test_a_warehouse_that_sleeps_is_woken_and_says_not_yet(
    workspace: Workspace, arguments: dict[str, Any]
) -> None:
    workspace.warehouse.stop()

    with pytest.raises(Exception, match=r"TEMPORARILY_UNAVAILABLE|503|retries"):
        sql.connect(**arguments)
    assert workspace.warehouse.state is State.STARTING

    workspace.warehouse.finish_starting()
    with sql.connect(**arguments) as connection, connection.cursor() as cursor:
        assert cursor.execute("SELECT 1").fetchall()[0][0] == 1
