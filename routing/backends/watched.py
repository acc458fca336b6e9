"""How work is done on a session of an engine: watched, stopped at its deadline, its failures explained."""

import logging
import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import ClassVar, TypeVar

from metrics_portal.waiting import called_off_when_deserted
from routing.backends.errors import EngineDownError, OutOfTimeError, cancelled, timed_out
from routing.backends.running import RunningQueries, RunningQuery, Stopped
from routing.backends.session import Session
from routing.contracts import NO_TAGS, BackendError

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class WatchedEngine(ABC):
    """A template: subclasses open sessions, name their driver's errors and explain them."""

    driver_errors: ClassVar[tuple[type[Exception], ...]]
    # Where the server stops the query itself, the watch on our side waits a little longer.
    watch_grace_seconds: ClassVar[float] = 0.0

    def __init__(self, name: str, engine_label: str) -> None:
        self.name, self.engine_label = name, engine_label
        self._running = RunningQueries()

    @abstractmethod
    def _session(
        self, deadline_seconds: float, tags: Mapping[str, str] = NO_TAGS, *, hides_rows: bool = False
    ) -> AbstractContextManager[Session]:
        """Open a session; raises EngineDownError or a driver error when there is none to have. `tags` tell
        the engine's own records what the query is for, as far as it keeps such; `hides_rows` that its tables have
        rows which nothing may tell of."""

    @abstractmethod
    def _explain(self, error: Exception, deadline_seconds: float) -> BackendError:
        """A driver's error in our words."""

    def _bounded(
        self,
        work: Callable[[Session], Answer],
        deadline: float,
        *,
        query_id: str = "",
        tags: Mapping[str, str] = NO_TAGS,
        hides_rows: bool = False,
    ) -> Answer:
        """Do some work on a session, stopped at the deadline, its failures explained."""
        query_id = query_id or new_query_id()
        with self._at_work(deadline, query_id=query_id, tags=tags, hides_rows=hides_rows) as (session, _):
            return work(session)

    @contextmanager
    def _at_work(
        self, deadline: float, *, query_id: str, tags: Mapping[str, str], hides_rows: bool = False
    ) -> Iterator[tuple[Session, RunningQuery]]:
        """A session, stopped at the deadline; what fails inside is explained."""
        stopped = Stopped.NOT
        try:
            with (
                self._session(deadline, tags, hides_rows=hides_rows) as session,
                self._watched(query_id, deadline, session) as running,
            ):
                try:
                    yield session, running
                finally:
                    stopped = running.stopped
        except self.driver_errors as error:
            failure = self._failure(error, stopped, deadline)
            logger.warning(
                "%s %s: %s, because of %s: %s", self.name, query_id, failure.kind, type(error).__name__, error
            )
            raise failure from error

    @contextmanager
    def _watched(self, query_id: str, deadline: float, session: Session) -> Iterator[RunningQuery]:
        seconds = deadline + self.watch_grace_seconds
        with (
            self._running.watched(query_id, deadline_seconds=seconds, stop=session.stop) as running,
            called_off_when_deserted(running.cancel),
        ):
            yield running

    def _failure(self, error: Exception, stopped: Stopped, deadline: float) -> BackendError:
        failure = self._explain(error, deadline)
        if isinstance(failure, EngineDownError) or stopped is Stopped.NOT:
            return failure
        if stopped is Stopped.BY_DEADLINE and isinstance(failure, OutOfTimeError):
            return failure
        return self._stop_told(stopped, deadline)

    def _stop_told(self, stopped: Stopped, deadline: float) -> BackendError:
        if stopped is Stopped.BY_CALLER:
            return cancelled(self.engine_label, self.name)
        return timed_out(self.engine_label, self.name, deadline)

    def running(self) -> tuple[str, ...]:
        """Ids of the queries that run now in this process."""
        return self._running.ids()

    def cancel(self, handle: str) -> bool:
        """Stop the running query with that id, started by this process; False when it runs no more."""
        return self._running.cancel(handle)


def new_query_id() -> str:
    return f"q-{secrets.token_hex(8)}"
