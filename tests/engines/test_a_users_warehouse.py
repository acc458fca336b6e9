"""Three environment variables, and a warehouse answers the tiles; asleep or unplugged it is told, and comes back."""

import re
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.emulators.spark_engine import SparkEngine as SparkSql
from tests.emulators.warehouses import State
from tests.emulators.workspace import HTTP_PATH, TOKEN, Workspace
from tests.engines.engine import SparkEngine
from tests.engines.world import World
from tests.portal_process import ROOT, Portal

pytestmark = pytest.mark.processes

METRIC = "claim_volume"
TOLD_WITHIN_SECONDS = 10.0
PATIENCE_SECONDS = 60.0
_PREPARE = f"""
from accounts.models import User
from accounts.services import issue_token
from widgets.services import create_widget
user = User.objects.create_user("someone", password="correct-horse-battery", role="viewer")
intent = {{"metric": "{METRIC}", "window": "2000-01-01..2100-01-01"}}
widget = create_widget(spec={{"title": "Claims", "visual": "kpi", "intent": intent}}, actor=None)
print(widget.pk, issue_token(user=user, name="test")[1])
"""
Tile = Callable[[], dict[str, Any]]


@pytest.fixture(scope="module")
def workspace(spark: SparkEngine, demo: World) -> Iterator[Workspace]:
    """A workspace whose one warehouse, still asleep, is Spark with the demo's rows."""
    workspace = Workspace(SparkSql(spark.arguments), thrift_port=spark.port)
    workspace.warehouse.stop()
    with workspace:
        yield workspace


@pytest.fixture(scope="module")
def portal(workspace: Workspace) -> Iterator[Portal]:
    # Not pytest's directory: it is closed to the user PostgreSQL runs as when we are root.
    with tempfile.TemporaryDirectory(prefix="portal-") as directory:
        routes = Path(directory) / "metric_routing.yaml"
        shutil.copy(ROOT / "config" / "metric_routing.yaml", routes)
        line = rf"(?m)^({METRIC}: +{{backend:) duckdb"
        routes.write_text(re.sub(line, r"\1 databricks", routes.read_text()))
        settings = {
            "DATABRICKS_HOST": workspace.url,
            "DATABRICKS_HTTP_PATH": HTTP_PATH,
            "DATABRICKS_TOKEN": TOKEN,
            "ROUTING_FILE": str(routes),
        }
        running = Portal(Path(directory), _free_port(), settings)
        try:
            running.wait_for("Ctrl-C stops everything")
            yield running
        finally:
            running.process.terminate()
            running.wait_until_ended()


@pytest.fixture(scope="module")
def tile(portal: Portal) -> Tile:
    """Asks the tile anew, as its Refresh does."""
    widget, token = portal.manage("shell", "--no-imports", text=_PREPARE).splitlines()[-1].split()
    address = f"http://127.0.0.1:{portal.port}/v1/widgets/{widget}/data"

    def ask() -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token}"}
        response = requests.post(address, json={"refresh": True}, headers=headers, timeout=30)
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
        return answer

    return ask


@pytest.fixture(scope="module")
def claims(spark: SparkEngine, demo: World) -> int:
    """How many there are, by the engine itself."""
    return int(spark.rows("SELECT COUNT(claim_id) FROM main.l3_claims.ev_claim")[0][0])


def test_a_sleeping_warehouse_is_woken_and_its_tile_says_for_how_long(
    tile: Tile, workspace: Workspace, claims: int
) -> None:
    workspace.warehouse.stop()

    first = tile()
    assert (first["state"], first["error_kind"]) == ("starting", None)
    assert workspace.warehouse.state is State.STARTING
    later = _wait_for(tile, lambda answer: answer["starting_seconds"] > first["starting_seconds"] + 1)
    assert later["state"] == "starting"

    workspace.warehouse.finish_starting()
    answer = _wait_for(tile, lambda answer: answer["state"] == "fresh")

    assert answer["data"] == [{"value": claims}]
    assert (answer["source"], answer["backend"], answer["executed"]) == ("databricks", "databricks", True)


def test_an_unplugged_warehouse_shows_the_last_good_value_and_comes_back_by_itself(
    tile: Tile, workspace: Workspace, portal: Portal, claims: int
) -> None:
    workspace.warehouse.finish_starting()
    assert _wait_for(tile, lambda answer: answer["state"] == "fresh")["data"] == [{"value": claims}]

    workspace.unplug()
    unplugged_at = time.monotonic()
    degraded = tile()
    told_after = time.monotonic() - unplugged_at
    workspace.plug_in()
    again = _wait_for(tile, lambda answer: answer["state"] == "fresh")

    assert (degraded["state"], degraded["error_kind"]) == ("degraded", "backend_unavailable")
    assert "Databricks cannot be reached" in degraded["error_detail"]
    assert degraded["data"] == [{"value": claims}]
    assert told_after <= TOLD_WITHIN_SECONDS
    assert again["data"] == [{"value": claims}]
    assert portal.process.poll() is None


def test_a_portal_that_is_stopped_ends_its_sessions_on_the_warehouse(
    tile: Tile, workspace: Workspace, portal: Portal, spark: SparkEngine
) -> None:
    workspace.warehouse.finish_starting()
    _wait_for(tile, lambda answer: answer["state"] == "fresh")
    before = len(spark.tape())

    portal.process.terminate()
    portal.wait_until_ended()

    assert "CloseSession" in [one["call"] for one in spark.tape(before)]


def _wait_for(tile: Tile, reached: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    ends_at = time.monotonic() + PATIENCE_SECONDS
    while not reached(answer := tile()):
        assert time.monotonic() < ends_at, answer
        time.sleep(0.5)
    return answer


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
