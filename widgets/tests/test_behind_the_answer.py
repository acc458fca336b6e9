"""Whoever asked waits for the engine, not for what is written down for others: and the others lose nothing by it."""

import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import pytest
from django.core.cache import caches
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from accounts.contracts import Viewer
from metrics_portal import afterwards
from metrics_portal.waiting import Caller, waited_for_by
from routing.backends.slots import Slots
from routing.contracts import ErrorKind
from widgets import flight
from widgets.answers import Kept
from widgets.contracts import Answer, Form, TileError
from widgets.resolver import resolve
from widgets.specs import WidgetSpec
from widgets.tests import world
from widgets.tests.callers import Passenger
from widgets.tests.trips import trip

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("governed")]


@contextmanager
def in_a_request(somebody: Caller | None = None) -> Iterator[None]:
    """As the handler has it: what is left behind begins when the answer was sent."""
    behind = afterwards.Behind()
    with waited_for_by(somebody or Caller()), behind.left():
        yield
    behind.begin()


@pytest.fixture
def held_up() -> Iterator[threading.Event]:
    """What is to be done behind answers waits for this event."""
    may_begin = threading.Event()
    with in_a_request():
        afterwards.afterwards(lambda: may_begin.wait(30))
    yield may_begin
    may_begin.set()


@pytest.fixture
def asking(somebody: Viewer, now: datetime) -> Callable[..., Answer]:
    """Somebody's request for the metric on DuckDB, or for a widget that shows it."""

    def ask(window: str = "last_30_days", form: Form = Form.JSON, *, refresh: bool = False) -> Answer:
        question = world.ask_for("revenue", window=window)
        if form is Form.TILE:
            question = replace(
                question, spec=WidgetSpec(title="Revenue", visual="kpi", intent=question.intent)
            )
        with in_a_request():
            return resolve(question, somebody, now=now, form=form, refresh=refresh)

    return ask


def entries(cache: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM portal_cache_{cache} WHERE expires >= now()")
        (count,) = cursor.fetchone()
    return int(count)


def settled() -> None:
    afterwards.one_thread().submit(lambda: None).result(10)


@pytest.mark.parametrize("form", Form)
def test_a_request_waits_for_no_write_after_its_engine(asking: Callable[..., Answer], form: Form) -> None:
    asking(window="last_90_days")  # has the load times at hand
    settled()

    with CaptureQueriesContext(connection) as captured:
        answer = asking(form=form)

    assert answer.executed
    writes = [
        re.search(r"(INSERT INTO|DELETE FROM) \"(\w+)\"", query["sql"]) for query in captured.captured_queries
    ]
    # The flight and the slot; no answer kept, nothing given back.
    taken = ("INSERT INTO", "portal_cache_leases")
    assert [write.groups() for write in writes if write] == [taken, taken]


@pytest.mark.parametrize(("form", "kept"), [(Form.JSON, 1), (Form.TILE, 2)])
def test_what_a_request_left_behind_is_kept_and_given_back(
    asking: Callable[..., Answer], form: Form, kept: int
) -> None:
    asking(window="last_90_days")
    settled()
    before = entries("answers")

    asking(form=form)
    settled()

    assert entries("answers") == before + kept
    assert entries("leases") == 0


@pytest.mark.parametrize("refresh", [False, True])
def test_who_asks_before_it_is_kept_gets_the_same_answer_and_who_wants_a_new_one_a_new_one(
    asking: Callable[..., Answer], held_up: threading.Event, refresh: bool
) -> None:
    first = asking(refresh=refresh)
    caches["default"].clear()  # as another process, which has nothing at hand

    def ask_too() -> Answer:
        try:
            return asking(refresh=refresh)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(ask_too)
        with pytest.raises(TimeoutError):
            asked.result(0.3)
        held_up.set()
        second = asked.result(30)

    assert (first.executed, second.executed) == (True, refresh)
    assert first.ready
    assert second.ready
    assert (first.ready.asked_at == second.ready.asked_at) is not refresh


def test_where_others_wait_here_the_answer_is_kept_before_they_wake(
    asking: Callable[..., Answer], held_up: threading.Event
) -> None:
    begun, may_end, kept = threading.Event(), threading.Event(), threading.Event()
    found = asking()  # any answer will do
    assert found.ready
    answer = Kept(found.ready, b"")

    def run() -> Kept:
        begun.set()
        may_end.wait(30)
        return answer

    def fly(somebody: Caller) -> tuple[Kept | TileError, bool]:
        try:
            with in_a_request(somebody):
                return flight.fly("one", trip(run, keep=lambda _: kept.set()), patience_seconds=30)
        finally:
            connections.close_all()

    follower = Passenger()
    with ThreadPoolExecutor(2) as threads:
        leading = threads.submit(fly, Caller())
        begun.wait(30)
        following = threads.submit(fly, follower)
        assert follower.boarded.wait(10)
        may_end.set()

        assert leading.result(30) == (answer, True)
        assert following.result(30) == (answer, False)
    assert kept.is_set()
    assert not flight.is_taken("flight:one")


def test_a_failure_ends_its_lease_before_it_is_told(held_up: threading.Event) -> None:
    failure = TileError(kind=ErrorKind.BACKEND_UNAVAILABLE, detail="It is down.")

    with in_a_request():
        outcome = flight.fly("one", trip(lambda: failure), patience_seconds=30)

    assert outcome == (failure, True)
    assert not flight.is_taken("flight:one")  # who asks again now makes a new attempt


def test_an_answer_that_comes_to_be_kept_after_its_lease_is_not(asking: Callable[..., Answer]) -> None:
    found = asking()
    assert found.ready
    answer = Kept(found.ready, b"")
    kept: list[Kept] = []

    def slow() -> Kept:
        threading.Event().wait(0.3)
        return answer

    outcome = flight.fly("one", trip(slow, keep=kept.append), patience_seconds=0.2)

    assert outcome == (answer, True)
    assert kept == []  # by now another's may be newer


def test_a_slot_that_somebody_here_waits_for_is_given_back_at_once(held_up: threading.Event) -> None:
    slots = Slots(backend="lake", label="DuckDB", count=1, cache=caches["leases"], wait_seconds=20)
    held = threading.Event()

    def waits() -> bool:
        try:
            held.wait(10)
            with slots.hold(10):
                return not held_up.is_set()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(waits)
        with in_a_request(), slots.hold(10, answers=True):
            held.set()
            while not slots.is_waited_for:
                threading.Event().wait(0.01)

        assert waiting.result(30)
