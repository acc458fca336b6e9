"""What an answer need not wait for: it is done right behind it, in order, by one thread of the process.

An answer that is written down for others, a lease that is given back: whoever asked has what they wanted, and after
an engine's work each such step costs them half a millisecond. Only a request has somebody who waits. A task or a
command does it at once, and so does who is inside a transaction, whose leases nobody else could see yet.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from functools import cache
from threading import BoundedSemaphore

from django.db import close_old_connections, connection, connections

from metrics_portal import kept_connections
from metrics_portal.shared_cache import cache_failures
from metrics_portal.waiting import caller

logger = logging.getLogger(__name__)

# Past it whoever comes does its own: the shared cache is slow, and must not be forgotten over it.
MOST_WAITING = 16
_places = BoundedSemaphore(MOST_WAITING)


def afterwards(work: Callable[[], object]) -> None:
    """Do `work` behind the answer at hand, or at once. What it raises behind is logged; at once it is raised here."""
    if caller() is None or connection.in_atomic_block or not _places.acquire(blocking=False):
        work()
        return
    try:
        one_thread().submit(copy_context().run, _do, work)
    except RuntimeError:  # no thread could be started, or the process ends and its threads take no more
        _places.release()
        work()


@cache
def one_thread() -> ThreadPoolExecutor:
    """Where it is done, in order. Started when first needed; a process that ends waits for what there still is."""
    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="afterwards")
    executor.submit(
        int
    )  # starts the thread: what cannot be started must not hold work that is then done twice
    return executor


def finish(seconds: float) -> None:
    """Wait for what there still is, so long at most: for a process that ends without waiting for its threads."""
    if one_thread.cache_info().currsize:
        wait([one_thread().submit(connections.close_all)], timeout=seconds)


def _do(work: Callable[[], object]) -> None:
    try:
        close_old_connections()  # the thread outlives many a connection
        kept_connections.drop_dead()
        work()
    except cache_failures() as failure:
        logger.warning("what follows an answer was not done: the shared cache is out of order (%s)", failure)
    except Exception:
        logger.exception("what follows an answer was not done")
    finally:
        _places.release()
