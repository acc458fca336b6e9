"""Whether engines gave the same rows: exactly where values are exact, within a hair where they are doubles."""

import math
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any

Rows = Sequence[tuple[Any, ...]]

# Doubles are added in no fixed order. Far closer than any metric's own tolerance for parity.
RELATIVE, ABSOLUTE = 1e-9, 1e-12


def differences(answers: dict[str, Rows]) -> list[str]:
    """What differs between each pair of engines, in words; empty when nothing does."""
    return [
        f"{one} and {other}: {told}"
        for one, other in combinations(answers, 2)
        if (told := _difference(answers[one], answers[other]))
    ]


def _difference(ours: Rows, theirs: Rows) -> str:
    if len(ours) != len(theirs):
        return f"{len(ours)} and {len(theirs)} rows; {_only_in_one(ours, theirs)}"
    # Rows whose order hangs on a double may change places with rows of almost the same.
    doubles = any(isinstance(value, float) for row in ours for value in row)
    pairs = zip(*((sorted(rows, key=_keys) if doubles else rows) for rows in (ours, theirs)), strict=True)
    return next((f"{one} is {other}" for one, other in pairs if not all(map(same, one, other))), "")


def same(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, float) or isinstance(theirs, float):
        if ours is None or theirs is None:
            return ours is theirs
        return math.isclose(ours, theirs, rel_tol=RELATIVE, abs_tol=ABSOLUTE)
    return bool(ours == theirs)


def _keys(row: tuple[Any, ...]) -> str:
    return repr([value for value in row if not isinstance(value, int | float | Decimal)])


def _only_in_one(ours: Rows, theirs: Rows) -> str:
    mine, other = {_keys(row) for row in ours}, {_keys(row) for row in theirs}
    return f"only in the first {sorted(mine - other)[:3]}, only in the second {sorted(other - mine)[:3]}"
