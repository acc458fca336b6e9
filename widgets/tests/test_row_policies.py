"""An answer never crosses from one row policy to another, in any layer of the cache."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from accounts.contracts import RowPolicy, RowRule, Viewer
from widgets.contracts import Form, TileState
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

BY_REGION = {
    "title": "Sales by region",
    "visual": "bar",
    "intent": {"metric": "sales", "dimensions": ["region"], "window": "last_30_days"},
}


def seeing_only(*regions: str) -> Viewer:
    policy = RowPolicy((RowRule("shop.sale", "region", regions),))
    return Viewer(user_id=2, name="Somebody of a region", role="viewer", row_policy=policy)


@pytest.mark.parametrize("backend", ["ops", "lake"])
def test_each_policy_gets_its_own_rows(somebody: Viewer, now: datetime, backend: str) -> None:
    world.route("sales", backend)
    question = world.ask_for("sales", dimensions=("region",), window="last_30_days")

    def regions(viewer: Viewer) -> set[str]:
        answer = resolve(question, viewer, now=now, form=Form.JSON)
        assert answer.ready is not None
        return {row["region"] for row in json.loads(b"{" + answer.ready.json_members + b"}")["data"]}

    assert regions(somebody) == {"North", "South", "Åland", "Unknown"}
    assert regions(seeing_only("North")) == {"North"}
    assert regions(seeing_only("South", "Åland")) == {"South", "Åland"}
    assert regions(somebody) == {"North", "South", "Åland", "Unknown"}


def test_equal_policies_share_an_answer(now: datetime) -> None:
    question = world.ask_for("sales", window="last_30_days")
    resolve(question, seeing_only("North", "South"), now=now, form=Form.JSON)

    shared = resolve(question, seeing_only("South", "North"), now=now, form=Form.JSON)

    assert shared.state is TileState.CACHED


def test_a_drawn_tile_is_not_shared(somebody: Viewer, now: datetime) -> None:
    question = question_of_widget(create_widget(spec=BY_REGION, actor=None).pk)
    resolve(question, somebody, now=now, form=Form.TILE)

    restricted = resolve(question, seeing_only("North"), now=now, form=Form.TILE)

    assert restricted.ready is not None
    assert restricted.executed
    assert "South" not in restricted.ready.body_html


def test_a_last_good_value_is_not_shared(somebody: Viewer, now: datetime, engines: Path) -> None:
    question = world.ask_for("revenue", window="last_30_days")
    resolve(question, somebody, now=now, form=Form.JSON)

    with world.lakehouse_away(engines):
        restricted = resolve(question, seeing_only("North"), now=now, form=Form.JSON)

    assert (restricted.state, restricted.ready) == (TileState.FAILED, None)
