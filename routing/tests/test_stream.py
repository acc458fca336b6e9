"""Rows come in batches as they are asked for, under an export's own bounds; whatever happens, everything is given
back."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.cache import caches

from metrics_portal import waiting
from metrics_portal.streaming import STALLED_SECONDS
from routing.backends.base import BaseBackend
from routing.backends.breaker import State
from routing.backends.duckdb import DuckDBBackend
from routing.backends.exports import ExportBounds
from routing.contracts import BackendError, ErrorKind, ResultColumn, RowStream
from routing.tests.conftest import ENDLESS, EXPORTS, ROWS, MakeBackend, Server, guarded
from sqlgen.guard import GuardedQuery

# 1,000,000 pairs of the rows that share a note.
PAIRS = "SELECT a.id AS one, b.id AS other FROM shop.sale AS a JOIN shop.sale AS b ON a.note = b.note"
BATCH_ROWS = 2_000
PATIENCE_SECONDS = 20

Make = Callable[..., BaseBackend]


@pytest.fixture(params=["duckdb", "postgres"])
def make(
    request: pytest.FixtureRequest,
    make_duckdb: Callable[..., DuckDBBackend],
    make_postgres: MakeBackend,
    lake: Path,
) -> Make:
    """A backend with two slots, of which exports may hold one."""

    def made(exports: ExportBounds = EXPORTS) -> BaseBackend:
        if request.param == "duckdb":
            return make_duckdb(lake, slots=2, exports=exports)
        return make_postgres(slots=2, exports=exports)

    return made


@pytest.fixture
def backend(make: Make) -> BaseBackend:
    return make()


@pytest.fixture(autouse=True)
def _nothing_is_left() -> Iterator[None]:
    yield
    taken = [key for key in caches["default"]._cache if "slot:" in key]  # type: ignore[attr-defined]
    assert taken == []


def bounds(*, seconds: float = 30.0, rows: int = 1_000_000) -> ExportBounds:
    return ExportBounds(deadline_seconds=seconds, max_rows=rows, at_once=2)


def pairs(backend: BaseBackend) -> GuardedQuery:
    return guarded(PAIRS, backend.dialect, row_cap=1_000_001)


def sales(backend: BaseBackend) -> GuardedQuery:
    sql = "SELECT id, amount, happened_on, loaded_at, note FROM shop.sale ORDER BY id"
    return guarded(sql, backend.dialect)


def streamed(backend: BaseBackend, query: GuardedQuery, *, max_rows: int = 1_000_000) -> RowStream:
    return backend.stream(query, max_rows=max_rows)


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


def all_of(stream: RowStream) -> list[tuple[object, ...]]:
    rows = [row for batch in stream for row in batch]
    stream.close()
    return rows


def test_the_rows_are_those_of_the_same_query_executed(backend: BaseBackend) -> None:
    whole = backend.execute(guarded(sales(backend).sql, backend.dialect))

    stream = streamed(backend, sales(backend))

    assert stream.columns == whole.columns
    assert all_of(stream) == list(whole.rows)
    assert not stream.truncated
    assert stream.query_id


def test_no_batch_is_larger_than_the_others(backend: BaseBackend) -> None:
    stream = streamed(backend, pairs(backend))

    sizes = [len(batch) for _, batch in zip(range(20), stream, strict=False)]
    stream.close()

    assert sizes == [BATCH_ROWS] * 20


def test_an_answer_without_rows_has_its_columns(backend: BaseBackend) -> None:
    stream = streamed(backend, guarded("SELECT id FROM shop.sale WHERE id < 0", backend.dialect))

    assert stream.columns == (ResultColumn("id", stream.columns[0].type),)
    assert all_of(stream) == []


@pytest.mark.parametrize(("cap", "cut"), [(ROWS - 1, True), (ROWS, False), (ROWS + 1, False), (500, True)])
def test_the_row_cap_of_an_export_cuts_and_is_told(backend: BaseBackend, cap: int, cut: bool) -> None:
    stream = streamed(backend, sales(backend), max_rows=cap)

    rows = all_of(stream)

    assert len(rows) == min(cap, ROWS)
    assert stream.truncated is cut


def test_nobody_gets_more_rows_than_the_setting_allows(make: Make) -> None:
    backend = make(bounds(rows=300))
    stream = streamed(backend, sales(backend), max_rows=500)

    assert len(all_of(stream)) == stream.row_cap == 300
    assert stream.truncated


def test_a_cap_that_falls_between_two_batches_is_told(backend: BaseBackend) -> None:
    stream = streamed(backend, pairs(backend), max_rows=2 * BATCH_ROWS)

    assert len(all_of(stream)) == 2 * BATCH_ROWS
    assert stream.truncated


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


def test_an_export_may_take_longer_than_a_tile_and_ends_at_its_own_deadline(make: Make) -> None:
    backend = make(bounds(seconds=1.0))

    with pytest.raises(BackendError) as stopped:
        streamed(backend, guarded(ENDLESS, backend.dialect))

    assert stopped.value.kind is ErrorKind.BACKEND_TIMEOUT
    assert "1 s" in stopped.value.detail
    assert backend.running() == ()


def test_a_reader_who_rests_past_the_deadline_is_told_so(make: Make) -> None:
    backend = make(bounds(seconds=1.0))
    stream = streamed(backend, pairs(backend))
    batches = iter(stream)
    next(batches)
    time.sleep(3.5)  # past the deadline, the server's grace, and the attempts before its line is cut

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
    _wait_until(lambda: bool(backend.running()))
    reader.leave()

    assert raised.wait(PATIENCE_SECONDS)
    assert backend.running() == ()


def test_a_stream_is_cancelled_by_its_id(backend: BaseBackend) -> None:
    stream = streamed(backend, pairs(backend))

    assert backend.cancel(stream.query_id)

    with pytest.raises(BackendError, match="cancelled"):
        all_of(stream)


def test_a_query_that_fails_is_told_before_the_first_row(backend: BaseBackend) -> None:
    divided = (
        "SELECT SUM(id) / SUM(id - id) AS n FROM shop.sale GROUP BY note HAVING 1 / (COUNT(*) - 1000) > 0"
    )
    if backend.dialect == "duckdb":  # where a division by nought is NULL
        divided = "SELECT CAST(note AS BIGINT) AS n FROM shop.sale"

    with pytest.raises(BackendError) as failed:
        streamed(backend, guarded(divided, backend.dialect))

    assert failed.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert backend.running() == ()


def test_postgresql_computes_no_row_before_it_is_asked_for(
    make_postgres: MakeBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routing.backends.base._BATCH_ROWS", 100)
    backend = make_postgres()
    divided = guarded(
        "SELECT 1000 / (1500 - id) AS n FROM shop.sale", "postgres"
    )  # the row 1500 cannot be computed
    came: list[int] = []

    with pytest.raises(BackendError) as failed:
        came.extend(len(batch) for batch in streamed(backend, divided))

    assert came == [100] * 15
    assert "could not compute" in failed.value.detail


@pytest.mark.parametrize("query", ["SELECT 1", object()])
def test_only_a_guarded_query_is_streamed(backend: BaseBackend, query: object) -> None:
    with pytest.raises(TypeError, match="GuardedQuery only"):
        streamed(backend, query)  # type: ignore[arg-type]


def test_a_query_of_another_dialect_is_refused(backend: BaseBackend) -> None:
    with pytest.raises(TypeError, match="guarded for databricks"):
        streamed(backend, guarded("SELECT id FROM shop.sale", "databricks"))


def test_a_server_that_dies_midway_is_told_and_found_again(
    make_postgres: MakeBackend, server: Server
) -> None:
    backend = make_postgres(slots=2)
    stream = streamed(backend, pairs(backend))
    batches = iter(stream)
    next(batches)

    _terminate(server)
    with pytest.raises(BackendError) as down:
        for _ in batches:
            pass

    assert down.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "cannot be reached" in down.value.detail
    assert all_of(streamed(backend, sales(backend)))


def test_a_server_that_is_down_counts_for_the_breaker(
    make_postgres: MakeBackend, monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    monkeypatch.setattr("routing.backends.postgres._CONNECT_SECONDS", 0.2)
    backend = make_postgres(url=server.reader_url.replace("host=", "host=%2Fnowhere"))
    kinds = []
    for _ in range(6):
        with pytest.raises(BackendError) as failed:
            streamed(backend, sales(backend))
        kinds.append(failed.value.kind)

    assert kinds == [ErrorKind.BACKEND_UNAVAILABLE] * 5 + [ErrorKind.CIRCUIT_OPEN]


def test_an_export_that_runs_does_not_keep_a_breaker_half_open(backend: BaseBackend) -> None:
    clock = [0.0]
    backend.breaker._clock = lambda: clock[0]  # time is passed in
    backend.breaker._opened_at = 0.0
    clock[0] = 60.0

    stream = streamed(backend, pairs(backend))
    state = backend.breaker.state
    stream.close()

    assert state is State.CLOSED


def _terminate(server: Server) -> None:
    """End the portal's sessions at the server, as a restart does; returns when they are gone."""
    mine = "SELECT pid FROM pg_stat_activity WHERE usename = 'portal_reader'"
    with psycopg.connect(server.owner_url, autocommit=True) as owner:
        sessions = owner.execute(mine).fetchall()
        assert sessions
        for (pid,) in sessions:
            os.kill(pid, signal.SIGTERM)
        _wait_until(lambda: owner.execute(mine).fetchone() is None)


def _wait_until(reached: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + PATIENCE_SECONDS
    while not reached():
        assert time.monotonic() < ends_at
        time.sleep(0.01)
