"""What the streams of these tests are asked for, and under which bounds."""

import time
from collections.abc import Callable

from routing.backends.base import BaseBackend
from routing.backends.exports import ExportBounds
from routing.contracts import RowStream
from routing.tests.conftest import guarded
from sqlgen.guard import GuardedQuery

# 1,000,000 pairs of the rows that share a note.
PAIRS = "SELECT a.id AS one, b.id AS other FROM shop.sale AS a JOIN shop.sale AS b ON a.note = b.note"
BATCH_ROWS = 2_000
PATIENCE_SECONDS = 20


def bounds(*, seconds: float = 30.0, rows: int = 1_000_000) -> ExportBounds:
    return ExportBounds(deadline_seconds=seconds, max_rows=rows, at_once=2)


def pairs(backend: BaseBackend) -> GuardedQuery:
    return guarded(PAIRS, backend.dialect, row_cap=1_000_001)


def sales(backend: BaseBackend) -> GuardedQuery:
    sql = "SELECT id, amount, happened_on, loaded_at, note FROM shop.sale ORDER BY id"
    return guarded(sql, backend.dialect)


def streamed(backend: BaseBackend, query: GuardedQuery, *, max_rows: int = 1_000_000) -> RowStream:
    return backend.stream(query, max_rows=max_rows)


def all_of(stream: RowStream) -> list[tuple[object, ...]]:
    rows = [row for batch in stream for row in batch]
    stream.close()
    return rows


def wait_until(reached: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + PATIENCE_SECONDS
    while not reached():
        assert time.monotonic() < ends_at
        time.sleep(0.01)
