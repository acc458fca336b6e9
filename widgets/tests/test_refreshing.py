"""Behind a stale answer a new one is fetched: asked for once, and under the same row policy."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from accounts.contracts import RowPolicy, RowRule, Viewer
from catalog.models import Metric
from tests.worker import Worker
from widgets.contracts import Answer, Form, Question, TileState
from widgets.models import Dashboard, Placement
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tasks import warm_answers
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

STALE = timedelta(seconds=400)  # past the route's 300 s, well before its 3600 s
NORTH = Viewer(
    user_id=2,
    name="North",
    role="viewer",
    row_policy=RowPolicy((RowRule("shop.sale", "region", ("North",)),)),
)


def ask(question: Question, viewer: Viewer, now: datetime) -> Answer:
    return resolve(question, viewer, now=now, form=Form.JSON)


def test_many_readers_of_a_stale_answer_enqueue_one_refresh(
    somebody: Viewer, now: datetime, worker: Worker
) -> None:
    question = world.ask_for("revenue", window="ytd")
    ask(question, somebody, now)

    states = [ask(question, somebody, now + STALE).state for _ in range(5)]

    assert states == [TileState.REFRESHING] * 5
    assert worker.waiting() == ["widgets.refresh_answer"]


def test_a_broker_that_is_down_leaves_the_stale_answer(
    somebody: Viewer, now: datetime, worker: Worker
) -> None:
    question = world.ask_for("revenue", window="ytd")
    ask(question, somebody, now)
    away = worker.folder.rename(worker.folder.with_name("broker-away"))
    worker.folder.write_text("a file where a folder should be")

    assert ask(question, somebody, now + STALE).state is TileState.REFRESHING
    worker.folder.unlink()
    away.rename(worker.folder)
    assert ask(question, somebody, now + STALE).state is TileState.REFRESHING
    assert worker.waiting() == ["widgets.refresh_answer"]


@pytest.mark.parametrize("asker", ["somebody", "north"])
def test_the_worker_refreshes_for_the_same_row_policy(
    somebody: Viewer, now: datetime, worker: Worker, asker: str
) -> None:
    viewer = NORTH if asker == "north" else somebody
    question = world.ask_for("revenue", window="ytd", dimensions=("region",))
    first = ask(question, viewer, now)

    stale = ask(question, viewer, now + STALE)
    worker.work()
    renewed = ask(question, viewer, now + timedelta(seconds=1))

    assert first.ready is not None
    assert renewed.ready is not None
    assert (stale.state, renewed.state) == (TileState.REFRESHING, TileState.CACHED)
    assert renewed.ready.asked_at > first.ready.asked_at
    assert _data(renewed) == _data(first)


def test_a_drawn_tile_shows_what_the_worker_brought(somebody: Viewer, now: datetime, worker: Worker) -> None:
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "ytd"}}
    question = question_of_widget(create_widget(spec=spec, actor=None).pk)
    first = resolve(question, somebody, now=now)

    stale = resolve(question, somebody, now=now + STALE)
    worker.work()
    after = resolve(question, somebody, now=now + STALE)

    assert first.ready is not None
    assert stale.ready is not None
    assert after.ready is not None
    assert stale.state is TileState.REFRESHING
    assert stale.ready.asked_at == first.ready.asked_at
    assert after.ready.asked_at > first.ready.asked_at


def test_a_refresh_that_failed_gives_its_lease_back(
    somebody: Viewer, now: datetime, engines: Path, worker: Worker
) -> None:
    question = world.ask_for("revenue", window="ytd")
    ask(question, somebody, now)
    ask(question, somebody, now + STALE)

    with world.lakehouse_away(engines):
        worker.work()
    ask(question, somebody, now + STALE)

    assert worker.waiting() == ["widgets.refresh_answer"]


def test_warm_answers_are_there_before_anybody_asks(somebody: Viewer, now: datetime) -> None:
    _placed_and_warm("revenue")

    asked_for = [warm_answers(), warm_answers()]

    assert asked_for == [1, 0]
    assert ask(world.ask_for("revenue", window="ytd"), somebody, now).state is TileState.CACHED


def test_a_widget_that_no_longer_fits_leaves_the_others_warm(somebody: Viewer, now: datetime) -> None:
    _placed_and_warm("sales_on_hand")
    _placed_and_warm("revenue")
    Metric.objects.filter(name="sales_on_hand").update(retired_at=now)

    assert warm_answers() == 1
    assert ask(world.ask_for("revenue", window="ytd"), somebody, now).state is TileState.CACHED


def _placed_and_warm(metric: str) -> None:
    world.route(metric, "lake", warm=True)
    intent = {"metric": metric} if metric == "sales_on_hand" else {"metric": metric, "window": "ytd"}
    widget = create_widget(spec={"title": metric, "visual": "kpi", "intent": intent}, actor=None)
    dashboard, _ = Dashboard.objects.get_or_create(slug="first", defaults={"title": "First"})
    Placement.objects.create(dashboard=dashboard, widget=widget)


def _data(answer: Answer) -> bytes:
    assert answer.ready is not None
    return answer.ready.json_members.split(b'"provenance"')[0].split(b'"execution_ms"')[0]
