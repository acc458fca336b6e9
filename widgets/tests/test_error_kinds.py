"""Every way an engine can fail to answer reaches the reader as its own kind, in our words."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from pytest_django import Settings

from accounts.contracts import Viewer
from catalog.contracts import UnknownMetric
from catalog.models import Metric, MetricRevision
from routing.contracts import ErrorKind
from routing.models import Route
from sqlgen.errors import IntentRefused
from widgets.contracts import Answer, Form, Overrides, Question, TileState
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


def failure_of(question: Question, viewer: Viewer, now: datetime) -> tuple[ErrorKind, str]:
    answer: Answer = resolve(question, viewer, now=now, form=Form.JSON)
    assert answer.state in (TileState.FAILED, TileState.DENIED)
    assert answer.error is not None
    return answer.error.kind, answer.error.detail


def like(settings: Settings, name: str, other: str, **changes: Any) -> None:
    """Configure one more backend, like another but for some options."""
    settings.SQL_BACKENDS = {**settings.SQL_BACKENDS, name: {**settings.SQL_BACKENDS[other], **changes}}


def test_unavailable(somebody: Viewer, now: datetime, engines: Path) -> None:
    with world.lakehouse_away(engines):
        kind, detail = failure_of(world.ask_for("revenue"), somebody, now)

    assert kind is ErrorKind.BACKEND_UNAVAILABLE
    assert str(engines) not in detail


def test_timeout(somebody: Viewer, now: datetime, settings: Settings) -> None:
    like(settings, "hasty", "ops", deadline_seconds=0.3)
    world.also_on("slow_sales", "hasty")

    kind, _ = failure_of(world.ask_for("slow_sales"), somebody, now)

    assert kind is ErrorKind.BACKEND_TIMEOUT


def test_permission_denied(somebody: Viewer, now: datetime) -> None:
    assert failure_of(world.ask_for("locked_amount"), somebody, now)[0] is ErrorKind.PERMISSION_DENIED


def test_circuit_open(somebody: Viewer, now: datetime, settings: Settings, tmp_path: Path) -> None:
    like(settings, "gone", "lake", path=tmp_path / "gone.duckdb")
    world.also_on("revenue", "gone")

    kinds = [failure_of(world.ask_for("revenue"), somebody, now)[0] for _ in range(6)]

    assert kinds == [ErrorKind.BACKEND_UNAVAILABLE] * 5 + [ErrorKind.CIRCUIT_OPEN]


def test_overloaded(somebody: Viewer, now: datetime, settings: Settings) -> None:
    like(settings, "busy", "ops", slots=1)
    world.also_on("sales", "busy")
    caches["leases"].add("slot:busy:0", "another process", 60)

    kind, _ = failure_of(world.ask_for("sales"), somebody, now)

    assert kind is ErrorKind.OVERLOADED


def test_guard_violation(somebody: Viewer, now: datetime) -> None:
    # Not through the catalog's services: they would refuse it. The guard is what stands behind them.
    definition = {**world.METRICS[0], "sources": [{**world.SALE, "measure": "SUM(PG_BACKEND_PID())"}]}
    revision = Metric.objects.get(name="revenue").live_revision
    MetricRevision.objects.filter(pk=revision.pk).update(definition=definition)
    Metric.objects.filter(name="revenue").update(closure_hash="tampered with")
    world.route("revenue", "ops")

    assert failure_of(world.ask_for("revenue"), somebody, now)[0] is ErrorKind.GUARD_VIOLATION


def test_no_source_on_the_engine(somebody: Viewer, now: datetime) -> None:
    assert failure_of(world.ask_for("missing_amount"), somebody, now)[0] is ErrorKind.NO_SOURCE


def test_no_source_on_the_backend(somebody: Viewer, now: datetime) -> None:
    world.route("slow_sales", "lake")

    assert failure_of(world.ask_for("slow_sales"), somebody, now)[0] is ErrorKind.NO_SOURCE


def test_no_route(somebody: Viewer, now: datetime) -> None:
    Route.objects.all().delete()

    kind, detail = failure_of(world.ask_for("revenue"), somebody, now)

    assert kind is ErrorKind.NO_SOURCE
    assert "sync_routing" in detail


def test_a_saved_widget_that_no_longer_fits_is_a_failed_tile(somebody: Viewer, now: datetime) -> None:
    spec = {"title": "Sales", "visual": "bar", "intent": {"metric": "sales", "dimensions": ["region"]}}
    widget = create_widget(spec=spec, actor=None)
    widget.spec["intent"]["dimensions"] = ["planet"]
    widget.save()

    kind, detail = failure_of(question_of_widget(widget.pk), somebody, now)

    assert kind is ErrorKind.NO_SOURCE
    assert "planet" in detail


def test_a_callers_own_mistake_is_told_to_the_caller(somebody: Viewer, now: datetime) -> None:
    with pytest.raises(IntentRefused, match="planet"):
        resolve(world.ask_for("sales", dimensions=("planet",)), somebody, now=now)
    with pytest.raises(IntentRefused, match="fortnight"):
        resolve(world.ask_for("sales"), somebody, now=now, overrides=Overrides(window="fortnight"))
    with pytest.raises(UnknownMetric, match="revenue"):
        resolve(world.ask_for("revenu"), somebody, now=now)


def test_no_error_is_ever_cached(somebody: Viewer, now: datetime, engines: Path) -> None:
    question = world.ask_for("revenue", window="last_30_days")
    with world.lakehouse_away(engines):
        failure_of(question, somebody, now)

    assert resolve(question, somebody, now=now, form=Form.JSON).state is TileState.FRESH
