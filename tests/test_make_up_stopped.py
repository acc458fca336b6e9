"""Ctrl-C before `make up` is ready: it says so, ends what it is at, begins nothing new and leaves nothing running."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.portal_process import Portal

pytestmark = pytest.mark.processes

Start = Callable[..., Portal]


def test_while_it_makes_its_databases(own_dir: Path, start: Start) -> None:
    portal = start(own_dir)
    portal.wait_until(lambda: any(own_dir.glob("postgres.unfinished-*/PG_VERSION")))
    _press_ctrl_c(portal)

    assert portal.wait_until_ended() == 0
    portal.wait_until_nothing_runs()
    assert "Stopping …" in portal.said
    assert "initdb failed" not in portal.said
    assert "migrations" not in portal.said


def test_between_two_steps_and_the_next_run_goes_on(own_dir: Path, start: Start) -> None:
    portal = start(own_dir)
    portal.wait_for("✓ PostgreSQL")
    _press_ctrl_c(portal)

    assert portal.wait_until_ended() == 0
    portal.wait_until_nothing_runs()
    assert "boot checks" not in portal.said

    successor = start(own_dir)
    successor.wait_for("Ctrl-C stops everything")
    assert "Taking over" not in successor.said
    assert successor.get("/readyz") == 200


def _press_ctrl_c(portal: Portal) -> None:
    """A terminal tells every process of the group."""
    os.killpg(portal.process.pid, signal.SIGINT)
