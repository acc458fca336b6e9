"""Pytest plugin: Spark for the tests that ask for it, started once for a whole run.

A test that asks for `spark` is marked `engines` by itself: `make test` leaves it out, `make test-engines` runs it.
Nothing of Spark is imported before the fixture is asked for.
"""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.engines.engine import SparkEngine

FIXTURES = {"spark"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.engines)


@pytest.fixture(scope="session")
def spark() -> Iterator["SparkEngine"]:
    """Apache Spark behind the shim, as the real connector sees a warehouse. Shared: change no table of the demo."""
    from tests.engines.engine import running_engine

    # It logs each message it sends and gets, which would bury a failure.
    logging.getLogger("databricks").setLevel(logging.WARNING)
    with running_engine() as engine:
        yield engine
