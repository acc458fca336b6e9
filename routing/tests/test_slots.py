"""No more queries run on a backend at once than it has slots, over all processes."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import OperationalError, connection

from routing.backends.slots import Slots
from routing.contracts import BackendError, ErrorKind

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def cache() -> Iterator[BaseCache]:
    cache = LocMemCache("slots", {})
    yield cache
    cache.clear()


def _slots(cache: BaseCache, count: int, wait: float = 0.1) -> Slots:
    return Slots(backend="duckdb", label="DuckDB", count=count, cache=cache, wait_seconds=wait)


def test_a_caller_without_a_slot_is_told_to_come_back(cache: BaseCache) -> None:
    with ExitStack() as held:
        for _ in range(2):
            held.enter_context(_slots(cache, 2).hold(10))

        with pytest.raises(BackendError) as refused, _slots(cache, 2).hold(10):
            pytest.fail("there were more than two")

    assert refused.value.kind is ErrorKind.OVERLOADED
    assert refused.value.retry_after


def test_a_slot_is_given_back_even_by_a_query_that_fails(cache: BaseCache) -> None:
    slots = _slots(cache, 1)
    for _ in range(3):
        with pytest.raises(KeyError), slots.hold(10):
            raise KeyError

    with slots.hold(10):
        assert cache.get("slot:duckdb:0")


def test_a_waiting_caller_gets_the_slot_when_it_is_free(cache: BaseCache) -> None:
    first, second = _slots(cache, 1), _slots(cache, 1, wait=5)
    order: list[str] = []
    taken = threading.Event()

    def hold_a_moment() -> None:
        with first.hold(10):
            taken.set()
            time.sleep(0.2)
            order.append("first")

    thread = threading.Thread(target=hold_a_moment)
    thread.start()
    taken.wait(5)
    with second.hold(10):
        order.append("second")
    thread.join()

    assert order == ["first", "second"]


def test_the_slot_of_a_dead_holder_expires(cache: BaseCache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.add("slot:duckdb:0", "of a process that was killed", 25)
    with pytest.raises(BackendError), _slots(cache, 1).hold(10):
        pytest.fail("the slot was still held")

    later = time.time() + 26
    monkeypatch.setattr("django.core.cache.backends.locmem.time.time", lambda: later)

    with _slots(cache, 1).hold(10):
        assert cache.get("slot:duckdb:0") != "of a process that was killed"


def test_a_slot_outlives_its_query_s_deadline(cache: BaseCache, monkeypatch: pytest.MonkeyPatch) -> None:
    with _slots(cache, 1).hold(10):
        later = time.time() + 11
        monkeypatch.setattr("django.core.cache.backends.locmem.time.time", lambda: later)
        with pytest.raises(BackendError), _slots(cache, 1).hold(10):
            pytest.fail("the slot expired while its query may still run")


def test_a_slot_outlives_the_rest_of_whoever_reads_the_rows_too(
    cache: BaseCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _slots(cache, 1).hold(10, rest_seconds=30):
        later = time.time() + 10 + 30 + 1
        monkeypatch.setattr("django.core.cache.backends.locmem.time.time", lambda: later)
        with pytest.raises(BackendError), _slots(cache, 1).hold(10):
            pytest.fail("the slot expired while its connection may still be held")


def test_a_cache_that_is_out_of_order_leaves_the_process_its_own_bound() -> None:
    class Broken(LocMemCache):
        def add(self, *args: object, **kwargs: object) -> bool:
            raise OperationalError("gone")

    slots = _slots(Broken("broken", {}), 1)
    with slots.hold(10), pytest.raises(BackendError), slots.hold(10):
        pytest.fail("there were more than one")


def test_a_free_slot_is_taken_with_one_operation_and_given_back_with_one(
    db: None, django_assert_num_queries: object
) -> None:
    calls: list[str] = []

    class Counting(LocMemCache):
        def add(self, *args: object, **kwargs: object) -> bool:
            calls.append("add")
            return super().add(*args, **kwargs)

        def delete(self, *args: object, **kwargs: object) -> bool:
            calls.append("delete")
            return super().delete(*args, **kwargs)

    with _slots(Counting("counting", {}), 4).hold(10):
        pass

    assert calls == ["add", "delete"]


WORKER = """
import json, sys, threading, time
import django
django.setup()
from django.core.cache import caches
from routing.backends.slots import Slots
slots, held = Slots(backend="shared", label="Shared", count=3, cache=caches["leases"], wait_seconds=30), []
def work():
    for _ in range(4):
        with slots.hold(10):
            start = time.monotonic()
            time.sleep(0.03)
            held.append((start, time.monotonic()))
threads = [threading.Thread(target=work) for _ in range(5)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(json.dumps(held))
"""


@pytest.mark.django_db(transaction=True)
def test_two_processes_together_never_hold_more_than_there_are() -> None:
    workers = [_start_worker() for _ in range(2)]

    held = [tuple(span) for worker in workers for span in json.loads(worker.communicate(timeout=60)[0])]

    assert len(held) == 40
    assert _most_at_once(held) == 3
    caches["leases"].clear()


def _start_worker() -> "subprocess.Popen[str]":
    own = urlsplit(settings.DATABASE_URL)
    url = own._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "metrics_portal.settings",
        "PORTAL_VAR": str(settings.VAR_DIR),
        "DATABASE_URL": url,
    }
    return subprocess.Popen(
        [sys.executable, "-c", WORKER], stdout=subprocess.PIPE, text=True, env=environment
    )


def _most_at_once(spans: list[tuple[float, ...]]) -> int:
    moves = sorted([(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans])
    now = most = 0
    for _, move in moves:
        now += move
        most = max(most, now)
    return most
