"""A workspace over DuckDB, and the real SDK's client of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.core import Config

from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.workspace import TOKEN, Workspace


@pytest.fixture
def engine() -> Iterator[DuckDBEngine]:
    engine = DuckDBEngine(":memory:")
    engine.execute("CREATE SCHEMA shop")
    engine.execute("CREATE TABLE shop.sale AS SELECT n AS sale_id, 'Åland' AS region FROM range(25) AS r(n)")
    engine.execute("CREATE TABLE shop.secret AS SELECT 1 AS n")
    yield engine
    engine.close()


@pytest.fixture
def workspace(engine: DuckDBEngine) -> Iterator[Workspace]:
    with Workspace(engine) as workspace:
        yield workspace


@pytest.fixture
def client_of(workspace: Workspace) -> Callable[..., WorkspaceClient]:
    """The real client, told to give up soon; by default as the person with the workspace's token."""

    def make(**sign_in: Any) -> WorkspaceClient:
        how = sign_in or {"token": TOKEN, "auth_type": "pat"}
        config = Config(host=workspace.url, retry_timeout_seconds=5, http_timeout_seconds=15, **how)
        return WorkspaceClient(config=config)

    return make


@pytest.fixture
def client(client_of: Callable[..., WorkspaceClient]) -> WorkspaceClient:
    return client_of()
