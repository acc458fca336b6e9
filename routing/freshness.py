"""When the data behind an answer was last loaded. Never fails an answer: what cannot be told is unknown.

Asked before the query, and never after: a load that ends in between makes the data look older than it is, not newer.
"""

import logging
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.cache import caches

from accounts.contracts import Reader
from metrics_portal.problems import PortalProblem
from routing import backends
from routing.contracts import Backend, BackendError, ErrorKind

logger = logging.getLogger(__name__)

_KEPT_SECONDS = 60
_UNKNOWN = "unknown"
# Of an engine that is down: so that those who ask at the same moment do not all wait for it, one after the other.
_DOWN_SECONDS = 2
# What says nothing about the table is asked again sooner.
_PASSING = {
    ErrorKind.OVERLOADED: 0,
    ErrorKind.CIRCUIT_OPEN: 0,
    ErrorKind.BACKEND_UNAVAILABLE: _DOWN_SECONDS,
    ErrorKind.BACKEND_STARTING: _DOWN_SECONDS,
}
_MOST_OF = 0.9
_STOP_SECONDS = 3.0  # reaching the engine, and stopping a look that is over its time
# One question per process and backend at a time: a dashboard's tiles ask for the same few tables at once. Readers who
# are each answered by their own rights share a few of these locks, so that none waits for all others.
_asking: dict[str, threading.Lock] = defaultdict(threading.Lock)


def loaded_at(backend_name: str, tables: Iterable[str], reader: Reader | None = None) -> datetime | None:
    """When the least recently loaded of the tables ("schema.table") was loaded; kept for 60 s in the shared
    cache, and at hand in each process for as long. For a `reader` whom the backend answers by their own rights it is
    what they may see, and kept for them alone; else the portal itself asks.

    None when any of them is unknown: an answer is as old as its oldest part. Takes a free slot or none, and for all
    tables together no longer than `longest_look_seconds`.
    """
    theirs = reader if reader and backends.by_reader(backend_name) else None
    whose = f"{theirs.key}:" if theirs else ""
    keys = {f"load-time:{backend_name}:{whose}{table}": table for table in tables}
    try:
        known = _known(backend_name, keys, theirs)
    except Exception:  # the promise of this function: an answer never fails for want of its age
        logger.exception("the load times of %s are unknown", backend_name)
        return None
    times = [moment for moment in known.values() if isinstance(moment, datetime)]
    return min(times) if times and len(times) == len(keys) else None


def longest_look_seconds(backend_name: str) -> float:
    """How much longer an answer may take because the load times are asked first."""
    return backends.get(backend_name).last_load_seconds + _STOP_SECONDS


def _known(backend_name: str, keys: Mapping[str, str], reader: Reader | None) -> dict[str, datetime | str]:
    backend = backends.for_reader(backend_name, reader) if reader else backends.get(backend_name)
    known = _at_hand(keys)
    give_up_at = time.monotonic() + backend.last_load_seconds
    asking = _asking[f"{backend_name}:{reader.key[0]}" if reader else backend_name]
    if len(known) == len(keys) or not asking.acquire(timeout=backend.last_load_seconds):
        return known
    try:
        known |= _kept(keys)
        for key, table in keys.items():
            left = give_up_at - time.monotonic()
            if key not in known and left > 0:
                known[key], kept_seconds = _ask(backend, table, left)
                caches["answers"].set(key, (known[key], time.time() + kept_seconds), kept_seconds)
    finally:
        asking.release()
    return known


def _at_hand(keys: Iterable[str]) -> dict[str, datetime | str]:
    """What this process read a moment ago, else what all processes share."""
    known: dict[str, datetime | str] = caches["default"].get_many(keys)
    missing = [key for key in keys if key not in known]
    return known | _kept(missing) if missing else known


def _kept(keys: Iterable[str]) -> dict[str, datetime | str]:
    known = {}
    for key, (moment, until) in caches["answers"].get_many(keys).items():
        known[key] = moment
        # No longer than it is kept at all, whatever another machine's clock says.
        caches["default"].set(key, moment, min(until - time.time(), _KEPT_SECONDS))
    return known


def _ask(backend: Backend, table: str, seconds: float) -> tuple[datetime | str, int]:
    """What is known of a table, and for how many seconds to keep it."""
    began_at = time.monotonic()
    try:
        return backend.freshness(table, seconds=seconds) or _UNKNOWN, _KEPT_SECONDS
    except PortalProblem as problem:
        logger.warning("the load time of %s on %s is unknown: %s", table, backend.name, problem.detail)
        kind = problem.kind if isinstance(problem, BackendError) else None
        took = time.monotonic() - began_at
        if kind is ErrorKind.BACKEND_TIMEOUT and took < _MOST_OF * backend.last_load_seconds:
            return _UNKNOWN, 0  # cut short: by the tables before it, or because whoever asked has gone
        # A table the guard does not know, or one that takes too long: remembered too, not asked for every tile.
        return _UNKNOWN, _PASSING.get(kind, _KEPT_SECONDS) if kind else _KEPT_SECONDS
