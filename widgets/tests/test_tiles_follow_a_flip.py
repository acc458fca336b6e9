"""After a flip a tile is answered by the new backend; what the old one said is never shown as the new one's."""

from datetime import datetime
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from routing.flipping.services import Asker, flip, undo
from routing.models import Origin
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

REASON = "The lakehouse is rebuilt today."
SPEC = {
    "title": "Revenue",
    "visual": "kpi",
    "intent": {"metric": "revenue", "window": "mtd", "grain": "day", "totals": True},
}


@pytest.fixture
def asker(operator: User) -> Asker:
    return Asker(user=operator, origin=Origin.ADMIN)


@pytest.fixture
def tile() -> str:
    return str(create_widget(spec=SPEC, actor=None, key="revenue-tile").pk)


def ask(api: APIClient, tile: str) -> dict[str, Any]:
    return dict(api.get(f"/v1/widgets/{tile}/data").json())


def test_the_new_backend_answers_at_once_and_the_old_answer_is_kept_apart(
    api: APIClient, tile: str, asker: Asker, now: datetime
) -> None:
    first, cached = ask(api, tile), ask(api, tile)
    assert (first["backend"], cached["cache_hit"]) == ("lake", True)

    flip(metric_name="revenue", backend="ops", asker=asker, at=now, reason=REASON)
    moved = ask(api, tile)

    assert (moved["backend"], moved["source"], moved["cache_hit"]) == ("ops", "postgres", False)
    assert moved["provenance"]["query_id"] != first["provenance"]["query_id"]

    undo(metric_name="revenue", asker=asker)
    back = ask(api, tile)

    assert (back["backend"], back["cache_hit"]) == ("lake", True)
    assert back["provenance"]["query_id"] == first["provenance"]["query_id"]


def test_the_move_is_on_the_series(api: APIClient, tile: str, asker: Asker, now: datetime) -> None:
    flip(metric_name="revenue", backend="ops", asker=asker, at=now, reason=REASON)

    (annotation,) = ask(api, tile)["annotations"]

    assert annotation["text"] == f"moved to PostgreSQL (ops); {REASON}"
    assert annotation["parity_report"] is None
