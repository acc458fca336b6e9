"""SIGKILL for Spark itself while it works on a question: told, and nothing left behind."""

import time

import pytest

from routing.contracts import ErrorKind
from tests.databricks import world
from tests.databricks.conftest import Configure
from tests.databricks.portal import TOLD_WITHIN_SECONDS
from tests.emulators.spark_engine import SparkEngine as SparkSql
from tests.emulators.workspace import Workspace
from tests.engines.engine import running_engine
from widgets.contracts import TileState

pytestmark = pytest.mark.engines


def test_a_killed_engine_is_told(configure: Configure) -> None:
    with running_engine() as engine:
        world.fill_spark(engine)
        portal = configure(Workspace(SparkSql(engine.arguments), thrift_port=engine.port), "thrift")
        good = portal.ask()
        slow = portal.ask_meanwhile("slow_revenue")
        portal.wait_until_a_statement_runs()

        killed_at = time.monotonic()
        engine.server.kill()
        told = slow.told()
        told_after = time.monotonic() - killed_at
        later = portal.ask()
        portal.workspace.thrift.disown_sessions()  # they died with the engine

    assert good.state is TileState.FRESH
    assert (told.kind, told.state) == (ErrorKind.BACKEND_UNAVAILABLE, TileState.FAILED)
    assert told_after <= TOLD_WITHIN_SECONDS
    assert (later.kind, later.state) == (ErrorKind.BACKEND_UNAVAILABLE, TileState.DEGRADED)
    assert later.seconds <= TOLD_WITHIN_SECONDS
    assert later.answer.ready == good.answer.ready
