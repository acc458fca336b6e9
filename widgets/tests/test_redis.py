"""The same promises with Redis as the shared cache: a real server, answers in one place, one flight."""

from datetime import datetime

import pytest
from django.core.cache import caches
from pytest_django import Settings

from accounts.contracts import Viewer
from widgets import flight
from widgets.contracts import Form, TileState
from widgets.resolver import resolve
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.redis]


@pytest.fixture
def on_redis(redis_url: str, settings: Settings, governed: None) -> None:
    backend = "metrics_portal.redis_cache.RedisCache"
    settings.CACHES = {
        **settings.CACHES,
        **{
            name: {"BACKEND": backend, "LOCATION": redis_url, "KEY_PREFIX": name}
            for name in ("answers", "leases")
        },
    }


@pytest.mark.usefixtures("on_redis")
def test_an_answer_is_kept_in_redis(somebody: Viewer, now: datetime) -> None:
    question = world.ask_for("revenue", window="last_30_days")

    states = [resolve(question, somebody, now=now, form=Form.JSON).state for _ in range(2)]

    assert states == [TileState.FRESH, TileState.CACHED]
    assert type(caches["answers"]).__name__ == "RedisCache"


@pytest.mark.usefixtures("on_redis")
def test_a_lease_is_held_by_one_and_given_back() -> None:
    token = flight.take_lease("some-key", seconds=30)

    assert token is not None
    assert flight.take_lease("some-key", seconds=30) is None
    flight.give_back_lease("some-key", token)
    assert flight.take_lease("some-key", seconds=30) is not None
