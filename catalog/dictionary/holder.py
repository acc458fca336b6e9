"""The dictionary in use by this process, swapped as a whole when its files change."""

import logging
import threading
import time
from collections.abc import Callable

from django.core.exceptions import ImproperlyConfigured

from catalog.contracts import Dictionary
from catalog.dictionary.files import fingerprint, folder_of
from catalog.dictionary.loader import DictionaryInvalid, load_dictionary

logger = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 1.0


class DictionaryHolder:
    """Loads once, then looks at the files' times at most once a second.

    A changed set of files is validated whole and swapped in at once; one with errors leaves the running
    version in place, and the log says why.
    """

    def __init__(self, uri: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._uri = uri
        self._clock = clock
        self._lock = threading.Lock()
        self._current: Dictionary | None = None
        self._mark: object = None
        self._looked_at = float("-inf")

    def get(self) -> Dictionary:
        """The running dictionary. Raises DictionaryInvalid or ImproperlyConfigured while there is none."""
        current = self._current
        if current is not None and self._clock() - self._looked_at < LOOK_EVERY_SECONDS:
            return current
        with self._lock:
            if self._current is None:
                self._current = self._first()
            elif self._clock() - self._looked_at >= LOOK_EVERY_SECONDS:
                self._current = self._changed(self._current)
            self._looked_at = self._clock()
            return self._current

    def _first(self) -> Dictionary:
        # The mark is taken before reading: a change made while we read is seen by the next look.
        self._mark = fingerprint(folder_of(self._uri))
        return load_dictionary(self._uri)

    def _changed(self, running: Dictionary) -> Dictionary:
        try:
            mark = fingerprint(folder_of(self._uri))
            if mark == self._mark:
                return running
            self._mark = mark
            fresh = load_dictionary(self._uri)
        except (DictionaryInvalid, ImproperlyConfigured, OSError) as error:
            logger.error("The changed dictionary is not used, the running one stays: %s", error)
            return running
        logger.info("Dictionary %s replaces %s", fresh.version[:12], running.version[:12])
        return fresh
