"""A flip is seen by every process within one second, without a restart."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as portal_settings
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from routing.flipping.services import Asker, flip
from routing.models import Origin
from routing.tests.parity_world import govern, route, source

REASON = "The operational server is moved tonight."
# Asks for the route as a tile does, again and again, and says when it moved, by the machine's one monotonic clock.
_WATCHER = """
import time
import django
django.setup()
from routing.selectors import route_for
seen = ""
while True:
    now = route_for("taken").backend
    if now != seen:
        seen = now
        print(now, time.monotonic(), flush=True)
    time.sleep(0.01)
"""


class Watcher:
    """Another process of the portal, with its own memory of routes."""

    def __init__(self, database_url: str) -> None:
        environment = {
            "PATH": "/usr/bin:/bin",
            "DJANGO_SETTINGS_MODULE": "metrics_portal.settings",
            "DATABASE_URL": database_url,
            "OPERATIONAL_DATABASE_URL": portal_settings.OPERATIONAL_DATABASE_URL,
            "PORTAL_VAR": str(portal_settings.VAR_DIR),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", _WATCHER],
            cwd=portal_settings.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def next(self) -> tuple[str, float]:
        """The backend it moved to, and when; waits for it."""
        assert self.process.stdout is not None
        backend, at = self.process.stdout.readline().split()
        return backend, float(at)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)


def _database_url() -> str:
    """The tests' own database, where the processes of the portal would find theirs."""
    return (
        urlsplit(portal_settings.DATABASE_URL)._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    )


@pytest.fixture
def watchers(transactional_db: None, trade: Path, settings: Settings) -> Iterator[list[Watcher]]:
    settings.SQL_BACKENDS = {"duckdb": {"engine": "duckdb"}, "postgres": {"engine": "postgres"}}
    started: list[Watcher] = []
    govern("taken", source("postgres", "duckdb"))
    route("taken", "postgres")
    try:
        started.extend(Watcher(_database_url()) for _ in range(2))
        yield started
    finally:
        for watcher in started:
            watcher.stop()


def test_two_other_processes_follow_within_a_second(watchers: list[Watcher]) -> None:
    asker = Asker(user=None, origin=Origin.COMMAND)
    assert [watcher.next()[0] for watcher in watchers] == ["postgres", "postgres"]

    delays = []
    for backend in ("duckdb", "postgres", "duckdb", "postgres", "duckdb"):
        flip(metric_name="taken", backend=backend, asker=asker, at=timezone.now(), reason=REASON)
        moved_at = time.monotonic()
        seen = [watcher.next() for watcher in watchers]
        assert {now for now, _ in seen} == {backend}
        delays += [at - moved_at for _, at in seen]

    # The bound is a second; a busy machine may lose a little time to look, though not usually.
    assert statistics.median(delays) <= 1.0
    assert max(delays) <= 2.0
