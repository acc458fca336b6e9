"""The whole portal as real processes: started, watched, stopped, killed, started again."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.portal_process import ROOT, Portal

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def var_dir() -> Iterator[Path]:
    """One directory for the whole story: each test finds what the one before left."""
    with _directory() as directory:
        yield Path(directory)


@pytest.fixture
def own_dir() -> Iterator[Path]:
    """A directory of this test's own."""
    with _directory() as directory:
        yield Path(directory)


def _directory() -> "tempfile.TemporaryDirectory[str]":
    # Not pytest's: it closes its own to the user that PostgreSQL runs as when we are root.
    return tempfile.TemporaryDirectory(prefix="portal-")


@pytest.fixture
def start(var_dir: Path, free_port: int) -> Iterator[Callable[..., Portal]]:
    started: list[Portal] = []

    def make(directory: Path = var_dir, port: int = free_port) -> Portal:
        started.append(Portal(directory, port))
        return started[-1]

    yield make
    for portal in started:
        if portal.process.poll() is None:
            portal.process.terminate()
        portal.wait_until_ended()


def test_a_first_run_comes_up_and_ctrl_c_leaves_nothing_running(start: Callable[..., Portal]) -> None:
    portal = start()
    portal.wait_for("Ctrl-C stops everything")

    assert portal.get("/readyz") == 200
    portal.process.send_signal(signal.SIGINT)

    assert portal.wait_until_ended() == 0
    portal.wait_until_nothing_runs()


def test_a_second_run_finds_everything_done(start: Callable[..., Portal]) -> None:
    portal = start()

    portal.wait_for("Ctrl-C stops everything")

    assert "nothing pending" in portal.said
    assert "unchanged" in portal.said


def test_a_crashed_worker_is_started_again_and_said(start: Callable[..., Portal]) -> None:
    portal = start()
    portal.wait_for("Ctrl-C stops everything")

    os.kill(portal.pid_of(b"celery\0-A\0metrics_portal\0worker"), signal.SIGKILL)

    portal.wait_for("The worker process ended with code -9; starting it again.")


def test_a_second_portal_on_the_same_directory_is_refused(start: Callable[..., Portal]) -> None:
    first = start()
    first.wait_for("Ctrl-C stops everything")
    said_by_first = first.said

    second = subprocess.run(
        [sys.executable, "-m", "metrics_portal.up"],
        cwd=ROOT, env=os.environ | {"PORTAL_VAR": str(first.var_dir)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert second.returncode == 1
    assert f"already running here (process {first.process.pid})" in second.stderr
    assert first.get("/healthz") == 200
    assert first.said == said_by_first


def test_a_killed_portal_takes_its_processes_along_and_the_next_takes_over(
    start: Callable[..., Portal],
) -> None:
    killed = start()
    killed.wait_for("Ctrl-C stops everything")
    killed.process.kill()
    killed.wait_until_ended()

    successor = start()
    successor.wait_for("Ctrl-C stops everything")
    successor.process.send_signal(signal.SIGTERM)

    assert f"Taking over from process {killed.process.pid}" in successor.said
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
    assert f"127.0.0.1:{free_port}/portal gave no answer" in done.stderr
    assert "Check DATABASE_URL" in done.stderr
    assert "hunter2" not in done.stdout + done.stderr


def test_a_half_finished_database_directory_is_made_anew(start: Callable[..., Portal], own_dir: Path) -> None:
    interrupted = own_dir / "postgres"
    interrupted.mkdir()
    (interrupted / "PG_VERSION").write_text("18\n")

    portal = start(own_dir)

    portal.wait_for("Ctrl-C stops everything")
    assert portal.get("/readyz") == 200
    assert json.loads((own_dir / "embedded.json").read_text())["database_url"].startswith("postgresql://")
