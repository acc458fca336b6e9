"""What an answer need not wait for: it is done right behind it, in order, by one thread of the process.

An answer that is written down for others, a lease that is given back: whoever asked has what they wanted, and after
an engine's work each such step costs them half a millisecond, or takes as much from the answer on its way out. So a
request begins with it when its answer was sent. A task or a command does it at once, and so does who is inside a
transaction, whose leases nobody else could see yet.
"""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from functools import cache, partial
from threading import BoundedSemaphore, Lock

from django.db import close_old_connections, connection, connections

from metrics_portal import kept_connections
from metrics_portal.shared_cache import cache_failures

logger = logging.getLogger(__name__)

Work = Callable[[], object]

# Past it whoever comes does its own: the shared cache is slow, and must not be forgotten over it.
MOST_WAITING = 16
_places = BoundedSemaphore(MOST_WAITING)


class Behind:
    """What one request leaves to be done behind its answer, until `begin`; what comes later is begun at once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._left: list[Work] | None = []

    @contextmanager
    def left(self) -> Iterator[None]:
        """Within, `afterwards` leaves it here."""
        token = _behind.set(self)
        try:
            yield
        finally:
            _behind.reset(token)

    @property
    def is_empty(self) -> bool:
        return not self._left

    def add(self, work: Work) -> None:
        with self._lock:
            if self._left is not None:
                self._left.append(work)
                return
        _submit(work)

    def begin(self) -> None:
        with self._lock:
            left, self._left = self._left or [], None
        for work in left:
            _submit(work)


_behind: ContextVar[Behind | None] = ContextVar("behind", default=None)


def afterwards(work: Work) -> None:
    """Do `work` behind the answer at hand, or at once. What it raises behind is logged; at once it is raised here."""
    behind = _behind.get()
    if behind is None or connection.in_atomic_block or not _places.acquire(blocking=False):
        work()
        return
    behind.add(partial(copy_context().run, _do, work))


def _submit(work: Work) -> None:
    try:
        one_thread().submit(work)
    except RuntimeError:  # no thread could be started, or the process ends and its threads take no more
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


def _do(work: Work) -> None:
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
