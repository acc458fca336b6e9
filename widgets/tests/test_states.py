"""In which state an answer is given: fresh, cached, refreshing, degraded, sample, empty, denied, failed."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from accounts.contracts import Viewer
from routing.contracts import ErrorKind
from widgets.contracts import Form, Overrides, TileState
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

MISSING_WITH_SAMPLE = {
    "title": "Missing",
    "visual": "kpi",
    "intent": {"metric": "missing_amount"},
    "sample": [{"value": 42}],
}


def test_the_first_answer_is_fresh_and_tells_its_engine(somebody: Viewer, now: datetime) -> None:
    answer = resolve(world.ask_for("revenue", window="last_30_days"), somebody, now=now, form=Form.JSON)

    assert (answer.state, answer.executed, answer.cache_hit) == (TileState.FRESH, True, False)
    assert answer.engine_label == "DuckDB"


def test_the_second_answer_is_cached_and_says_the_same(somebody: Viewer, now: datetime) -> None:
    question = world.ask_for("revenue", window="last_30_days", dimensions=("region",))

    first = resolve(question, somebody, now=now, form=Form.JSON)
    second = resolve(question, somebody, now=now, form=Form.JSON)

    assert (second.state, second.executed, second.cache_hit) == (TileState.CACHED, False, True)
    assert second.ready == first.ready


def test_refresh_asks_the_engine_again(somebody: Viewer, now: datetime) -> None:
    question = world.ask_for("sales", window="last_30_days")
    first = resolve(question, somebody, now=now, form=Form.JSON)

    again = resolve(question, somebody, now=now, refresh=True, form=Form.JSON)

    assert again.executed
    assert again.ready is not None
    assert first.ready is not None
    assert again.ready.asked_at > first.ready.asked_at


def test_a_dry_run_shows_the_sql_and_asks_nothing(somebody: Viewer, now: datetime) -> None:
    answer = resolve(world.ask_for("missing_amount"), somebody, now=now, dry_run=True, form=Form.JSON)

    assert (answer.state, answer.executed, answer.error) == (TileState.LOADING, False, None)
    assert "missing" in answer.generated_sql


def test_no_rows_are_empty_not_zero(somebody: Viewer, now: datetime) -> None:
    question = world.ask_for("revenue", window="2001-01-01..2001-02-01", dimensions=("region",))

    assert resolve(question, somebody, now=now, form=Form.JSON).state is TileState.EMPTY
    assert resolve(question, somebody, now=now, form=Form.JSON).state is TileState.EMPTY


def test_an_engine_that_denies_gives_away_nothing(somebody: Viewer, now: datetime) -> None:
    answer = resolve(world.ask_for("locked_amount"), somebody, now=now, form=Form.JSON)

    assert (answer.state, answer.ready) == (TileState.DENIED, None)
    assert answer.error is not None
    assert answer.error.kind is ErrorKind.PERMISSION_DENIED


def test_without_any_answer_the_sample_is_shown_and_marked(somebody: Viewer, now: datetime) -> None:
    question = question_of_widget(create_widget(spec=MISSING_WITH_SAMPLE, actor=None).pk)

    answer = resolve(question, somebody, now=now, form=Form.JSON)

    assert answer.state is TileState.SAMPLE
    assert answer.ready is not None
    members = json.loads(b"{" + answer.ready.json_members + b"}")
    assert (members["data"], members["provenance"]) == ([{"value": 42.0}], None)


def test_without_a_sample_either_it_failed(somebody: Viewer, now: datetime) -> None:
    answer = resolve(world.ask_for("missing_amount"), somebody, now=now, form=Form.JSON)

    assert (answer.state, answer.ready) == (TileState.FAILED, None)
    assert answer.error is not None
    assert answer.error.kind is ErrorKind.NO_SOURCE


def test_a_lost_engine_leaves_the_last_good_value_with_age_and_reason(
    somebody: Viewer, now: datetime, engines: Path
) -> None:
    question = world.ask_for("revenue", window="last_30_days")
    good = resolve(question, somebody, now=now, form=Form.JSON)

    with world.lakehouse_away(engines):
        lost = resolve(question, somebody, now=now + timedelta(hours=2), form=Form.JSON)

    assert lost.state is TileState.DEGRADED
    assert lost.ready == good.ready
    assert lost.age_seconds is not None
    assert 7_190 < lost.age_seconds < 7_210
    assert lost.error is not None
    assert lost.error.kind is ErrorKind.BACKEND_UNAVAILABLE


def test_it_recovers_when_the_engine_is_back(somebody: Viewer, now: datetime, engines: Path) -> None:
    question = world.ask_for("revenue", window="last_30_days")
    with world.lakehouse_away(engines):
        resolve(question, somebody, now=now, form=Form.JSON)

    assert resolve(question, somebody, now=now, form=Form.JSON).state is TileState.FRESH


def test_a_stale_answer_is_served_and_one_past_the_bound_is_not(somebody: Viewer, now: datetime) -> None:
    world.route("revenue", "lake", cache_seconds=60, stale_seconds=600)
    question = world.ask_for("revenue", window="last_30_days")
    resolve(question, somebody, now=now, form=Form.JSON)

    def state_after(seconds: int) -> TileState:
        return resolve(question, somebody, now=now + timedelta(seconds=seconds), form=Form.JSON).state

    assert state_after(50) is TileState.CACHED
    assert state_after(500) is TileState.REFRESHING
    assert resolve(question, somebody, now=now + timedelta(seconds=700), form=Form.JSON).executed


def test_yesterdays_answer_is_only_a_last_good_value(somebody: Viewer, now: datetime, engines: Path) -> None:
    question, tomorrow = world.ask_for("revenue", window="last_30_days"), now + timedelta(days=1)
    resolve(question, somebody, now=now, form=Form.JSON)

    with world.lakehouse_away(engines):
        lost = resolve(question, somebody, now=tomorrow, form=Form.JSON)

    assert lost.state is TileState.DEGRADED
    assert resolve(question, somebody, now=tomorrow, form=Form.JSON).executed


def test_a_tile_is_drawn_once_and_kept(somebody: Viewer, now: datetime) -> None:
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}
    question = question_of_widget(create_widget(spec=spec, actor=None).pk)

    first = resolve(question, somebody, now=now, form=Form.TILE)
    second = resolve(question, somebody, now=now, form=Form.TILE)

    assert first.ready is not None
    assert "DuckDB" in first.ready.panel_html
    assert second.state is TileState.CACHED
    assert second.ready == first.ready


def test_two_windows_of_one_widget_are_two_answers(somebody: Viewer, now: datetime) -> None:
    question = world.ask_for("sales", window="last_30_days")

    def members(overrides: Overrides) -> str:
        answer = resolve(question, somebody, now=now, overrides=overrides, form=Form.JSON)
        assert answer.ready is not None
        return answer.ready.etag

    assert members(Overrides()) != members(Overrides(window="last_7_days"))


def test_a_pages_window_leaves_a_metric_of_the_present_state_alone(somebody: Viewer, now: datetime) -> None:
    question = world.ask_for("sales_on_hand")
    overrides = Overrides(window="last_7_days", page=True)

    answer = resolve(question, somebody, now=now, overrides=overrides, form=Form.JSON)

    assert answer.state is TileState.FRESH


def test_every_visual_draws_its_sample_under_its_headings(
    engines: Path, somebody: Viewer, now: datetime
) -> None:
    spec = {
        "title": "When sales are made",
        "visual": "heatmap",
        "intent": {"metric": "revenue", "window": "last_30_days", "dimensions": ["weekday", "region"]},
        "sample": [{"dimensions": ["1", "North"], "value": 3}, {"dimensions": ["2", "South"], "value": 5}],
    }
    question = question_of_widget(create_widget(spec=spec, actor=None).pk)

    with world.lakehouse_away(engines):
        answer = resolve(question, somebody, now=now)

    assert answer.state is TileState.SAMPLE
    assert answer.ready is not None
    assert "Weekday" in answer.ready.body_html
