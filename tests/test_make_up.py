"""The whole portal as real processes: started, watched, stopped, killed, started again."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import psycopg
import pytest

from catalog.dictionary.files import COLUMNS, HEADERS, TABLES
from metrics_portal.embedded.cluster import Cluster
from tests.portal_process import ROOT, Portal

pytestmark = pytest.mark.processes


def test_a_first_run_comes_up_and_ctrl_c_leaves_nothing_running(start: Callable[..., Portal]) -> None:
    portal = start()
    portal.wait_for("Ctrl-C stops everything")

    assert portal.get("/readyz") == 200
    portal.process.send_signal(signal.SIGINT)

    assert portal.wait_until_ended() == 0
    portal.wait_until_nothing_runs()


def test_a_portal_that_is_stopped_leaves_nothing_in_the_machines_temporary_directory(
    start: Callable[..., Portal], own_dir: Path
) -> None:
    temporary = own_dir / "tmp"
    temporary.mkdir()
    temporary.chmod(0o777)
    duckdb.connect(str(own_dir / "lakehouse.duckdb")).close()
    portal = start(own_dir, settings={"TMPDIR": str(temporary)})
    portal.wait_for("Ctrl-C stops everything")
    portal.wait_until(
        lambda: any(temporary.glob("portal-duckdb-*"))
    )  # what does not fit into memory goes there

    portal.process.send_signal(signal.SIGINT)
    portal.wait_until_ended()
    portal.wait_until_nothing_runs()

    assert list(temporary.glob("portal-*")) == []


def test_a_second_run_finds_everything_done(running: Portal) -> None:
    assert "nothing pending" in running.said
    assert "unchanged" in running.said


def test_a_crashed_worker_is_started_again_and_said(running: Portal) -> None:
    os.kill(running.pid_of(b"celery\0-A\0metrics_portal\0worker"), signal.SIGKILL)

    running.wait_for("The worker process ended with code -9; starting it again.")


def test_its_own_database_is_started_again_after_a_crash(running: Portal) -> None:
    server = int((running.var_dir / "postgres" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(server, signal.SIGKILL)

    running.wait_for("The portal's own PostgreSQL crashed; starting it again.")

    running.wait_until(lambda: running.get("/readyz") == 200)


def test_a_second_portal_on_the_same_directory_is_refused(running: Portal) -> None:
    said_before = running.said

    second = subprocess.run(
        [sys.executable, "-m", "metrics_portal.up"],
        cwd=ROOT, env=os.environ | {"PORTAL_VAR": str(running.var_dir)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert second.returncode == 1
    assert f"already running here (process {running.process.pid})" in second.stderr
    assert running.get("/healthz") == 200
    assert running.said == said_before


def test_a_killed_portal_takes_its_processes_along_and_the_next_takes_over(
    running: Portal, start: Callable[..., Portal]
) -> None:
    running.process.kill()
    running.wait_until_ended()

    successor = start()
    successor.wait_for("Ctrl-C stops everything")
    successor.process.send_signal(signal.SIGTERM)

    assert f"Taking over from process {running.process.pid}" in successor.said
    assert successor.wait_until_ended() == 0
    successor.wait_until_nothing_runs()


def test_a_port_in_use_names_who_holds_it(start: Callable[..., Portal], own_dir: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", "import http.server as h; s = h.HTTPServer(('127.0.0.1', 0), None); "
         "print(s.server_port, flush=True); s.serve_forever()"],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert holder.stdout is not None
        port = int(holder.stdout.readline())

        refused = start(own_dir, port)

        assert refused.wait_until_ended() == 1
        assert f"Port {port} on 127.0.0.1 is in use by process {holder.pid}" in refused.said
        assert f"PORT={port + 1} make up" in refused.said
    finally:
        holder.kill()
        holder.wait()


def test_an_unreachable_database_is_named_without_its_password(own_dir: Path, free_port: int) -> None:
    url = f"postgresql://portal:hunter2@127.0.0.1:{free_port}/portal"

    done = subprocess.run(
        [sys.executable, "-m", "metrics_portal.up"],
        cwd=ROOT, env=os.environ | {"PORTAL_VAR": str(own_dir), "DATABASE_URL": url, "PORT": str(free_port)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert f"127.0.0.1:{free_port}/portal gave no answer: connection failed" in done.stderr
    assert "Check DATABASE_URL" in done.stderr
    assert "hunter2" not in done.stdout + done.stderr


def test_a_directory_that_is_not_ours_is_left_alone(start: Callable[..., Portal], own_dir: Path) -> None:
    precious = own_dir / "postgres" / "PG_VERSION"
    precious.parent.mkdir()
    precious.write_text("15\n")

    portal = start(own_dir)

    portal.wait_for("was not made by the portal. Move it away, or set PORTAL_VAR")
    assert portal.wait_until_ended() == 1
    assert precious.read_text() == "15\n"


def test_what_stands_in_the_way_is_named(start: Callable[..., Portal], own_dir: Path) -> None:
    in_the_way = own_dir / "logs"
    in_the_way.touch()

    portal = start(own_dir)

    portal.wait_for(f"{in_the_way} cannot be used (File exists). Move {in_the_way} away, or set PORTAL_VAR")
    assert portal.wait_until_ended() == 1
    assert "Traceback" not in portal.said


def test_a_half_finished_database_directory_is_made_anew(start: Callable[..., Portal], own_dir: Path) -> None:
    interrupted = own_dir / "postgres.unfinished"
    interrupted.mkdir()
    (interrupted / "PG_VERSION").write_text("18\n")
    Cluster(own_dir / "operational").start()  # and of this one the databases are missing

    portal = start(own_dir)

    portal.wait_for("Ctrl-C stops everything")
    assert portal.get("/readyz") == 200
    operational = json.loads((own_dir / "embedded.json").read_text())["operational_database_url"]
    with psycopg.connect(operational) as reader:
        assert reader.execute("SELECT current_user").fetchone() == ("portal_reader",)


def test_own_data_starts_no_operational_server(start: Callable[..., Portal], own_dir: Path) -> None:
    portal = start(own_dir, settings=_own_data(own_dir))

    portal.wait_for("Ctrl-C stops everything")

    assert "1 embedded server started" in portal.said
    assert "1 route: 1 taken from the file" in portal.said
    assert portal.get("/readyz") == 200
    assert not (own_dir / "operational").exists()


def test_own_data_stops_the_operational_server_that_a_killed_demo_left(
    start: Callable[..., Portal], own_dir: Path
) -> None:
    left = Cluster(own_dir / "operational")
    left.start()

    portal = start(own_dir, settings=_own_data(own_dir))

    portal.wait_for("Ctrl-C stops everything")
    assert f"stopped {left.data_dir}, left by an earlier run and not needed" in portal.said
    assert not left.running()


def test_own_data_beside_an_earlier_demo_says_whose_the_sign_ins_are(
    start: Callable[..., Portal], own_dir: Path
) -> None:
    viewer = {"username": "viewer", "password": "of-the-demo", "token": ""}
    (own_dir / "demo-credentials.json").write_text(json.dumps({"base_url": "", "users": {"viewer": viewer}}))

    portal = start(own_dir, settings=_own_data(own_dir))

    portal.wait_for("Ctrl-C stops everything")
    assert re.search(r"viewer / of-the-demo\nThese sign-ins.* PORTAL_VAR=/some/dir make up", portal.said)


def test_a_route_to_an_engine_that_is_not_there_says_which_setting_names_it(
    start: Callable[..., Portal], own_dir: Path
) -> None:
    portal = start(own_dir, settings=_own_data(own_dir, backend="postgres"))

    portal.wait_for("No backend named postgres is configured")
    assert "OPERATIONAL_DATABASE_URL" in portal.said
    assert portal.wait_until_ended() == 1


def _own_data(folder: Path, backend: str = "duckdb") -> dict[str, str]:
    """A lake of one table with its dictionary, as settings."""
    (folder / "lake" / "shop").mkdir(parents=True)
    duckdb.execute(f"COPY (SELECT 1 AS sale_id) TO '{folder}/lake/shop/sale.parquet'")
    (folder / TABLES).write_text(f"{','.join(HEADERS[TABLES])}\nshop,sale,,,one sale,sale_id,,,,,1,\n")
    (folder / COLUMNS).write_text(
        f"{','.join(HEADERS[COLUMNS])}\nshop,sale,sale_id,int; integer,key,,,,internal,\n"
    )
    (folder / "metrics.yaml").write_text(
        "- name: sales\n  label: Sales\n  unit: count\n  sources:\n"
        "    - {backends: [duckdb, postgres], table: shop.sale, measure: COUNT(sale_id)}\n"
    )
    (folder / "metric_routing.yaml").write_text(f"sales: {{backend: {backend}}}\n")
    return {
        "LAKEHOUSE_PATH": str(folder / "lake"),
        "DATA_DICTIONARY_URI": str(folder),
        "ROUTING_FILE": str(folder / "metric_routing.yaml"),
    }
