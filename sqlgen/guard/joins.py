"""Unbounded sources of a SELECT must be tied to each other by conditions; what is not tied must be small."""

from math import prod

from sqlgen.guard.scope import Scope, Source
from sqlgen.guard.ties import Pair

MAX_LOOSE_ROWS = 2_000


def loose_rows(scope: Scope, tied: set[Pair]) -> tuple[bool, int | None]:
    """Whether the sources may stand together, and at most how many rows they make (None: unbounded)."""
    groups = _groups(scope.sources, tied)
    bounds = [
        None if any(source.rows is None for source in group) else prod(source.rows or 0 for source in group)
        for group in groups
    ]
    known = [bound for bound in bounds if bound is not None]
    fits = len(groups) < 2 or (bounds.count(None) <= 1 and prod(known) <= MAX_LOOSE_ROWS)
    return fits, prod(known) if len(known) == len(bounds) else None


def _groups(sources: list[Source], tied: set[Pair]) -> list[list[Source]]:
    group_of = {id(source): index for index, source in enumerate(sources)}
    for pair in tied:
        one, other = pair
        if one in group_of and other in group_of:
            old, new = group_of[one], group_of[other]
            group_of = {key: new if group == old else group for key, group in group_of.items()}
    groups: dict[int, list[Source]] = {}
    for source in sources:
        groups.setdefault(group_of[id(source)], []).append(source)
    return list(groups.values())
