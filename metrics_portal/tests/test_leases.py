"""A lease is renewed while its work lasts: the lease itself may be short, so that a holder's death is soon noticed."""

import time

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.db import OperationalError
from pytest_django import Settings

from metrics_portal.leases import give_back_lease, holder_of, renewed, take_lease

KEY = "look"


@pytest.fixture(autouse=True)
def _in_memory(settings: Settings) -> None:
    backend = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "leases"}
    settings.CACHES = {**settings.CACHES, "leases": backend}
    caches["leases"].clear()


def test_it_outlives_its_own_time_while_the_work_lasts() -> None:
    token = take_lease(KEY, seconds=3)
    assert token

    with renewed(KEY, token, seconds=3):
        time.sleep(4)  # the subject is time
        assert holder_of(KEY) == token
        assert take_lease(KEY, seconds=3) is None

    give_back_lease(KEY, token)
    assert take_lease(KEY, seconds=3)


def test_one_that_is_another_s_by_now_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    touched: list[str] = []
    monkeypatch.setattr(LocMemCache, "touch", lambda self, key, *rest: touched.append(key))
    other = take_lease(KEY, seconds=30)

    with renewed(KEY, "ours, which expired", seconds=0.03):
        time.sleep(0.3)

    assert (holder_of(KEY), touched) == (other, [])


def test_where_it_cannot_be_renewed_the_work_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    token = take_lease(KEY, seconds=30)
    assert token

    def gone(*_arguments: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(LocMemCache, "touch", gone)

    with renewed(KEY, token, seconds=0.03):
        time.sleep(0.3)

    assert "the lease look is not renewed" in caplog.text
