"""The demo on three engines, filled once."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.engine import SparkEngine
from tests.engines.world import World, world

_COMPARED = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def demo(spark: SparkEngine, pytestconfig: pytest.Config) -> Iterator[World]:
    with (
        tempfile.TemporaryDirectory(prefix="portal-engines-") as folder,
        world(spark, Path(folder)) as filled,
    ):
        pytestconfig.stash[_COMPARED] = filled.compared
        yield filled


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if compared := config.stash.get(_COMPARED, []):
        told = f"{len(compared)} questions on {len(set(compared))} metrics, each asked of three engines"
        terminalreporter.write_line(told)
