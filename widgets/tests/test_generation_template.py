"""Routes with `generation: template`: compiled SQL stands in, marked, until a model's SQL may run."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.utils import timezone

from accounts.contracts import Viewer
from accounts.models import User
from sqlgen.generation import selectors
from sqlgen.generation.approval import approve
from sqlgen.models import GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer
from tests.worker import Worker
from widgets import tasks
from widgets.contracts import Answer, Form, TileState
from widgets.pages.framing import frame_for
from widgets.presentation import render_tile
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tests import model_writer, world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


def answer(viewer: Viewer, now: datetime) -> Answer:
    selectors.forget()
    return resolve(world.ask_for("revenue"), viewer, now=now, form=Form.JSON)


def provenance(found: Answer) -> dict[str, Any]:
    assert found.ready is not None
    read: dict[str, Any] = json.loads(b"{" + found.ready.json_members + b"}")
    return {**read["provenance"], "notes": read["notes"]}


def write_now(viewer: User) -> None:
    intent = world.ask_for("revenue").intent.model_dump(mode="json")
    tasks.write_sql(intent=intent, user_id=viewer.pk, correlation_id="test")


def test_compiled_sql_stands_in_and_is_marked(viewer: User, now: datetime) -> None:
    model_writer.route("revenue", generation="template")

    found = answer(viewer.as_viewer(), now)

    assert found.state is TileState.FRESH
    assert found.ready is not None
    assert found.ready.stands_in
    assert provenance(found)["generation"] == "template"
    assert "stands in" in provenance(found)["notes"][0]


def test_the_tile_and_its_source_panel_say_so(viewer: User, now: datetime) -> None:
    model_writer.route("revenue", generation="template")
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue"}}
    question = question_of_widget(create_widget(spec=spec, actor=None).pk)

    found = resolve(question, viewer.as_viewer(), now=now, form=Form.TILE)

    assert found.ready is not None
    assert "stands in for a model" in found.ready.panel_html
    assert "Stand-in SQL" in render_tile(frame_for(question, "first", span=4, query=""), found, now)


def test_a_worker_has_it_written_in_the_readers_name_and_approval_puts_it_to_use(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue", generation="template")
    model_writer.writes_well(bedrock, "revenue", now=now)
    before = answer(viewer.as_viewer(), now)
    asked_by_the_tile = len(bedrock.requests)

    write_now(viewer)
    waiting = answer(viewer.as_viewer(), now)
    approve(pin=PinnedSql.objects.get(), approver=steward, at=timezone.now())
    after = answer(viewer.as_viewer(), now)

    assert asked_by_the_tile == 0  # a reader never waits for it
    assert GenerationLog.objects.get().asker == viewer
    assert provenance(before)["generation"] == provenance(waiting)["generation"] == "template"
    assert waiting.cache_hit
    assert (provenance(after)["generation"], after.cache_hit) == ("model", False)


def test_a_model_that_is_down_leaves_the_compiled_sql_standing(
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue", generation="template")
    bedrock.fails_with("AccessDeniedException")

    write_now(viewer)
    caches["answers"].clear()

    assert answer(viewer.as_viewer(), now).state is TileState.FRESH
    assert GenerationLog.objects.get().verdict == "model_failed"


def test_a_task_that_comes_late_does_nothing(viewer: User, now: datetime, bedrock: BedrockServer) -> None:
    model_writer.route("revenue", generation="compiled")

    write_now(viewer)

    assert not bedrock.requests


def test_readers_enqueue_one_request_however_many_they_are(
    viewer: User, now: datetime, bedrock: BedrockServer, worker: Worker
) -> None:
    model_writer.route("revenue", generation="template")

    for _ in range(3):
        caches["answers"].clear()
        answer(viewer.as_viewer(), now)

    assert worker.waiting() == ["widgets.write_sql"]


def test_nothing_is_enqueued_where_no_model_is_configured(
    viewer: User, now: datetime, worker: Worker
) -> None:
    model_writer.route("revenue", generation="template")

    answer(viewer.as_viewer(), now)

    assert worker.waiting() == []


def test_the_results_are_compared_for_whoever_approves(
    viewer: User, now: datetime, bedrock: BedrockServer, worker: Worker
) -> None:
    model_writer.route("revenue", generation="template")
    model_writer.writes_well(bedrock, "revenue", now=now)

    answer(viewer.as_viewer(), now)
    worker.work()

    pin = PinnedSql.objects.get()
    assert pin.comparison["verdict"] == "equal"
    assert pin.comparison["compiled_rows"] == 1


def test_what_no_worker_compared_is_compared_by_the_clock(
    viewer: User, now: datetime, bedrock: BedrockServer, worker: Worker
) -> None:
    model_writer.route("revenue", generation="template")
    model_writer.writes_well(bedrock, "revenue", now=now)
    write_now(viewer)

    counts = [tasks.compare_new_pins(), tasks.compare_new_pins()]

    assert worker.waiting() == ["widgets.compare_pin"]
    assert counts == [1, 0]
    assert PinnedSql.objects.get().comparison["verdict"] == "equal"


def test_an_engine_that_is_away_leaves_it_not_compared_for_now(
    viewer: User, now: datetime, bedrock: BedrockServer, engines: Path
) -> None:
    model_writer.route("revenue", generation="template")
    model_writer.writes_well(bedrock, "revenue", now=now)
    write_now(viewer)

    with world.lakehouse_away(engines):
        tasks.compare_new_pins()

    comparison = PinnedSql.objects.get().comparison
    tasks.compare_new_pins()

    assert comparison["verdict"] == "not compared"
    assert "lakehouse" in comparison["words"]
    assert PinnedSql.objects.get().comparison["verdict"] == "equal"  # once it is back
