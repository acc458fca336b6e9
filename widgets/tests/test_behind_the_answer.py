"""Whoever asked waits for the engine, not for what is written down for others: and the others lose nothing by it."""

import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from django.core.cache import caches
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from accounts.contracts import Viewer
from metrics_portal import afterwards
from metrics_portal.waiting import Caller, waited_for_by
from widgets import flight
from widgets.answers import Kept
from widgets.contracts import Answer, Form, TileError
from widgets.resolver import resolve
from widgets.tests import world
from widgets.tests.trips import trip

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("governed")]


@pytest.fixture
def held_up() -> Iterator[threading.Event]:
    """What is to be done behind answers waits for this event."""
    may_begin = threading.Event()
    with waited_for_by(Caller()):
        afterwards.afterwards(lambda: may_begin.wait(30))
    yield may_begin
    may_begin.set()


@pytest.fixture
def asking(somebody: Viewer, now: datetime) -> Callable[..., Answer]:
    """Somebody's request for the metric on DuckDB."""

    def ask(window: str = "last_30_days") -> Answer:
        with waited_for_by(Caller()):
            return resolve(world.ask_for("revenue", window=window), somebody, now=now, form=Form.JSON)

    return ask


def entries(cache: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM portal_cache_{cache}")
        (count,) = cursor.fetchone()
    return int(count)


def settled() -> None:
    afterwards.one_thread().submit(lambda: None).result(10)


def test_a_request_waits_for_no_write_after_its_engine(asking: Callable[..., Answer]) -> None:
    asking(window="last_90_days")  # has the load times at hand
    settled()

    with CaptureQueriesContext(connection) as captured:
        answer = asking()

    assert answer.executed
    writes = [
        re.search(r"(INSERT INTO|DELETE FROM) \"(\w+)\"", query["sql"]) for query in captured.captured_queries
    ]
    # The flight and the slot; no answer kept, nothing given back.
    taken = ("INSERT INTO", "portal_cache_leases")
    assert [write.groups() for write in writes if write] == [taken, taken]


def test_what_a_request_left_behind_is_kept_and_given_back(asking: Callable[..., Answer]) -> None:
    asking(window="last_90_days")
    settled()
    before = entries("answers")

    asking()
    settled()

    assert entries("answers") == before + 1
    assert entries("leases") == 0


def test_who_asks_before_it_is_kept_gets_the_same_answer_and_asks_no_engine(
    asking: Callable[..., Answer], held_up: threading.Event
) -> None:
    first = asking()
    caches["default"].clear()  # as another process, which has nothing at hand

    def ask_too() -> Answer:
        try:
            return asking()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(ask_too)
        with pytest.raises(TimeoutError):
            asked.result(0.3)
        held_up.set()
        second = asked.result(30)

    assert (first.executed, second.executed) == (True, False)
    assert first.ready
    assert second.ready
    assert first.ready.asked_at == second.ready.asked_at


def test_where_others_wait_here_the_answer_is_kept_before_they_wake(
    asking: Callable[..., Answer], held_up: threading.Event
) -> None:
    begun, may_end, kept = threading.Event(), threading.Event(), threading.Event()
    found = asking()  # any answer will do
    assert found.ready
    answer = Kept(ready=found.ready, pickled=b"")

    def run() -> Kept:
        begun.set()
        may_end.wait(30)
        return answer

    def fly(somebody: Caller) -> tuple[Kept | TileError, bool]:
        try:
            with waited_for_by(somebody):
                return flight.fly("one", trip(run, keep=lambda _: kept.set()), patience_seconds=30)
        finally:
            connections.close_all()

    follower = Caller()
    with ThreadPoolExecutor(2) as threads:
        leading = threads.submit(fly, Caller())
        begun.wait(30)
        following = threads.submit(fly, follower)
        while not follower._told:
            threading.Event().wait(0.01)
        may_end.set()

        assert leading.result(30) == (answer, True)
        assert following.result(30) == (answer, False)
    assert kept.is_set()
    assert not flight.is_taken("flight:one")
