"""One query per question at a time, whoever and however many ask: threads, and processes."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.conf import settings as portal_settings
from django.core.cache import caches
from django.db import connections

from accounts.contracts import Viewer
from routing.contracts import ErrorKind
from widgets import flight
from widgets.answers import Kept
from widgets.contracts import Answer, Form, ReadyAnswer, TileError
from widgets.resolver import resolve
from widgets.tests import world
from widgets.tests.processes import told_by
from widgets.tests.trips import trip

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("governed")]

OWNER = "operational_owner_url"
ASKERS, PROCESSES = 50, 2
THREADS = portal_settings.WEB_THREADS  # as many as a web process has
FAILURE = TileError(kind=ErrorKind.BACKEND_UNAVAILABLE, detail="It is down.")


def at_once(count: int, work: Callable[[], object]) -> list[object]:
    """The results of `count` threads that begin together, each with a database connection of its own."""
    barrier = Barrier(count)

    def run() -> object:
        barrier.wait()
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as threads:
        return [one.result() for one in [threads.submit(run) for _ in range(count)]]


def test_every_thread_of_a_process_asks_at_once_and_one_query_runs(somebody: Viewer, now: datetime) -> None:
    question = world.ask_for("slow_sales", window="last_30_days")

    with world.queries_counted(portal_settings.EMBEDDED[OWNER]) as queries:
        answers = at_once(THREADS, lambda: resolve(question, somebody, now=now, form=Form.JSON))

    assert sum(answer.executed for answer in answers if isinstance(answer, Answer)) == 1
    assert len({answer.ready.etag for answer in answers if isinstance(answer, Answer) and answer.ready}) == 1
    assert len(queries) == 1


def test_a_hundred_askers_in_two_processes_ask_one_query(engines: Path) -> None:
    with world.queries_counted(portal_settings.EMBEDDED[OWNER]) as queries:
        told = told_by("widgets.tests.asker", count=PROCESSES, world=engines, ASKERS=str(ASKERS))

    answers = [answer for process in told for answer in process]
    assert len(answers) == ASKERS * PROCESSES
    assert {answer["error"] for answer in answers} == {None}
    assert sum(answer["executed"] for answer in answers) == 1
    assert len({answer["etag"] for answer in answers}) == 1
    assert len(queries) == 1


def test_who_waited_for_a_leader_that_failed_gets_its_failure(somebody: Viewer, now: datetime) -> None:
    runs: list[int] = []

    def failing() -> TileError:
        runs.append(1)
        time.sleep(0.5)
        return FAILURE

    outcomes = at_once(20, lambda: flight.fly("some-key", trip(failing), patience_seconds=10))

    assert len(runs) == 1
    assert {outcome for outcome, _ in outcomes} == {FAILURE}  # type: ignore[misc]


def test_who_waited_for_another_processs_leader_that_failed_gets_its_failure() -> None:
    token = flight.take_lease("flight:some-key", seconds=30)
    assert token is not None

    def follow() -> object:
        return flight.fly("some-key", trip(pytest.fail), patience_seconds=10)

    def lead() -> object:
        time.sleep(0.3)
        caches["leases"].set(f"failed:{token}", FAILURE, 15)
        flight.give_back_lease("flight:some-key", token)
        return None

    outcomes = [outcome for outcome in _together(follow, lead) if outcome]

    assert outcomes == [(FAILURE, False)]


def test_a_second_look_is_for_a_lease_that_somebody_had_a_moment_ago(now: datetime) -> None:
    looks: list[str] = []
    landed = answered(now)

    def look(which: str) -> Kept:
        looks.append(which)
        return landed

    first = flight.fly(
        "some-key", trip(lambda: FAILURE, kept=lambda: look("first")), patience_seconds=10
    )  # nobody had its lease before
    second = flight.fly("some-key", trip(pytest.fail, kept=lambda: look("second")), patience_seconds=10)

    assert (first, second) == ((FAILURE, True), (landed, False))
    assert looks == ["second"]


def test_who_asks_anew_while_another_process_asks_takes_its_answer(now: datetime) -> None:
    token = flight.take_lease("flight:some-key", seconds=30)
    assert token is not None
    stored = [answered(now)]

    def follow() -> object:
        return flight.fly(
            "some-key", trip(pytest.fail, kept=lambda: stored[-1], anew=True), patience_seconds=10
        )

    def lead() -> object:
        time.sleep(0.3)
        stored.append(answered(now + timedelta(seconds=1)))
        flight.give_back_lease("flight:some-key", token)
        return None

    outcomes = [outcome for outcome in _together(follow, lead) if outcome]

    assert outcomes == [(stored[1], False)]


def test_who_asks_anew_after_a_leader_that_died_asks_the_engine(now: datetime) -> None:
    flight.take_lease("flight:some-key", seconds=1)
    older, newer = answered(now), answered(now + timedelta(seconds=1))

    outcome = flight.fly("some-key", trip(lambda: newer, kept=lambda: older, anew=True), patience_seconds=10)

    assert outcome == (newer, True)  # what is stored was there before the question


def test_the_lease_is_given_back_when_a_run_fails_or_breaks() -> None:
    def breaking() -> TileError:
        raise RuntimeError("a fault of ours")

    with pytest.raises(RuntimeError):
        flight.fly("some-key", trip(breaking), patience_seconds=10)
    outcome = flight.fly("some-key", trip(lambda: FAILURE), patience_seconds=10)

    assert outcome == (FAILURE, True)
    assert caches["leases"].get("flight:some-key") is None


def test_a_lease_that_became_anothers_is_left_alone() -> None:
    token = flight.take_lease("flight:some-key", seconds=30)
    assert token is not None
    caches["leases"].set("flight:some-key", "another's", 30)

    flight.give_back_lease("flight:some-key", token)

    assert caches["leases"].get("flight:some-key") == "another's"


def test_a_leader_that_died_blocks_nobody_for_ever() -> None:
    flight.take_lease("flight:some-key", seconds=1)

    outcome = flight.fly("some-key", trip(lambda: FAILURE), patience_seconds=10)

    assert outcome == (FAILURE, True)


def answered(at: datetime) -> Kept:
    ready = ReadyAnswer(etag="", asked_at=at, window_key="", empty=False, execution_ms=1.0, json_members=b"")
    return Kept(ready, b"")


def _together(*works: Callable[[], object]) -> list[object]:
    with ThreadPoolExecutor(len(works)) as threads:
        return [one.result() for one in [threads.submit(_closing, work) for work in works]]


def _closing(work: Callable[[], object]) -> object:
    try:
        return work()
    finally:
        connections.close_all()


def test_nobody_waits_for_ever() -> None:
    def slow() -> TileError:
        time.sleep(1)
        return FAILURE

    def ask() -> object:
        return flight.fly("some-key", trip(slow), patience_seconds=0.2)

    outcomes = at_once(2, ask)

    assert sorted(ran for _, ran in outcomes) == [False, True]  # type: ignore[misc]
    assert {outcome.kind for outcome, _ in outcomes} == {ErrorKind.BACKEND_TIMEOUT, FAILURE.kind}  # type: ignore[misc]
