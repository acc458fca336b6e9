"""Pytest plugin, loaded before Django's settings: real servers for the tests, stopped at their end.

Without DATABASE_URL the tests run on embedded PostgreSQL servers under PORTAL_VAR (default: var/test). Where pytest
spreads the tests over processes, each has servers and a folder of its own, and the one that spreads them none.
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
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Before pytest-django reads the settings, which take their URLs from var/embedded.json."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker:
        os.environ["PORTAL_VAR"] = str(var_dir() / worker)
    os.environ["PORTAL_HTTPS"] = "0"
    os.environ["PORTAL_DEMO"] = "0"
    if worker or not getattr(early_config.known_args_namespace, "numprocesses", None):
        start_servers()


def start_servers() -> None:
    """Start the servers and name them in embedded.json."""
    global _started
    servers = EmbeddedServers.under(
        var_dir(),
        portal="DATABASE_URL" not in os.environ,
        operational="OPERATIONAL_DATABASE_URL" not in os.environ,
        throwaway=True,
    )
    _started = servers.start()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    stop_servers()


def stop_servers() -> None:
    for cluster in _started:
        cluster.stop()
