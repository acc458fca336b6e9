"""Behind a stale answer a new one is fetched: asked for once, and under the same row policy."""

import base64
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from accounts.contracts import RowPolicy, RowRule, Viewer
from catalog.models import Metric
from metrics_portal.celery import app
from widgets.contracts import Answer, Form, Question, TileState
from widgets.models import Dashboard, Placement
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tasks import refresh_answer, warm_answers
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

STALE = timedelta(seconds=400)  # past the route's 300 s, well before its 3600 s
NORTH = Viewer(
    user_id=2,
    name="North",
    role="viewer",
    row_policy=RowPolicy((RowRule("shop.sale", "region", ("North",)),)),
)


@pytest.fixture
def broker() -> Iterator[Path]:
    """The broker's folder: it holds one file per message."""
    folder = Path(app.conf.broker_transport_options["data_folder_out"])
    folder.mkdir(parents=True, exist_ok=True)
    _empty(folder)
    yield folder
    _empty(folder)


@pytest.fixture
def worker() -> Iterator[None]:
    """A worker that is so quick that it has done its task before the reader has his answer."""
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


def _empty(folder: Path) -> None:
    for message in folder.glob("*.msg"):
        message.unlink()


def ask(question: Question, viewer: Viewer, now: datetime) -> Answer:
    return resolve(question, viewer, now=now, form=Form.JSON)


def messages(folder: Path) -> list[Path]:
    return list(folder.glob("*.msg"))


def test_many_readers_of_a_stale_answer_enqueue_one_refresh(
    somebody: Viewer, now: datetime, broker: Path
) -> None:
    question = world.ask_for("revenue", window="ytd")
    ask(question, somebody, now)

    states = [ask(question, somebody, now + STALE).state for _ in range(5)]

    assert states == [TileState.REFRESHING] * 5
    assert len(messages(broker)) == 1


def test_a_broker_that_is_down_leaves_the_stale_answer(somebody: Viewer, now: datetime, broker: Path) -> None:
    question = world.ask_for("revenue", window="ytd")
    ask(question, somebody, now)
    away = broker.rename(broker.with_name("broker-away"))
    broker.write_text("a file where a folder should be")

    assert ask(question, somebody, now + STALE).state is TileState.REFRESHING
    broker.unlink()
    away.rename(broker)
    assert ask(question, somebody, now + STALE).state is TileState.REFRESHING
    assert len(messages(broker)) == 1


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("asker", ["somebody", "north"])
def test_the_worker_refreshes_for_the_same_row_policy(somebody: Viewer, now: datetime, asker: str) -> None:
    viewer = NORTH if asker == "north" else somebody
    question = world.ask_for("revenue", window="ytd", dimensions=("region",))
    first = ask(question, viewer, now)

    stale = ask(question, viewer, now + STALE)
    renewed = ask(question, viewer, now + timedelta(seconds=1))

    assert first.ready is not None
    assert renewed.ready is not None
    assert (stale.state, renewed.state) == (TileState.REFRESHING, TileState.CACHED)
    assert renewed.ready.asked_at > first.ready.asked_at
    assert _data(renewed) == _data(first)


@pytest.mark.usefixtures("worker")
def test_a_drawn_tile_shows_what_the_worker_brought(somebody: Viewer, now: datetime) -> None:
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "ytd"}}
    question = question_of_widget(create_widget(spec=spec, actor=None).pk)
    first = resolve(question, somebody, now=now)

    stale = resolve(question, somebody, now=now + STALE)
    after = resolve(question, somebody, now=now + STALE)

    assert first.ready is not None
    assert stale.ready is not None
    assert after.ready is not None
    assert stale.state is TileState.REFRESHING
    assert stale.ready.asked_at == first.ready.asked_at
    assert after.ready.asked_at > first.ready.asked_at


def test_a_refresh_that_failed_gives_its_lease_back(
    somebody: Viewer, now: datetime, engines: Path, broker: Path
) -> None:
    question = world.ask_for("revenue", window="ytd")
    ask(question, somebody, now)
    ask(question, somebody, now + STALE)
    lease = _lease_of(messages(broker)[0])

    with world.lakehouse_away(engines):
        refresh_answer(
            intent=question.intent.model_dump(mode="json"),
            row_rules=[],
            lease=lease,
            correlation_id="req-of-a-test",
        )
    ask(question, somebody, now + STALE)

    assert len(messages(broker)) == 2


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


def _lease_of(message: Path) -> Any:
    body = json.loads(base64.b64decode(json.loads(message.read_text())["body"]))
    return body[1]["lease"]
