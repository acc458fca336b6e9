"""Tiles and answers on routes whose SQL a model writes: asked once, checked, approved, then off the hot path."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.utils import timezone

from accounts.contracts import Viewer
from accounts.models import User
from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.services import save_definition
from routing.contracts import ErrorKind
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.generation import selectors
from sqlgen.generation.approval import approve, reject, retire
from sqlgen.generation.asking import Asking
from sqlgen.generation.pinning import pinned_or_written
from sqlgen.models import GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer, writes
from widgets.contracts import Answer, Form, TileState
from widgets.resolver import resolve
from widgets.tests import model_writer, world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SERIES: dict[str, Any] = {
    "grain": "day",
    "window": "last_7_days",
    "compare": "previous_period",
    "totals": True,
}


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    selectors.forget()
    yield
    selectors.forget()


@pytest.fixture
def somebody(viewer: User) -> Viewer:
    return viewer.as_viewer()


def answer(viewer: Viewer, now: datetime, metric: str = "revenue", **members: Any) -> Answer:
    selectors.forget()  # as after the second that a process remembers
    return resolve(world.ask_for(metric, **members), viewer, now=now, form=Form.JSON)


def approve_all(approver: User) -> None:
    for pin in PinnedSql.objects.filter(status=PinnedSql.Status.PROPOSED):
        approve(pin=pin, approver=approver, at=timezone.now())


def test_sql_waits_for_approval_and_the_tile_says_so(
    somebody: Viewer, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now, window="last_30_days")

    first = answer(somebody, now, window="last_30_days")
    again = answer(somebody, now, window="last_30_days")

    assert first.state is TileState.FAILED
    assert first.error is not None
    assert first.error.kind is ErrorKind.APPROVAL_PENDING
    assert "has not approved" in first.error.detail
    assert again.error == first.error
    assert len(bedrock.requests) == 1
    assert PinnedSql.objects.get().status == PinnedSql.Status.PROPOSED


def test_approved_sql_answers_what_the_compiled_sql_answers(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    compiled = answer(somebody, now, **SERIES)
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now, **SERIES)
    answer(somebody, now, **SERIES)
    approve_all(steward)

    found = answer(somebody, now, **SERIES)

    assert found.state is TileState.FRESH
    assert members(found)["data"] == members(compiled)["data"]
    assert members(found)["totals"] == members(compiled)["totals"]
    told = members(found)["provenance"]
    assert told["generation"] == "model"
    assert told["written_by"].startswith("eu.anthropic.claude")
    assert told["approved_by"] == "steward"
    assert "WITH" in members(found)["generated_sql"]
    assert len(bedrock.requests) == 2  # the series, and the whole window's value


def test_a_pinned_plan_never_asks_the_model_again(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now, **SERIES)
    answer(somebody, now, **SERIES)
    approve_all(steward)
    answer(somebody, now, **SERIES)
    asked = len(bedrock.requests)

    caches["answers"].clear()
    later = answer(somebody, now + timedelta(days=40), **SERIES)
    other = answer(somebody, now, **{**SERIES, "window": "mtd", "compare": "previous_year"})

    assert (later.executed, other.executed) == (True, True)
    assert len(bedrock.requests) == asked


def test_trusted_checks_let_it_run_at_once(somebody: Viewer, now: datetime, bedrock: BedrockServer) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)

    found = answer(somebody, now)

    assert found.state is TileState.FRESH
    assert members(found)["provenance"]["approved_by"] == ""
    assert PinnedSql.objects.get().status == PinnedSql.Status.APPROVED


def test_what_the_checks_let_run_waits_for_a_person_once_the_route_asks_for_one(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(somebody, now)

    model_writer.route("revenue", trust="reviewed")
    waiting = answer(somebody, now)
    approve(pin=PinnedSql.objects.get(), approver=steward, at=now)
    approved = answer(somebody, now)

    assert waiting.error is not None
    assert waiting.error.kind is ErrorKind.APPROVAL_PENDING
    assert approved.state is TileState.FRESH
    assert len(bedrock.requests) == 1


def test_a_changed_definition_leaves_the_approval_behind(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(somebody, now)
    approve_all(steward)
    assert answer(somebody, now).state is TileState.FRESH

    plain = {
        **world.METRICS[0],
        "sources": [{**world.SALE, "measure": "SUM(amount)", "where": "status = 'paid'"}],
    }
    definition = MetricDefinition.model_validate(plain)
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
    found = answer(somebody, now)

    assert found.state is TileState.FAILED
    assert found.error is not None
    # The model was asked for the new definition, and still writes the old one's SQL.
    assert found.error.kind is ErrorKind.UNFAITHFUL_SQL
    assert PinnedSql.objects.get().closure_hash != Metric.objects.get(name="revenue").closure_hash


def test_rejected_sql_is_not_asked_for_again_by_tiles(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(somebody, now)
    reject(pin=PinnedSql.objects.get(), actor=steward, reason="It reads two tables.", at=now)

    found = answer(somebody, now)

    assert found.error is not None
    assert found.error.kind is ErrorKind.APPROVAL_PENDING
    assert "steward rejected" in found.error.detail
    assert "It reads two tables." in found.error.detail
    assert len(bedrock.requests) == 1


def test_retired_sql_answers_nothing_any_more_not_even_as_a_last_good_value(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(somebody, now)
    approve_all(steward)
    answer(somebody, now)
    retire(pin=PinnedSql.objects.get(), actor=steward, reason="Slow.", at=now)

    found = answer(somebody, now)

    assert (found.state, found.ready) == (TileState.FAILED, None)
    assert found.error is not None
    assert found.error.kind is ErrorKind.APPROVAL_PENDING
    assert "steward retired" in found.error.detail
    assert "Slow." in found.error.detail


def test_what_a_person_retired_does_not_come_back_by_itself_where_checks_are_trusted(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(somebody, now)
    retire(pin=PinnedSql.objects.get(), actor=steward, reason="It misleads.", at=now)

    found = answer(somebody, now)

    assert found.state is TileState.FAILED
    assert found.error is not None
    assert "It misleads." in found.error.detail
    assert len(bedrock.requests) == 1


def test_what_one_persons_note_led_the_model_to_is_not_held_against_others(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, analyst: User
) -> None:
    model_writer.route("revenue", trust="checked")
    well = model_writer.script_of("revenue", now=now)
    bedrock.replies_with(
        lambda asked: writes("SELECT 1 AS value") if "pirate" in asked.question else well(asked)
    )
    (question,) = model_writer.atoms("revenue", now=now)

    with pytest.raises(UnfaithfulSql):
        pinned_or_written(question, Asking(asker=analyst, at=now, note="As a pirate."), trust="checked")

    assert [row.note for row in GenerationLog.objects.all()] == ["As a pirate."] * 2  # their words alone
    assert answer(somebody, now).state is TileState.FRESH


def test_an_answer_of_several_texts_is_approved_by_people_only_where_each_is(
    somebody: Viewer, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now, **SERIES)
    answer(somebody, now, **SERIES)
    first, second = PinnedSql.objects.order_by("pk")

    approve(pin=first, approver=steward, at=now)
    half = members(answer(somebody, now, **SERIES))["provenance"]
    approve(pin=second, approver=steward, at=now)
    whole = members(answer(somebody, now, **SERIES))["provenance"]

    assert (half["approved_by"], half["approved_at"]) == ("", None)
    assert (whole["approved_by"], whole["approved_at"]) == ("steward", now.isoformat())


def test_an_answer_by_one_sql_is_never_served_as_anothers(
    somebody: Viewer, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    by_model = answer(somebody, now)

    model_writer.route("revenue", generation="compiled")
    compiled = answer(somebody, now)

    assert (by_model.cache_hit, compiled.cache_hit) == (False, False)
    assert members(compiled)["provenance"]["generation"] == "compiled"
    assert members(by_model)["data"] == members(compiled)["data"]


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("SELECT SUM(amount) AS value FROM shop.sale", ErrorKind.UNFAITHFUL_SQL),
        ("SELECT COUNT(*) AS value FROM read_csv('/etc/passwd')", ErrorKind.GUARD_VIOLATION),
    ],
)
def test_refused_sql_is_a_failed_tile_and_the_model_is_left_alone_for_a_while(
    sql: str, kind: ErrorKind, somebody: Viewer, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue")
    bedrock.replies_with(sql=sql)

    first, again = answer(somebody, now), answer(somebody, now)
    later = answer(somebody, now + timedelta(hours=1))

    assert first.error is not None
    assert again.error is not None
    assert {first.error.kind, again.error.kind} == {kind}
    assert again.error.detail == first.error.detail
    assert again.error.retry_after is not None
    assert later.error is not None
    assert len(bedrock.requests) == 4  # each time once more, with the refusal
    assert {row.verdict for row in GenerationLog.objects.all()} == {
        GenerationLog.Verdict.REFUSED_UNFAITHFUL
        if kind is ErrorKind.UNFAITHFUL_SQL
        else GenerationLog.Verdict.REFUSED_GUARD
    }
    assert not PinnedSql.objects.exists()


def test_a_model_that_is_told_of_its_refusal_may_mend_it(
    somebody: Viewer, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue", trust="checked")
    well = model_writer.script_of("revenue", now=now)

    bedrock.replies_with(
        lambda asked: well(asked) if "was refused" in asked.question else writes("SELECT 1 AS value")
    )

    assert answer(somebody, now).state is TileState.FRESH
    assert [row.verdict for row in GenerationLog.objects.order_by("pk")] == ["refused_unfaithful", "accepted"]


def test_a_model_that_is_down_is_a_failed_tile_never_a_silent_template(
    somebody: Viewer, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue")
    bedrock.fails_with("AccessDeniedException")

    found = answer(somebody, now)

    assert (found.state, found.ready) == (TileState.FAILED, None)
    assert found.error is not None
    assert found.error.kind is ErrorKind.MODEL_UNAVAILABLE
    assert GenerationLog.objects.get().verdict == GenerationLog.Verdict.MODEL_FAILED


def test_without_a_model_the_tile_says_how_to_configure_one(somebody: Viewer, now: datetime) -> None:
    model_writer.route("revenue")

    found = answer(somebody, now)

    assert found.error is not None
    assert found.error.kind is ErrorKind.MODEL_UNAVAILABLE
    assert "SQL_MODEL_PROVIDER" in found.error.detail
    assert not GenerationLog.objects.exists()


def test_cumulative_metrics_say_that_models_write_no_sql_for_them(
    somebody: Viewer, now: datetime, bedrock: BedrockServer
) -> None:
    plain = {"name": "running", "label": "Running", "type": "cumulative"}
    definition = MetricDefinition.model_validate(
        {**plain, "cumulative": {"metric": "sales", "trailing": "7d"}}
    )
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
    model_writer.route("running")

    found = answer(somebody, now, "running", grain="day", window="last_7_days")

    assert found.error is not None
    assert found.error.kind is ErrorKind.MODEL_UNAVAILABLE
    assert "cumulative" in found.error.detail
    assert not bedrock.requests


def members(found: Answer) -> dict[str, Any]:
    assert found.ready is not None
    read: dict[str, Any] = json.loads(b"{" + found.ready.json_members + b"}")
    return read
