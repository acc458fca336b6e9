"""What an answer costs in queries of the portal's own database, besides the engine's and the cache's."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.contracts import Viewer
from widgets import plan
from widgets.contracts import Form
from widgets.models import Dashboard, Placement
from widgets.resolver import resolve
from widgets.selectors import dashboard, question_of_widget
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SPEC = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}

SERIES = {
    "title": "Revenue by day",
    "visual": "line",
    "intent": {"metric": "revenue", "window": "last_30_days", "grain": "day"},
}


def own_queries(captured: CaptureQueriesContext) -> list[str]:
    return [query["sql"] for query in captured.captured_queries if "portal_cache" not in query["sql"]]


def test_a_cached_answer_takes_one_query_and_one_read_of_the_cache(api: APIClient) -> None:
    widget = create_widget(spec=SPEC, actor=None)
    api.post(f"/v1/widgets/{widget.pk}/data", {}, format="json")
    caches["default"].clear()  # as in another process than the one that asked the engine

    with CaptureQueriesContext(connection) as captured:
        response = api.post(f"/v1/widgets/{widget.pk}/data", {}, format="json")

    assert response.json()["cache_hit"]
    assert len(own_queries(captured)) == 1  # the token with its user and the configuration's version
    assert len(captured) == 2


@pytest.mark.parametrize("address", ["/v1/widgets/{widget.pk}/data", "/v1/metrics/revenue/data"])
def test_what_the_process_asked_itself_is_at_hand(api: APIClient, address: str) -> None:
    widget = create_widget(spec=SPEC, actor=None)
    ask = api.get if "metrics" in address else api.post
    ask(address.format(widget=widget), {}, format="json")

    with CaptureQueriesContext(connection) as captured:
        response = ask(address.format(widget=widget), {}, format="json")

    assert response.json()["cache_hit"]
    assert len(captured) == 1  # the token alone


def test_a_cached_answer_on_a_changed_configuration_takes_one_query_more(api: APIClient) -> None:
    widget = create_widget(spec=SPEC, actor=None)
    api.post(f"/v1/widgets/{widget.pk}/data", {}, format="json")
    create_widget(spec={**SPEC, "title": "Another"}, actor=None)

    with CaptureQueriesContext(connection) as captured:
        api.post(f"/v1/widgets/{widget.pk}/data", {}, format="json")

    assert len(own_queries(captured)) == 2  # the widget with its route is read again


def test_a_cached_answer_writes_no_sql_and_checks_none(
    somebody: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = create_widget(spec=SPEC, actor=None)
    resolve(question_of_widget(widget.pk), somebody, now=now, form=Form.JSON)

    def forbidden(*_given: object, **_named: object) -> None:
        pytest.fail("SQL was generated or checked on a cache hit")

    monkeypatch.setattr(plan, "compile_intent", forbidden)
    monkeypatch.setattr(plan.guard, "check", forbidden)

    assert resolve(question_of_widget(widget.pk), somebody, now=now, form=Form.JSON).cache_hit


def test_a_cold_answer_takes_eight_statements_with_the_caches_own(api: APIClient) -> None:
    first, second = (
        create_widget(spec={**SPEC, "intent": {**SPEC["intent"], "window": window}}, actor=None)
        for window in ("last_30_days", "last_90_days")
    )
    api.post(f"/v1/widgets/{first.pk}/data", {}, format="json")
    api.post(f"/v1/widgets/{first.pk}/data", {"refresh": True}, format="json")  # has the load times at hand

    with CaptureQueriesContext(connection) as captured:
        response = api.post(f"/v1/widgets/{second.pk}/data", {}, format="json")

    assert response.json()["executed"]
    assert len(own_queries(captured)) == 2  # the token; the widget with its route
    assert len(captured) == 8  # a look, the flight and the slot taken and given back, the answer kept


def test_a_new_answer_that_was_asked_for_reads_no_stored_one(api: APIClient) -> None:
    widget = create_widget(spec=SERIES, actor=None)
    for _ in range(2):
        api.post(f"/v1/widgets/{widget.pk}/data", {"refresh": True}, format="json")

    with CaptureQueriesContext(connection) as captured:
        response = api.post(f"/v1/widgets/{widget.pk}/data", {"refresh": True}, format="json")

    assert response.json()["executed"]
    assert (
        len(own_queries(captured)) == 1
    )  # the token: the flips of the route are remembered as the question is
    assert len(captured) == 6  # the flight and the slot taken and given back, the answer kept


def test_a_dashboard_takes_two_queries_however_many_tiles(
    django_assert_num_queries: Callable[[int], CaptureQueriesContext],
) -> None:
    board = Dashboard.objects.create(slug="first", title="First")
    for position in range(6):
        widget = create_widget(spec={**SPEC, "title": f"Revenue {position}"}, actor=None)
        Placement.objects.create(dashboard=board, widget=widget, position=position)

    with django_assert_num_queries(2):
        tiles = [(tile.widget.title, tile.widget.metric.name) for tile in dashboard("first").placements.all()]

    assert len(tiles) == 6


def test_the_list_of_widgets_takes_three_queries(api: APIClient) -> None:
    for position in range(6):
        create_widget(spec={**SPEC, "title": f"Revenue {position}"}, actor=None)

    with CaptureQueriesContext(connection) as captured:
        assert api.get("/v1/widgets").json()["count"] == 6

    assert len(captured) == 3  # the token, the count, the page
