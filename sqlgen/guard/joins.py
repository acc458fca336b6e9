"""Unbounded sources of a SELECT must be tied to each other by conditions; what is not tied must be small."""

from collections.abc import Set
from math import prod

from sqlglot import exp

from sqlgen.guard.columns import Bound
from sqlgen.guard.scope import Scope, Source
from sqlgen.guard.ties import Pair

MAX_LOOSE_ROWS = 2_000
MAX_MADE_ROWS = 50_000_000
MAX_GATHERED_ROWS = 100_000  # in one text or list

# Joins that keep rows for which their condition is not true, and of which sides.
_KEEPING_LEFT = frozenset({"LEFT", "FULL", "ANTI"})
_KEEPING = _KEEPING_LEFT | {"RIGHT"}


def held_by(join: exp.Expr, tied: set[Pair], scope: Scope) -> set[Pair]:
    """What the condition of a join ties. One that keeps every row it meets ties nothing but what it brings.

    It may tie that to several before it: a grid (days, regions) with what there is for each of its places.
    """
    if not _kinds(join) & _KEEPING_LEFT:
        return tied
    brought = next(source for source in scope.sources if source.node is join.this)
    return {pair for pair in tied if id(brought) in pair}


def begins_part(join: exp.Expr) -> bool:
    """Whether a comma stands before what a join brings. On Databricks it binds as JOIN does: sqlglot reads CROSS."""
    return isinstance(join, exp.Join) and not any(value for key, value in join.args.items() if key != "this")


def reaches_back(join: exp.Expr, scope: Scope, owners: dict[int, Bound]) -> exp.Expr | None:
    """What a RIGHT or FULL JOIN says of sources before a comma. DuckDB joins all it brings to each row of those."""
    on = join.args.get("on")
    if on is None or join.args.get("side") not in ("RIGHT", "FULL"):
        return None
    brought = next(source for source in scope.sources if source.node is join.this)
    before = {id(source) for source in scope.sources if source.part < brought.part}
    read = (column for column in on.find_all(exp.Column) if id(column) in owners)
    return next((column for column in read if id(owners[id(column)].source) in before), None)


def kept_by(joins: list[exp.Expr]) -> frozenset[str]:
    """The joins of a SELECT after which a row may stand without a partner."""
    return frozenset().union(*(_kinds(join) for join in joins)) & _KEEPING


def _kinds(join: exp.Expr) -> Set[str]:
    kinds = {join.args[part] for part in ("side", "kind") if join.args.get(part)}
    return frozenset() if "SEMI" in kinds else kinds  # LEFT SEMI drops rows


def loose_rows(scope: Scope, tied: set[Pair], kept: frozenset[str]) -> tuple[bool, int | None]:
    """Whether the sources may stand together, and at most how many rows they make (None: unbounded)."""
    groups = _groups(scope.sources, tied)
    bounds = [
        None
        if any(source.rows is None for source in group)
        else prod(_most(source.rows or 0, kept) for source in group)
        for group in groups
    ]
    known = [bound for bound in bounds if bound is not None]
    fits = len(groups) < 2 or (bounds.count(None) <= 1 and prod(known) <= MAX_LOOSE_ROWS)
    return fits, prod(known) if len(known) == len(bounds) else None


def _most(rows: int, kept: frozenset[str]) -> int:
    """Beside no partner a row stands once: of 5 rows and none a LEFT JOIN makes 5, of 1 and 1 a FULL JOIN 2."""
    if "FULL" in kept:
        return rows + 1
    return max(rows, 1) if kept else rows


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
