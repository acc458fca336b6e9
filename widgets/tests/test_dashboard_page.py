"""The dashboard's page: tiles the cache can answer come with it, the others ask for themselves; few queries for all."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from catalog.models import Metric
from widgets.models import Dashboard, Placement, Widget
from widgets.services import create_widget
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

METRICS = ("revenue", "sales", "sales_on_hand")
_STATE = re.compile(r'<article id="tile-([-0-9a-f]+)" class="\w+ span-\d+" data-state="(\w+)"')


@pytest.fixture
def board() -> Dashboard:
    made = Dashboard.objects.create(slug="first", title="First")
    for position in range(6):
        metric = METRICS[position % len(METRICS)]
        intent = (
            {"metric": metric} if metric == "sales_on_hand" else {"metric": metric, "window": "last_30_days"}
        )
        spec = {"title": f"{metric} {position}", "visual": "kpi", "intent": intent}
        Placement.objects.create(
            dashboard=made, widget=create_widget(spec=spec, actor=None), position=position
        )
    return made


@pytest.fixture
def reader(client: Client, viewer: User) -> Client:
    client.force_login(viewer)
    return client


def states(reader: Client, query: str = "") -> dict[str, str]:
    return dict(_STATE.findall(reader.get(f"/dashboards/first/{query}").content.decode()))


def ask_each(reader: Client, query: str = "") -> None:
    for widget in Widget.objects.all():
        assert reader.get(f"/tiles/{widget.pk}/{query}").status_code == 200


def test_a_page_nobody_asked_before_is_made_of_tiles_that_ask(reader: Client, board: Dashboard) -> None:
    assert set(states(reader).values()) == {"loading"}


def test_what_was_asked_before_comes_with_the_page(reader: Client, board: Dashboard) -> None:
    ask_each(reader)

    assert set(states(reader).values()) == {"cached"}


def test_a_known_tile_is_the_one_its_own_address_gives(reader: Client, board: Dashboard) -> None:
    ask_each(reader)
    widget = Widget.objects.get(title="revenue 0")

    page = reader.get("/dashboards/first/").content.decode()
    alone = reader.get(f"/tiles/{widget.pk}/?span=4&page=last_30_days").content.decode()

    start = page.index(f'<article id="tile-{widget.pk}"')
    assert _ageless(page[start : start + len(alone)]) == _ageless(alone)


def test_an_answer_to_another_range_is_not_taken_for_this_one(reader: Client, board: Dashboard) -> None:
    ask_each(reader)

    told = states(reader, "?window=last_7_days")

    timeless = str(Widget.objects.get(title="sales_on_hand 2").pk)
    assert told.pop(timeless) == "cached"  # a metric of the present state has no window to change
    assert set(told.values()) == {"loading", "cached"}
    assert list(told.values()).count("loading") == 4


def test_a_stale_answer_is_shown_as_being_refreshed(reader: Client, board: Dashboard) -> None:
    for metric in METRICS:
        world.route(metric, "ops" if metric == "sales" else "lake", cache_seconds=0, stale_seconds=3600)
    ask_each(reader)

    assert set(states(reader).values()) == {"refreshing"}


def test_a_tile_whose_metric_was_retired_says_so_and_the_page_stands(
    reader: Client, board: Dashboard, now: datetime
) -> None:
    Metric.objects.filter(name="revenue").update(retired_at=now)

    page = reader.get("/dashboards/first/")

    assert page.status_code == 200
    told = re.findall(r'<article class="kpi span-4"><header><div><h2>(.*?)</h2>', page.content.decode())
    assert told == ["revenue 0", "revenue 3"]
    assert page.content.decode().count("Its metric was retired.") == 2


def test_a_row_policy_is_never_shown_what_another_asked(
    client: Client, reader: Client, board: Dashboard, analyst: User
) -> None:
    ask_each(reader)
    User.objects.filter(pk=analyst.pk).update(row_policy=world.row_policy("north", "North"))
    other = Client()
    other.force_login(User.objects.get(pk=analyst.pk))

    assert set(states(other).values()) == {"loading"}


def test_a_filter_no_tile_can_take_leaves_the_page_standing(reader: Client, board: Dashboard) -> None:
    ask_each(reader)

    assert set(states(reader, "?filter=planet:in:Mars").values()) == {"loading"}


@pytest.mark.parametrize("tiles", [1, 6])
def test_a_page_takes_as_many_queries_for_one_tile_as_for_six(
    reader: Client, board: Dashboard, tiles: int
) -> None:
    ask_each(reader)
    Placement.objects.filter(position__gte=tiles).delete()
    reader.get("/dashboards/first/")

    with CaptureQueriesContext(connection) as captured:
        reader.get("/dashboards/first/")

    # The session, the reader, the board, its tiles, the cache, the list of boards in the rail.
    assert len(captured) == 6, [query["sql"][:120] for query in captured.captured_queries]


def test_a_cached_tile_takes_three_queries_and_one_read_of_the_cache(
    reader: Client, board: Dashboard, django_assert_num_queries: Callable[[int], CaptureQueriesContext]
) -> None:
    ask_each(reader)
    address = f"/tiles/{Widget.objects.get(title='revenue 0').pk}/"
    reader.get(address)

    with django_assert_num_queries(4):  # the session, the reader, the widget with its route; the cache
        reader.get(address)


def test_an_empty_cache_costs_the_page_nothing_more(reader: Client, board: Dashboard) -> None:
    reader.get("/dashboards/first/")
    caches["answers"].clear()

    with CaptureQueriesContext(connection) as captured:
        reader.get("/dashboards/first/")

    assert len(captured) == 6


def _ageless(markup: str) -> str:
    """Without what counts seconds, and the size the page placed the tile with."""
    return re.sub(r'data-age="\d+"|>[^<]*</time>|\d+ s|just now', "", markup)
