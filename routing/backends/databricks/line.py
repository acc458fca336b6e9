"""A channel and the one thread that uses it.

The driver's connections are for one thread, and its calls may block for longer than anyone may wait: a host
that swallows packets, a token endpoint that never answers. So each channel lives on a thread of its own;
whoever asks waits as long as they like, and may leave. A line that was left behind ends by itself.
"""

import itertools
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from routing.backends.databricks.belt import Belt
from routing.backends.databricks.channel import Channel, Result, Running, Statement
from routing.backends.databricks.faults import Fault, Trouble

logger = logging.getLogger(__name__)

_PING_SECONDS = 1.5  # and opening another may take eight more: told within ten
# Closing a statement takes the processor from whoever makes a tile of its answer at that very moment.
_TIDY_AFTER_SECONDS = 0.05
# After these the connection itself still works.
_HARMLESS = frozenset(
    {
        Trouble.TIMED_OUT,
        Trouble.CANCELLED,
        Trouble.NOT_SENT,
        Trouble.NO_SUCH,
        Trouble.DENIED,
        Trouble.TOO_LARGE,
        Trouble.CHUNKS,
        Trouble.NO_LINKS,
        Trouble.LINK,
        Trouble.STORAGE,
        Trouble.QUERY,
    }
)
_numbers = itertools.count(1)

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Done(Generic[Answer]):
    """What a question brought. `then` follows at once, `tidy` when the line has a moment or gets its next question."""

    answer: Answer
    then: Callable[[], None] | None = None
    tidy: Callable[[], None] | None = None


Work = Callable[[Channel], Done[Answer]]


class Line:
    """Opens its channel with the first question. `idle(line)` is asked when nothing came for `idle_seconds`:
    True lets it end. `gone(line)` is told when its thread has ended."""

    def __init__(
        self,
        opener: Callable[[], Channel],
        *,
        idle_seconds: float,
        most_seconds: float,
        idle: Callable[["Line"], bool],
        gone: Callable[["Line"], None],
    ) -> None:
        self._opener, self._idle, self._gone = opener, idle, gone
        self._idle_seconds = idle_seconds
        self._jobs: SimpleQueue[tuple[Work[Any], Future[Any]] | None] = SimpleQueue()
        self._channel: Channel | None = None
        self._asked = threading.Event()  # somebody waits for the line
        self._untidy: Callable[[], None] | None = None
        self._ends_at = time.time() + most_seconds
        self._used_at = time.monotonic()
        self.served = 0
        self.spoilt = False
        self._thread = threading.Thread(target=self._serve, name=f"databricks-{next(_numbers)}", daemon=True)
        self._thread.start()

    def run(self, statement: Statement, running: Running) -> "Future[Result]":
        """The statement's result, in time; the future raises Fault."""
        future = self._ask(lambda channel: _run(channel, statement, running))
        future.add_done_callback(lambda _: running.over.set())
        return future

    def stream(self, statement: Statement, running: Running, belt: Belt) -> "Future[Result]":
        """The columns with the first rows, in time; the rest comes by the belt. The future and the belt raise
        Fault."""
        future = self._ask(lambda channel: _begun(channel, statement, running, belt))
        future.add_done_callback(lambda begun: running.over.set() if begun.exception() else None)
        return future

    def is_lendable(self) -> bool:
        return not self.spoilt and time.time() < self._ends_at

    def answers(self, *, if_idle_for: float) -> bool:
        """Whether it still works, asked only where it lay idle for so long; at most 1.5 s."""
        if time.monotonic() - self._used_at < if_idle_for:
            return True
        try:
            self._ask(_ping).result(timeout=_PING_SECONDS)
        except (Fault, TimeoutError):
            return False
        return True

    def end(self) -> None:
        """Close it as soon as its thread is free; returns at once."""
        self.spoilt = True
        self._jobs.put(None)
        self._asked.set()

    def join(self, seconds: float) -> None:
        self._thread.join(seconds)

    def _ask(self, work: "Work[Answer]") -> "Future[Answer]":
        future: Future[Answer] = Future()
        self._jobs.put((work, future))
        self._asked.set()
        return future

    def _serve(self) -> None:
        try:
            while (job := self._next()) is not None:
                self._do(*job)
                del job  # an idle line keeps no answer
        finally:
            if self._channel is not None:
                self._channel.close()
            self._gone(self)

    def _next(self) -> tuple[Work[Any], "Future[Any]"] | None:
        if self._untidy is not None:
            self._asked.wait(_TIDY_AFTER_SECONDS)
            self._tidy(self._untidy)
            self._untidy = None
        while True:
            try:
                return self._jobs.get(timeout=self._idle_seconds)
            except Empty:
                if self._idle(self):
                    return None

    def _do(self, work: Work[Any], future: "Future[Any]") -> None:
        self._asked.clear()
        try:
            done = work(self._opened())
        except Fault as fault:
            self.spoilt = self.spoilt or fault.trouble not in _HARMLESS
            future.set_exception(fault)
            if fault.after is not None and not self.spoilt:
                self._tidy(fault.after)
            return
        except Exception as error:
            logger.exception("a channel failed in a way no transport knows")
            self.spoilt = True
            future.set_exception(Fault(Trouble.UNREACHABLE, f"{type(error).__name__}: {error}"))
            return
        self.served += 1
        self._used_at = time.monotonic()
        self._untidy = done.tidy
        future.set_result(done.answer)
        if done.then is not None:
            self._tidy(done.then)

    def _opened(self) -> Channel:
        if self._channel is None:
            self._channel = self._opener()
            if self._channel.expires_at is not None:
                self._ends_at = min(self._ends_at, self._channel.expires_at)
        return self._channel

    def _tidy(self, after: Callable[[], None]) -> None:
        try:
            after()
        except Fault as fault:
            logger.info("a statement was not read to its end, or could not be closed: %s", fault)
            # A sign-in that is over is for the next question to meet: it has it forgotten, and asks anew.
            self.spoilt = self.spoilt or fault.trouble not in _HARMLESS | {Trouble.SIGN_IN}
            if fault.after is not None and not self.spoilt:
                self._tidy(fault.after)


def _run(channel: Channel, statement: Statement, running: Running) -> Done[Result]:
    result, close = channel.run(statement, running)
    return Done(result, tidy=close)


def _begun(channel: Channel, statement: Statement, running: Running, belt: Belt) -> Done[Result]:
    streamed = channel.stream(statement, running)
    first = next(streamed.batches, [])

    def bring_the_rest() -> None:
        fault: Fault | None = None
        try:
            with closing(streamed.batches):
                for rows in streamed.batches:
                    belt.put(rows)
        except Fault as found:
            fault = found
        except Exception as error:
            logger.exception("a channel failed in a way no transport knows")
            fault = Fault(Trouble.UNREACHABLE, f"{type(error).__name__}: {error}")
        running.over.set()
        belt.end(fault)
        if fault is not None:
            # A channel that failed says what to tidy; where its reader went it does not even know.
            fault.after = fault.after or streamed.close
            raise fault
        streamed.close()

    return Done(Result(columns=streamed.columns, rows=first), then=bring_the_rest)


def _ping(channel: Channel) -> Done[None]:
    channel.ping()
    return Done(None)
