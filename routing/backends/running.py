"""Queries that run now: each can be stopped, and is stopped at its deadline."""

import logging
import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache

logger = logging.getLogger(__name__)

_AGAIN_SECONDS = 0.25


class Stopped(StrEnum):
    NOT = ""
    BY_DEADLINE = "deadline"
    BY_CALLER = "caller"


Stop = Callable[[int, Stopped], None]


class RunningQuery:
    """One query. `stop(attempt, by)` is the engine's way to stop it: called from another thread, from attempt 0
    on, again and again until the query ended, because an engine may miss the first call or need to be told
    harder."""

    def __init__(self, stop: Stop) -> None:
        self.stopped = Stopped.NOT
        self._stop = stop
        self._taken_up = threading.Lock()  # for good, by the one thread that stops it
        self._over = threading.Event()
        self._stopping = threading.Lock()  # so that a late stop never reaches the connection's next query

    def cancel(self) -> None:
        """Have it stopped; returns at once."""
        self.stopped = self.stopped or Stopped.BY_CALLER
        _watch().look_at(self, within_seconds=0.0)

    def stop_until_over(self) -> None:
        """Its time is up, or somebody cancelled it: stop the query until it ended."""
        if not self._taken_up.acquire(blocking=False):
            return
        self.stopped = self.stopped or Stopped.BY_DEADLINE
        attempt = 0
        while not self._over.is_set():
            with self._stopping:
                if not self._over.is_set():
                    self._stop(attempt, self.stopped)
            attempt += 1
            self._over.wait(_AGAIN_SECONDS)

    def end(self) -> None:
        """The query ended; when this returns nothing will stop it any more."""
        with self._stopping:
            self._over.set()


class _Watch:
    """One thread that looks at a process's running queries when their time has come. Most end before that: to start
    a thread for each would cost every answer a tenth of a millisecond."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._looks: dict[RunningQuery, float] = {}  # when, on the monotonic clock
        self._wakes_at = math.inf
        self._thread: threading.Thread | None = None

    def look_at(self, query: RunningQuery, *, within_seconds: float) -> None:
        """Have the query stopped then, unless it is forgotten before."""
        at = time.monotonic() + within_seconds
        with self._changed:
            self._looks[query] = at
            if self._thread is None or not self._thread.is_alive():  # never started, or left behind by a fork
                self._wakes_at = at
                self._thread = threading.Thread(target=self._run, name="query-watch", daemon=True)
                self._thread.start()
            elif at < self._wakes_at:
                self._changed.notify()

    def forget(self, query: RunningQuery) -> None:
        with self._changed:
            self._looks.pop(query, None)

    def _run(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                for query in [query for query, at in self._looks.items() if at <= now]:
                    self._have_stopped(query)
                self._wakes_at = min(self._looks.values(), default=math.inf)
                self._changed.wait(None if self._wakes_at == math.inf else max(0.0, self._wakes_at - now))

    def _have_stopped(self, query: RunningQuery) -> None:
        """On a thread of its own: an engine may need seconds to hear it."""
        try:
            threading.Thread(target=query.stop_until_over, name="query-stop", daemon=True).start()
        except RuntimeError:
            logger.exception("no thread could be started to stop a query; it is tried again")
            self._looks[query] = time.monotonic() + _AGAIN_SECONDS
        else:
            del self._looks[query]


@cache
def _watch() -> _Watch:
    return _Watch()


class RunningQueries:
    """The running queries of one backend in this process, by query id."""

    def __init__(self) -> None:
        self._by_id: dict[str, RunningQuery] = {}

    @contextmanager
    def watched(self, query_id: str, *, deadline_seconds: float, stop: Stop) -> Iterator[RunningQuery]:
        query = RunningQuery(stop)
        _watch().look_at(query, within_seconds=deadline_seconds)
        self._by_id[query_id] = query
        try:
            yield query
        finally:
            del self._by_id[query_id]
            query.end()
            _watch().forget(query)

    def ids(self) -> tuple[str, ...]:
        return tuple(self._by_id)

    def cancel(self, query_id: str) -> bool:
        query = self._by_id.get(query_id)
        if query is None:
            return False
        query.cancel()
        return True
