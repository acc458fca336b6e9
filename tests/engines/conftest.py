"""The demo on three engines, filled once."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.engine import SparkEngine
from tests.engines.plugin import COMPARED
from tests.engines.world import World, world


@pytest.fixture(scope="session")
def demo(spark: SparkEngine, pytestconfig: pytest.Config) -> Iterator[World]:
    with (
        tempfile.TemporaryDirectory(prefix="portal-engines-") as folder,
        world(spark, Path(folder)) as filled,
    ):
        pytestconfig.stash[COMPARED] = filled.compared
        yield filled
