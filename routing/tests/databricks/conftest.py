"""A Databricks workspace on loopback over DuckDB, and backends that reach it through the real clients."""

import importlib
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import caches

from metrics_portal import databricks_auth
from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.registry import ENGINES
from routing.backends.slots import Slots
from routing.contracts import BackendError, ResultSet, RowStream
from routing.tests.conftest import EXPORTS, export_slots, guarded
from sqlgen.guard import GuardedQuery
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.workspace import HTTP_PATH, TOKEN, Workspace

MakeBackend = Callable[..., DatabricksBackend]
COUNT = "SELECT COUNT(*) AS n FROM shop.sale"
ROWS, CHUNK = 2000, 100  # of the sales, as an export has them
IDS = list(range(ROWS))
BY_LINK = "GET /results/"
LINK_REFUSED = "leads to nothing, or that its storage refuses"
STORAGE_BROKEN = "cannot be reached, or broke off"
PATIENCE_SECONDS = 20
TOLD_WITHIN_SECONDS = 10


def count() -> GuardedQuery:
    return guarded(COUNT, "databricks")


def refused(backend: DatabricksBackend, query: GuardedQuery | None = None) -> BackendError:
    """The error the query ends with."""
    with pytest.raises(BackendError) as failed:
        backend.execute(query or count())
    return failed.value


def asked_meanwhile(backend: DatabricksBackend, told: list[ResultSet | BackendError]) -> threading.Thread:
    """A thread that counts the sales, and adds what it was told."""

    def ask() -> None:
        try:
            told.append(backend.execute(count()))
        except BackendError as error:
            told.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


def sales() -> GuardedQuery:
    return guarded("SELECT id, amount, happened_on, loaded_at, note FROM shop.sale ORDER BY id", "databricks")


def stream(backend: DatabricksBackend, *, max_rows: int = 10_000) -> RowStream:
    return backend.stream(sales(), max_rows=max_rows, tags={"metric": "sales"})


def all_of(streamed: RowStream) -> list[tuple[object, ...]]:
    rows = [row for batch in streamed for row in batch]
    streamed.close()
    return rows


def ids(rows: list[tuple[object, ...]]) -> list[object]:
    return [row[0] for row in rows]


def failure_of(backend: DatabricksBackend) -> BackendError:
    """What an export ends with, before its first row or after."""
    with pytest.raises(BackendError) as failed:
        all_of(stream(backend))
    return failed.value


def in_small_batches(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """One chunk, written in batches of a hundred rows."""
    workspace.statements.rows_per_chunk = ROWS
    monkeypatch.setattr("tests.emulators.external_storage._ROWS_PER_BATCH", CHUNK)


def wait_until(reached: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + PATIENCE_SECONDS
    while not reached():
        assert time.monotonic() < ends_at
        time.sleep(0.02)


@pytest.fixture(scope="session", autouse=True)
def _sdk() -> None:
    """Loading it takes seconds on a busy machine, before the portal measures any time: no test's time either."""
    importlib.import_module("routing.backends.databricks.statement")


@pytest.fixture
def duck() -> Iterator[DuckDBEngine]:
    engine = DuckDBEngine(":memory:")
    engine.execute("CREATE SCHEMA shop")
    engine.execute(
        "CREATE TABLE shop.sale AS SELECT i AS id, (i * 1.1)::DECIMAL(12, 2) AS amount,"
        " DATE '2026-01-01' AS happened_on, TIMESTAMPTZ '2026-03-01 08:00:00+00' AS loaded_at, 'né' AS note"
        " FROM range(2000) AS r (i)"
    )
    yield engine
    engine.close()


@pytest.fixture
def workspace(duck: DuckDBEngine) -> Iterator[Workspace]:
    databricks_auth.forget()
    with Workspace(duck) as workspace:
        yield workspace
    databricks_auth.forget()


def options(workspace: Workspace, **changes: Any) -> dict[str, Any]:
    """Settings of a backend on this workspace, signed in by token, over Statement Execution."""
    return {
        "engine": "databricks",
        "host": workspace.url,
        "http_path": HTTP_PATH,
        "token": TOKEN,
        "transport": "statement",
        "deadline_seconds": 10,
        "max_rows": 10_000,
        "slots": 4,
        **changes,
    }


@pytest.fixture
def make(workspace: Workspace, db: None) -> Iterator[MakeBackend]:
    made: list[DatabricksBackend] = []

    def make(**changes: Any) -> DatabricksBackend:
        backend = DatabricksBackend.from_options(
            "databricks", ENGINES["databricks"], options(workspace, **changes)
        )
        backend._slots = Slots(backend="databricks", label="Databricks", count=4, cache=caches["default"])
        made.append(backend)
        return backend

    yield make
    workspace.warehouse.finish_starting()  # what still waits for it ends now, not at its deadline
    for backend in made:
        backend.close(seconds=5)


@pytest.fixture
def backend(make: MakeBackend, workspace: Workspace) -> Iterator[DatabricksBackend]:
    """A warehouse that gives 2,000 rows in 20 chunks; at the end nothing may be left of a stream."""
    workspace.statements.rows_per_chunk = CHUNK
    backend = make()
    backend._export_slots = export_slots("databricks", "Databricks", EXPORTS.slots_beside(4))
    yield backend
    assert backend.running() == ()
    workspace.faults.clear()
    workspace.storage.faults.clear()
    for _ in range(EXPORTS.at_once + 1):  # no slot is lost
        all_of(stream(backend))
    backend.close(seconds=15)
    assert backend.export_pool.living == 0
