"""Which of a database's tables give columns that are reckoned when they are asked for: views, and generated columns."""

import logging
import threading
import time
from collections.abc import Callable, Container
from typing import Any, Final

import psycopg

from routing.contracts import BackendError

logger = logging.getLogger(__name__)

_KNOWN_SECONDS: Final = 60.0
_UNKNOWN_SECONDS: Final = 5.0
# Foreign tables may be views where they are. Virtual columns ('v') are of PostgreSQL 18.
_RECKONED: Final = """
    SELECT n.nspname || '.' || c.relname
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('v', 'f')
       OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attgenerated = 'v')
"""


class _Every:
    def __contains__(self, key: object) -> bool:
        return True


class ReckonedTables:
    """The keys ("schema.table") of these tables, read anew each minute; every key while nobody can tell."""

    def __init__(self, read: Callable[[], frozenset[str]]) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._known: Container[str] = _Every()
        self._until = 0.0

    def now(self) -> Container[str]:
        with self._lock:
            if time.monotonic() >= self._until:
                try:
                    self._known = self._read()
                except BackendError as error:
                    logger.warning("Every table counts as a view: %s", error.code)
                    self._known = _Every()
                unknown = isinstance(self._known, _Every)
                self._until = time.monotonic() + (_UNKNOWN_SECONDS if unknown else _KNOWN_SECONDS)
            return self._known


def reckoned_tables(connection: psycopg.Connection[tuple[Any, ...]]) -> frozenset[str]:
    return frozenset(key for (key,) in connection.execute(_RECKONED))
