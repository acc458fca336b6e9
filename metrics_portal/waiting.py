"""Who waits for an answer. Work that nobody waits for any more can be called off.

A request has a Caller, who may go away. A piece of work that several requests wait for has an Audience; when
the last of them has gone it is deserted, and what was registered with it is called off. Work without an
audience, of a task or a command, is never called off.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Caller:
    """Somebody who asked. They go away once, and never come back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._told: list[Callable[[], None]] = []
        self.gone = False

    def leave(self) -> None:
        with self._lock:
            told, self._told, self.gone = self._told, [], True
        for tell in told:
            tell()

    def when_gone(self, tell: Callable[[], None]) -> None:
        """Call `tell` when they go, at once if they have gone."""
        with self._lock:
            if not self.gone:
                self._told.append(tell)
                return
        tell()


class Audience:
    """All who wait for one piece of work. A caller of None stays to the end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting = 0
        self._call_off: Callable[[], None] | None = None
        self.deserted = False

    def join(self, caller: Caller | None) -> None:
        """One more waits. Who comes to deserted work waits for its end, and has to ask anew."""
        with self._lock:
            self._waiting += 1
        if caller is not None:
            caller.when_gone(self._lose_one)

    @property
    def alone(self) -> bool:
        """Whether no more than one waits now."""
        return self._waiting <= 1

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Within, `called_off_when_deserted` means this audience."""
        token = _audience.set(self)
        try:
            yield
        finally:
            _audience.reset(token)

    def _lose_one(self) -> None:
        with self._lock:
            self._waiting -= 1
            if self._waiting:
                return
            self.deserted, call_off = True, self._call_off
        if call_off is not None:
            call_off()

    @contextmanager
    def _calls_off(self, call_off: Callable[[], None]) -> Iterator[None]:
        with self._lock:
            self._call_off, deserted = call_off, self.deserted
        if deserted:
            call_off()
        try:
            yield
        finally:
            with self._lock:
                self._call_off = None


def caller() -> Caller | None:
    """Who asked, in the request at hand; None outside of one."""
    return _caller.get()


@contextmanager
def waited_for_by(somebody: Caller) -> Iterator[None]:
    token = _caller.set(somebody)
    try:
        yield
    finally:
        _caller.reset(token)


@contextmanager
def called_off_when_deserted(call_off: Callable[[], None]) -> Iterator[None]:
    """While the work inside runs, `call_off` is called, from another thread, when its audience has gone. It only
    gives a sign: the thread it is called on serves everybody."""
    audience = _audience.get()
    if audience is None:
        yield
        return
    with audience._calls_off(call_off):
        yield


_caller: ContextVar[Caller | None] = ContextVar("caller", default=None)
_audience: ContextVar[Audience | None] = ContextVar("audience", default=None)
