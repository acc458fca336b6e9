"""A tile whose days are not the page's says on its face which they are, before it is answered and after."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from accounts.models import User
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.services import save_definition
from widgets.charts.labels import words
from widgets.models import Dashboard, Placement
from widgets.services import create_widget
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

_TILE = re.compile(r'<article id="tile-([-0-9a-f]+)".*?</article>', re.DOTALL)
_DAYS = re.compile(r'<p><span class="days">(?:<svg.*?</svg>)?(.*?)</span>(?:<span>|</p>)', re.DOTALL)
_URL = re.compile(r'hx-get="([^"]+)" hx-trigger="[^"]*" hx-swap="outerHTML"')
_TITLE = re.compile(r'<h2 id="name-[^"]+">(.*?)</h2>')

Place = Callable[..., str]


@pytest.fixture
def reader(client: Client, viewer: User) -> Client:
    client.force_login(viewer)
    return client


@pytest.fixture
def place() -> Place:
    """Puts a widget on the board and tells its title; two of the page's own range are there already."""
    board = Dashboard.objects.create(slug="first", title="First")

    def put(title: str, *, visual: str = "kpi", fixed: bool = False, **intent: Any) -> str:
        spec = {
            "title": title,
            "visual": visual,
            "intent": {"metric": "revenue", **intent},
            "options": {"fixed_window": fixed},
        }
        widget = create_widget(spec=spec, actor=None)
        Placement.objects.create(dashboard=board, widget=widget, position=board.placements.count())
        return title

    for title in ("one", "two"):
        put(title, window="last_30_days")
    return put


def running(name: str, **span: str) -> None:
    """A metric whose every day also tells of the days before it."""
    plain = {"name": name, "label": name, "type": "cumulative", "cumulative": {"metric": "sales", **span}}
    save_definition(
        definition=MetricDefinition.model_validate(plain), author=None, origin=MetricRevision.Origin.FILE
    )
    world.route(name, "ops")


def faces(reader: Client, query: str = "") -> dict[str, str]:
    """What each tile says of its days, by title: the same while it loads, when it is answered and when it is known."""
    page = reader.get(f"/dashboards/first/{query}").content.decode()
    loading = {title: days for title, days, _ in map(_face, _TILE.finditer(page))}
    answered = {}
    for _, _, url in map(_face, _TILE.finditer(page)):
        tile = _TILE.search(reader.get(url).content.decode())
        assert tile is not None
        title, days, _ = _face(tile)
        answered[title] = days
    known = reader.get(f"/dashboards/first/{query}").content.decode()
    assert loading == answered == {title: days for title, days, _ in map(_face, _TILE.finditer(known))}
    return answered


def _face(tile: re.Match[str]) -> tuple[str, str, str]:
    title, days, url = (pattern.search(tile[0]) for pattern in (_TITLE, _DAYS, _URL))
    assert title is not None
    assert url is not None
    return title[1], unescape(re.sub("<[^>]+>", "", days[1])) if days else "", unescape(url[1])


def day(ago: int) -> str:
    return _written(timezone.localdate() - timedelta(days=ago))


def _written(when: date) -> str:
    language = words(settings.PORTAL_LOCALE)
    return language.day(when) if when.year == timezone.localdate().year else language.full_day(when)


def test_the_page_s_own_range_is_said_by_the_page_alone(reader: Client, place: Place) -> None:
    assert set(faces(reader).values()) == {""}


@pytest.mark.parametrize("visual", ["kpi", "bar"])
def test_a_range_of_its_own_is_named(reader: Client, place: Place, visual: str) -> None:
    cut = {"dimensions": ["region"]} if visual == "bar" else {}
    own = place("own", visual=visual, fixed=True, window="last_7_days", **cut)

    assert faces(reader)[own] == f"own range: {day(7)} to {day(1)}"


def test_what_is_the_page_s_range_is_up_to_the_page(reader: Client, place: Place) -> None:
    own = place("own", fixed=True, window="last_7_days")

    told = faces(reader, "?window=last_7_days")

    assert set(told.values()) == {""}
    assert faces(reader, "?window=last_90_days")[own] == f"own range: {day(7)} to {day(1)}"


def test_a_tile_saved_with_another_window_says_so_until_the_page_has_a_range(
    reader: Client, place: Place
) -> None:
    other = place("other", window="last_7_days")

    assert faces(reader)[other] == f"own range: {day(7)} to {day(1)}"
    assert faces(reader, "?window=last_90_days")[other] == ""


def test_a_rolling_figure_names_the_days_it_sums_up(reader: Client, place: Place) -> None:
    running("sales_28d", trailing="28d")
    figure = place("figure", metric="sales_28d", grain="day", totals=True, window="last_30_days")
    series = place("series", visual="line", metric="sales_28d", grain="day", window="last_30_days")
    own = place("own", visual="line", metric="sales_28d", grain="day", fixed=True, window="last_7_days")

    told = faces(reader)

    assert told[figure] == f"28 days to {day(1)}"
    assert told[series] == "28 days to each day"
    assert told[own] == f"28 days to each day; own range: {day(7)} to {day(1)}"


def test_a_running_total_names_where_it_begins_and_ends(reader: Client, place: Place) -> None:
    running("sales_mtd", to_date="month")
    figure = place("figure", metric="sales_mtd", window="last_30_days")

    assert faces(reader)[figure] == f"month to {day(1)}"


def test_a_figure_of_the_last_day_alone_says_so(reader: Client, place: Place) -> None:
    last = place("last", grain="day", window="last_30_days")

    assert faces(reader)[last] == "latest day"


def test_minutes_and_the_present_state_are_named_in_words(reader: Client, place: Place) -> None:
    minutes = place("minutes", fixed=True, window="last_15_minutes")
    now = place("now", visual="bar", metric="sales_on_hand", dimensions=["region"])

    told = faces(reader)

    assert told[minutes] == "own range: last 15 minutes"
    assert told[now] == "right now"


def test_a_page_that_is_no_window_is_refused_by_name(reader: Client, place: Place) -> None:
    page = reader.get("/dashboards/first/").content.decode()
    url = _face(next(iter(_TILE.finditer(page))))[2]

    answer = reader.get(url.replace("last_30_days", "a_fortnight"), headers={"Accept": "application/json"})

    assert answer.status_code == 422
    assert (answer.json()["field"], answer.json()["value"]) == ("page", "a_fortnight")
    assert "last_N_days" in answer.json()["choices"]
