"""SQL that nobody approved: how much of it one metric may have, and how long it waits."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Metric
from routing.contracts import ErrorKind
from sqlgen.generation import selectors
from sqlgen.generation.approval import approve, reject
from sqlgen.generation.upkeep import delete_undecided
from sqlgen.models import GenerationBudget, GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer
from widgets import tasks
from widgets.contracts import Answer, Form, TileState
from widgets.pages.framing import frame_for
from widgets.presentation import render_tile
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tests import model_writer, world
from widgets.tests.pins import proposed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]
REGIONS = ("Benelux", "DACH", "Iberia")


def read(region: str, viewer: User, now: datetime) -> Answer:
    selectors.forget()  # as after the second that a process remembers
    one = {"dimension": "region", "op": "in", "values": [region]}
    return resolve(world.ask_for("revenue", filters=[one]), viewer.as_viewer(), now=now, form=Form.JSON)


def old(pin: PinnedSql, now: datetime, *, days: int = 31) -> PinnedSql:
    PinnedSql.objects.filter(pk=pin.pk).update(written_at=now - timedelta(days=days))
    return pin


@pytest.mark.parametrize("trust", ["reviewed", "checked"])
def test_readers_cannot_pile_it_up_and_the_tile_says_why(
    trust: str, viewer: User, steward: User, now: datetime, bedrock: BedrockServer, settings: Settings
) -> None:
    settings.GENERATION_UNAPPROVED_LIMIT = 2
    model_writer.route("revenue", trust=trust)
    bedrock.replies_with(model_writer.obeying)
    for region in REGIONS[:2]:
        read(region, viewer, now)

    third = read(REGIONS[2], viewer, now)
    asked_until_then = len(bedrock.requests)
    approve(pin=PinnedSql.objects.earliest("pk"), approver=steward, at=now)
    read(REGIONS[2], viewer, now)

    assert third.state is TileState.FAILED
    assert third.error is not None
    assert third.error.kind is ErrorKind.APPROVAL_PENDING
    assert "2 texts that models wrote for revenue on lake have nobody's approval" in third.error.detail
    assert asked_until_then == 2
    assert GenerationBudget.objects.get().calls == PinnedSql.objects.count() == 3


def test_the_drawn_tile_says_so_too(
    viewer: User, now: datetime, bedrock: BedrockServer, settings: Settings
) -> None:
    settings.GENERATION_UNAPPROVED_LIMIT = 1
    model_writer.route("revenue")
    proposed(None)
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue"}}
    question = question_of_widget(create_widget(spec=spec, actor=None).pk)

    found = resolve(question, viewer.as_viewer(), now=now, form=Form.TILE)
    drawn = render_tile(frame_for(question, "first", span=4, query=""), found, now)

    assert "No SQL for this is approved" in drawn
    assert "A steward or an operator can decide about them" in drawn


def test_a_rejected_text_makes_room(
    viewer: User, steward: User, now: datetime, bedrock: BedrockServer, settings: Settings
) -> None:
    settings.GENERATION_UNAPPROVED_LIMIT = 1
    model_writer.route("revenue")
    bedrock.replies_with(model_writer.obeying)
    read(REGIONS[0], viewer, now)

    reject(pin=PinnedSql.objects.get(), actor=steward, reason="No.", at=now)
    read(REGIONS[1], viewer, now)

    assert PinnedSql.objects.filter(status="proposed").count() == 1
    assert len(bedrock.requests) == 2


def test_over_the_api_it_is_a_409(
    api_for: Callable[[str | None], APIClient], bedrock: BedrockServer, settings: Settings
) -> None:
    settings.GENERATION_UNAPPROVED_LIMIT = 1
    proposed(None)

    refused = api_for("analyst").post("/v1/widgets/sql/generate", {"metric": "revenue"}, format="json")

    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_unapproved")
    assert not bedrock.requests


@pytest.mark.parametrize(
    "elsewhere", [{"backend": "ops"}, {"closure_hash": "another definition"}, {"status": "retired"}]
)
def test_what_is_elsewhere_or_ended_takes_no_room(
    elsewhere: dict[str, str], viewer: User, now: datetime, bedrock: BedrockServer, settings: Settings
) -> None:
    settings.GENERATION_UNAPPROVED_LIMIT = 1
    model_writer.route("revenue")
    bedrock.replies_with(model_writer.obeying)
    PinnedSql.objects.filter(pk=proposed(None).pk).update(**elsewhere)

    read(REGIONS[0], viewer, now)

    assert len(bedrock.requests) == 1


def test_what_nobody_decides_about_is_deleted_in_time(
    now: datetime, steward: User, analyst: User, settings: Settings
) -> None:
    settings.GENERATION_PENDING_DAYS = 30
    gone = old(proposed(None), now)
    young = old(proposed(None, shape="young"), now, days=29)
    approved = old(approve(pin=proposed(analyst, shape="approved"), approver=steward, at=now), now)
    rejected = old(proposed(None, shape="rejected", status="rejected"), now)

    deleted = tasks.delete_undecided_sql()

    assert deleted == 1
    assert set(PinnedSql.objects.all()) == {young, approved, rejected}
    assert GenerationLog.objects.filter(pk=gone.log_id).exists()  # the call is told for the log's own days


def test_what_a_route_runs_is_kept(now: datetime) -> None:
    model_writer.route("revenue", trust="checked")
    in_use = old(proposed(None), now)
    ran_before = old(proposed(None, shape="ran", status="approved"), now)
    old(proposed(None, shape="elsewhere", backend="ops"), now)

    assert tasks.delete_undecided_sql() == 1

    assert set(PinnedSql.objects.all()) == {in_use, ran_before}


def test_what_ran_unapproved_waits_for_a_person_where_its_route_asks_for_one(now: datetime) -> None:
    model_writer.route("revenue", trust="reviewed")
    ran = old(proposed(None, status="approved"), now)

    assert tasks.delete_undecided_sql() == 0

    assert PinnedSql.objects.get() == ran


def test_what_belongs_to_a_definition_of_the_past_is_not_in_use(now: datetime) -> None:
    model_writer.route("revenue", trust="checked")
    old(proposed(None), now)
    old(proposed(None, shape="ran", status="approved"), now)
    Metric.objects.filter(name="revenue").update(closure_hash="another definition")

    assert delete_undecided(now=now, trusted={("revenue", "lake")}) == 2
