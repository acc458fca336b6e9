"""Rows come as typed values, at most as many as are shown, and a cut is told."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from routing.backends.base import BaseBackend
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import MakeEach, guarded

ALL = "SELECT a.id FROM shop.sale AS a"


def _ids(backend: BaseBackend, sql: str, row_cap: int) -> tuple[int, bool]:
    result = backend.execute(guarded(sql, backend.dialect, row_cap=row_cap))
    return len(result.rows), result.truncated


def test_rows_past_the_cap_are_cut_and_told(make_each: MakeEach) -> None:
    backend = make_each(max_rows=100)

    assert _ids(backend, ALL, backend.row_cap) == (100, True)
    assert _ids(backend, ALL, 2000) == (100, True)


def test_an_answer_that_just_fits_is_not_called_cut(make_each: MakeEach) -> None:
    backend = make_each(max_rows=100)

    assert _ids(backend, f"{ALL} WHERE a.id < 100", backend.row_cap) == (100, False)
    assert _ids(backend, f"{ALL} LIMIT 7", backend.row_cap) == (7, False)


def test_values_keep_their_types(make_each: MakeEach) -> None:
    backend = make_each()

    result = backend.execute(
        guarded(
            "SELECT id, amount, happened_on, loaded_at, note FROM shop.sale WHERE id IN (2, 3) ORDER BY id",
            backend.dialect,
        )
    )

    assert list(result.rows) == [
        (2, Decimal("2.20"), date(2026, 1, 3), datetime(2026, 3, 1, 8, 0, 2, tzinfo=UTC), "né"),
        (3, Decimal("3.30"), date(2026, 1, 4), datetime(2026, 3, 1, 8, 0, 3, tzinfo=UTC), None),
    ]
    assert result.rows[0][3].utcoffset() == timedelta(0)


def test_an_empty_answer_still_names_its_columns(make_each: MakeEach) -> None:
    backend = make_each()

    result = backend.execute(guarded("SELECT id, note FROM shop.sale WHERE id < 0", backend.dialect))

    assert [column.name for column in result.columns] == ["id", "note"]
    assert result.rows == []


def test_an_answer_tells_when_and_how_long(make_each: MakeEach) -> None:
    backend = make_each()
    before = datetime.now(UTC)

    first, second = (backend.execute(guarded(ALL, backend.dialect)) for _ in range(2))

    assert before <= first.asked_at <= second.asked_at <= datetime.now(UTC)
    assert first.execution_ms > 0
    assert first.query_id != second.query_id


def test_a_table_the_engine_does_not_have_is_no_source(make_each: MakeEach) -> None:
    from sqlgen.guard import Policy, check

    backend = make_each()
    policy = Policy.from_allowlist({"tables": {"shop.nothing": {"columns": {"id": "int"}}}})

    with pytest.raises(BackendError) as refused:
        backend.execute(check("SELECT id FROM shop.nothing", dialect=backend.dialect, policy=policy))

    assert refused.value.kind is ErrorKind.NO_SOURCE
