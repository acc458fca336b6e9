"""Faults on a warehouse that has answered before: survived where that is safe, else told within ten seconds.

Over Thrift and over Statement Execution, on Apache Spark; the latter on DuckDB too, which every test run has.
"""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from routing.contracts import ErrorKind
from tests.databricks import world
from tests.databricks.portal import TOLD_WITHIN_SECONDS, PortalOnWorkspace, Told
from tests.emulators.access import Principal
from tests.emulators.faults import Drop, Fault
from tests.emulators.workspace import CLIENT_ID, CLIENT_SECRET, TOKEN
from widgets.contracts import TileState

Warehouse = Callable[..., PortalOnWorkspace]

# The call that carries a statement, and the one that brings its result, by either transport.
EXECUTE = "ExecuteStatement|POST /api/2.0/sql/statements$"
RESULT = "FetchResults|POST /api/2.0/sql/statements$"
POLL = "GetOperationStatus|GET /api/2.0/sql/statements/"
STATE = "GET /api/2.0/sql/warehouses/"
OPEN = (
    "OpenSession|POST /api/2.0/sql/statements$"  # a session, or the look at the warehouse's zone in its stead
)


def is_right(told: Told) -> bool:
    return told.state is TileState.FRESH and ">615<" in told.tile  # 60 sales at 10.25


def unavailable(told: Told, words: str) -> bool:
    return (
        told.state in (TileState.FAILED, TileState.DEGRADED)
        and told.kind is ErrorKind.BACKEND_UNAVAILABLE
        and words in told.words
        and told.seconds <= TOLD_WITHIN_SECONDS
    )


def test_it_answers_and_keeps_its_connection(warehouse: Warehouse) -> None:
    portal = warehouse()

    answers = [portal.ask() for _ in range(3)]

    assert all(is_right(told) for told in answers), answers
    assert len(portal.workspace.server.calls("OpenSession")) <= 1
    assert not portal.workspace.server.calls("telemetry|feature")


@pytest.mark.parametrize("drop", [Drop.UNHEARD, Drop.UNANSWERED, Drop.HALFWAY])
@pytest.mark.parametrize("operation", [EXECUTE, RESULT], ids=["execute", "result"])
def test_a_connection_that_breaks_once_is_survived(warehouse: Warehouse, operation: str, drop: Drop) -> None:
    portal = warehouse()
    portal.ask()

    portal.workspace.faults.add(Fault(operation=operation, drop=drop, times=1))

    assert is_right(told := portal.ask()), told


@pytest.mark.parametrize("drop", [Drop.UNHEARD, Drop.HALFWAY])
def test_a_connection_that_keeps_breaking_in_mid_result_is_told(warehouse: Warehouse, drop: Drop) -> None:
    portal = warehouse()
    portal.ask()

    portal.workspace.faults.add(Fault(operation=RESULT, drop=drop))
    broken = portal.ask()
    portal.workspace.faults.clear()

    assert unavailable(broken, "broke off"), broken
    assert broken.state is TileState.DEGRADED
    assert "Last good value" in broken.tile
    assert is_right(told := portal.ask()), told


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (401, ErrorKind.BACKEND_UNAVAILABLE, "credentials"),
        (404, ErrorKind.BACKEND_UNAVAILABLE, "no warehouse"),
        (429, ErrorKind.OVERLOADED, "wants a pause"),
        (503, ErrorKind.BACKEND_UNAVAILABLE, "cannot answer now"),
    ],
)
def test_a_status_in_mid_life_is_told(warehouse: Warehouse, status: int, kind: ErrorKind, words: str) -> None:
    portal = warehouse()
    portal.ask()

    portal.workspace.faults.add(Fault(operation=EXECUTE, status=status, headers={"Retry-After": "4"}))
    refused = portal.ask()
    portal.workspace.faults.clear()

    assert (refused.kind, refused.state) == (kind, TileState.DEGRADED)
    assert words in refused.words
    assert refused.seconds <= TOLD_WITHIN_SECONDS
    assert is_right(told := portal.ask()), told


def test_a_right_that_was_taken_away_denies_even_the_last_good_value(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.ask()

    portal.workspace.faults.add(Fault(operation=EXECUTE, status=403))

    told = portal.ask()
    assert (told.kind, told.state) == (ErrorKind.PERMISSION_DENIED, TileState.DENIED)
    assert ">615<" not in told.tile


def test_a_first_byte_that_never_comes_is_told_in_time(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.ask()

    portal.workspace.faults.add(Fault(operation=EXECUTE, delay_seconds=60))

    assert unavailable(told := portal.ask(), "cannot be reached"), told


def test_a_short_deadline_takes_no_dead_warehouse_for_a_slow_one(warehouse: Warehouse) -> None:
    portal = warehouse(deadline_seconds=2.0)
    portal.ask()

    portal.workspace.faults.add(Fault(operation=EXECUTE, delay_seconds=60))

    assert unavailable(told := portal.ask(), "cannot be reached"), told


def test_a_warehouse_that_falls_silent_over_a_query_is_told_and_not_asked_again_at_once(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routing.backends.silence._HEEDED_SECONDS", 30)  # however busy the machine
    portal = warehouse(deadline_seconds=60.0)
    portal.ask()
    slow = portal.ask_meanwhile("slow_revenue")
    portal.wait_until_a_statement_runs()

    portal.workspace.faults.add(Fault(operation=POLL, delay_seconds=20))
    portal.wait_until(lambda: portal.workspace.faults.struck > 0)
    portal.workspace.faults.add(Fault(operation=STATE, delay_seconds=20))
    silent_at = time.monotonic()
    told = slow.told()
    told_after = time.monotonic() - silent_at
    at_once = portal.ask()

    assert unavailable(replace(told, seconds=told_after), "cannot be reached"), told
    assert unavailable(at_once, "cannot be reached"), at_once


def test_a_session_that_was_lost_is_opened_again(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.ask()

    portal.workspace.thrift.lose_sessions()

    assert is_right(told := portal.ask()), told


def expire(portal: PortalOnWorkspace) -> None:
    """With the tokens goes the right to close what they opened: such sessions are for the server to end."""
    portal.workspace.access.expire_tokens()
    portal.workspace.thrift.disown_sessions()


def test_a_token_that_expired_between_two_questions_is_told(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.ask()

    expire(portal)
    expired = portal.ask()
    portal.workspace.access.admit(Principal(name="somebody@example.com"), TOKEN)

    assert unavailable(expired, "An operator must renew DATABRICKS_TOKEN"), expired
    assert is_right(told := portal.ask()), told


def test_a_service_principals_token_that_expired_is_renewed(warehouse: Warehouse) -> None:
    portal = warehouse(token="", client_id=CLIENT_ID, client_secret=CLIENT_SECRET)
    portal.ask()

    expire(portal)

    assert is_right(told := portal.ask()), told
    assert len(portal.workspace.server.calls("POST /oidc/v1/token")) == 2


def test_a_server_that_dies_in_mid_query_is_told_and_found_again(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.ask()  # so that the slow one's is the only statement
    slow = portal.ask_meanwhile("slow_revenue")
    portal.wait_until_a_statement_runs()

    died_at = time.monotonic()
    portal.workspace.die()
    told = slow.told()
    told_after = time.monotonic() - died_at
    portal.workspace.plug_in()

    assert (told.kind, told.state) == (ErrorKind.BACKEND_UNAVAILABLE, TileState.FAILED)
    assert told_after <= TOLD_WITHIN_SECONDS
    assert is_right(again := portal.ask()), again


def test_a_statement_that_takes_too_long_is_stopped_on_the_server_too(warehouse: Warehouse) -> None:
    portal, asked_at = warehouse(deadline_seconds=2.0), time.monotonic()

    told = portal.ask("slow_revenue")

    assert (told.kind, told.state) == (ErrorKind.BACKEND_TIMEOUT, TileState.FAILED)
    assert "The engine took too long" in told.tile
    assert told.seconds <= TOLD_WITHIN_SECONDS
    portal.wait_until(portal.nothing_runs)
    assert time.monotonic() - asked_at <= TOLD_WITHIN_SECONDS
    assert is_right(again := portal.ask()), again


def test_a_deadline_longer_than_any_silence_is_no_sign_of_one(warehouse: Warehouse) -> None:
    portal = warehouse(deadline_seconds=9.0)

    told = portal.ask("slow_revenue")

    assert (told.kind, told.state) == (ErrorKind.BACKEND_TIMEOUT, TileState.FAILED)
    # The connector lets a cancel wait for its own polls, so a busy engine may confirm it later than may be waited.
    assert told.words.startswith(
        (
            "Databricks did not finish within 9 s, so the query was stopped.",
            "Databricks did not finish within 9 s, and has not confirmed yet that the query was stopped.",
        )
    ), told.words
    portal.wait_until(portal.nothing_runs)
    assert is_right(again := portal.ask()), again


def test_a_statement_that_somebody_cancelled_on_the_server_is_told(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.ask()  # so that the slow one's is the only statement
    slow = portal.ask_meanwhile("slow_revenue")
    portal.wait_until_a_statement_runs()

    cancelled_at = time.monotonic()
    portal.cancel_on_the_server()
    told = slow.told()

    assert (told.kind, told.state) == (ErrorKind.BACKEND_TIMEOUT, TileState.FAILED)
    assert "cancelled" in told.words
    assert time.monotonic() - cancelled_at <= TOLD_WITHIN_SECONDS


def test_more_rows_than_the_cap_are_cut_and_it_is_said(warehouse: Warehouse) -> None:
    portal = warehouse(max_rows=20)

    told = portal.ask("revenue", "ticket")

    assert told.state is TileState.FRESH
    assert told.tile.count('<th scope="row">') == 20
    assert "Rows were cut off at the cap." in told.tile


def test_a_row_of_five_megabytes_arrives_whole(warehouse: Warehouse) -> None:
    portal = warehouse()

    told = portal.ask("notes", "note")

    assert told.state is TileState.FRESH
    assert "n" * world.NOTE_BYTES in told.tile


def test_few_rows_that_are_too_long_are_told_before_all_have_come(warehouse: Warehouse) -> None:
    portal = warehouse()

    told = portal.ask("piled_notes", "note")

    assert (told.kind, told.state) == (ErrorKind.OVERLOADED, TileState.FAILED)
    assert "more than the portal takes" in told.words
    # 60 MB in replies of at most 16 MB: the fourth is one too many already, or there are none of that kind.
    assert len(portal.workspace.server.calls("FetchResults")) <= 4
    assert is_right(again := portal.ask()), again


def test_what_nobody_waits_for_once_the_session_is_open_is_never_sent(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.workspace.faults.add(Fault(operation=OPEN, delay_seconds=4.0, times=1))
    asked = portal.ask_meanwhile("slow_revenue")
    portal.wait_until(lambda: portal.workspace.faults.struck == 1)

    portal.backend.cancel(portal.backend.running()[0])
    told = asked.told()
    portal.wait_until(lambda: portal.backend.pool.living == 0)

    assert (told.kind, told.state) == (ErrorKind.BACKEND_TIMEOUT, TileState.FAILED)
    assert "cancelled" in told.words
    assert not portal.workspace.server.calls("ExecuteStatement")
    assert not [one for one in portal.workspace.statements.statements() if "slow_sale" in one.question.sql]
    assert is_right(again := portal.ask()), again


def test_a_table_that_is_not_there_is_told_apart(warehouse: Warehouse) -> None:
    portal = warehouse()

    told = portal.ask("lost")

    assert (told.kind, told.state) == (ErrorKind.NO_SOURCE, TileState.FAILED)
    assert told.seconds <= TOLD_WITHIN_SECONDS


def test_what_failed_is_closed_on_the_session_that_lives_on(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.ask()

    for _ in range(3):
        portal.ask("lost")
    portal.ask()

    portal.wait_until(lambda: portal.workspace.thrift.open_operations == 0)
    assert len(portal.workspace.server.calls("OpenSession")) <= 1
