"""A warehouse that is asleep is no failure: it is woken, and says for how long it has been waking."""

import math
import threading
import time

from django.core.cache import BaseCache

from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.state import Condition, Seen, WarehouseState
from routing.contracts import BackendStarting

_LONGEST_SECONDS = 1800
_AGAIN_SECONDS = 4


class Starting:
    """What this process knows about the warehouse waking up; since when is shared with the others."""

    def __init__(self, state: WarehouseState, *, backend: str, label: str, cache: BaseCache) -> None:
        self._state, self._backend, self._label, self._cache = state, backend, label, cache
        self._known = threading.Event()

    def check(self) -> None:
        """Before a question: raises BackendStarting at once when it is known to be waking up still."""
        if self._known.is_set():
            self.look()

    def look(self) -> None:
        """Raises BackendStarting when it does not run yet, and Fault when it is no more."""
        seen = self._state.look()
        if seen.condition is Condition.GONE:
            raise Fault(Trouble.NO_WAREHOUSE, "the warehouse is deleted")
        if seen.asleep:
            raise self._told(seen)

    def over(self) -> None:
        """It answered."""
        if self._known.is_set():
            self._known.clear()
            self._cache.delete(self._key)

    def elapsed_seconds(self) -> float | None:
        """For how long it has been starting; None when it is not."""
        since = self._cache.get(self._key)
        return max(0.0, time.time() - float(since)) if since else None

    def _told(self, seen: Seen) -> BackendStarting:
        if seen.condition is Condition.STOPPED:
            self._state.wake()
        self._known.set()
        self._cache.add(self._key, time.time(), _LONGEST_SECONDS)
        elapsed = self.elapsed_seconds() or 0.0
        return BackendStarting(
            f"{self._label} is waking up, {_words(elapsed)}. The answer appears here by itself.",
            backend=self._backend,
            elapsed_seconds=elapsed,
            retry_after=_AGAIN_SECONDS,
        )

    @property
    def _key(self) -> str:
        return f"starting:{self._backend}"


def _words(elapsed: float) -> str:
    seconds = math.floor(elapsed)
    if seconds < 2:
        return "since just now"
    return f"for {seconds} s" if seconds < 120 else f"for {seconds // 60} min"
