"""What is done when a process ends, also where it leaves at once and Python's own `atexit` has no turn."""

import atexit
import logging
import os
from collections.abc import Callable

logger = logging.getLogger(__name__)

_endings: list[Callable[[], None]] = []


def at_end(ending: Callable[[], None]) -> None:
    """Have it done once, the latest first, when this process ends by itself or is asked to. A child inherits nothing
    of it."""
    if not _endings:
        atexit.register(come)
    _endings.append(ending)


def come() -> None:
    """Do it now: whoever is about to call `os._exit` says so. A failure is logged, and keeps nothing else from its
    end."""
    while _endings:
        ending = _endings.pop()
        try:
            ending()
        except Exception:
            logger.exception("something did not end as it should")


os.register_at_fork(after_in_child=_endings.clear)
