"""SQL of a model that applies no more: its definition changed, or a person rejected or retired it."""

from datetime import datetime

import pytest

from accounts.models import User
from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.services import save_definition
from routing.contracts import ErrorKind
from sqlgen.generation.approval import reject, retire
from sqlgen.models import PinnedSql
from tests.emulators.bedrock import BedrockServer
from widgets.contracts import TileState
from widgets.tests import model_writer, world
from widgets.tests.model_reader import answer, approve_all

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


def test_a_changed_definition_leaves_the_approval_behind(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(viewer, now)
    approve_all(steward)
    assert answer(viewer, now).state is TileState.FRESH

    plain = {
        **world.METRICS[0],
        "sources": [{**world.SALE, "measure": "SUM(amount)", "where": "status = 'paid'"}],
    }
    definition = MetricDefinition.model_validate(plain)
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
    found = answer(viewer, now)

    assert found.state is TileState.FAILED
    assert found.error is not None
    # The model was asked for the new definition, and still writes the old one's SQL.
    assert found.error.kind is ErrorKind.UNFAITHFUL_SQL
    assert PinnedSql.objects.get().closure_hash != Metric.objects.get(name="revenue").closure_hash


def test_rejected_sql_is_not_asked_for_again_by_tiles(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(viewer, now)
    reject(pin=PinnedSql.objects.get(), actor=steward, reason="It reads two tables", at=now)

    found = answer(viewer, now)

    assert found.error is not None
    assert found.error.kind is ErrorKind.APPROVAL_PENDING
    assert "steward rejected" in found.error.detail
    assert "It reads two tables." in found.error.detail
    assert len(bedrock.requests) == 1


def test_retired_sql_answers_nothing_any_more_not_even_as_a_last_good_value(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(viewer, now)
    approve_all(steward)
    answer(viewer, now)
    retire(pin=PinnedSql.objects.get(), actor=steward, reason="Slow.", at=now)

    found = answer(viewer, now)

    assert (found.state, found.ready) == (TileState.FAILED, None)
    assert found.error is not None
    assert found.error.kind is ErrorKind.APPROVAL_PENDING
    assert "steward retired" in found.error.detail
    assert "Slow." in found.error.detail


def test_what_a_person_retired_does_not_come_back_by_itself_where_checks_are_trusted(
    viewer: User, now: datetime, bedrock: BedrockServer, steward: User
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    answer(viewer, now)
    retire(pin=PinnedSql.objects.get(), actor=steward, reason="It misleads.", at=now)

    found = answer(viewer, now)

    assert found.state is TileState.FAILED
    assert found.error is not None
    assert "It misleads." in found.error.detail
    assert len(bedrock.requests) == 1
