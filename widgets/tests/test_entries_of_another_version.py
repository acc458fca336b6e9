"""Answers that an earlier version of the portal kept, and this one cannot read: each tile is asked anew, none fails."""

import base64
import dataclasses
from collections.abc import Callable, Iterator

import pytest
import redis
from django.core.cache import caches
from django.db import connection
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from metrics_portal.tests.gone import pickle_of_a_class_that_is_gone
from widgets import answers, contracts
from widgets.models import Widget
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SPEC = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}


@pytest.fixture
def widget() -> Widget:
    return create_widget(spec=SPEC, actor=None)


@pytest.fixture(params=["table", pytest.param("redis", marks=pytest.mark.redis)])
def make_unreadable(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Callable[[], int]]:
    """Makes every entry of the answers' cache one of a class that is gone; gives how many there are."""
    gone = pickle_of_a_class_that_is_gone()

    def in_table() -> int:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE portal_cache_answers SET value = %s", [base64.b64encode(gone).decode()])
            return int(cursor.rowcount)

    if request.param == "table":
        yield in_table
        return
    url = request.getfixturevalue("redis_url")
    ours = {"BACKEND": "metrics_portal.redis_cache.RedisCache", "LOCATION": url, "KEY_PREFIX": "answers"}
    before = settings.CACHES
    settings.CACHES = {**before, "answers": ours}

    def in_redis() -> int:
        with redis.Redis.from_url(url) as client:
            keys = client.keys()
            client.mset(dict.fromkeys(keys, gone))
            return len(keys)

    yield in_redis
    settings.CACHES = before  # no other fixture's end is to look for what is gone by then


def test_each_tile_is_answered_fresh(
    make_unreadable: Callable[[], int], api: APIClient, viewer: User, widget: Widget
) -> None:
    reader = Client()
    reader.force_login(viewer)
    data, tile = f"/v1/widgets/{widget.pk}/data", f"/tiles/{widget.pk}/"
    assert [api.post(data).json()["state"] for _ in range(2)] == ["fresh", "cached"]
    assert 'data-state="cached"' in reader.get(tile).content.decode()

    assert make_unreadable() >= 2  # the answer and its tile
    caches["default"].clear()
    told = api.post(data)

    assert (told.status_code, told.json()["state"], told.json()["executed"]) == (200, "fresh", True)
    assert [api.post(data).json()["state"], api.post(data).json()["cache_hit"]] == ["cached", True]
    drawn = reader.get(tile)
    assert (drawn.status_code, 'data-state="cached"' in drawn.content.decode()) == (200, True)

    make_unreadable()
    caches["default"].clear()
    assert 'data-state="fresh"' in reader.get(tile).content.decode()


def test_what_was_kept_with_other_fields_is_not_looked_at(
    api: APIClient, widget: Widget, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = f"/v1/widgets/{widget.pk}/data"
    assert [api.post(data).json()["state"] for _ in range(2)] == ["fresh", "cached"]

    another = dataclasses.make_dataclass(
        "TileData", [("more", int)], bases=(contracts.TileData,), frozen=True, kw_only=True
    )
    monkeypatch.setattr(answers, "TileData", another)
    answers._form.cache_clear()
    caches["default"].clear()

    assert api.post(data).json()["state"] == "fresh"
    monkeypatch.undo()
    answers._form.cache_clear()
