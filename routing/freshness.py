"""When the data behind an answer was last loaded. Never fails an answer: what cannot be told is unknown."""

import logging
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.cache import caches

from metrics_portal.problems import PortalProblem
from routing import backends

logger = logging.getLogger(__name__)

_KEPT_SECONDS = 60
_UNKNOWN = "unknown"
# One question per process and backend at a time: a dashboard's tiles ask for the same few tables at once.
_asking: dict[str, threading.Lock] = defaultdict(threading.Lock)


def loaded_at(backend_name: str, tables: Iterable[str]) -> datetime | None:
    """When the least recently loaded of the tables ("schema.table") was loaded; kept for 60 s in the shared
    cache.

    None when any of them is unknown: an answer is as old as its oldest part. Takes at most about 2 s a table.
    """
    keys = {f"loaded-at:{backend_name}:{table}": table for table in tables}
    try:
        known = _known(backend_name, keys)
    except Exception:  # the promise of this function: an answer never fails for want of its age
        logger.exception("the load times of %s are unknown", backend_name)
        return None
    times = [moment for moment in known.values() if isinstance(moment, datetime)]
    return min(times) if times and len(times) == len(keys) else None


def _known(backend_name: str, keys: Mapping[str, str]) -> dict[str, datetime | str]:
    cache = caches["answers"]
    known: dict[str, datetime | str] = cache.get_many(keys)
    if len(known) == len(keys):
        return known
    with _asking[backend_name]:
        known = cache.get_many(keys)
        asked = {key: _ask(backend_name, table) for key, table in keys.items() if key not in known}
        cache.set_many(asked, _KEPT_SECONDS)
    return known | asked


def _ask(backend_name: str, table: str) -> datetime | str:
    try:
        return backends.get(backend_name).freshness(table) or _UNKNOWN
    except PortalProblem as problem:
        # A backend that is down, or a table the guard does not know: remembered too, not asked for every
        # tile.
        logger.warning("the load time of %s on %s is unknown: %s", table, backend_name, problem.detail)
        return _UNKNOWN
