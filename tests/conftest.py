"""Directories for a whole portal, and the portals that a test starts."""

import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.portal_process import Portal
from tests.small_disk import SmallDisk


@pytest.fixture(scope="module")
def var_dir() -> Iterator[Path]:
    """One directory for a module's whole story: each test finds what the one before left."""
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


@pytest.fixture(scope="module")
def running(var_dir: Path) -> Iterator[Portal]:
    """One portal for the tests that leave it running; the last of them may end it."""
    portal = Portal(var_dir, _free_port())
    try:
        portal.wait_for("Ctrl-C stops everything")
        yield portal
    finally:
        portal.process.terminate()
        portal.wait_until_ended()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def start(var_dir: Path, own_dir: Path, free_port: int) -> Iterator[Callable[..., Portal]]:
    """Starts portals and ends them, before a directory of the test's own is taken away."""
    started: list[Portal] = []

    def make(
        directory: Path = var_dir, port: int = free_port, settings: Mapping[str, str] | None = None
    ) -> Portal:
        started.append(Portal(directory, port, settings))
        return started[-1]

    yield make
    for portal in started:
        if portal.process.poll() is None:
            portal.process.terminate()
        portal.wait_until_ended()


@pytest.fixture
def small_disk(own_dir: Path) -> Iterator[SmallDisk]:
    """Name it before `start`, so that the portals end before it goes."""
    disk = SmallDisk(own_dir / "disk", size="1m")
    yield disk
    disk.remove()
