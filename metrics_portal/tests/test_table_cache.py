"""The shared cache in a table: a lease goes to one caller, and a write does not weaken anyone's transaction."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from metrics_portal.table_cache import TableCache

pytestmark = pytest.mark.django_db


@pytest.fixture
def cache() -> TableCache:
    return TableCache("portal_cache_leases", {"MAX_ENTRIES": 20_000})


def _expire(key: str) -> None:
    past = timezone.now() - timedelta(minutes=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE portal_cache_leases SET expires = %s WHERE cache_key LIKE %s", [past, f"%{key}"]
        )
        assert cursor.rowcount == 1


def test_a_taken_key_is_not_added_again(cache: TableCache) -> None:
    assert cache.add("lease", "first", 20)
    assert not cache.add("lease", "second", 20)
    assert cache.get("lease") == "first"


def test_values_come_back_as_they_were(cache: TableCache) -> None:
    value = {"at": datetime(2026, 3, 1, tzinfo=UTC), "rows": [(1, None)], "text": "né"}
    cache.set("a", value, None)
    cache.set("a", {**value, "rows": []})

    assert cache.get_many(["a", "b"]) == {"a": {**value, "rows": []}}
    assert cache.delete("a")
    assert not cache.delete("a")


def test_an_expired_key_is_absent_and_can_be_taken(cache: TableCache) -> None:
    cache.add("lease", "dead", 20)
    _expire("lease")

    assert cache.get("lease") is None
    assert cache.add("lease", "alive", 20)
    assert cache.get("lease") == "alive"


@pytest.mark.django_db(transaction=True)
def test_an_expired_lease_goes_to_one_of_many_who_come_at_once(cache: TableCache) -> None:
    for turn in range(5):
        cache.set(f"lease-{turn}", "dead", 20)
        _expire(f"lease-{turn}")
        winners, start = [], threading.Barrier(6)

        def take(
            key: str = f"lease-{turn}", winners: list[bool] = winners, start: threading.Barrier = start
        ) -> None:
            start.wait()
            winners.append(cache.add(key, threading.get_ident(), 20))
            connection.close()

        threads = [threading.Thread(target=take) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert winners.count(True) == 1
    cache.clear()


def test_a_write_inside_a_transaction_leaves_its_durability_alone(cache: TableCache) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = 'remote_apply'")
        cache.set("a", 1, 20)
        cursor.execute("SHOW synchronous_commit")
        assert cursor.fetchone() == ("remote_apply",)


def test_the_table_stays_within_its_bound(cache: TableCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metrics_portal.table_cache._WRITES_PER_COUNT", 1)
    monkeypatch.setattr(cache, "_max_entries", 5)

    for number in range(20):
        cache.set(f"key-{number:02}", number, 60)

    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM portal_cache_leases")
        assert cursor.fetchone()[0] <= 6


def test_an_entry_ends_only_while_it_holds_that_value(cache: TableCache) -> None:
    cache.set("lease", "another's", 20)

    assert not cache.expire_if("lease", "ours")
    assert cache.get("lease") == "another's"
    assert cache.expire_if("lease", "another's")
    assert cache.get("lease") is None


def test_who_adds_an_entry_is_told_whether_there_was_one(cache: TableCache) -> None:
    assert cache.add_told("lease", "first", 20) is True
    assert cache.add_told("lease", "second", 20) is None
    cache.expire_if("lease", "first")
    assert cache.add_told("lease", "second", 20) is False
    assert cache.get("lease") == "second"
