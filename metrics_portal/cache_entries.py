"""What the shared caches hold, read back: an entry that cannot be read is none.

An earlier version of the portal may have kept it, in classes that have changed since or are gone; and its answers lie
there for days.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

logger = logging.getLogger(__name__)

Stored = TypeVar("Stored")
_told: set[str] = set()  # kinds of keys whose unreadable entries this process has told of


def readable(stored: Mapping[str, Stored], load: Callable[[Stored], Any]) -> dict[str, Any]:
    """The entries that `load` can read, by their keys. One that it cannot is left out, and told in the log, once for
    all keys of its kind: what stands before the first colon."""
    found: dict[str, Any] = {}
    for key, entry in stored.items():
        try:
            found[key] = load(entry)
        except Exception as error:  # unpickling raises whatever the classes named in it do
            _tell(key.partition(":")[0], error)
    return found


def _tell(kind: str, error: Exception) -> None:
    if kind not in _told:
        _told.add(kind)
        logger.warning(
            "entries %r of the shared cache are taken as absent where they cannot be read, as an earlier version of the"
            " portal may have kept them: %s: %s",
            kind,
            type(error).__name__,
            error,
        )
