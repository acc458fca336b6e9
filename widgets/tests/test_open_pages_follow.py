"""An open page asks whether anything changed, and its tiles ask again when something did."""

import re

import pytest
from django.test import Client

from accounts.models import User
from routing.models import Route
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SPEC = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}


@pytest.fixture
def reader(client: Client, viewer: User) -> Client:
    client.force_login(viewer)
    return client


def version_told(reader: Client) -> str:
    found = re.search(r"since=(\d+)", reader.get("/changes/").content.decode())
    assert found
    return found.group(1)


def test_nothing_changed_is_told_without_a_body(reader: Client) -> None:
    assert reader.get(f"/changes/?since={version_told(reader)}").status_code == 204


def test_a_page_that_asks_for_the_first_time_refreshes_nothing(reader: Client) -> None:
    assert "HX-Trigger" not in reader.get("/changes/").headers


def test_a_changed_route_makes_the_tiles_ask_again(reader: Client) -> None:
    seen = version_told(reader)
    Route.objects.filter(metric__name="revenue").update(backend="postgres")

    answer = reader.get(f"/changes/?since={seen}")

    assert answer.headers["HX-Trigger"] == "portal:changed"
    assert f"since={version_told(reader)}" in answer.content.decode()


def test_a_tile_listens(reader: Client) -> None:
    widget = create_widget(spec=SPEC, actor=None)

    assert "portal:changed from:body" in reader.get(f"/tiles/{widget.pk}/").content.decode()
