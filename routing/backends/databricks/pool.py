"""The lines to a warehouse that one principal holds open: few, checked, not too old, never shared."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from routing.backends.databricks.channel import Channel
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.line import Line

_IDLE_SECONDS = 300.0  # shorter than what load balancers allow
_CHECKED_AFTER_SECONDS = 30.0
_MOST_SECONDS = 1800.0


class Pool:
    """Lends a line to one caller at a time: `size` at once, of which `keeps` (or all) stay open for the next; as many
    again may be ending, or be held up by a server that does not answer. More than that is refused."""

    def __init__(
        self,
        opener: Callable[[], Channel],
        *,
        size: int,
        keeps: int | None = None,
        idle_seconds: float = _IDLE_SECONDS,
        checked_after_seconds: float = _CHECKED_AFTER_SECONDS,
        most_seconds: float = _MOST_SECONDS,
    ) -> None:
        self._opener, self._size = opener, size
        self._keeps = size if keeps is None else keeps
        self._idle_seconds, self._most_seconds = idle_seconds, most_seconds
        self._checked_after_seconds = checked_after_seconds
        self._lock = threading.Lock()
        self._free: list[Line] = []
        self._living: set[Line] = set()

    @contextmanager
    def line(self, *, fresh: bool = False) -> Iterator[Line]:
        """A line of one's own; `fresh` opens a new one. A line whose question nobody waits for any more must
        be ended by the caller. Raises Fault (busy)."""
        line = self._new() if fresh else self._kept() or self._new()
        try:
            yield line
        finally:
            self._take_back(line)

    @property
    def living(self) -> int:
        """Lines whose thread has not ended."""
        with self._lock:
            return len(self._living)

    def close(self, *, seconds: float = 0.0) -> None:
        """End every line; waits at most `seconds` for all their threads. The next caller opens a new one."""
        ends_at = time.monotonic() + seconds
        with self._lock:
            lines, self._free = list(self._living), []
        for line in lines:
            line.end()
        for line in lines:
            line.join(max(0.0, ends_at - time.monotonic()))

    def retire(self) -> None:
        """Nobody is to come any more: what lies here ends, and what is lent when it is given back. Who had their way
        here already still gets a line."""
        with self._lock:
            self._keeps = 0
            lines, self._free = self._free, []
        for line in lines:
            line.end()

    def _kept(self) -> Line | None:
        while (line := self._lendable()) is not None:
            if line.answers(if_idle_for=self._checked_after_seconds):
                return line
            # The others lay idle for longer: to ask each of them would cost the caller as long again and again.
            with self._lock:
                others, self._free = self._free, []
            for each in (line, *others):
                each.end()
        return None

    def _lendable(self) -> Line | None:
        """The free line that was used last; those that are too old end."""
        while True:
            with self._lock:
                line = self._free.pop() if self._free else None
            if line is None or line.is_lendable():
                return line
            line.end()

    def _new(self) -> Line:
        with self._lock:
            if len(self._living) >= 2 * self._size:
                raise Fault(Trouble.BUSY, f"{len(self._living)} lines are held up")
            line = Line(
                self._opener,
                idle_seconds=self._idle_seconds,
                most_seconds=self._most_seconds,
                idle=self._may_end,
                gone=self._forget,
            )
            self._living.add(line)
        return line

    def _take_back(self, line: Line) -> None:
        with self._lock:
            if line.is_lendable() and len(self._free) < self._keeps:
                self._free.append(line)
                return
        line.end()

    def _may_end(self, line: Line) -> bool:
        """Asked by a line nobody used for a while: one that lies here may go."""
        with self._lock:
            if line not in self._free:
                return False
            self._free.remove(line)
            return True

    def _forget(self, line: Line) -> None:
        with self._lock:
            self._living.discard(line)
