"""A query that nobody waits for any more is stopped on its engine; whoever still waits gets an answer."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.db import connections

from accounts.contracts import Viewer
from metrics_portal import waiting
from metrics_portal.waiting import Caller
from routing import backends
from routing.contracts import ErrorKind
from widgets import flight
from widgets.answers import Kept
from widgets.contracts import Answer, Form, TileError
from widgets.resolver import resolve
from widgets.tests import world
from widgets.tests.callers import Passenger
from widgets.tests.trips import trip

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("governed")]


def asked_by(somebody: Caller, ask: Callable[[], Answer]) -> Answer:
    try:
        with waiting.waited_for_by(somebody):
            return ask()
    finally:
        connections.close_all()


def at_work() -> None:
    for _ in range(500):
        if backends.get("ops").running():
            return
        time.sleep(0.01)
    raise AssertionError("no query started")


def flown_for(somebody: Caller, run: Callable[[], TileError]) -> tuple[Kept | TileError, bool]:
    try:
        with waiting.waited_for_by(somebody):
            return flight.fly("one", trip(run), patience_seconds=60)
    finally:
        connections.close_all()


@contextmanager
def at_last(act: Callable[[], None]) -> Iterator[None]:
    """Whatever fails inside, nobody is left waiting for it."""
    try:
        yield
    finally:
        act()


@pytest.fixture
def ask(somebody: Viewer, now: datetime) -> Callable[[], Answer]:
    question = world.ask_for("slow_sales", window="last_30_days")
    return lambda: resolve(question, somebody, now=now, form=Form.JSON)


def test_the_query_of_a_reader_who_left_is_stopped(ask: Callable[[], Answer]) -> None:
    reader = Caller()
    with ThreadPoolExecutor(1) as threads:
        asking = threads.submit(asked_by, reader, ask)
        at_work()

        reader.leave()
        answer = asking.result(timeout=5)

    assert answer.error is not None
    assert "cancelled" in answer.error.detail
    assert backends.get("ops").running() == ()


def test_another_who_waits_for_the_same_keeps_it_going(ask: Callable[[], Answer]) -> None:
    first, second = Caller(), Passenger()
    with ThreadPoolExecutor(2) as threads:
        leading = threads.submit(asked_by, first, ask)
        at_work()
        following = threads.submit(asked_by, second, ask)
        assert second.boarded.wait(10)

        first.leave()
        answers = leading.result(timeout=10), following.result(timeout=10)

    assert all(answer.ready for answer in answers)
    assert sum(answer.executed for answer in answers) == 1


def test_who_comes_as_it_is_called_off_asks_anew() -> None:
    runs: list[int] = []
    called_off, may_end = threading.Event(), threading.Event()

    def run() -> TileError:
        runs.append(1)
        with waiting.called_off_when_deserted(called_off.set):
            if len(runs) == 1:
                called_off.wait(5)
                may_end.wait(5)
        return TileError(kind="backend_timeout", detail=f"run {len(runs)}")  # type: ignore[arg-type]

    def fly(somebody: Caller) -> object:
        return asked_by(
            somebody,
            lambda: flight.fly("one", trip(run), patience_seconds=5),  # type: ignore[arg-type,return-value]
        )

    left, late = Caller(), Passenger()
    with ThreadPoolExecutor(2) as threads:
        leading = threads.submit(fly, left)
        while not runs:
            time.sleep(0.01)
        left.leave()
        assert called_off.wait(5)
        following = threads.submit(fly, late)
        assert late.boarded.wait(10)
        may_end.set()

        leading.result(timeout=10)
        outcome, ran = following.result(timeout=10)  # type: ignore[misc]

    assert (outcome.detail, ran) == ("run 2", True)


def test_whoever_left_gets_their_thread_back_while_another_is_waited_for() -> None:
    stays, leaves, may_end = Passenger(), [Passenger() for _ in range(3)], threading.Event()

    def run() -> TileError:
        may_end.wait(30)
        return TileError(kind=ErrorKind.BACKEND_UNAVAILABLE, detail="It is down.")

    with ThreadPoolExecutor(4) as threads, at_last(may_end.set):
        leading = threads.submit(flown_for, stays, run)
        assert stays.boarded.wait(10)
        waiting_too = [threads.submit(flown_for, one, run) for one in leaves]
        for one in leaves:
            assert one.boarded.wait(10)

        for one in leaves:
            one.leave()
        came_back = [one.result(timeout=10) for one in waiting_too]
        goes_on = leading.running()
        may_end.set()

    assert [ran for _, ran in came_back] == [False] * 3
    assert goes_on
    outcome, ran = leading.result()
    assert isinstance(outcome, TileError)
    assert (outcome.detail, ran) == ("It is down.", True)


def test_whoever_left_waits_for_no_other_process() -> None:
    token = flight.take_lease("flight:one", seconds=60)
    assert token is not None
    first, second = Passenger(), Passenger()

    with ThreadPoolExecutor(2) as threads, at_last(lambda: flight.give_back_lease("flight:one", token)):
        asking = [threads.submit(flown_for, somebody, pytest.fail) for somebody in (first, second)]
        for somebody in (first, second):
            assert somebody.boarded.wait(10)
        for somebody in (first, second):
            somebody.leave()

        came_back = [one.result(timeout=10) for one in asking]

    assert [ran for _, ran in came_back] == [False, False]
