"""An export has places and a deadline of its own; however it ends, everything is given back."""

import threading
import time

import pytest
from django.core.cache import caches

from metrics_portal import waiting
from metrics_portal.streaming import STALLED_SECONDS
from routing.backends.base import BaseBackend
from routing.backends.breaker import State
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import ENDLESS, EXPORTS, ROWS, MakeEach, guarded
from routing.tests.streams.asked import (
    PATIENCE_SECONDS,
    all_of,
    bounds,
    pairs,
    sales,
    streamed,
    wait_until,
)


def test_its_places_outlive_the_rest_of_a_reader_who_takes_nothing(
    backend: BaseBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    leases: list[float] = []
    cache = caches["default"]
    add = cache.add

    def kept(key: str, value: object, timeout: float) -> bool:
        leases.append(timeout)
        return add(key, value, timeout)

    monkeypatch.setattr(cache, "add", kept)
    stream = streamed(backend, sales(backend))
    stream.close()

    # One place among the exports, one among all queries.
    assert len(leases) == 2
    assert all(lease > EXPORTS.deadline_seconds + STALLED_SECONDS for lease in leases)


def test_a_stream_that_was_closed_midway_leaves_nothing_running(backend: BaseBackend) -> None:
    stream = streamed(backend, pairs(backend))
    next(iter(stream))
    assert len(backend.running()) == 1

    stream.close()

    assert backend.running() == ()
    assert all_of(streamed(backend, sales(backend)))


def test_a_stream_that_was_never_read_gives_back_what_it_held(backend: BaseBackend) -> None:
    streamed(backend, pairs(backend)).close()

    assert backend.running() == ()
    assert all_of(streamed(backend, sales(backend)))


def test_exports_leave_a_slot_to_tiles(backend: BaseBackend) -> None:
    stream = streamed(backend, pairs(backend))

    with pytest.raises(BackendError) as refused:
        streamed(backend, sales(backend))
    tile = backend.execute(guarded("SELECT COUNT(*) AS n FROM shop.sale", backend.dialect))
    stream.close()

    assert refused.value.kind is ErrorKind.OVERLOADED
    assert "places for exports" in refused.value.detail
    assert list(tile.rows) == [(ROWS,)]


def test_an_export_may_take_longer_than_a_tile_and_ends_at_its_own_deadline(make: MakeEach) -> None:
    backend = make(exports=bounds(seconds=1.0))

    with pytest.raises(BackendError) as stopped:
        streamed(backend, guarded(ENDLESS, backend.dialect))

    assert stopped.value.kind is ErrorKind.BACKEND_TIMEOUT
    assert "1 s" in stopped.value.detail
    assert backend.running() == ()


def test_a_reader_who_rests_past_the_deadline_is_told_so(make: MakeEach) -> None:
    backend = make(exports=bounds(seconds=2.0))
    stream = streamed(backend, pairs(backend))
    batches = iter(stream)
    next(batches)
    time.sleep(4.5)  # past the deadline, the server's grace, and the attempts before its line is cut

    with pytest.raises(BackendError) as stopped:
        next(batches)

    assert stopped.value.kind is ErrorKind.BACKEND_TIMEOUT
    assert backend.breaker.state is State.CLOSED
    assert all_of(streamed(backend, sales(backend)))


def test_the_query_of_a_reader_who_left_is_called_off(backend: BaseBackend) -> None:
    reader = waiting.Caller()
    with waiting.waited_for_by(reader):
        stream = streamed(backend, pairs(backend))
    batches = iter(stream)
    next(batches)

    reader.leave()

    with pytest.raises(BackendError, match="cancelled"):
        for _ in batches:
            pass
    assert backend.running() == ()


def test_who_leaves_before_the_first_row_stops_the_query(backend: BaseBackend) -> None:
    reader, raised = waiting.Caller(), threading.Event()

    def ask() -> None:
        with waiting.waited_for_by(reader), pytest.raises(BackendError, match="cancelled"):
            streamed(backend, guarded(ENDLESS, backend.dialect))
        raised.set()

    thread = threading.Thread(target=ask)
    thread.start()
    wait_until(lambda: bool(backend.running()))
    reader.leave()

    assert raised.wait(PATIENCE_SECONDS)
    assert backend.running() == ()


def test_a_stream_is_cancelled_by_its_id(backend: BaseBackend) -> None:
    stream = streamed(backend, pairs(backend))

    assert backend.cancel(stream.query_id)

    with pytest.raises(BackendError, match="cancelled"):
        all_of(stream)
