"""Two answers laid beside each other: equal, or how they differ."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sqlgen.contracts import ColumnKind, OutputColumn
from sqlgen.generation.results import Tolerance, compare_rows

COLUMNS = (OutputColumn("region", ColumnKind.DIMENSION), OutputColumn("value", ColumnKind.VALUE))
EXACTLY = Tolerance(relative=0.0, absolute=0.0)


def compared(compiled: list[Any], written: list[Any], tolerance: Tolerance = EXACTLY) -> Any:
    return compare_rows(COLUMNS, compiled, written, tolerance)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (3, Decimal("3.00")),
        (None, None),
        (0.1 + 0.2, 0.3),
        (float("nan"), float("nan")),
        (0, 0.0),
    ],
)
def test_equal(one: Any, other: Any) -> None:
    assert compared([("North", one)], [("North", other)]).verdict == "equal"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (3, 4),
        (Decimal("3.01"), Decimal("3.00")),
        (None, 0),
        (float("nan"), 1.0),
        (float("inf"), 1.0),
        (1, "1"),
    ],
)
def test_different(one: Any, other: Any) -> None:
    found = compared([("North", one)], [("North", other)])

    assert (found.verdict, found.different_rows) == ("different", 1)


def test_the_order_of_rows_is_no_difference() -> None:
    assert compared([("North", 1), ("South", 2)], [("South", 2), ("North", 1)]).verdict == "equal"


def test_groups_of_one_side_are_counted() -> None:
    found = compared([("North", 1), ("South", 2)], [("North", 1), ("East", 2), ("West", 2)])

    assert (found.verdict, found.only_compiled, found.only_written) == ("different", 1, 2)
    assert (found.compiled_rows, found.written_rows) == (2, 3)


def test_a_group_in_two_rows_is_a_difference() -> None:
    found = compared([("North", 2)], [("North", 2), ("North", 2)])

    assert found.verdict == "different"
    assert "more than one row" in found.words


def test_the_metrics_tolerance_decides() -> None:
    rows = [("North", Decimal(1000))], [("North", Decimal(1001))]

    assert compared(*rows).verdict == "different"
    assert compared(*rows, Tolerance(relative=0.01, absolute=0.0)).verdict == "equal"
    assert compared(*rows, Tolerance(relative=0.0, absolute=1.0)).verdict == "equal"
    assert compared(*rows).largest_relative_difference == pytest.approx(1 / 1001)


SERIES = (OutputColumn("bucket", ColumnKind.BUCKET), OutputColumn("value", ColumnKind.VALUE, fill=0))
GROUPED = (SERIES[0], COLUMNS[0], SERIES[1])
FIRST, SECOND = date(2026, 3, 1), date(2026, 3, 2)


@pytest.mark.parametrize("empty", [0, None, Decimal("0.00")])
def test_an_empty_bucket_is_none_the_portal_fills_both_alike(empty: Any) -> None:
    found = compare_rows(SERIES, [(FIRST, 7)], [(FIRST, 7), (SECOND, empty)], EXACTLY)

    assert (found.verdict, found.compiled_rows, found.written_rows) == ("equal", 1, 2)


@pytest.mark.parametrize(
    ("columns", "more"),
    [
        (SERIES, (SECOND, 1)),
        (SERIES, (SECOND, False)),  # no number
        (SERIES, (None, 0)),  # the whole window's value
        ((SERIES[0], replace(SERIES[1], fill=None)), (SECOND, 0)),
        (GROUPED, (SECOND, "North", 0)),  # a line of its own
    ],
)
def test_any_other_row_is_a_difference(columns: tuple[OutputColumn, ...], more: tuple[Any, ...]) -> None:
    assert compare_rows(columns, [], [more], EXACTLY).verdict == "different"
