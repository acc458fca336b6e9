"""How many queries may run on one backend at the same time, counted across all processes.

A slot is a numbered lease in the shared cache. It is taken with one `add` and given back with one `delete`; a
holder that died gives it back by letting it expire.
"""

import logging
import math
import random
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from django.core.cache import BaseCache

from metrics_portal.afterwards import afterwards
from metrics_portal.shared_cache import cache_failures
from routing.backends.silence import Silence
from routing.contracts import BackendError, ErrorKind

logger = logging.getLogger(__name__)

_GRACE_SECONDS = 15  # past the deadline, for stopping and fetching; caches keep whole seconds
_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 0.25
_A_WAIT_SECONDS = 0.1  # what is shorter costs nobody the ten seconds in which a failure is told


class Slots:
    """`count` slots of one backend, for queries or for something else by its name. A caller waits at most
    `wait_seconds` for one, then is told `overloaded`."""

    def __init__(
        self,
        *,
        backend: str,
        label: str,
        count: int,
        cache: BaseCache,
        wait_seconds: float = 5.0,
        of: str = "queries",
    ) -> None:
        self._backend, self._label, self._of = backend, label, of
        self._name = backend if of == "queries" else f"{backend}:{of}"
        self._count, self._cache, self._wait_seconds = count, cache, wait_seconds
        # No more of our threads ask the shared cache than could have a slot at all: the others wait here for
        # free.
        self._ours = threading.BoundedSemaphore(count)
        self._waiting, self._counting = 0, threading.Lock()
        self._silence = Silence(backend=backend, name=self._name, cache=cache)

    @property
    def is_waited_for(self) -> bool:
        """Whether somebody in this process waits for a slot."""
        return self._waiting > 0

    @contextmanager
    def hold(
        self,
        deadline_seconds: float,
        *,
        wait_seconds: float | None = None,
        rest_seconds: float = 0.0,
        answers: bool = False,
    ) -> Iterator[None]:
        """Hold a slot for a query that is stopped after `deadline_seconds`, and whose connection may be held for
        another `rest_seconds`; raises BackendError (overloaded, or backend_unavailable where the engine was found
        silent meanwhile). `wait_seconds` 0 takes a free slot or none. Where the query `answers` whoever asked, the slot
        is given back behind their answer."""
        wait = self._wait_seconds if wait_seconds is None else wait_seconds
        began_at = time.monotonic()
        give_up_at = began_at + wait
        if not self._is_ours(wait):
            raise self._overloaded(wait)
        ttl = math.ceil(deadline_seconds + rest_seconds) + _GRACE_SECONDS
        try:
            key, expires_at = self._take(give_up_at, ttl, wait), time.monotonic() + ttl - 1
        except BaseException:
            self._ours.release()
            raise
        try:
            self._silence.heed(waited=time.monotonic() - began_at > _A_WAIT_SECONDS)
            with self._silence.noticed():
                yield
        finally:
            give_back = partial(self._give_back, key, expires_at)
            # Who waits here for this very slot waits for nothing else that is done behind answers.
            afterwards(give_back) if answers and not self.is_waited_for else give_back()

    def _is_ours(self, wait: float) -> bool:
        if self._ours.acquire(blocking=False):
            return True
        with self._counting:
            self._waiting += 1
        try:
            return self._ours.acquire(timeout=wait)
        finally:
            with self._counting:
                self._waiting -= 1

    def _take(self, give_up_at: float, ttl: int, wait: float) -> str:
        """The key of the slot taken; empty when the shared cache is out of order."""
        pause = _FIRST_PAUSE
        while True:
            try:
                key = self._take_any(ttl)
            except cache_failures() as failure:
                # The engine still stands: go on under this process's own bound rather than fail every tile.
                logger.warning("slots of %s: the shared cache is out of order (%s)", self._name, failure)
                return ""
            if key:
                return key
            if time.monotonic() + pause > give_up_at:
                raise self._overloaded(wait)
            time.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - jitter, not a secret
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _take_any(self, ttl: int) -> str | None:
        # Everyone starts at another number, so that a free slot is usually found at the first try.
        first = random.randrange(self._count)  # noqa: S311
        for step in range(self._count):
            key = f"slot:{self._name}:{(first + step) % self._count}"
            if self._cache.add(key, secrets.token_hex(4), ttl):
                return key
        return None

    def _give_back(self, key: str, expires_at: float) -> None:
        try:
            # An expired slot may be another's by now.
            if key and time.monotonic() < expires_at:
                self._cache.delete(key)
        except cache_failures() as failure:
            logger.warning("slot %s is not given back and will expire (%s)", key, failure)
        finally:
            self._ours.release()

    def _overloaded(self, waited: float) -> BackendError:
        since = f" for {waited:g} s" if waited else ""
        return BackendError(
            f"{self._label} is busy: all {self._count} places for {self._of} were taken{since}. Try again shortly.",
            kind=ErrorKind.OVERLOADED,
            backend=self._backend,
            retry_after=max(1, round(self._wait_seconds)),
        )
