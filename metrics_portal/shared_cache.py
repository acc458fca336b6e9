"""How the shared cache fails: as the portal's own database, or as Redis where there is one."""

import sys

from django.db import Error as DatabaseFailure


def redis_failures() -> tuple[type[Exception], ...]:
    """Redis's errors, none where its client was never loaded: it weighs 6 MB, and most installations have no Redis.

    Meant for `except redis_failures():`, which Python evaluates only when something was raised.
    """
    if "redis" not in sys.modules:
        return ()
    from redis.exceptions import RedisError

    return (RedisError,)


def cache_failures() -> tuple[type[Exception], ...]:
    """Every way in which a call to the shared cache can fail, for `except cache_failures():`."""
    return (DatabaseFailure, OSError, *redis_failures())
