"""A warehouse that is asleep is no failure: it is woken, and says for how long it has been waking."""

import logging
import math
import threading
import time

from django.core.cache import BaseCache

from metrics_portal.shared_cache import cache_failures
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.state import Condition, Seen, WarehouseState
from routing.contracts import BackendStarting

logger = logging.getLogger(__name__)

# Since when it starts is forgotten so long after nobody was told any more: who found it awake may be another process.
_KEPT_SECONDS = 120
_AGAIN_SECONDS = 4


class Starting:
    """What this process knows about the warehouse waking up; since when is shared with the others, as long as
    the shared cache is in order."""

    def __init__(
        self,
        state: WarehouseState,
        *,
        backend: str,
        label: str,
        cache: BaseCache,
        kept_seconds: int = _KEPT_SECONDS,
    ) -> None:
        self._state, self._backend, self._label, self._cache = state, backend, label, cache
        self._kept_seconds = kept_seconds
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

    def is_answered_for(self) -> bool:
        """Whether the workspace just told how the warehouse is. Waits for nothing: what is asked now, the next call
        finds."""
        return self._state.look(wait_seconds=0.0).told

    def over(self) -> None:
        """It answered."""
        if self._known.is_set():
            self._known.clear()
            try:
                self._cache.delete(self._key)
            except cache_failures() as failure:
                logger.warning("%s is not given back and will expire (%s)", self._key, failure)

    def elapsed_seconds(self) -> float | None:
        """For how long it has been starting; None when it is not."""
        try:
            since = self._cache.get(self._key)
        except cache_failures() as failure:
            logger.warning("since when %s starts is unknown (%s)", self._backend, failure)
            return None
        return max(0.0, time.time() - float(since)) if since else None

    def _remember(self) -> None:
        try:
            if not self._cache.add(self._key, time.time(), self._kept_seconds):
                self._cache.touch(self._key, self._kept_seconds)
        except cache_failures() as failure:
            logger.warning("since when %s starts is not kept (%s)", self._backend, failure)

    def _told(self, seen: Seen) -> BackendStarting:
        if seen.condition is Condition.STOPPED:
            self._state.wake()
        self._known.set()
        self._remember()
        elapsed = self.elapsed_seconds() or 0.0
        return BackendStarting(
            f"{self._label} is waking up, {_words(elapsed)}.",
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
