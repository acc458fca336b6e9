"""One question's way to the warehouse and back: on a line of the pool, watched, tried again where that is safe."""

import logging
import threading
import time
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Future
from contextlib import ExitStack
from typing import Any

from routing.backends.databricks.belt import Belt
from routing.backends.databricks.channel import Result, Running, Statement
from routing.backends.databricks.faults import WORN_OUT, Fault, Trouble
from routing.backends.databricks.line import Line
from routing.backends.databricks.pool import Pool
from routing.backends.databricks.starting import Starting
from routing.backends.running import Stopped
from routing.contracts import Batch, ResultColumn

logger = logging.getLogger(__name__)

_LOOK_AFTER_SECONDS = 2.5  # an answer that takes longer may be waiting for the warehouse itself
_TIME_FOR_ANOTHER_SECONDS = 1.5
_LISTENS_EVERY_SECONDS = 0.5
_HEARD_WITHIN_SECONDS = 2.0  # by when a warehouse that is told to stop a statement should have heard

Ask = Callable[[Line, Running], "Future[Result]"]


class WarehouseSession:
    """Runs statements one after another; a stream is the last, and lasts until `close`. Raises Fault, and
    BackendStarting while the warehouse wakes up.

    `answer_seconds` is how long the warehouse may be silent: until the statement can be sent, and after that.
    `forgotten` is called when the workspace stopped accepting what a worn connection was opened with.
    """

    def __init__(
        self,
        pool: Pool,
        export_pool: Pool,
        starting: Starting,
        *,
        tags: Mapping[str, str],
        answer_seconds: float,
        forgotten: Callable[[], None],
    ) -> None:
        self._pool, self._export_pool, self._starting = pool, export_pool, starting
        self._tags, self._forgotten, self._answer_seconds = tags, forgotten, answer_seconds
        self._wake = threading.Event()  # the answer is there, or nobody is to wait for it any more
        self._running = Running()
        self._cancelled: Running | None = None
        self._stopped_at: float | None = None
        self._lent = ExitStack()  # the line of the statement at hand
        self._streamed: tuple[Line, Belt] | None = None
        self.query_id = ""

    def fetch(
        self,
        sql: str,
        *,
        limit: int,
        may_exceed: bool = False,
        parameters: Mapping[str, str] | None = None,
    ) -> tuple[tuple[ResultColumn, ...], list[tuple[Any, ...]]]:
        statement = Statement(
            sql=sql, limit=limit, may_exceed=may_exceed, parameters=parameters or {}, tags=self._tags
        )
        with self._lent:
            result = self._answered(lambda line, running: line.run(statement, running), self._pool)
        return result.columns, list(result.rows)

    def stream(
        self, sql: str, *, batch_rows: int
    ) -> tuple[tuple[ResultColumn, ...], Generator[Batch, None, None]]:
        statement = Statement(sql=sql, limit=batch_rows, tags=self._tags)
        belt = Belt()

        def begin(line: Line, running: Running) -> "Future[Result]":
            self._streamed = line, belt
            return line.stream(statement, running, belt)

        first = self._answered(begin, self._export_pool)
        return first.columns, _batches(first.rows, belt)

    def stop(self, attempt: int, by: Stopped) -> None:
        """Cancel on the warehouse; when even that is not heard, let the one who waits go."""
        self._stopped_at = self._stopped_at or time.monotonic()
        self._cancel()
        if self._may_leave(by, self._stopped_at):
            self._wake.set()
            if self._streamed is not None:
                self._streamed[1].leave()

    def _may_leave(self, by: Stopped, stopped_at: float) -> bool:
        """Not before the warehouse had its time to hear the cancel; and at a deadline not before it is known whether it
        is slow or gone, however short that was: where nothing was heard yet, `_wait` finds it out."""
        running, now = self._running, time.monotonic()
        if by is Stopped.BY_CALLER:
            return running.cancel is None or now - stopped_at >= _HEARD_WITHIN_SECONDS
        if (taken_at := running.taken_since()) is not None:
            return now - max(stopped_at, taken_at) >= _HEARD_WITHIN_SECONDS
        if running.cancel is None and running.heard_at is not None:
            return now - running.heard_at <= _HEARD_WITHIN_SECONDS
        return self._silent_for_long(running)

    def _silent_for_long(self, running: Running) -> bool:
        """Whether nothing was heard since it was sent, for as long as may be waited."""
        if running.sent_at is None or running.taken_since() is not None:
            return False
        return time.monotonic() - running.sent_at >= self._answer_seconds

    def close(self) -> None:
        """Give back the line of a stream; one that was not read to its end is left where it stands."""
        if self._streamed is not None and not self._running.over.is_set():
            line, belt = self._streamed
            self._cancel()
            belt.leave()
            line.end()
        self._lent.close()

    def _answered(self, ask: Ask, pool: Pool) -> Result:
        self._starting.check()
        result = self._answered_by_a_line(ask, pool)
        self._starting.over()
        return result

    def _answered_by_a_line(self, ask: Ask, pool: Pool) -> Result:
        give_up_at = time.monotonic() + _TIME_FOR_ANOTHER_SECONDS
        line = self._lent.enter_context(pool.line())
        worked_before = line.served > 0
        try:
            return self._asked(line, ask)
        except Fault as fault:
            if not worked_before or fault.trouble not in WORN_OUT or self._stopped_at:
                raise
            # What was silent for long may be so again: a second wait would tell it too late.
            if time.monotonic() > give_up_at:
                raise
            if fault.trouble is Trouble.SIGN_IN:
                self._forgotten()
        # Only reads come here, so asking again does no harm.
        self._lent.close()
        return self._asked(self._lent.enter_context(pool.line(fresh=True)), ask)

    def _asked(self, line: Line, ask: Ask) -> Result:
        self._wake.clear()
        self._running = Running()
        if self._stopped_at:
            raise Fault(Trouble.NOT_SENT, "never asked: nobody waits for it any more")
        answer = ask(line, self._running)
        answer.add_done_callback(lambda _: self._wake.set())
        try:
            self._wait()
            if not answer.done():
                raise self._left_behind()
            result = answer.result()
        except Fault as fault:
            if fault.trouble is Trouble.UNAVAILABLE:  # what a warehouse that starts may say
                self._starting.look()
            raise
        finally:
            self.query_id = self._running.query_id
            if not answer.done():
                self._cancel()
                line.end()
        return result

    def _left_behind(self) -> Fault:
        """What is known of a statement whose end nobody waits for."""
        running = self._running
        if running.cancel is None:
            return Fault(Trouble.NOT_SENT, "left behind before it was sent")
        if running.obeyed:
            return Fault(Trouble.TIMED_OUT, "left behind: it was cancelled, and has not ended yet")
        if self._silent_for_long(running):
            return Fault(Trouble.UNREACHABLE, "left behind: not a word came since it was sent", silent=True)
        return Fault(Trouble.UNHEARD, "left behind: the warehouse did not hear that it was cancelled")

    def _wait(self) -> None:
        """Until the answer is there, or nobody is to wait for it any more; raises Fault (unreachable) when nothing was
        heard for too long."""
        asked_at = time.monotonic()
        if self._wake.wait(_LOOK_AFTER_SECONDS):
            return
        self._starting.look()
        while not self._wake.wait(_LISTENS_EVERY_SECONDS):
            self._listen(asked_at)

    def _listen(self, asked_at: float) -> None:
        running = self._running
        if running.heard_at is None:
            # The driver bounds each of its calls; signing in takes several, and some have no bound at all.
            if running.cancel is None and time.monotonic() - asked_at >= self._answer_seconds:
                raise Fault(Trouble.UNREACHABLE, "no session could be opened in time", silent=True)
            return
        silent_for = time.monotonic() - running.heard_at
        # It took a question, so it is at work as long as the workspace answers for it, however long an answer waits.
        if silent_for >= self._answer_seconds / 2 and self._starting.is_answered_for():
            running.hear()
        elif silent_for >= self._answer_seconds:
            raise Fault(Trouble.UNREACHABLE, "not a word came from the workspace any more", silent=True)

    def _cancel(self) -> None:
        """Behind the caller's back: telling the warehouse may take as long as any question. What was not sent
        yet is not sent any more."""
        self._running.leave()
        if self._cancelled is not self._running and self._running.cancel is not None:
            self._cancelled = self._running
            threading.Thread(target=_quietly, args=[self._running, self._running.cancel], daemon=True).start()


def _batches(first: Batch, belt: Belt) -> Generator[Batch, None, None]:
    if first:
        yield first
    yield from belt.taken()


def _quietly(running: Running, cancel: Callable[[], None]) -> None:
    try:
        cancel()
        running.obeyed = True
    except Fault as fault:
        logger.info("a statement was left to the warehouse's own STATEMENT_TIMEOUT: %s", fault)
