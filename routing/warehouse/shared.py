"""One look at the warehouse for all who ask within a few seconds, over all processes: each look is a query."""

import logging
import threading
import time

from django.core.cache import caches
from django.utils import timezone

from metrics_portal.leases import give_back_lease, renewed, take_lease
from metrics_portal.shared_cache import cache_failures
from routing.warehouse.services import (
    WarehouseHealth,
    check_warehouse,
    longest_look_seconds,
    warehouse,
)

logger = logging.getLogger(__name__)

SHARED_SECONDS = 5.0
LEASE_SECONDS = 5.0  # after which the others look, where a process was killed that looked for them
_PAUSE_SECONDS = 0.05
_looking = threading.Lock()  # one of a process at a time; the others find its answer


def shared_look() -> WarehouseHealth:
    """How the warehouse is, seen at most a few seconds ago: `checked_at` tells when. A failure is shared as a
    success is, for no longer. Raises NotConfigured."""
    key = f"warehouse-look:{warehouse().name}"
    with _looking:
        try:
            return _shared(key)
        except cache_failures() as failure:
            logger.warning("a look at the warehouse is not shared (%s)", failure)
            return check_warehouse(now=timezone.now())


def _shared(key: str) -> WarehouseHealth:
    """What was found a moment ago, what another process finds that looks now, or what this one finds."""
    until = time.monotonic() + longest_look_seconds()
    while True:
        if (found := _known(key)) is not None:
            return found
        if token := take_lease(_lease(key), seconds=LEASE_SECONDS):
            return _looked(key, token)
        if time.monotonic() > until:
            return check_warehouse(now=timezone.now())
        time.sleep(_PAUSE_SECONDS)


def _looked(key: str, token: str) -> WarehouseHealth:
    try:
        # Another process may have looked between our look at the cache and our lease.
        if (found := _known(key)) is not None:
            return found
        with renewed(_lease(key), token, seconds=LEASE_SECONDS):
            seen = check_warehouse(now=timezone.now())
        caches["answers"].set(key, seen, SHARED_SECONDS)
        return seen
    finally:
        give_back_lease(_lease(key), token)


def _known(key: str) -> WarehouseHealth | None:
    found = caches["answers"].get(key)
    return found if isinstance(found, WarehouseHealth) else None


def _lease(key: str) -> str:
    return f"{key}:under-way"
