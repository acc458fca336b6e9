"""Rows come in batches as they are asked for, as many as an export may have."""

import pytest

from routing.backends.base import BaseBackend
from routing.contracts import BackendError, ResultColumn
from routing.tests.conftest import ROWS, MakeBackend, MakeEach, guarded
from routing.tests.streams.asked import BATCH_ROWS, all_of, bounds, pairs, sales, streamed


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


def test_nobody_gets_more_rows_than_the_setting_allows(make: MakeEach) -> None:
    backend = make(exports=bounds(rows=300))
    stream = streamed(backend, sales(backend), max_rows=500)

    assert len(all_of(stream)) == stream.row_cap == 300
    assert stream.truncated


def test_a_cap_that_falls_between_two_batches_is_told(backend: BaseBackend) -> None:
    stream = streamed(backend, pairs(backend), max_rows=2 * BATCH_ROWS)

    assert len(all_of(stream)) == 2 * BATCH_ROWS
    assert stream.truncated


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
