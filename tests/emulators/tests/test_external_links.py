"""EXTERNAL_LINKS of the Statement Execution API: asked by the real databricks-sdk, followed with requests."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest
import requests
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import BadRequest
from databricks.sdk.service.sql import Disposition, ExternalLink, Format, StatementResponse, StatementState

from tests.emulators.workspace import WAREHOUSE_ID, Workspace

SALES = "SELECT sale_id FROM shop.sale ORDER BY sale_id"


def ask(client: WorkspaceClient, sql: str) -> StatementResponse:
    return client.statement_execution.execute_statement(
        sql, WAREHOUSE_ID, disposition=Disposition.EXTERNAL_LINKS, format=Format.ARROW_STREAM
    )


def link_in(answer: StatementResponse) -> ExternalLink:
    assert answer.result is not None
    (link,) = answer.result.external_links or []
    return link


def follow(link: ExternalLink, **headers: str) -> requests.Response:
    return requests.get(
        link.external_link or "", headers={**(link.http_headers or {}), **headers}, timeout=10
    )


def rows_of(link: ExternalLink) -> list[int]:
    with pa.ipc.open_stream(follow(link).content) as stream:
        found: list[int] = stream.read_all().column(0).to_pylist()
    return found


def test_each_chunk_has_a_link_that_tells_the_next(client: WorkspaceClient, workspace: Workspace) -> None:
    workspace.statements.rows_per_chunk = 10

    answer = ask(client, SALES)
    links = [link_in(answer)]
    while (index := links[-1].next_chunk_index) is not None:
        chunk = client.statement_execution.get_statement_result_chunk_n(answer.statement_id or "", index)
        links += chunk.external_links or []

    assert [rows_of(link) for link in links] == [[*range(10)], [*range(10, 20)], [*range(20, 25)]]
    assert [(link.chunk_index, link.row_offset, link.row_count) for link in links] == [
        (0, 0, 10),
        (1, 10, 10),
        (2, 20, 5),
    ]
    assert (links[0].next_chunk_internal_link or "").startswith("/api/2.0/sql/statements/")
    assert answer.manifest is not None
    assert (answer.manifest.total_row_count, answer.manifest.format) == (25, Format.ARROW_STREAM)


def test_more_than_25_mib_come(client: WorkspaceClient) -> None:
    answer = ask(client, "SELECT REPEAT('x', 27000000) AS big")

    assert answer.status is not None
    assert answer.status.state is StatementState.SUCCEEDED
    assert len(follow(link_in(answer)).content) > 27_000_000


def test_a_result_without_rows_has_no_link(client: WorkspaceClient) -> None:
    answer = ask(client, "SELECT sale_id FROM shop.sale WHERE sale_id < 0")

    assert answer.result is not None
    assert not answer.result.external_links


def test_a_link_is_good_until_it_says(client: WorkspaceClient, workspace: Workspace) -> None:
    good = link_in(ask(client, SALES))
    workspace.storage.link_seconds = -1.0
    over = link_in(ask(client, SALES))

    assert (
        datetime.fromisoformat(over.expiration or "")
        < datetime.now(UTC)
        < datetime.fromisoformat(good.expiration or "")
    )
    assert (follow(good).status_code, follow(over).status_code) == (200, 403)
    workspace.storage.expire_links()
    assert follow(good).status_code == 403


def test_a_link_is_its_own_key(client: WorkspaceClient) -> None:
    link = link_in(ask(client, SALES))
    forged = ExternalLink(
        external_link=(link.external_link or "").replace("/0?", "/1?"), http_headers=link.http_headers
    )

    assert follow(link, Authorization="Bearer anything").status_code == 400
    assert follow(forged).status_code == 403
    assert follow(ExternalLink(external_link=link.external_link)).status_code == 403
    assert follow(link).status_code == 200


def test_a_workspace_may_give_no_links(client: WorkspaceClient, workspace: Workspace) -> None:
    workspace.statements.gives_links = False

    with pytest.raises(BadRequest, match="EXTERNAL_LINKS"):
        ask(client, SALES)
