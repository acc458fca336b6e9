"""Step 6: one query per key across all processes; whoever else asks meanwhile waits for its result.

Within a process the others wait on the leader's future. Across processes the leader holds a lease in the
shared cache; it lasts a little longer than the query may, so a leader that was killed blocks a key no longer.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock

from django.core.cache import caches

from metrics_portal.leases import give_back_lease, is_taken, take_lease
from routing.contracts import ErrorKind
from widgets.answers import Kept
from widgets.contracts import TileError

__all__ = ["fly", "give_back_lease", "is_taken", "take_lease"]

Outcome = Kept | TileError
_FIRST_PAUSE, _LONGEST_PAUSE = 0.01, 0.05
_FAILURE_SECONDS = 15  # how long a leader's failure is told to those who waited for it; nobody else reads it

_TOO_LATE = TileError(
    kind=ErrorKind.BACKEND_TIMEOUT,
    detail="The answer that others asked for first did not come in time. Try again shortly.",
    retry_after=5,
)

_flights: dict[str, "Future[tuple[Outcome, bool]]"] = {}
_lock = Lock()


def fly(
    key: str, *, run: Callable[[], Outcome], landed: Callable[[], Kept | None], patience_seconds: float
) -> tuple[Outcome, bool]:
    """Run once for everyone who asks for `key` now; returns the outcome and whether this call ran it.

    `run` asks the engine and stores the answer, or gives the failure as a value. `landed` gives an answer
    that was stored since this request looked. `patience_seconds` bounds the run: past it a leader is taken
    for dead. What `run` raises is raised here and in whoever waited in this process.
    """
    with _lock:
        flight = _flights.get(key)
        if leading := flight is None:
            flight = _flights[key] = Future()
    assert flight is not None  # noqa: S101
    if not leading:
        try:
            return flight.result(timeout=2 * patience_seconds)[0], False
        except TimeoutError:
            return _TOO_LATE, False
    return _lead_here(key, flight, lambda: _across_processes(key, run, landed, patience_seconds))


def _lead_here(
    key: str, flight: "Future[tuple[Outcome, bool]]", run: Callable[[], tuple[Outcome, bool]]
) -> tuple[Outcome, bool]:
    try:
        result = run()
    except BaseException as error:
        flight.set_exception(error)
        raise
    else:
        flight.set_result(result)
        return result
    finally:
        with _lock:
            del _flights[key]


def _across_processes(
    key: str, run: Callable[[], Outcome], landed: Callable[[], Kept | None], patience_seconds: float
) -> tuple[Outcome, bool]:
    lease_key = f"flight:{key}"
    while True:
        token = take_lease(lease_key, seconds=patience_seconds)
        if token:
            return _lead(lease_key, token, run, landed)
        outcome = _follow(lease_key, landed)
        if outcome is not None:
            return outcome, False


def _lead(
    lease_key: str, token: str, run: Callable[[], Outcome], landed: Callable[[], Kept | None]
) -> tuple[Outcome, bool]:
    try:
        # Another process may have landed between our look at the cache and our lease.
        if (answer := landed()) is not None:
            return answer, False
        outcome = run()
        if isinstance(outcome, TileError):
            caches["leases"].set(_failure_key(token), outcome, _FAILURE_SECONDS)
        return outcome, True
    finally:
        give_back_lease(lease_key, token)


def _follow(lease_key: str, landed: Callable[[], Kept | None]) -> Outcome | None:
    """Wait for another process's leader; None when it left nothing (it died), and someone must lead."""
    leader, pause = caches["leases"].get(lease_key), _FIRST_PAUSE
    while leader and caches["leases"].get(lease_key) == leader:
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)
    failure = caches["leases"].get(_failure_key(leader)) if leader else None
    return failure if isinstance(failure, TileError) else landed()


def _failure_key(token: str) -> str:
    return f"failed:{token}"
