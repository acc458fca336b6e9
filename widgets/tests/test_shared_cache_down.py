"""Redis stops under the portal: every asker is told so in our words, and answered again when it is back."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from tests.redis_server import RedisServer
from widgets.models import Widget
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.redis]

ASK = "/v1/metrics/revenue/data?window=last_30_days"


@pytest.fixture
def widget(redis_server: RedisServer, settings: Settings, governed: None) -> Iterator[Widget]:
    """A saved widget of a portal whose shared caches are in a Redis of this test's own."""
    in_redis = {
        "BACKEND": "metrics_portal.redis_cache.RedisCache",
        "LOCATION": redis_server.url,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},
    }
    before = settings.CACHES
    settings.CACHES = {**before, **{name: {**in_redis, "KEY_PREFIX": name} for name in ("answers", "leases")}}
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}
    yield create_widget(spec=spec, actor=None)
    settings.CACHES = before


@pytest.mark.usefixtures("widget")
def test_a_program_gets_a_problem_and_an_answer_when_it_is_back(
    api: APIClient, redis_server: RedisServer
) -> None:
    before = api.get(ASK)
    redis_server.stop()
    during = [api.get(ASK + "&refresh=true"), api.get("/readyz")]
    redis_server.start()
    after = api.get(ASK)

    assert before.status_code == after.status_code == 200
    assert [answer.status_code for answer in during] == [503, 503]
    assert during[0].json()["code"] == "shared_cache_unavailable"
    assert during[0]["Retry-After"] == "5"


def test_a_tile_says_so_and_the_page_stands(
    client: Client, viewer: User, widget: Widget, redis_server: RedisServer
) -> None:
    client.force_login(viewer)
    redis_server.stop()

    tile = client.get(f"/tiles/{widget.pk}/", headers={"HX-Request": "true"})

    assert tile.status_code == 503
    assert "shared cache" in tile.json()["detail"]
    assert redis_server.url not in tile.content.decode()
    assert client.get("/routes/").status_code == 200
