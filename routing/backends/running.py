"""Queries that run now: each can be stopped, and is stopped at its deadline."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

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
        self._due = threading.Event()  # time to look: it ended, or somebody cancels
        self._over = threading.Event()
        self._stopping = threading.Lock()  # so that a late stop never reaches the connection's next query

    def cancel(self) -> None:
        self.stopped = self.stopped or Stopped.BY_CALLER
        self._due.set()

    def watch(self, deadline_seconds: float) -> None:
        """Wait for the end, a cancel or the deadline; in the last two cases stop the query until it ended."""
        if not self._due.wait(deadline_seconds):
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
        self._due.set()


class RunningQueries:
    """The running queries of one backend in this process, by query id."""

    def __init__(self) -> None:
        self._by_id: dict[str, RunningQuery] = {}

    @contextmanager
    def watched(self, query_id: str, *, deadline_seconds: float, stop: Stop) -> Iterator[RunningQuery]:
        query = RunningQuery(stop)
        threading.Thread(
            target=query.watch, args=[deadline_seconds], name=f"watch-{query_id}", daemon=True
        ).start()
        self._by_id[query_id] = query
        try:
            yield query
        finally:
            del self._by_id[query_id]
            query.end()

    def ids(self) -> tuple[str, ...]:
        return tuple(self._by_id)

    def cancel(self, query_id: str) -> bool:
        query = self._by_id.get(query_id)
        if query is None:
            return False
        query.cancel()
        return True
