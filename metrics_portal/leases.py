"""Leases: who may do a thing that only one process should do at a time. They live in the shared cache."""

import logging
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import caches
from django.db import connections

from metrics_portal.shared_cache import cache_failures
from metrics_portal.table_cache import TableCache

logger = logging.getLogger(__name__)

_RENEWALS = 3  # within the time of a lease, so that a late one does no harm


def take_lease(key: str, *, seconds: float) -> str | None:
    """The token that proves the lease is ours, or None when another holds it."""
    taken = take_lease_told(key, seconds=seconds)
    return taken[0] if taken else None


def take_lease_told(key: str, *, seconds: float) -> tuple[str, bool] | None:
    """The same, with whether somebody may have held it a moment ago: False only where that is certain."""
    cache, token = caches["leases"], secrets.token_hex(8)
    if not isinstance(cache, TableCache):
        return (token, True) if cache.add(key, token, seconds) else None
    is_new = cache.add_told(key, token, seconds)
    return None if is_new is None else (token, not is_new)


def holder_of(key: str) -> str | None:
    """The token of whoever holds the lease now; None when nobody does."""
    found = caches["leases"].get(key)
    return None if found is None else str(found)


def is_taken(key: str) -> bool:
    return holder_of(key) is not None


def give_back_lease(key: str, token: str) -> None:
    """End a lease, if it is still ours: it may have expired and be another's by now."""
    cache = caches["leases"]
    if isinstance(cache, TableCache):
        cache.expire_if(key, token)
    elif cache.get(key) == token:
        cache.delete(key)


@contextmanager
def renewed(key: str, token: str, *, seconds: float) -> Iterator[None]:
    """Around work that may last: a lease of so many seconds is renewed until the work ends, and no longer than its
    process lives. Where it cannot be renewed it expires, and the work goes on."""
    over = threading.Event()
    renewing = threading.Thread(
        target=_renew, args=[key, token, seconds, over], name=f"lease-{key}", daemon=True
    )
    renewing.start()
    try:
        yield
    finally:
        over.set()
        renewing.join()


def _renew(key: str, token: str, seconds: float, over: threading.Event) -> None:
    try:
        while not over.wait(seconds / _RENEWALS):
            if holder_of(key) != token:
                return
            caches["leases"].touch(key, seconds)
    except cache_failures() as failure:
        logger.warning("the lease %s is not renewed and will expire (%s)", key, failure)
    finally:
        connections.close_all()  # this thread's own
