"""A circuit breaker: after repeated failures, stop asking an engine that does not speak.

It lives in one process: each finds out for itself, at the price of a few failed calls, and none depends on
shared state to protect itself.
"""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

from routing.backends.errors import CalledOffError, EngineDownError
from routing.contracts import BackendError, ErrorKind


class State(StrEnum):
    CLOSED = "closed"  # calls pass
    OPEN = "open"  # calls are refused
    HALF_OPEN = "half_open"  # one caller may try, the others are refused


class Breaker:
    """Opens after `threshold` failures in a row; `rest_seconds` later one caller probes, and its outcome
    decides.

    `clock` gives monotonic seconds.
    """

    def __init__(
        self,
        *,
        backend: str,
        label: str,
        threshold: int = 5,
        rest_seconds: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._backend, self._label = backend, label
        self._threshold, self._rest_seconds, self._clock = threshold, rest_seconds, clock
        self._lock = threading.Lock()
        self._failures = 0
        self._last_words = ""
        self._opened_at: float | None = None
        self._probing = False

    @property
    def state(self) -> State:
        with self._lock:
            return self._state()

    @contextmanager
    def call(self) -> Iterator[None]:
        """Around one call of the engine; raises BackendError (circuit_open) instead of making it.

        Only EngineDownError is a failure. An engine that refuses a query, or stops it at its deadline, did
        speak. A call that never reached the engine (overloaded), or was called off by whoever asked, says
        nothing either way.
        """
        probe = self._admit()
        try:
            yield
        except EngineDownError as error:
            self._failed(error.detail)
            raise
        except BackendError as error:
            if isinstance(error, CalledOffError) or error.kind is ErrorKind.OVERLOADED:
                self._undecided(probe)
            else:
                self._spoke()
            raise
        except BaseException:
            self._undecided(probe)
            raise
        self._spoke()

    def check(self) -> None:
        """For a question beside the calls that count: raises what `call` would now, and moves nothing."""
        with self._lock:
            if self._state() is State.OPEN or self._probing:
                raise self._refusal()

    def _state(self) -> State:
        if self._opened_at is None:
            return State.CLOSED
        rested = self._clock() - self._opened_at >= self._rest_seconds
        return State.HALF_OPEN if rested or self._probing else State.OPEN

    def _admit(self) -> bool:
        with self._lock:
            state = self._state()
            if state is State.OPEN or self._probing:
                raise self._refusal()
            self._probing = state is State.HALF_OPEN
            return self._probing

    def _refusal(self) -> BackendError:
        elapsed = self._clock() - (self._opened_at or 0.0)
        wait = max(1, math.ceil(self._rest_seconds - elapsed))
        return BackendError(
            # The cause first: a tile has room for little more.
            f"{self._last_words} After {self._failures} failures in a row {self._label} is left alone for a moment.",
            kind=ErrorKind.CIRCUIT_OPEN,
            backend=self._backend,
            retry_after=wait,
        )

    def _failed(self, words: str) -> None:
        with self._lock:
            self._failures += 1
            self._last_words = words
            if self._probing or self._failures >= self._threshold:
                self._opened_at = self._clock()
            self._probing = False

    def _spoke(self) -> None:
        with self._lock:
            self._failures, self._opened_at, self._probing = 0, None, False

    def _undecided(self, probe: bool) -> None:
        if probe:
            with self._lock:
                self._probing = False
