"""For bench.export: the tests' workspace on loopback over DuckDB, and an export's rows fetched from it by hand."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import requests
from databricks.sdk import WorkspaceClient
from databricks.sdk.service.sql import Disposition, ExternalLink, Format, StatementState

from bench.databricks import TABLES
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.workspace import HTTP_PATH, TOKEN, WAREHOUSE_ID, Workspace

DAYS = 3 * 365
SETTINGS = {
    "DATABRICKS_HTTP_PATH": HTTP_PATH,
    "DATABRICKS_TOKEN": TOKEN,
    "DATABRICKS_TRANSPORT": "statement",
    "WEB_CONCURRENCY": "1",
}
_ROWS_PER_CHUNK = 50_000
_POLL_SECONDS = 0.1
_CLAIMS = """
    CREATE TABLE l3_claims.ev_claim AS
    SELECT claim.* REPLACE (opened_at - to_days((365 * year)::INT) - to_hours(hour) AS opened_at)
    FROM lake.l3_claims.ev_claim AS claim, range(3) AS years (year), range(4) AS hours (hour)
"""


@contextmanager
def running_workspace() -> Iterator[tuple[Workspace, DuckDBEngine]]:
    with closing(DuckDBEngine(":memory:")) as engine, Workspace(engine) as workspace:
        workspace.statements.rows_per_chunk = _ROWS_PER_CHUNK
        yield workspace, engine


def fill(engine: DuckDBEngine, lakehouse: Path) -> None:
    """The lakehouse's tables, each claim in three years and four hours of a day: more than a million groups."""
    engine.execute(f"ATTACH '{lakehouse}' AS lake (READ_ONLY)")
    engine.execute("CREATE SCHEMA l3_claims")
    engine.execute(_CLAIMS)
    for table in TABLES:
        engine.execute(f"CREATE TABLE IF NOT EXISTS l3_claims.{table} AS FROM lake.l3_claims.{table}")
    engine.execute("DETACH lake")


def by_hand(workspace: Workspace, sql: str) -> list[tuple[Any, ...]]:
    """The statement through databricks-sdk, each of its chunks with requests, and every row of it."""
    api = WorkspaceClient(host=workspace.url, token=TOKEN).statement_execution
    answer = api.execute_statement(
        sql, WAREHOUSE_ID, disposition=Disposition.EXTERNAL_LINKS, format=Format.ARROW_STREAM
    )
    statement = answer.statement_id or ""
    while answer.status and answer.status.state in (StatementState.PENDING, StatementState.RUNNING):
        time.sleep(_POLL_SECONDS)
        answer = api.get_statement(statement)
    if answer.result is None:
        raise SystemExit(f"By hand the workspace answered: {answer.status}")
    rows: list[tuple[Any, ...]] = []
    links = answer.result.external_links or []
    while links:
        rows += _rows(links[0])
        following = links[0].next_chunk_index
        if following is None:
            break
        links = api.get_statement_result_chunk_n(statement, following).external_links or []
    return rows


def _rows(link: ExternalLink) -> list[tuple[Any, ...]]:
    answer = requests.get(link.external_link or "", headers=link.http_headers, timeout=60)
    answer.raise_for_status()
    with pa.ipc.open_stream(answer.content) as stream:
        table = stream.read_all()
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))
