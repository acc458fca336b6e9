"""What an earlier version of the portal kept in a shared cache, in classes that are gone: absent, and told once."""

import base64
import logging
import pickle
from collections.abc import Callable

import pytest
import redis
from django.core.cache import BaseCache
from django.db import connection

from metrics_portal import cache_entries
from metrics_portal.redis_cache import RedisCache
from metrics_portal.table_cache import TableCache
from metrics_portal.tests.gone import pickle_of_a_class_that_is_gone

pytestmark = pytest.mark.django_db
GONE = pickle_of_a_class_that_is_gone()
Overwrite = Callable[[str, bytes], None]


@pytest.fixture(params=["table", pytest.param("redis", marks=pytest.mark.redis)])
def cache(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> BaseCache:
    monkeypatch.setattr(cache_entries, "_told", set())
    if request.param == "table":
        return TableCache("portal_cache_answers", {"MAX_ENTRIES": 20_000})
    return RedisCache(request.getfixturevalue("redis_url"), {"KEY_PREFIX": "portal-answers"})


@pytest.fixture
def overwrite(cache: BaseCache, request: pytest.FixtureRequest) -> Overwrite:
    """Puts other bytes where a key's value is."""

    def in_table(key: str, entry: bytes) -> None:
        with connection.cursor() as cursor:
            text = base64.b64encode(entry).decode()
            cursor.execute(
                "UPDATE portal_cache_answers SET value = %s WHERE cache_key = %s", [text, cache.make_key(key)]
            )
            assert cursor.rowcount == 1

    def in_redis(key: str, entry: bytes) -> None:
        with redis.Redis.from_url(request.getfixturevalue("redis_url")) as client:
            assert client.set(cache.make_key(key), entry, xx=True)

    return in_table if isinstance(cache, TableCache) else in_redis


def test_it_cannot_be_read_by_itself() -> None:
    with pytest.raises(ModuleNotFoundError):
        pickle.loads(GONE)  # noqa: S301 - our own


def test_an_entry_that_cannot_be_read_is_absent(cache: BaseCache, overwrite: Overwrite) -> None:
    cache.set_many({"answer:1": "old", "answer:2": "readable", "lease": 7})
    overwrite("answer:1", GONE)

    assert cache.get("answer:1") is None
    assert cache.get("answer:1", "nothing") == "nothing"
    assert cache.get_many(["answer:1", "answer:2", "lease", "never"]) == {"answer:2": "readable", "lease": 7}
    assert cache.get_many([]) == {}

    cache.set("answer:1", "new")
    assert cache.get("answer:1") == "new"


@pytest.mark.parametrize("entry", [b"", b"\x80\x05", b"no pickle"], ids=["empty", "cut off", "other bytes"])
def test_whatever_is_no_entry_is_absent(cache: BaseCache, overwrite: Overwrite, entry: bytes) -> None:
    cache.set("answer:1", "old")
    overwrite("answer:1", entry)

    assert cache.get("answer:1") is None


def test_it_is_told_once_for_each_kind_of_key(
    cache: BaseCache, overwrite: Overwrite, caplog: pytest.LogCaptureFixture
) -> None:
    for key in ("answer:1", "answer:2", "tile:1"):
        cache.set(key, "old")
        overwrite(key, GONE)

    with caplog.at_level(logging.WARNING, logger=cache_entries.__name__):
        for _ in range(2):
            cache.get_many(["answer:1", "answer:2", "tile:1"])

    told = [record.getMessage() for record in caplog.records if record.name == cache_entries.__name__]
    assert [("'answer'" in words, "'tile'" in words) for words in told] == [(True, False), (False, True)]
    assert all("an_earlier_version" in words for words in told)
