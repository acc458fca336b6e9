"""Pytest plugin: Spark for the tests that ask for it, started once for a whole run.

A test that asks for `spark` is marked `engines` by itself: `make test` leaves it out, `make test-engines` runs it.
Where pytest spreads the tests marked so over processes, they share one Spark, each through a shim of its own: a tape
tells what one process asked. Nothing of Spark is imported before it is needed.
"""

import logging
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import prerequisites

if TYPE_CHECKING:
    from xdist.workermanage import WorkerController

    from tests.engines.engine import SparkEngine

FIXTURES = {"spark"}
COMPARED = pytest.StashKey[list[str]]()  # the metric of each question that was asked of three engines
# Threads, not processors: queries that sleep, as some tests want them to, keep no other process waiting.
_SHARED_CORES = 8
_shared = ExitStack()
_SERVER = pytest.StashKey[tuple[int, str]]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.engines)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    """Before the processes start: the one Spark of a run of `-m engines`. Where it cannot start for want of Java, each
    test says so."""
    if config.option.markexpr == "engines" and not prerequisites.missing("engines"):
        from tests.engines.spark_server import SparkServer

        server = SparkServer(memory="2g", cores=_SHARED_CORES).start()
        _shared.callback(server.stop)
        config.stash[_SERVER] = server.port, str(server.directory)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: "WorkerController") -> None:
    node.workerinput["spark"] = node.config.stash.get(_SERVER, None)


@pytest.fixture(scope="session")
def spark(pytestconfig: pytest.Config) -> Iterator["SparkEngine"]:
    """Apache Spark behind the shim, as the real connector sees a warehouse. Shared: change no table of the demo."""
    from tests.engines.engine import SparkEngine, running_engine, shim_before

    # It logs each message it sends and gets, which would bury a failure.
    logging.getLogger("databricks").setLevel(logging.WARNING)
    shared = getattr(pytestconfig, "workerinput", {}).get("spark")
    if shared is None:
        with running_engine() as engine:
            yield engine
    else:
        spark_port, directory = shared
        with shim_before(spark_port) as port:
            yield SparkEngine(port, Path(directory))


def pytest_unconfigure() -> None:
    _shared.close()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process of several tells the one that reports."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["compared"] = session.config.stash.get(COMPARED, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: "WorkerController") -> None:
    told = getattr(node, "workeroutput", {}).get("compared", [])
    node.config.stash.setdefault(COMPARED, []).extend(told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if compared := config.stash.get(COMPARED, []):
        told = f"{len(compared)} questions on {len(set(compared))} metrics, each asked of three engines"
        terminalreporter.write_line(told)
