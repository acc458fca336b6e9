"""More groups than a reader can tell apart become "Other"."""

from collections.abc import Sequence
from dataclasses import dataclass

OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Group:
    """One group's value now and before; None is a missing value."""

    name: str
    value: float | None
    previous: float | None = None


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
        Group(OTHER, _sum([g.value for g in rest]), _sum([g.previous for g in rest])),
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


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
