"""The portal's one backend is a warehouse on loopback, over either transport."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches

from tests.databricks import world
from tests.databricks.portal import PortalOnWorkspace
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.spark_engine import SparkEngine as SparkSql
from tests.emulators.workspace import HTTP_PATH, TOKEN, Workspace
from tests.engines.engine import SparkEngine
from widgets.selectors import remembered_annotations, remembered_questions

Configure = Callable[..., PortalOnWorkspace]

_numbers = count(1)


@pytest.fixture(scope="session")
def stall_dictionary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world.write_dictionary(tmp_path_factory.mktemp("stall") / "dictionary")


@pytest.fixture(scope="session")
def duckdb_stall() -> Iterator[DuckDBEngine]:
    engine = DuckDBEngine(":memory:")
    world.fill_duckdb(engine)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def spark_stall(spark: SparkEngine) -> SparkEngine:
    spark.fill_once("stall", world.fill_spark)
    return spark


@pytest.fixture
def configure(transactional_db: None, settings: Any, stall_dictionary: Path) -> Iterator[Configure]:
    """Puts the portal on a workspace; at the end nothing may be left of it."""
    with ExitStack() as stack:

        def make(workspace: Workspace, transport: str, **options: object) -> PortalOnWorkspace:
            stack.enter_context(workspace)
            # A name of its own: backends live as long as the process, and ports come back.
            portal = PortalOnWorkspace(f"warehouse_{next(_numbers)}", workspace)
            settings.DATA_DICTIONARY_URI = str(stall_dictionary)
            settings.SQL_BACKENDS = {portal.name: backend_options(workspace, transport, **options)}
            world.govern_metrics(portal.name)
            stack.callback(_all_is_gone, portal)
            return portal

        _empty_caches()
        yield make
    _empty_caches()


@pytest.fixture(
    params=[
        pytest.param("thrift on Spark", marks=pytest.mark.engines),
        pytest.param("statement on Spark", marks=pytest.mark.engines),
        "statement on DuckDB",
    ]
)
def warehouse(request: pytest.FixtureRequest, configure: Configure) -> Callable[..., PortalOnWorkspace]:
    """The portal on a warehouse with an engine; options of the backend may be given."""
    transport, _, engine = str(request.param).partition(" on ")

    def make(**options: object) -> PortalOnWorkspace:
        if engine == "DuckDB":
            workspace = Workspace(request.getfixturevalue("duckdb_stall"))
            workspace.statements.hold("slow_sale")  # as long as the test likes; Spark's view sleeps
        else:
            spark: SparkEngine = request.getfixturevalue("spark_stall")
            workspace = Workspace(SparkSql(spark.arguments), thrift_port=spark.port)
        return configure(workspace, transport, **options)

    return make


def backend_options(workspace: Workspace, transport: str, **options: object) -> dict[str, object]:
    """As settings make them from DATABRICKS_*; one slot, so that one that is lost shows at the next question."""
    return {
        "engine": "databricks",
        "host": workspace.url,
        "http_path": HTTP_PATH,
        "token": TOKEN,
        "transport": transport,
        "deadline_seconds": 20.0,
        "max_rows": 100,
        "slots": 1,
        **options,
    }


def _all_is_gone(portal: PortalOnWorkspace) -> None:
    portal.workspace.faults.clear()
    # What a test left waiting ends now, not at its deadline.
    portal.workspace.warehouse.finish_starting()
    portal.workspace.statements.release()
    portal.close()
    assert portal.what_is_left() == []


def _empty_caches() -> None:
    remembered_annotations.clear()
    remembered_questions.clear()
    for name in ("answers", "leases"):
        caches[name].clear()
