"""More groups than a reader can tell apart become "Other"."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Group:
    """One group's value now and before; None is a missing value. `folded` are several under one name."""

    name: str
    value: float | None
    previous: float | None = None
    folded: bool = False


def fold(groups: Sequence[Group], most: int) -> tuple[Group, ...]:
    """At most `most` groups: the largest by size, the others added up as "Other", which stands last.

    Only for values that add up; a rate has no "Other" (see `keep`).
    """
    if len(groups) <= most:
        return tuple(groups)
    ranked = sorted(groups, key=lambda group: -abs(group.value or 0.0))
    rest = ranked[most - 1 :]
    return (
        *ranked[: most - 1],
        Group(OTHER, _sum([g.value for g in rest]), _sum([g.previous for g in rest]), folded=True),
    )


def keep(groups: Sequence[Group], most: int) -> tuple[tuple[Group, ...], int]:
    """The first `most` groups, and how many are left out."""
    return tuple(groups[:most]), max(0, len(groups) - most)


def shares(groups: Sequence[Group]) -> tuple[float | None, ...]:
    """Each group's share of the whole, 0 to 1; None where values make no whole (one negative, or all zero)."""
    values = [group.value or 0.0 for group in groups]
    total = sum(values)
    if total <= 0 or min(values) < 0:
        return (None,) * len(values)
    return tuple(value / total for value in values)


def whole_percents(shares: Sequence[float | None]) -> tuple[int | None, ...]:
    """Shares as whole percents that add up to 100: cut, and the points left over go to the largest remainders.

    Among equal remainders the earlier share gets the point. None where there is no share.
    """
    if not shares or any(share is None for share in shares):
        return (None,) * len(shares)
    # Rounded first: 0.29 * 100 is 28.999999999999996, and no point shall move for that.
    exact = [round((share or 0.0) * 100, 9) for share in shares]
    cut = [math.floor(value) for value in exact]
    ranked = sorted(range(len(exact)), key=lambda index: cut[index] - exact[index])
    raised = set(ranked[: round(sum(exact)) - sum(cut)])
    return tuple(value + (index in raised) for index, value in enumerate(cut))


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
