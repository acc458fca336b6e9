"""Tiles on routes whose SQL a model writes: asked once, checked, approved, then off the hot path."""

from datetime import datetime, timedelta

import pytest
from django.core.cache import caches

from accounts.models import User
from routing.contracts import ErrorKind
from sqlgen.generation import selectors
from sqlgen.generation.approval import approve
from sqlgen.models import PinnedSql
from tests.emulators.bedrock import BedrockServer
from tests.emulators.fixtures import BEDROCK_MODEL
from widgets.contracts import Form, TileState
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tests import model_writer
from widgets.tests.model_reader import SERIES, answer, approve_all, members

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


def test_sql_waits_for_approval_and_the_tile_says_so(
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now, window="last_30_days")

    first = answer(viewer, now, window="last_30_days")
    again = answer(viewer, now, window="last_30_days")

    assert first.state is TileState.FAILED
    assert first.error is not None
    assert first.error.kind is ErrorKind.APPROVAL_PENDING
    assert "has not approved" in first.error.detail
    assert again.error == first.error
    assert len(bedrock.requests) == 1
    assert PinnedSql.objects.get().status == PinnedSql.Status.PROPOSED


def test_approved_sql_answers_what_the_compiled_sql_answers(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    compiled = answer(viewer, now, **SERIES)
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now, **SERIES)
    answer(viewer, now, **SERIES)
    approve_all(steward)

    found = answer(viewer, now, **SERIES)

    assert found.state is TileState.FRESH
    assert members(found)["data"] == members(compiled)["data"]
    assert members(found)["totals"] == members(compiled)["totals"]
    told = members(found)["provenance"]
    assert told["generation"] == "model"
    assert told["written_by"].startswith("eu.anthropic.claude")
    assert told["approved_by"] == "steward"
    assert "WITH" in members(found)["generated_sql"]
    assert len(bedrock.requests) == 2  # the series, and the whole window's value


def test_the_tiles_panel_tells_which_model_wrote_it_and_who_approved_it(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue"}}
    question = question_of_widget(create_widget(spec=spec, actor=None).pk)

    def panel() -> str:
        selectors.forget()
        found = resolve(question, viewer.as_viewer(), now=now, form=Form.TILE)
        assert found.ready is not None
        return found.ready.panel_html

    unapproved = panel()
    approve(pin=PinnedSql.objects.get(), approver=steward, at=now)
    approved = panel()

    assert BEDROCK_MODEL in unapproved
    assert BEDROCK_MODEL in approved
    assert "its route trusts the checks" in unapproved
    assert 'steward <span class="muted">' in approved


def test_a_pinned_plan_never_asks_the_model_again(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now, **SERIES)
    answer(viewer, now, **SERIES)
    approve_all(steward)
    answer(viewer, now, **SERIES)
    asked = len(bedrock.requests)

    caches["answers"].clear()
    later = answer(viewer, now + timedelta(days=40), **SERIES)
    other = answer(viewer, now, **{**SERIES, "window": "mtd", "compare": "previous_year"})

    assert (later.executed, other.executed) == (True, True)
    assert len(bedrock.requests) == asked


def test_trusted_checks_let_it_run_at_once(viewer: User, now: datetime, bedrock: BedrockServer) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)

    found = answer(viewer, now)

    assert found.state is TileState.FRESH
    assert members(found)["provenance"]["approved_by"] == ""
    assert PinnedSql.objects.get().status == PinnedSql.Status.APPROVED


def test_what_the_checks_let_run_waits_for_a_person_once_the_route_asks_for_one(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(viewer, now)

    model_writer.route("revenue", trust="reviewed")
    waiting = answer(viewer, now)
    approve(pin=PinnedSql.objects.get(), approver=steward, at=now)
    approved = answer(viewer, now)

    assert waiting.error is not None
    assert waiting.error.kind is ErrorKind.APPROVAL_PENDING
    assert approved.state is TileState.FRESH
    assert len(bedrock.requests) == 1


def test_an_answer_of_several_texts_is_approved_by_people_only_where_each_is(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now, **SERIES)
    answer(viewer, now, **SERIES)
    first, second = PinnedSql.objects.order_by("pk")

    approve(pin=first, approver=steward, at=now)
    half = members(answer(viewer, now, **SERIES))["provenance"]
    approve(pin=second, approver=steward, at=now)
    whole = members(answer(viewer, now, **SERIES))["provenance"]

    assert (half["approved_by"], half["approved_at"]) == ("", None)
    assert (whole["approved_by"], whole["approved_at"]) == ("steward", now.isoformat())


def test_an_answer_by_one_sql_is_never_served_as_anothers(
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    by_model = answer(viewer, now)

    model_writer.route("revenue", generation="compiled")
    compiled = answer(viewer, now)

    assert (by_model.cache_hit, compiled.cache_hit) == (False, False)
    assert members(compiled)["provenance"]["generation"] == "compiled"
    assert members(by_model)["data"] == members(compiled)["data"]
