"""How many requests of one process may wait for a language model at once.

A model takes seconds, and whoever waits for one, or for what another asks of it, holds one of the process's
threads. Without a bound a page of tiles on a slow model would take them all, and tiles that need no model would
wait too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from django.conf import settings

from sqlgen.models_llm.contracts import ModelError

_SHARE = 4  # one in so many of a process's threads
_AGAIN_SECONDS = 5


class Places:
    """Who waits now, counted."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._taken = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """A place for as long as the block runs; raises ModelError `overloaded` at once where none is free."""
        most = max(1, settings.WEB_THREADS // _SHARE)
        with self._lock:
            if self._taken >= most:
                raise _full(most)
            self._taken += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken -= 1


_places = Places()
one = _places.one


def _full(most: int) -> ModelError:
    return ModelError(
        f"As many as may already wait here for a language model ({most}), so that other tiles are not held up. "
        "Ask again in a moment.",
        provider=settings.SQL_MODEL_PROVIDER,
        reason="overloaded",
        transient=True,
        retry_after=_AGAIN_SECONDS,
    )
