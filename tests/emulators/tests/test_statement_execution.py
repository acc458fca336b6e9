"""The Statement Execution API, asked by the real databricks-sdk."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import BadRequest, InvalidParameterValue, NotFound, PermissionDenied
from databricks.sdk.service.sql import (
    ColumnInfoTypeName,
    Disposition,
    ExecuteStatementRequestOnWaitTimeout,
    Format,
    QueryTag,
    ServiceErrorCode,
    StatementParameterListItem,
    StatementResponse,
    StatementState,
)

from tests.emulators.access import Principal
from tests.emulators.workspace import WAREHOUSE_ID, Workspace

TYPED = """
SELECT CAST(1.50 AS DECIMAL(12, 2)) AS price, CAST(9007199254740993 AS BIGINT) AS big, DATE '2024-02-29' AS day,
       CAST('2024-03-31 01:30:00.123456' AS TIMESTAMP) AS at, TRUE AS yes, CAST('NaN' AS DOUBLE) AS nothing,
       NULL AS nil, ARRAY(1, 2) AS several
"""


def ask(client: WorkspaceClient, sql: str, **how: Any) -> StatementResponse:
    return client.statement_execution.execute_statement(sql, WAREHOUSE_ID, **how)


def state_of(answer: StatementResponse) -> StatementState | None:
    assert answer.status is not None
    return answer.status.state


def data_of(answer: StatementResponse) -> list[list[str]]:
    assert answer.result is not None
    return answer.result.data_array or []


def poll_until_ended(client: WorkspaceClient, answer: StatementResponse) -> StatementResponse:
    while state_of(answer) in (StatementState.PENDING, StatementState.RUNNING):
        answer = client.statement_execution.get_statement(answer.statement_id or "")
    return answer


def test_values_are_text_and_the_manifest_tells_their_types(client: WorkspaceClient) -> None:
    answer = ask(client, TYPED)

    assert data_of(answer) == [
        [
            "1.50",
            "9007199254740993",
            "2024-02-29",
            "2024-03-31T01:30:00.123456Z",
            "true",
            "NaN",
            None,
            '["1","2"]',
        ]
    ]
    assert answer.manifest is not None
    assert answer.manifest.schema is not None
    columns = answer.manifest.schema.columns or []
    assert [column.type_text for column in columns[:4]] == ["DECIMAL(12,2)", "BIGINT", "DATE", "TIMESTAMP"]
    assert (columns[0].type_name, columns[0].type_precision) == (ColumnInfoTypeName.DECIMAL, 12)


def test_a_result_comes_in_chunks(client: WorkspaceClient, workspace: Workspace) -> None:
    workspace.statements.rows_per_chunk = 10

    answer = ask(client, "SELECT sale_id FROM main.shop.sale ORDER BY sale_id")

    rows, part = data_of(answer), answer.result
    while part is not None and part.next_chunk_index is not None:
        part = client.statement_execution.get_statement_result_chunk_n(
            answer.statement_id or "", part.next_chunk_index
        )
        rows += part.data_array or []
    assert rows == [[str(n)] for n in range(25)]
    assert answer.manifest is not None
    assert answer.manifest.total_chunk_count == 3


def test_a_row_limit_cuts_and_says_so(client: WorkspaceClient) -> None:
    cut = ask(client, "SELECT * FROM shop.sale", row_limit=10)
    whole = ask(client, "SELECT * FROM shop.sale", row_limit=25)

    assert [len(data_of(each)) for each in (cut, whole)] == [10, 25]
    assert [each.manifest and each.manifest.truncated for each in (cut, whole)] == [True, False]


def test_parameters_are_cast_to_their_types(client: WorkspaceClient) -> None:
    parameters = [
        StatementParameterListItem(name="least", value="23", type="INT"),
        StatementParameterListItem(name="region", value="Åland"),
    ]

    answer = ask(
        client,
        "SELECT COUNT(*) FROM shop.sale WHERE sale_id >= :least AND region = :region",
        parameters=parameters,
    )

    assert data_of(answer) == [["2"]]


def test_schema_and_tags_go_with_a_statement(client: WorkspaceClient, workspace: Workspace) -> None:
    answer = ask(
        client, "SELECT COUNT(*) FROM sale", schema="shop", query_tags=[QueryTag(key="metric", value="sales")]
    )

    assert data_of(answer) == [["25"]]
    assert workspace.statements.statements()[0].tags == {"metric": "sales"}


@pytest.mark.parametrize(
    ("sql", "condition", "sql_state"),
    [
        ("SELECT * FROM shop.nowhere", "[TABLE_OR_VIEW_NOT_FOUND]", "42P01"),
        ("SELECT nothing FROM shop.sale", "[UNRESOLVED_COLUMN.WITH_SUGGESTION]", "42703"),
        ("SELECT FROM WHERE", "[PARSE_SYNTAX_ERROR]", "42601"),
        ("SELECT CAST(region AS INT) FROM shop.sale", "[CAST_INVALID_INPUT]", "22018"),
    ],
)
def test_a_failed_statement_is_http_200(
    client: WorkspaceClient, workspace: Workspace, sql: str, condition: str, sql_state: str
) -> None:
    answer = ask(client, sql)

    assert workspace.server.calls("POST .*statements")[0].status == 200
    assert answer.status is not None
    assert answer.status.error is not None
    assert (answer.status.state, answer.status.sql_state) == (StatementState.FAILED, sql_state)
    assert answer.status.error.error_code is ServiceErrorCode.BAD_REQUEST
    assert (answer.status.error.message or "").startswith(condition)


def test_more_than_25_mib_inline_fails(client: WorkspaceClient) -> None:
    answer = ask(client, "SELECT REPEAT('x', 27000000) AS big")

    assert answer.status is not None
    assert answer.status.error is not None
    assert state_of(answer) is StatementState.FAILED
    assert "Inline byte limit exceeded" in (answer.status.error.message or "")


def test_a_statement_that_outlasts_the_wait_goes_on_and_is_polled(
    client: WorkspaceClient, workspace: Workspace
) -> None:
    workspace.statements.hold("shop.sale")
    first = ask(client, "SELECT COUNT(*) FROM shop.sale", wait_timeout="0s")
    assert state_of(first) in (StatementState.PENDING, StatementState.RUNNING)

    workspace.statements.release()

    assert data_of(poll_until_ended(client, first)) == [["25"]]


def test_a_statement_that_outlasts_the_wait_is_cancelled_where_asked(
    client: WorkspaceClient, workspace: Workspace
) -> None:
    workspace.statements.hold("shop.sale")

    answer = ask(
        client,
        "SELECT COUNT(*) FROM shop.sale",
        wait_timeout="5s",
        on_wait_timeout=ExecuteStatementRequestOnWaitTimeout.CANCEL,
    )

    assert state_of(answer) is StatementState.CANCELED


def test_cancel_stops_what_really_runs(client: WorkspaceClient, workspace: Workspace) -> None:
    endless = (
        "SELECT COUNT(*) FROM range(1000000) AS a CROSS JOIN range(1000000) AS b WHERE a.range + b.range = -1"
    )
    running = ask(client, endless, wait_timeout="0s")

    client.statement_execution.cancel_execution(running.statement_id or "")

    assert state_of(poll_until_ended(client, running)) is StatementState.CANCELED
    assert not [each for each in threading.enumerate() if each.name == f"statement-{running.statement_id}"]


def test_what_is_not_served_is_refused_rather_than_ignored(client: WorkspaceClient) -> None:
    with pytest.raises(InvalidParameterValue, match="byte_limit"):
        ask(client, "SELECT 1", byte_limit=10)
    with pytest.raises(BadRequest, match="EXTERNAL_LINKS with format CSV"):
        ask(client, "SELECT 1", disposition=Disposition.EXTERNAL_LINKS, format=Format.CSV)
    with pytest.raises(BadRequest, match="INLINE with format ARROW_STREAM"):
        ask(client, "SELECT 1", format=Format.ARROW_STREAM)
    with pytest.raises(BadRequest, match="wait_timeout"):
        ask(client, "SELECT 1", wait_timeout="3s")


def test_unknown_warehouses_and_statements_are_not_found(client: WorkspaceClient) -> None:
    with pytest.raises(NotFound):
        client.statement_execution.execute_statement("SELECT 1", "another")
    with pytest.raises(NotFound):
        client.statement_execution.get_statement("another")


def test_permissions_are_those_of_who_asks(
    workspace: Workspace, client_of: Callable[..., WorkspaceClient]
) -> None:
    workspace.access.admit(Principal(name="elsewhere", warehouses=frozenset()), "of-elsewhere")
    workspace.access.admit(Principal(name="half", tables=frozenset({"shop.sale"})), "of-half")
    elsewhere, half = (client_of(token=f"of-{name}", auth_type="pat") for name in ("elsewhere", "half"))

    with pytest.raises(PermissionDenied, match="CAN_USE"):
        ask(elsewhere, "SELECT 1")
    denied = ask(half, "WITH s AS (SELECT * FROM shop.secret) SELECT * FROM s")

    assert (
        state_of(ask(half, "WITH s AS (SELECT * FROM shop.sale) SELECT * FROM s")) is StatementState.SUCCEEDED
    )
    assert denied.status is not None
    assert (denied.status.state, denied.status.sql_state) == (StatementState.FAILED, "42501")
    with pytest.raises(PermissionDenied, match="another principal"):
        elsewhere.statement_execution.get_statement(denied.statement_id or "")
