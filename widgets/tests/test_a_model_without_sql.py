"""Tiles on routes whose SQL a model writes, where it gave none to use: failed, with the reason, never a stand-in."""

from datetime import datetime, timedelta

import pytest

from accounts.models import User
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.services import save_definition
from routing.contracts import ErrorKind
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.generation.asking import Asking
from sqlgen.generation.pinning import pinned_or_written
from sqlgen.models import GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer, writes
from widgets.contracts import TileState
from widgets.tests import model_writer
from widgets.tests.model_reader import answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


def test_what_one_persons_note_led_the_model_to_is_not_held_against_others(
    viewer: User, now: datetime, bedrock: BedrockServer, analyst: User
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
    assert answer(viewer, now).state is TileState.FRESH


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("SELECT SUM(amount) AS value FROM shop.sale", ErrorKind.UNFAITHFUL_SQL),
        ("SELECT COUNT(*) AS value FROM read_csv('/etc/passwd')", ErrorKind.GUARD_VIOLATION),
    ],
)
def test_refused_sql_is_a_failed_tile_and_the_model_is_left_alone_for_a_while(
    sql: str, kind: ErrorKind, viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue")
    bedrock.replies_with(sql=sql)

    first, again = answer(viewer, now), answer(viewer, now)
    later = answer(viewer, now + timedelta(hours=1))

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
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue", trust="checked")
    well = model_writer.script_of("revenue", now=now)

    bedrock.replies_with(
        lambda asked: well(asked) if "was refused" in asked.question else writes("SELECT 1 AS value")
    )

    assert answer(viewer, now).state is TileState.FRESH
    assert [row.verdict for row in GenerationLog.objects.order_by("pk")] == ["refused_unfaithful", "accepted"]


def test_a_model_that_is_down_is_a_failed_tile_never_a_silent_template(
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue")
    bedrock.fails_with("AccessDeniedException")

    found = answer(viewer, now)

    assert (found.state, found.ready) == (TileState.FAILED, None)
    assert found.error is not None
    assert found.error.kind is ErrorKind.MODEL_UNAVAILABLE
    assert GenerationLog.objects.get().verdict == GenerationLog.Verdict.MODEL_FAILED


def test_without_a_model_the_tile_says_how_to_configure_one(viewer: User, now: datetime) -> None:
    model_writer.route("revenue")

    found = answer(viewer, now)

    assert found.error is not None
    assert found.error.kind is ErrorKind.MODEL_UNAVAILABLE
    assert "SQL_MODEL_PROVIDER" in found.error.detail
    assert not GenerationLog.objects.exists()


def test_cumulative_metrics_say_that_models_write_no_sql_for_them(
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    plain = {"name": "running", "label": "Running", "type": "cumulative"}
    definition = MetricDefinition.model_validate(
        {**plain, "cumulative": {"metric": "sales", "trailing": "7d"}}
    )
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
    model_writer.route("running")

    found = answer(viewer, now, "running", grain="day", window="last_7_days")

    assert found.error is not None
    assert found.error.kind is ErrorKind.MODEL_UNAVAILABLE
    assert "cumulative" in found.error.detail
    assert not bedrock.requests
