"""A warehouse asked over the Statement Execution API, through the real SDK."""

import math
import threading
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from routing.backends.databricks.backend import DatabricksBackend
from routing.contracts import ErrorKind, ResultSet
from routing.tests.conftest import guarded
from routing.tests.databricks.conftest import PATIENCE_SECONDS, MakeBackend, count, refused, wait_until
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.faults import Drop, Fault
from tests.emulators.statements import Statement
from tests.emulators.workspace import Workspace

STATEMENTS = "POST /api/2.0/sql/statements"
TYPED = """
    SELECT CAST(1.50 AS DECIMAL(12, 2)) AS price, CAST(9007199254740993 AS BIGINT) AS big, DATE '2024-02-29' AS day,
           CAST('2024-03-31 01:30:00.123456' AS TIMESTAMP) AS at, TRUE AS yes, CAST('NaN' AS DOUBLE) AS none,
           CAST('Infinity' AS DOUBLE) AS endless, NULL AS nil, ARRAY(1, 2) AS several, 'O\\'Brien ü' AS name,
           STRUCT(CAST(2 AS DECIMAL(6, 2)) AS price, DATE '2026-01-01' AS day) AS offer
"""


def rows_of(backend: DatabricksBackend, sql: str) -> list[tuple[object, ...]]:
    return backend._bounded(lambda session: session.fetch(sql, limit=10), 10.0)[1]


def counts(workspace: Workspace) -> list[Statement]:
    return [one for one in workspace.statements.statements() if "COUNT" in one.question.sql]


def test_a_query_is_answered_with_its_id_and_a_way_to_the_query_history(
    make: MakeBackend, workspace: Workspace
) -> None:
    result = make().execute(count())

    assert list(result.rows) == [(2000,)]
    assert result.query_id
    assert result.query_url == f"{workspace.url}/sql/history?queryId={result.query_id}"


def test_values_are_what_their_types_say(make: MakeBackend) -> None:
    ((price, big, day, at, yes, none, endless, nil, several, name, offer),) = rows_of(make(), TYPED)

    assert (price, str(price)) == (Decimal("1.50"), "1.50")
    assert big == 9007199254740993
    assert day == date(2024, 2, 29)
    assert at == datetime(2024, 3, 31, 1, 30, 0, 123456, tzinfo=UTC)
    assert yes is True
    assert isinstance(none, float)
    assert math.isnan(none)
    assert endless == math.inf
    assert nil is None
    assert several == [1, 2]
    assert name == "O'Brien ü"
    assert offer == {"price": Decimal("2.00"), "day": date(2026, 1, 1)}


def test_more_rows_than_the_cap_are_told(make: MakeBackend) -> None:
    result = make(max_rows=50).execute(guarded("SELECT id FROM shop.sale", "databricks", row_cap=51))

    assert len(result.rows) == 50
    assert result.truncated


def test_tags_reach_the_warehouse(make: MakeBackend, workspace: Workspace) -> None:
    result = make().execute(count(), tags={"metric": "revenue", "correlation_id": "req-1:a,b"})

    (statement,) = [one for one in workspace.statements.statements() if one.id == result.query_id]
    assert statement.tags == {
        "portal": "metrics-portal",
        "metric": "revenue",
        "correlation_id": "req-1:a,b",
    }


def test_a_failed_statement_is_a_failure_although_http_says_200(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make()
    workspace.statements._engine.execute("DROP TABLE shop.sale")

    failure = refused(backend)

    assert failure.kind is ErrorKind.NO_SOURCE
    assert "validate_dictionary" in failure.detail


def test_a_slow_query_is_cancelled_on_the_warehouse_at_its_deadline(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make(deadline_seconds=6)
    workspace.statements.hold("COUNT")

    failure = refused(backend)

    assert failure.kind is ErrorKind.BACKEND_TIMEOUT
    assert "6 s" in failure.detail
    ended = [one for one in workspace.statements.statements() if "COUNT" in one.question.sql]
    assert all(one.done.wait(5) for one in ended)


POLLS = r"GET /api/2.0/sql/statements/[^/]+$"


@pytest.mark.parametrize("status", [429, 503])
def test_a_look_at_a_running_query_that_is_refused_once_costs_nothing(
    make: MakeBackend, workspace: Workspace, status: int
) -> None:
    backend = make(deadline_seconds=30)
    workspace.statements.hold("COUNT")
    workspace.faults.add(Fault(operation=POLLS, status=status, times=1, after=1))
    told: list[ResultSet] = []
    asking = threading.Thread(target=lambda: told.append(backend.execute(count())))

    asking.start()
    wait_until(lambda: workspace.faults.struck == 1)
    workspace.statements.release()
    asking.join(PATIENCE_SECONDS)

    assert [list(result.rows) for result in told] == [[(2000,)]]
    assert len(counts(workspace)) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(operation=POLLS, status=503, times=1, headers={"Retry-After": "9"}),
        Fault(operation=POLLS, drop=Drop.HALFWAY, times=9),
    ],
    ids=["refused", "broken off"],
)
def test_a_query_that_nobody_can_wait_for_any_more_is_cancelled_on_the_warehouse(
    make: MakeBackend, workspace: Workspace, fault: Fault
) -> None:
    backend = make(deadline_seconds=30)
    workspace.statements.hold("COUNT")
    workspace.faults.add(fault)

    failure = refused(backend)

    (statement,) = counts(workspace)
    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert statement.done.wait(PATIENCE_SECONDS)
    assert statement.state == "CANCELED"


def test_a_cancel_that_is_refused_at_first_is_tried_again(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(deadline_seconds=30)
    workspace.statements.hold("COUNT")
    workspace.faults.add(Fault(operation=POLLS, status=503, times=1, headers={"Retry-After": "9"}))
    workspace.faults.add(Fault(operation="/cancel$", status=503, times=1))

    refused(backend)

    (statement,) = counts(workspace)
    assert statement.done.wait(PATIENCE_SECONDS)


def test_a_running_query_is_cancelled_by_its_id(make: MakeBackend, workspace: Workspace) -> None:
    backend = make()
    workspace.statements.hold("COUNT")
    told = []
    asking = threading.Thread(target=lambda: told.append(refused(backend)))

    asking.start()
    while not backend.running():
        asking.join(0.01)
    assert backend.cancel(backend.running()[0])
    asking.join(10)

    assert "cancelled" in told[0].detail


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (401, ErrorKind.BACKEND_UNAVAILABLE, "DATABRICKS_TOKEN"),
        (403, ErrorKind.PERMISSION_DENIED, "CAN USE"),
        (404, ErrorKind.BACKEND_UNAVAILABLE, "DATABRICKS_HTTP_PATH"),
        (429, ErrorKind.OVERLOADED, "pause"),
        (500, ErrorKind.BACKEND_UNAVAILABLE, "cannot answer now"),
        (503, ErrorKind.BACKEND_UNAVAILABLE, "cannot answer now"),
    ],
)
def test_a_refusal_is_told_in_our_words(
    make: MakeBackend, workspace: Workspace, status: int, kind: ErrorKind, words: str
) -> None:
    backend = make()
    body = b'{"error_code": "X", "message": "upstream words"}'
    workspace.faults.add(Fault(operation=STATEMENTS, status=status, headers={"Retry-After": "17"}, body=body))

    failure = refused(backend)

    assert (failure.kind, words in failure.detail) == (kind, True)
    assert "upstream words" not in failure.detail
    assert failure.retry_after == (17 if status in (429, 503) else failure.retry_after)


def test_a_client_secret_signs_in(make: MakeBackend) -> None:
    from tests.emulators.workspace import CLIENT_ID, CLIENT_SECRET

    result = make(token="", client_id=CLIENT_ID, client_secret=CLIENT_SECRET).execute(count())

    assert list(result.rows) == [(2000,)]


def test_a_wrong_client_secret_is_told_to_the_operator(make: MakeBackend) -> None:
    failure = refused(make(token="", client_id="nobody", client_secret="wrong-secret"))

    assert "DATABRICKS_CLIENT_SECRET" in failure.detail
    assert "wrong-secret" not in failure.detail


def test_a_warehouse_out_of_utc_is_refused(make: MakeBackend) -> None:
    # Lisbon keeps UTC in winter: only a look at both seasons finds it out.
    with Workspace(DuckDBEngine(":memory:", time_zone="Europe/Lisbon")) as lisbon:
        failure = refused(make(host=lisbon.url))

    assert "does not keep its time in UTC" in failure.detail
