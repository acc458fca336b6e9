"""A tile whose engine is asleep: its own state, with the last good value where there is one, and no click needed."""

import shutil
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.contracts import Viewer
from accounts.models import User
from metrics_portal import databricks_auth
from metrics_portal.office_hours import OfficeHours
from routing import backends
from routing.backends import registry
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.emulators.workspace import HTTP_PATH, TOKEN, Workspace
from widgets.contracts import Form, TileState
from widgets.models import Dashboard, Placement
from widgets.pages.framing import frame_for
from widgets.presentation import render_tile
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tasks import warm_answers
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

WINDOW = "last_30_days"


@pytest.fixture
def warehouse(
    shop: Path,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    engines: Path,
    governed: None,
) -> Iterator[Workspace]:
    """The metric revenue answers from a warehouse that holds the same lakehouse."""
    databricks_auth.forget()
    monkeypatch.setattr(registry, "_instances", {})
    engine = DuckDBEngine(shutil.copy(shop / "lakehouse.duckdb", tmp_path / "copy.duckdb"))
    with Workspace(engine) as workspace:
        warehouse: dict[str, Any] = {
            "engine": "databricks",
            "host": workspace.url,
            "http_path": HTTP_PATH,
            "token": TOKEN,
            "transport": "statement",
            "deadline_seconds": 10.0,
            "max_rows": 1_000,
            "slots": 4,
        }
        settings.SQL_BACKENDS = {**settings.SQL_BACKENDS, "wh": warehouse}
        world.also_on("revenue", "wh")
        yield workspace
        workspace.warehouse.finish_starting()  # what still waits for it ends now, not at its deadline
        backends.get("wh").close(seconds=5)  # type: ignore[attr-defined]
    engine.close()


def test_without_a_last_good_value_it_says_that_it_starts(
    warehouse: Workspace, somebody: Viewer, now: datetime
) -> None:
    warehouse.warehouse.stop()

    answer = resolve(world.ask_for("revenue", window=WINDOW), somebody, now=now, form=Form.JSON)

    assert (answer.state, answer.ready) == (TileState.STARTING, None)
    assert answer.error is not None
    assert answer.error.starting_seconds is not None
    assert "waking up" in answer.error.detail


def test_the_last_good_value_is_shown_meanwhile_and_marked(
    warehouse: Workspace, somebody: Viewer, now: datetime
) -> None:
    question = world.ask_for("revenue", window=WINDOW)
    good = resolve(question, somebody, now=now, form=Form.JSON)
    warehouse.warehouse.stop()

    answer = resolve(question, somebody, now=now, refresh=True, form=Form.JSON)

    assert good.state is TileState.FRESH
    assert answer.state is TileState.STARTING
    assert answer.ready == good.ready
    assert not answer.executed


def test_it_carries_on_by_itself(warehouse: Workspace, somebody: Viewer, now: datetime) -> None:
    question = world.ask_for("revenue", window=WINDOW)
    warehouse.warehouse.stop()
    assert resolve(question, somebody, now=now, form=Form.JSON).state is TileState.STARTING

    warehouse.warehouse.finish_starting()
    states = []
    while TileState.FRESH not in states and len(states) < 50:
        states.append(resolve(question, somebody, now=now, form=Form.JSON).state)
        time.sleep(0.1)

    assert set(states) <= {TileState.STARTING, TileState.FRESH}
    assert TileState.FRESH in states


def test_the_api_tells_it_as_a_state_and_not_as_an_error(warehouse: Workspace, api: APIClient) -> None:
    warehouse.warehouse.stop()

    told = api.get(f"/v1/metrics/revenue/data?window={WINDOW}").json()

    assert (told["state"], told["live_data_unavailable"]) == ("starting", True)
    assert (told["error_kind"], told["error_detail"]) == (None, None)
    assert told["starting_seconds"] >= 0
    assert told["retry_after"] == 4
    assert told["data"] == []


def test_a_tile_asks_again_soon_and_offers_no_button(
    warehouse: Workspace, somebody: Viewer, now: datetime
) -> None:
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": WINDOW}}
    widget = create_widget(spec=spec, actor=None)
    question = question_of_widget(widget.pk)
    resolve(question, somebody, now=now)
    warehouse.warehouse.stop()

    answer = resolve(question, somebody, now=now, refresh=True)
    said = render_tile(frame_for(question, str(widget.pk), span=3, query=""), answer, now)

    assert 'data-state="starting"' in said
    assert "every 4s" in said
    assert "Last good value" in said
    assert "Retry" not in said


BY_ITSELF = "The answer appears here by itself."


def test_only_what_asks_again_says_that_its_answer_comes_by_itself(
    warehouse: Workspace, viewer: User, api: APIClient
) -> None:
    reader = Client()
    reader.force_login(viewer)
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": WINDOW}}
    widget = create_widget(spec=spec, actor=None)
    warehouse.warehouse.stop()

    tile = reader.get(f"/tiles/{widget.pk}/").content.decode()
    file = reader.get(f"/tiles/{widget.pk}/export/?format=csv")
    rows = api.get(f"/v1/metrics/revenue/export?window={WINDOW}")

    assert BY_ITSELF in tile
    assert "Try again" not in tile
    for told in (file, rows):
        said = told.content.decode()
        assert "waking up" in said
        assert "Try again in 4 s." in said
        assert "by itself" not in said
        assert told.headers["Retry-After"] == "4"


def test_a_last_good_value_says_it_too(warehouse: Workspace, viewer: User) -> None:
    reader = Client()
    reader.force_login(viewer)
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": WINDOW}}
    address = f"/tiles/{create_widget(spec=spec, actor=None).pk}/"
    reader.get(address)
    warehouse.warehouse.stop()

    tile = reader.get(f"{address}?refresh=1").content.decode()

    assert "Last good value" in tile
    assert BY_ITSELF in tile


def test_provenance_leads_to_the_query_history(warehouse: Workspace, api: APIClient) -> None:
    told = api.get(f"/v1/metrics/revenue/data?window={WINDOW}").json()

    provenance = told["provenance"]
    assert provenance["query_url"] == f"{warehouse.url}/sql/history?queryId={provenance['query_id']}"


@pytest.mark.parametrize("why", ["it sleeps", "it is out of its warm hours"])
def test_a_warm_route_leaves_a_warehouse_alone_that_rests(
    warehouse: Workspace, settings: Settings, why: str
) -> None:
    world.route("revenue", "wh", warm=True)
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": WINDOW}}
    widget = create_widget(spec=spec, actor=None)
    Placement.objects.create(dashboard=Dashboard.objects.create(slug="warm", title="Warm"), widget=widget)
    if why == "it sleeps":
        warehouse.warehouse.stop()
    else:
        never_now = (timezone.localtime() + timedelta(hours=12)).replace(minute=0)
        settings.DATABRICKS_WARM_HOURS = OfficeHours(never_now.time(), never_now.replace(minute=1).time())
    state = warehouse.warehouse.state

    assert warm_answers() == 0

    assert warehouse.warehouse.state == state
    assert warehouse.statements.statements() == []


def test_a_warm_route_is_refreshed_ahead_and_its_tags_say_for_what(
    warehouse: Workspace, somebody: Viewer
) -> None:
    world.route("revenue", "wh", warm=True)
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": WINDOW}}
    widget = create_widget(spec=spec, actor=None)
    Placement.objects.create(dashboard=Dashboard.objects.create(slug="warm", title="Warm"), widget=widget)

    assert [warm_answers(), warm_answers()] == [1, 0]

    asked = [one.tags for one in warehouse.statements.statements() if one.tags.get("metric") == "revenue"]
    assert [tags["widget"] for tags in asked] == [str(widget.pk)]
    assert all(tags["correlation_id"] and tags["revision"] and tags["portal"] for tags in asked)
    later = timezone.now() + timedelta(seconds=1)
    assert resolve(world.ask_for("revenue", window=WINDOW), somebody, now=later).age_seconds is not None
