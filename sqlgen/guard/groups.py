"""How a SELECT groups its rows: into how many groupings, and whether into one row."""

from collections.abc import Iterable, Mapping
from math import prod

from sqlglot import exp

from sqlgen.guard.columns import Bound
from sqlgen.guard.scope import Scope


def grouped_by(group: exp.Expr) -> list[exp.Expr]:
    """What GROUP BY names."""
    return [part for slot in ("expressions", "rollup", "cube") for part in group.args.get(slot) or ()]


def unfold_sets(root: exp.Expr) -> None:
    """Spark's GROUP BY a, b GROUPING SETS ((a), (b)) is GROUP BY GROUPING SETS ((a), (b)).

    Only where the sets name all that is listed before them, in its order: GROUPING_ID goes by that.
    """
    for group in root.find_all(exp.Group):
        sets, listed = group.args.get("grouping_sets") or [], group.expressions
        if len(sets) != 1 or any(group.args.get(slot) for slot in ("rollup", "cube", "all")):
            continue
        named = [
            column
            for part in sets[0].expressions
            for column in (part.expressions if isinstance(part, exp.Tuple) else [part.unnest()])
        ]
        if not all(isinstance(column, exp.Column) for column in (*named, *listed)):
            continue
        if listed and list(dict.fromkeys(map(_words, named))) == list(map(_words, listed)):
            group.set("expressions", sets)
            group.set("grouping_sets", None)


def _words(column: exp.Expr) -> tuple[str, ...]:
    return tuple(part.name for part in column.iter_expressions())


def groupings(group: exp.Expr) -> int:
    """How many times GROUP BY groups: more than once for ROLLUP, CUBE and GROUPING SETS."""
    return prod(_sets(part, len(group.expressions)) for part in grouped_by(group))


def gathers(aggregates: Iterable[exp.Expr], scope: Scope, owners: Mapping[int, Bound]) -> bool:
    """Whether these make one row of all the rows of this scope. One that looks at the columns of a query around
    this one belongs to that query, and gathers nothing here."""
    here = {id(source) for source in scope.sources}
    return any(_is_own(aggregate, here, owners) for aggregate in aggregates)


def _is_own(aggregate: exp.Expr, here: set[int], owners: Mapping[int, Bound]) -> bool:
    columns = list(aggregate.find_all(exp.Column))
    return not columns or any(_is_of(column, here, owners) for column in columns)


def _is_of(column: exp.Column, here: set[int], owners: Mapping[int, Bound]) -> bool:
    bound = owners.get(id(column))
    if bound is None:  # a field of a structured column, which is always of this scope; or an alias, of any
        return bool(column.args.get("table"))
    return id(bound.source) in here


def _sets(part: exp.Expr, outside: int) -> int:
    """How many groupings one part of GROUP BY makes. WITH ROLLUP and WITH CUBE count what stands outside them."""
    if isinstance(part, exp.Cube):
        return int(2 ** (len(part.expressions) or outside))
    if isinstance(part, exp.Rollup):
        return (len(part.expressions) or outside) + 1
    if isinstance(part, exp.GroupingSets):
        return sum(_sets(inner, 0) for inner in part.expressions)
    return 1
