"""Step 6: one query per key across all processes; whoever else asks meanwhile waits for its result.

Within a process the others wait on the leader's future. Across processes the leader holds a lease in the
shared cache; it lasts a little longer than the query may, so a leader that was killed blocks a key no longer.
A query that nobody waits for any more is called off; who asks for it at that very moment asks anew. Whoever has
gone waits no more: their thread is another's at once.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import Event, Lock
from typing import NamedTuple

from django.core.cache import caches
from django.utils import timezone

from metrics_portal.afterwards import afterwards
from metrics_portal.leases import give_back_lease, is_taken, take_lease, take_lease_told
from metrics_portal.waiting import Audience, called_off_when_deserted, caller
from routing.contracts import ErrorKind
from widgets.answers import Kept
from widgets.contracts import TileError

__all__ = ["fly", "give_back_lease", "is_taken", "take_lease"]

Outcome = Kept | TileError
# Between two looks at another process's lease: a twentieth of the wait so far, so that looking adds little to any
# wait and a long one is not looked at more than it needs.
_SHARE_OF_THE_WAIT, _SHORTEST_PAUSE, _LONGEST_PAUSE = 0.05, 0.005, 0.25
_FAILURE_SECONDS = 15  # how long a leader's failure is told to those who waited for it; nobody else reads it

_TOO_LATE = TileError(
    kind=ErrorKind.BACKEND_TIMEOUT,
    detail="The answer that others asked for first did not come in time. Try again shortly.",
    retry_after=5,
)
# Read by nobody: whoever it is for has gone.
_LEFT = TileError(kind=ErrorKind.BACKEND_TIMEOUT, detail="Whoever asked did not wait for the answer.")


class _Flight:
    def __init__(self) -> None:
        self.result: Future[tuple[Outcome, bool]] = Future()
        self.audience = Audience()


_flights: dict[str, _Flight] = {}
_lock = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """One question to an engine: `run` asks it, or gives its failure as a value; `keep` stores an answer for every
    process, `kept` reads it. `known` is what this request read; `anew` is one that did not look, because it asks the
    engine whatever is stored."""

    run: Callable[[], Outcome]
    keep: Callable[[Kept], None]
    kept: Callable[[], Kept | None]
    known: Kept | None = None
    anew: bool = False

    def landed_since(self, known: Kept | None) -> Kept | None:
        """What is stored now, if it is another answer than `known`."""
        found = self.kept()
        return found if found and (known is None or found.ready.asked_at != known.ready.asked_at) else None


class _Lease(NamedTuple):
    key: str
    token: str
    held_before: bool  # perhaps, and a moment ago
    ends_at: float  # on the monotonic clock, never too late


def fly(key: str, trip: Trip, *, patience_seconds: float) -> tuple[Outcome, bool]:
    """Run once for everyone who asks for `key` now; returns the outcome and whether this call ran it.

    `patience_seconds` bounds the run: past it a leader is taken for dead. What `run` raises is raised here and in
    whoever waited in this process.
    """
    while True:
        flight, leading = _boarded(key)
        if leading:
            return _lead_here(key, flight, trip, patience_seconds)
        _wait(flight, seconds=2 * patience_seconds)
        if _has_gone():
            return _LEFT, False
        if not flight.result.done():
            return _TOO_LATE, False
        outcome = flight.result.result()[0]
        if isinstance(outcome, Kept) or not flight.audience.deserted:
            return outcome, False


def _boarded(key: str) -> tuple[_Flight, bool]:
    """The flight for the key, and whether it is ours to lead."""
    with _lock:
        flight = _flights.get(key)
        if leading := flight is None:
            flight = _flights[key] = _Flight()
        assert flight is not None  # noqa: S101
        flight.audience.join(caller())
    return flight, leading


def _wait(flight: _Flight, *, seconds: float) -> None:
    """Until the flight has its result, whoever asked has gone, or the time is up."""
    over = Event()
    flight.result.add_done_callback(lambda _: over.set())
    if (somebody := caller()) is not None:
        somebody.when_gone(over.set)
    over.wait(seconds)


def _has_gone() -> bool:
    somebody = caller()
    return somebody is not None and somebody.gone


def _lead_here(key: str, flight: _Flight, trip: Trip, patience_seconds: float) -> tuple[Outcome, bool]:
    try:
        with flight.audience.at_work():
            result = _across_processes(key, flight, trip, patience_seconds)
    except BaseException as error:
        flight.result.set_exception(error)
        raise
    else:
        flight.result.set_result(result)
        return result
    finally:
        with _lock:
            del _flights[key]


def _across_processes(key: str, flight: _Flight, trip: Trip, patience_seconds: float) -> tuple[Outcome, bool]:
    lease_key, came_at = f"flight:{key}", timezone.now()
    while True:
        ends_at = time.monotonic() + patience_seconds
        if taken := take_lease_told(lease_key, seconds=patience_seconds):
            token, held_before = taken
            return _lead(_Lease(lease_key, token, held_before, ends_at), flight, trip)
        outcome = _follow(lease_key, trip, came_at)
        if outcome is not None:
            return outcome, False


def _lead(lease: _Lease, flight: _Flight, trip: Trip) -> tuple[Outcome, bool]:
    found: Kept | None = None
    try:
        # Another process may have landed between our look at the cache and our lease. That had a lease, too.
        if lease.held_before and not trip.anew and (answer := trip.landed_since(trip.known)) is not None:
            return answer, False
        outcome = trip.run()
        if isinstance(outcome, Kept):
            found = outcome
        # What was called off failed for nobody: who waits in another process leads next.
        elif not flight.audience.deserted:
            caches["leases"].set(_failure_key(lease.token), outcome, _FAILURE_SECONDS)
        return outcome, True
    finally:
        land = partial(_land, lease, trip, found)
        # Those who wait here wake up all at once, and would be in the way of what other processes wait for. Who asks
        # again after a failure makes a new attempt: its lease ends before it is told.
        afterwards(land) if found is not None and flight.audience.alone else land()


def _land(lease: _Lease, trip: Trip, found: Kept | None) -> None:
    """An answer is kept before the lease ends: whoever waits for that end finds it. After it another's may be newer."""
    try:
        if found is not None and time.monotonic() < lease.ends_at:
            trip.keep(found)
    finally:
        give_back_lease(lease.key, lease.token)


def _follow(lease_key: str, trip: Trip, came_at: datetime) -> Outcome | None:
    """Wait for another process's leader; None when it left nothing (it died), and someone must lead. Who asks anew
    takes no answer that the engine had given before they came, and that was only still to be kept."""
    known = trip.kept() if trip.anew else trip.known
    leader, began_at, deserted = caches["leases"].get(lease_key), time.monotonic(), Event()
    with called_off_when_deserted(deserted.set):
        while leader and caches["leases"].get(lease_key) == leader:
            waited = time.monotonic() - began_at
            if deserted.wait(min(max(waited * _SHARE_OF_THE_WAIT, _SHORTEST_PAUSE), _LONGEST_PAUSE)):
                return _LEFT
    failure = caches["leases"].get(_failure_key(leader)) if leader else None
    if isinstance(failure, TileError):
        return failure
    landed = trip.landed_since(known)
    return None if landed and trip.anew and landed.answered_at < came_at else landed


def _failure_key(token: str) -> str:
    return f"failed:{token}"
