"""Leases: who may do a thing that only one process should do at a time. They live in the shared cache."""

import secrets

from django.core.cache import caches


def take_lease(key: str, *, seconds: float) -> str | None:
    """The token that proves the lease is ours, or None when another holds it."""
    token = secrets.token_hex(8)
    return token if caches["leases"].add(key, token, seconds) else None


def holder_of(key: str) -> str | None:
    """The token of whoever holds the lease now; None when nobody does."""
    found = caches["leases"].get(key)
    return None if found is None else str(found)


def is_taken(key: str) -> bool:
    return holder_of(key) is not None


def give_back_lease(key: str, token: str) -> None:
    """End a lease, if it is still ours: it may have expired and be another's by now."""
    if caches["leases"].get(key) == token:
        caches["leases"].delete(key)
