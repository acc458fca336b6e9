"""Backends are made once per process, when first used, and again in a forked child."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from routing.backends import configured, get, registry

BOUNDS: dict[str, Any] = {"deadline_seconds": 5, "max_rows": 100, "slots": 2}


@pytest.fixture(autouse=True)
def backends(settings: Settings, lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lakehouse = {"engine": "duckdb", "path": lake, "memory_limit": "256MB", "threads": 1, **BOUNDS}
    settings.SQL_BACKENDS = {"lake": lakehouse, "broken": {"engine": "duckbd", **BOUNDS}}
    monkeypatch.setattr(registry, "_instances", {})


def test_names_what_settings_configure() -> None:
    assert configured() == ("broken", "lake")


def test_threads_that_ask_at_once_get_the_same_backend() -> None:
    found: set[int] = set()
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait()
        found.add(id(get("lake")))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [("lakes", "did you mean 'lake'"), ("broken", "unknown engine 'duckbd'; did you mean 'duckdb'")],
)
def test_an_unknown_name_is_told_with_the_nearest(name: str, words: str) -> None:
    with pytest.raises(registry.UnknownBackendError, match=words):
        get(name)


def test_a_forked_child_makes_its_own() -> None:
    parent = get("lake")
    assert parent.health().up
    reader, writer = os.pipe()

    child = os.fork()
    if child == 0:
        fresh = get("lake")
        os.write(writer, b"fresh" if fresh is not parent and fresh.health().up else b"shared")
        os._exit(0)
    os.waitpid(child, 0)

    assert os.read(reader, 10) == b"fresh"


def test_no_driver_is_imported_before_its_backend_is_used() -> None:
    asked = (
        "import django; django.setup(); import sys; from routing import backends;"
        "print('duckdb' in sys.modules, 'routing.backends.postgres' in sys.modules)"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "metrics_portal.settings"}

    said = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=environment
    )

    assert said.stdout.split() == ["False", "False"]
