"""A workspace that does not let us in, or is not there: told in our words within ten seconds, over both transports."""

from dataclasses import dataclass, replace

import pytest

from routing.contracts import ErrorKind
from tests.databricks.conftest import Configure
from tests.databricks.portal import TOLD_WITHIN_SECONDS, PortalOnWorkspace
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.faults import Drop, Fault
from tests.emulators.workspace import CLIENT_ID, CLIENT_SECRET, TOKEN, Workspace
from widgets.contracts import TileState


@dataclass(frozen=True)
class Case:
    fault: Fault
    kind: ErrorKind
    words: str
    state: TileState = TileState.FAILED
    heading: str = "The engine cannot be reached"


BUSY = Fault(operation="POST", status=429, headers={"Retry-After": "3"})
CUT_OFF = Fault(status=200, body=b"x" * 1_000, drop=Drop.HALFWAY)
CASES = {
    "401": Case(Fault(status=401), ErrorKind.BACKEND_UNAVAILABLE, "does not accept the portal's credentials"),
    "403": Case(
        Fault(status=403), ErrorKind.PERMISSION_DENIED, "the right CAN USE", TileState.DENIED,
        "You don&#x27;t have access to this metric",
    ),
    "404": Case(Fault(status=404), ErrorKind.BACKEND_UNAVAILABLE, "no warehouse at this address"),
    "429": Case(BUSY, ErrorKind.OVERLOADED, "wants a pause", heading="The engine is busy"),
    "503": Case(Fault(status=503), ErrorKind.BACKEND_UNAVAILABLE, "cannot answer now"),
    "late": Case(Fault(delay_seconds=60), ErrorKind.BACKEND_UNAVAILABLE, "cannot be reached, or broke off"),
    "dropped": Case(Fault(drop=Drop.UNHEARD), ErrorKind.BACKEND_UNAVAILABLE, "cannot be reached, or broke off"),
    "cut off": Case(CUT_OFF, ErrorKind.BACKEND_UNAVAILABLE, "cannot be reached, or broke off"),
}  # fmt: skip


@pytest.fixture(params=["thrift", "statement"])
def portal(
    request: pytest.FixtureRequest, configure: Configure, duckdb_stall: DuckDBEngine
) -> PortalOnWorkspace:
    return configure(Workspace(duckdb_stall), request.param)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fault_at_the_door_is_told(portal: PortalOnWorkspace, case: Case) -> None:
    portal.workspace.faults.add(case.fault)

    told = portal.ask()

    assert (told.state, told.kind) == (case.state, case.kind)
    assert case.words in told.words
    assert case.heading in told.tile
    assert told.seconds <= TOLD_WITHIN_SECONDS
    assert TOKEN not in told.tile


def test_nobody_at_home_is_told(portal: PortalOnWorkspace) -> None:
    portal.workspace.unplug()

    told = portal.ask()

    assert (told.state, told.kind) == (TileState.FAILED, ErrorKind.BACKEND_UNAVAILABLE)
    assert told.seconds <= TOLD_WITHIN_SECONDS


def test_when_to_ask_again_is_the_workspaces_word(portal: PortalOnWorkspace) -> None:
    portal.workspace.faults.add(BUSY)

    told = portal.ask()

    assert told.answer.error is not None
    assert told.answer.error.retry_after == 3
    assert "Try again in 3 s." in told.tile


SIGNING_IN = {
    "refused": (
        Fault(status=401, body=b'{"error": "invalid_client"}'),
        "does not accept the portal's credentials",
    ),
    "unavailable": (Fault(status=503), "cannot answer now"),
    "late": (Fault(delay_seconds=60), "cannot be reached, or broke off"),
    "dropped": (Fault(drop=Drop.UNHEARD), "cannot be reached, or broke off"),
}


@pytest.mark.parametrize(("fault", "words"), SIGNING_IN.values(), ids=SIGNING_IN)
@pytest.mark.parametrize("transport", ["thrift", "statement"])
def test_a_service_principal_that_gets_no_token_is_told(
    configure: Configure, duckdb_stall: DuckDBEngine, transport: str, fault: Fault, words: str
) -> None:
    workspace = Workspace(duckdb_stall)
    portal = configure(workspace, transport, token="", client_id=CLIENT_ID, client_secret=CLIENT_SECRET)
    workspace.faults.add(replace(fault, operation="POST /oidc/v1/token"))

    told = portal.ask()

    assert (told.state, told.kind) == (TileState.FAILED, ErrorKind.BACKEND_UNAVAILABLE)
    assert words in told.words
    assert told.seconds <= TOLD_WITHIN_SECONDS
    assert CLIENT_SECRET not in told.tile


def test_a_workspace_that_tells_nothing_about_itself_is_asked_all_the_same(
    configure: Configure, duckdb_stall: DuckDBEngine
) -> None:
    portal = configure(Workspace(duckdb_stall), "statement")
    portal.workspace.faults.add(Fault(operation="databricks-config", delay_seconds=60))

    told = portal.ask()

    assert told.state is TileState.FRESH
    assert told.seconds <= TOLD_WITHIN_SECONDS
