"""A warehouse that sleeps, or is out of its warm hours, is not asked for what no reader waits for."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from metrics_portal import databricks_auth
from metrics_portal.office_hours import OfficeHours
from routing.backends import registry
from routing.parity.shadow import compare_shadows
from routing.tests.databricks.conftest import options
from routing.tests.parity_world import WINDOW, govern, route, source
from routing.warehouse.rest import rests
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.workspace import Workspace

MONDAY = datetime(2026, 3, 2, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def warehouse(
    trade: Path, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workspace]:
    """A warehouse that holds the lakehouse's rows, and shadows a metric that the lakehouse answers."""
    databricks_auth.forget()
    monkeypatch.setattr(registry, "_instances", {})
    engine = DuckDBEngine(shutil.copy(trade, tmp_path / "copy.duckdb"))
    with Workspace(engine) as workspace:
        settings.SQL_BACKENDS = {**settings.SQL_BACKENDS, "wh": options(workspace)}
        govern("first", source("lakehouse", "wh"), default={"window": WINDOW})
        route("first", "lakehouse", shadow="wh")
        yield workspace
        workspace.warehouse.finish_starting()
        registry.get("wh").close(seconds=5)  # type: ignore[attr-defined]
    engine.close()
    databricks_auth.forget()


def test_a_shadow_wakes_nobody_and_is_compared_once_it_runs(warehouse: Workspace) -> None:
    warehouse.warehouse.stop()

    assert compare_shadows(now=timezone.now()) == ()
    assert warehouse.warehouse.state == "STOPPED"
    assert warehouse.statements.statements() == []

    warehouse.warehouse.start()
    warehouse.warehouse.finish_starting()
    registry.get("wh").state._seen = None  # type: ignore[attr-defined]  # a look stands for two seconds
    assert [report.verdict for report in compare_shadows(now=timezone.now())] == ["equal"]


@pytest.mark.parametrize(
    ("hours", "at", "resting"),
    [
        ("08:00-18:00", MONDAY, False),
        ("08:00-18:00", MONDAY + timedelta(hours=7), True),
        ("08:00-18:00", MONDAY - timedelta(days=1), True),
        ("", MONDAY + timedelta(hours=7), False),
    ],
    ids=["within", "in the evening", "on a Sunday", "without hours"],
)
def test_it_rests_out_of_its_warm_hours(
    warehouse: Workspace, settings: Settings, hours: str, at: datetime, resting: bool
) -> None:
    settings.DATABRICKS_WARM_HOURS = OfficeHours.read(hours)

    assert rests("wh", now=at) is resting
    assert bool(compare_shadows(now=at)) is not resting
    assert [rests(other, now=at) for other in ("lakehouse", "books", "never configured")] == [False] * 3
