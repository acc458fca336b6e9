"""Pytest plugin, loaded before Django's settings: real servers for the tests, stopped at their end.

Without DATABASE_URL the tests run on embedded PostgreSQL servers under PORTAL_VAR (default: var/test).
"""

import os
from pathlib import Path

import pytest

from metrics_portal.embedded.cluster import Cluster
from metrics_portal.embedded.postgres import EmbeddedServers

_ROOT = Path(__file__).resolve().parent.parent
_started: tuple[Cluster, ...] = ()


def var_dir() -> Path:
    return Path(os.environ.setdefault("PORTAL_VAR", str(_ROOT / "var" / "test"))).resolve()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Before pytest-django reads the settings, which take their URLs from var/embedded.json."""
    global _started
    os.environ["PORTAL_HTTPS"] = "0"
    os.environ["PORTAL_DEMO"] = "0"
    servers = EmbeddedServers.under(
        var_dir(),
        portal="DATABASE_URL" not in os.environ,
        operational="OPERATIONAL_DATABASE_URL" not in os.environ,
        throwaway=True,
    )
    _started = servers.start()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    for cluster in _started:
        cluster.stop()
