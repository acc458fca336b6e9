"""An engine that was found silent a moment ago: who waited for their turn meanwhile is told so at once.

Silence takes seconds to find out. Whoever waited for a slot while others found it out, or asked for a table's age just
before, would otherwise wait as long again before a word is said.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.core.cache import BaseCache

from metrics_portal.shared_cache import cache_failures
from routing.backends.errors import EngineSilentError, found_silent

logger = logging.getLogger(__name__)

_HEEDED_SECONDS = 2
_LATELY_SECONDS = 4.0  # fewer than any silence that is told as one


class Silence:
    """What this process heard of one engine, and found silent; for those who waited also what the others found, as
    long as the shared cache is in order.

    `clock` gives monotonic seconds.
    """

    def __init__(
        self, *, backend: str, name: str, cache: BaseCache, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._backend, self._cache, self._clock = backend, cache, clock
        self._key = f"silent:{name}"
        self._spoke_at = float("-inf")
        self._found: tuple[float, str] | None = None

    def heed(self, *, waited: bool) -> None:
        """Before a question, which may have `waited` for its turn: raises BackendError (backend_unavailable) when the
        engine was found silent within the last two seconds. That counts for nothing: it was not asked."""
        found = self._found
        if found is not None and self._clock() - found[0] < _HEEDED_SECONDS:
            raise found_silent(found[1], self._backend)
        if waited and (words := self._found_by_others()):
            raise found_silent(words, self._backend)

    @contextmanager
    def noticed(self) -> Iterator[None]:
        """Around one question: notices its answer, and its silence."""
        try:
            yield
        except EngineSilentError as error:
            # An engine that answers others is not silent: only this one's line is.
            if self._clock() - self._spoke_at > _LATELY_SECONDS:
                self._tell(error.detail)
            raise
        self._spoke_at, self._found = self._clock(), None

    def _tell(self, words: str) -> None:
        self._found = self._clock(), words
        try:
            self._cache.set(self._key, words, _HEEDED_SECONDS)
        except cache_failures() as failure:
            logger.warning("that %s is silent is not shared (%s)", self._backend, failure)

    def _found_by_others(self) -> str:
        try:
            return str(self._cache.get(self._key) or "")
        except cache_failures() as failure:
            logger.warning("whether %s was found silent is unknown (%s)", self._backend, failure)
            return ""
