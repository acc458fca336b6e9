"""Behind a proxy the warehouse answers each reader by the token they bring: never by another's, nor by the portal's."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from django.utils import timezone
from pytest_django import Settings

from accounts.models import AuditEvent
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.services import save_definition
from routing import backends
from routing.backends.databricks.backend import DatabricksBackend
from routing.models import Route
from routing.parity.models import Trigger
from routing.parity.presentation import report_view
from routing.parity.services import run_parity
from tests.databricks import world
from tests.databricks.portal import PortalOnWorkspace
from tests.databricks.readers import (
    HEADER,
    THE_PORTAL,
    Person,
    admitted,
    asked_by,
    somebody,
    state_of,
    widget_of,
)
from tests.emulators.access import Principal
from tests.emulators.workspace import TOKEN

Warehouse = Callable[..., PortalOnWorkspace]
VALUE = [{"value": 615.0}]


@pytest.fixture
def portal(settings: Settings, warehouse: Warehouse) -> PortalOnWorkspace:
    settings.DATABRICKS_USER_TOKEN_HEADER = HEADER
    return warehouse(slots=2)


@pytest.fixture
def ada(portal: PortalOnWorkspace) -> Person:
    return admitted(portal, "ada")


@pytest.fixture
def eve(portal: PortalOnWorkspace) -> Person:
    """The workspace does not let her use its warehouse."""
    return admitted(portal, "eve", may_use=False)


def keep_for(seconds: int) -> None:
    Route.objects.update(cache_seconds=seconds, stale_seconds=3600)


def tokens_seen(portal: PortalOnWorkspace) -> set[str]:
    """With which the workspace was asked anything about a warehouse."""
    return {call.request.bearer for call in portal.workspace.server.calls("sql/")}


def expire_tokens(portal: PortalOnWorkspace) -> None:
    """Whoever opened a session with one cannot even close it any more."""
    portal.workspace.access.expire_tokens()
    portal.workspace.thrift.disown_sessions()


def told(answer: dict[str, Any]) -> tuple[object, object, object]:
    return answer["state"], answer["error_kind"], answer["data"]


def test_each_reader_is_answered_by_the_token_they_bring(portal: PortalOnWorkspace, ada: Person) -> None:
    bob = admitted(portal, "bob")

    first = [ada.ask(), bob.ask()]
    again = [ada.ask(), bob.ask()]

    assert [answer["data"] for answer in (*first, *again)] == [VALUE] * 4
    assert [answer["executed"] for answer in first] == [True, True]
    assert [answer["cache_hit"] for answer in again] == [True, True]
    assert asked_by(portal.workspace) == ["ada", "bob"]


def test_an_answer_says_by_whose_rights_it_came(ada: Person) -> None:
    answer, tile = ada.ask(), ada.tile()

    assert answer["provenance"]["asked_as"] == "reader"
    assert "your own" in tile


def test_nobody_is_given_what_was_kept_for_another(ada: Person, eve: Person) -> None:
    ada.ask()
    ada.tile()

    assert told(eve.ask()) == ("denied", "permission_denied", [])
    assert told(eve.ask(refresh=True)) == ("denied", "permission_denied", [])
    assert (state_of(eve.tile()), state_of(eve.page()), state_of(ada.page())) == (
        "denied",
        "loading",
        "cached",
    )
    assert "615" not in eve.tile() + eve.page()
    assert "does not let you use this warehouse" in eve.ask()["error_detail"]


def test_nobody_is_given_anothers_last_good_value(portal: PortalOnWorkspace, ada: Person) -> None:
    keep_for(0)
    bob = admitted(portal, "bob")
    ada.ask()

    portal.workspace.unplug()
    degraded, nothing = ada.ask(refresh=True), bob.ask(refresh=True)
    portal.workspace.plug_in()
    portal.workspace.thrift.disown_sessions()  # what was cut off cannot close them

    assert told(degraded) == ("degraded", "backend_unavailable", VALUE)
    assert (nothing["state"], nothing["data"]) == ("failed", [])


def test_those_who_ask_at_the_same_moment_do_not_fly_together(portal: PortalOnWorkspace, ada: Person) -> None:
    bob = admitted(portal, "bob")

    both = [ada.ask_meanwhile("slow_revenue"), bob.ask_meanwhile("slow_revenue")]
    portal.wait_until(
        lambda: portal.workspace.thrift.running_operations == 2 or len(asked_by(portal.workspace)) == 2
    )
    portal.workspace.statements.release()
    portal.cancel_on_the_server()
    for each in both:
        each.told()

    assert sorted(asked_by(portal.workspace)) == ["ada", "bob"]


def test_a_stale_answer_is_renewed_with_the_readers_own_token(
    portal: PortalOnWorkspace, ada: Person, eve: Person
) -> None:
    keep_for(0)
    first = ada.ask()

    stale = ada.ask()
    portal.wait_until(lambda: len(asked_by(portal.workspace)) == 2)
    portal.wait_until(lambda: ada.ask()["provenance"]["query_id"] != first["provenance"]["query_id"])

    assert told(stale) == ("refreshing", None, VALUE)
    assert stale["provenance"]["query_id"] == first["provenance"]["query_id"]
    assert told(eve.ask()) == ("denied", "permission_denied", [])
    assert set(asked_by(portal.workspace)) == {"ada"}


def test_who_brings_no_token_is_told_what_to_do(portal: PortalOnWorkspace, ada: Person) -> None:
    ada.ask()
    nobody = somebody("nobody")

    answer, tile, refused = nobody.ask(), nobody.tile(), nobody.export()

    assert told(answer) == ("denied", "permission_denied", [])
    assert "your organisation's proxy" in answer["error_detail"]
    assert state_of(tile) == "denied"
    assert "your organisation&#x27;s proxy" in tile
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")
    assert refused["Content-Type"] == "application/problem+json"
    assert asked_by(portal.workspace) == ["ada"]
    assert TOKEN not in tokens_seen(portal)


@pytest.mark.parametrize("token", ["two,tokens", "a word", '"quoted"', "=", "é"])
def test_what_can_be_no_token_is_none(portal: PortalOnWorkspace, ada: Person, token: str) -> None:
    ada.token = token

    assert "your organisation's proxy" in ada.ask()["error_detail"]
    assert asked_by(portal.workspace) == []


@pytest.mark.parametrize("token", ["token-of-nobody", "token-of-yesterday"])
def test_a_token_that_is_refused_is_told(portal: PortalOnWorkspace, token: str) -> None:
    portal.workspace.access.admit(Principal(name="yesterday"), "token-of-yesterday", seconds=0)
    reader = somebody("reader", token)

    answer, refused = reader.ask(), reader.export()

    assert told(answer) == ("denied", "permission_denied", [])
    assert "ign in again" in answer["error_detail"]
    assert refused.json()["code"] == "permission_denied"
    assert portal.backend.breaker.state == "closed"
    assert TOKEN not in tokens_seen(portal)


def test_with_the_token_ends_what_was_kept_for_it(portal: PortalOnWorkspace, ada: Person) -> None:
    ada.ask()
    ada.tile()
    expire_tokens(portal)

    refreshed = ada.ask(refresh=True)
    later, tile = ada.ask(), ada.tile()

    assert [told(answer) for answer in (refreshed, later)] == [("denied", "permission_denied", [])] * 2
    assert "Sign in again" in later["error_detail"]
    assert state_of(tile) == "denied"


def test_a_stale_answer_goes_when_its_renewal_is_refused(portal: PortalOnWorkspace, ada: Person) -> None:
    keep_for(0)
    ada.ask()
    expire_tokens(portal)

    stale = ada.ask()
    portal.wait_until(lambda: ada.ask()["state"] == "denied")

    assert told(stale) == ("refreshing", None, VALUE)


def test_another_token_of_the_same_reader_is_asked_with_anew(portal: PortalOnWorkspace, ada: Person) -> None:
    ada.ask()
    portal.workspace.access.admit(Principal(name="ada"), "token-of-ada-renewed")

    ada.token = "token-of-ada-renewed"
    renewed, again = ada.ask(), ada.ask()

    assert (renewed["executed"], again["cache_hit"]) == (True, True)
    assert asked_by(portal.workspace) == ["ada", "ada"]


def test_an_export_is_the_readers_own(portal: PortalOnWorkspace, ada: Person, eve: Person) -> None:
    response = ada.export()
    rows = b"".join(response.streaming_content).decode().split("\r\n")
    response.close()

    assert (response["Portal-Asked-As"], rows[0], len(rows)) == ("reader", "ticket,value", 62)
    assert asked_by(portal.workspace) == ["ada"]
    assert eve.export().json()["code"] == "permission_denied"
    assert AuditEvent.objects.get(action="widgets.metric.exported").details["asked_as"] == "reader"


def test_whoever_keeps_answers_on_the_way_is_told_what_they_depend_on(
    ada: Person, settings: Settings
) -> None:
    address = f"/v1/widgets/{widget_of('revenue').pk}/data"
    varies = ada.api().get(address).headers["Vary"]
    settings.DATABRICKS_USER_TOKEN_HEADER = ""
    without = ada.api().get(address).headers["Vary"]

    assert {"Authorization", "Cookie", HEADER} <= set(varies.split(", "))
    assert HEADER not in without


def test_by_default_the_header_is_not_looked_at(warehouse: Warehouse) -> None:
    portal = warehouse(slots=2)
    ada, eve, nobody = admitted(portal, "ada"), admitted(portal, "eve", may_use=False), somebody("nobody")

    answers = [reader.ask() for reader in (ada, eve, nobody)]

    assert [answer["data"] for answer in answers] == [VALUE] * 3
    assert [answer["executed"] for answer in answers] == [True, False, False]
    assert {answer["provenance"]["asked_as"] for answer in answers} == {"portal"}
    assert asked_by(portal.workspace) == [THE_PORTAL]
    assert tokens_seen(portal) == {TOKEN}


def test_what_the_portal_asks_for_itself_is_asked_by_its_own_token(portal: PortalOnWorkspace) -> None:
    assert backends.get(portal.name).freshness("stall.sale") is None
    assert portal.backend.describe("stall.sale") is not None

    assert tokens_seen(portal) == {TOKEN}


def test_a_comparison_says_that_it_was_asked_as_the_portal(
    settings: Settings, portal: PortalOnWorkspace
) -> None:
    other = f"{portal.name}_beside"
    settings.SQL_BACKENDS = {**settings.SQL_BACKENDS, other: settings.SQL_BACKENDS[portal.name]}
    source = {**world.METRICS["revenue"], "backends": [portal.name, other]}
    definition = MetricDefinition.model_validate(
        {"name": "revenue", "label": "Revenue", "unit": "count", "sources": [source]}
    )
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)

    report = run_parity(
        metric_name="revenue",
        backend_a=portal.name,
        backend_b=other,
        now=timezone.now(),
        actor=None,
        trigger=Trigger.MANUAL,
    )
    cast(DatabricksBackend, backends.get(other)).close(seconds=10)

    assert report.verdict == "equal"
    assert len([note for note in report.notes if "by the portal's own rights" in note]) == 2
    assert ("Note", report.notes[-1]) in report_view(report).facts
    assert tokens_seen(portal) == {TOKEN}
