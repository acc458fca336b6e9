"""One thread looks after all running queries of a process, each in its own time."""

import os
import threading
import time

from routing.backends.running import RunningQueries, Stopped

_LONG_SECONDS = 3600.0
_PATIENCE_SECONDS = 10.0


def _stopped_by(deadline_seconds: float) -> Stopped:
    """What ends a query that lasts until it is stopped; NOT when nothing does."""
    ended = threading.Event()
    with RunningQueries().watched(
        "q", deadline_seconds=deadline_seconds, stop=lambda *_: ended.set()
    ) as query:
        ended.wait(_PATIENCE_SECONDS)
        return query.stopped


def test_a_query_that_is_due_first_is_stopped_first_whenever_it_began() -> None:
    with RunningQueries().watched("long", deadline_seconds=_LONG_SECONDS, stop=lambda *_: None) as long:
        assert _stopped_by(0.05) is Stopped.BY_DEADLINE
        assert long.stopped is Stopped.NOT


def test_a_query_that_does_not_obey_is_told_again() -> None:
    attempts: list[int] = []
    obeyed = threading.Event()

    def stop(attempt: int, by: Stopped) -> None:
        attempts.append(attempt)
        if attempt == 2:
            obeyed.set()

    with RunningQueries().watched("q", deadline_seconds=0.01, stop=stop):
        assert obeyed.wait(_PATIENCE_SECONDS)

    assert attempts == [0, 1, 2]


def test_a_cancel_at_the_deadline_is_told_by_one_thread_alone() -> None:
    attempts: list[int] = []
    obeyed = threading.Event()

    def stop(attempt: int, by: Stopped) -> None:
        attempts.append(attempt)
        query.cancel()
        if attempt == 2:
            obeyed.set()

    with RunningQueries().watched("q", deadline_seconds=0.01, stop=stop) as query:
        assert obeyed.wait(_PATIENCE_SECONDS)
        time.sleep(0.1)

    assert attempts[:3] == [0, 1, 2]


def test_queries_that_end_in_time_start_no_threads() -> None:
    _stopped_by(0.01)
    before = set(threading.enumerate())
    for number in range(20):
        with RunningQueries().watched(f"q-{number}", deadline_seconds=_LONG_SECONDS, stop=lambda *_: None):
            assert set(threading.enumerate()) <= before


def test_a_forked_process_looks_after_its_own() -> None:
    _stopped_by(0.01)  # so that the thread is there, and is not in the child

    child = os.fork()
    if child == 0:
        os._exit(0 if _stopped_by(0.05) is Stopped.BY_DEADLINE else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
