"""Two answers to one question, laid beside each other: the compiled SQL's and a model's."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Literal

from sqlgen.contracts import ColumnKind, OutputColumn

_VALUES = (ColumnKind.VALUE, ColumnKind.PREVIOUS_VALUE)
_ROUNDING = 1e-9
Rows = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultComparison:
    """`verdict` is "equal" within the metric's tolerance, "different", or "not compared" with the reason in `words`.

    `largest_relative_difference` is over values both sides have; None where there is none.
    """

    verdict: Literal["equal", "different", "not compared"]
    words: str = ""
    compiled_rows: int = 0
    written_rows: int = 0
    only_compiled: int = 0
    only_written: int = 0
    different_rows: int = 0
    largest_relative_difference: float | None = None

    def plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """Values are equal when they differ by no more than either allows."""

    relative: float
    absolute: float

    def allows(self, difference: float, share: float, *, inexact: bool) -> bool:
        # Engines add up doubles in any order; whole numbers and decimals are exact.
        return difference <= self.absolute or share <= max(self.relative, _ROUNDING if inexact else 0.0)


def compare_rows(
    columns: tuple[OutputColumn, ...], compiled: Rows, written: Rows, tolerance: Tolerance
) -> ResultComparison:
    """Rows of the same columns, aligned on every column that holds no value. Pure.

    In a series of one line the portal fills every bucket, so one that is told to be empty is as one that is not told.
    """
    told, other = _telling(columns, compiled), _telling(columns, written)
    left, right = _keyed(columns, told), _keyed(columns, other)
    gaps = {key: [*map(_gap, left[key], right[key])] for key in left.keys() & right.keys()}
    different = sum(any(not gap.within(tolerance) for gap in found) for found in gaps.values())
    doubled = len(left) < len(told) or len(right) < len(other)
    equal = not different and left.keys() == right.keys() and not doubled
    return ResultComparison(
        verdict="equal" if equal else "different",
        words="A group stands in more than one row." if doubled else "",
        compiled_rows=len(compiled),
        written_rows=len(written),
        only_compiled=len(left.keys() - right.keys()),
        only_written=len(right.keys() - left.keys()),
        different_rows=different,
        largest_relative_difference=max(
            (gap.share for found in gaps.values() for gap in found), default=None
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    difference: float
    share: float  # of the larger value
    inexact: bool

    def within(self, tolerance: Tolerance) -> bool:
        return tolerance.allows(self.difference, self.share, inexact=self.inexact)


_SAME = _Gap(difference=0.0, share=0.0, inexact=False)
_APART = _Gap(difference=math.inf, share=1.0, inexact=False)  # a value on one side only, or no number


def _gap(one: Any, other: Any) -> _Gap:
    if one == other or (_not_finite(one) and repr(one) == repr(other)):
        return _SAME
    if not (_is_number(one) and _is_number(other)) or _not_finite(one) or _not_finite(other):
        return _APART
    inexact = isinstance(one, float) or isinstance(other, float)
    first, second = (float(one), float(other)) if inexact else (one, other)
    difference = float(abs(first - second))
    return _Gap(
        difference=difference, share=difference / float(max(abs(first), abs(second))), inexact=inexact
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal)


def _not_finite(value: Any) -> bool:
    return _is_number(value) and not math.isfinite(value)


def _telling(columns: tuple[OutputColumn, ...], rows: Rows) -> Rows:
    """The rows but for those of empty buckets in a series of one line."""
    at = {column.kind: place for place, column in enumerate(columns)}
    if ColumnKind.BUCKET not in at or ColumnKind.DIMENSION in at:
        return rows
    bucket, value = at[ColumnKind.BUCKET], at[ColumnKind.VALUE]
    empty = (None, columns[value].fill)
    return [
        row
        for row in rows
        if row[bucket] is None or row[value] not in empty or isinstance(row[value], bool)  # False equals 0
    ]


def _keyed(columns: tuple[OutputColumn, ...], rows: Rows) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    values = [position for position, column in enumerate(columns) if column.kind in _VALUES]
    keys = [position for position in range(len(columns)) if position not in values]
    return {tuple(row[at] for at in keys): tuple(row[at] for at in values) for row in rows}
