"""`make up` on a full disk, and after a first run that was killed: what it says, and how it goes on."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import psycopg
import pytest

from demo import state
from demo.contracts import Recipe
from tests.portal_process import ROOT, Portal, running_on
from tests.small_disk import SmallDisk

pytestmark = pytest.mark.processes

Start = Callable[..., Portal]


def test_on_a_full_disk_it_tells_the_need_and_comes_up_once_there_is_room(
    small_disk: SmallDisk, start: Start
) -> None:
    small_disk.fill()

    refused = subprocess.run(
        [sys.executable, "-m", "metrics_portal.up"],
        cwd=ROOT, env=os.environ | {"PORTAL_VAR": str(small_disk.directory)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    left_running = running_on(small_disk.directory)
    small_disk.make_room()
    portal = start(small_disk.directory)
    portal.wait_for("Ctrl-C stops everything")

    assert refused.returncode == 1
    assert "The disk is nearly full: 0 MB free" in refused.stderr
    assert "1,500 MB are needed" in refused.stderr
    assert "run `make up` again" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not left_running
    assert portal.get("/readyz") == 200


def test_a_first_run_killed_while_seeding_is_taken_over_and_completed(var_dir: Path, start: Start) -> None:
    _ask_for_few_claims(var_dir)
    killed = start(settings={"PORTAL_DEMO": "1"})
    killed.wait_until(lambda: any(var_dir.glob(".lakehouse.duckdb.*.new")))
    killed.kill_all()
    left = {path.name for path in var_dir.iterdir()}

    successor = start(settings={"PORTAL_DEMO": "1"})
    successor.wait_for("Ctrl-C stops everything")

    assert "lakehouse.duckdb" not in left
    assert f"Taking over from process {killed.process.pid}" in successor.said
    assert "is done again" in successor.said
    assert successor.get("/readyz") == 200
    assert _claims_on_both_sides(var_dir, var_dir) == (_claims_told(successor),) * 2
    assert not list(var_dir.glob(".lakehouse*")) + list(var_dir.glob(".demo-scratch-*"))


def test_a_disk_that_fills_up_while_seeding_is_told_and_the_next_run_seeds(
    small_disk: SmallDisk, var_dir: Path, start: Start
) -> None:
    _ask_for_few_claims(var_dir)
    on_small_disk = {"PORTAL_DEMO": "1", "LAKEHOUSE_PATH": str(small_disk.directory / "lakehouse.duckdb")}

    refused = start(settings=on_small_disk)
    code = refused.wait_until_ended()
    refused.wait_until_nothing_runs()
    said = refused.said
    small_disk.make_room()
    portal = start(settings=on_small_disk)
    portal.wait_for("Ctrl-C stops everything")

    assert code == 1
    assert f"The disk is full ({small_disk.directory})" in said
    assert "Free some space and run `make up` again." in said
    assert "--claims" not in said
    assert "Traceback" not in said
    assert portal.get("/readyz") == 200
    assert _claims_on_both_sides(var_dir, small_disk.directory) == (_claims_told(portal),) * 2


def _ask_for_few_claims(var_dir: Path) -> None:
    """As if such a demo had been made before and lost: `make up` makes it anew in that size."""
    zone, now = ZoneInfo("Europe/Lisbon"), datetime.now(UTC)
    recipe = Recipe(claims=60_000, days=90, seed=7, anchor=now.astimezone(zone).date(), as_of=now, zone=zone)
    state.write(var_dir, state.Made(recipe, rows=0, stamp="of tables that are gone"))


def _claims_told(portal: Portal) -> int:
    told = re.search(r"([\d,]+) claims, made in", portal.said)
    assert told, portal.said
    return int(told[1].replace(",", ""))


def _claims_on_both_sides(var_dir: Path, lake_dir: Path) -> tuple[int, int]:
    url = json.loads((var_dir / "embedded.json").read_text())["operational_database_url"]
    with (
        duckdb.connect(str(lake_dir / "lakehouse.duckdb"), read_only=True) as lake,
        psycopg.connect(url) as operational,
    ):
        in_lake = lake.execute("SELECT count(*) FROM l3_claims.ev_claim").fetchone()
        in_operational = operational.execute(
            "SELECT sum(claims_opened)::bigint FROM ops.kpi_daily"
        ).fetchone()
    assert in_lake
    assert in_operational
    return int(in_lake[0]), int(in_operational[0])
