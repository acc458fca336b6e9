"""What sqlglot would write otherwise than it was read, kept as it was meant."""

from collections.abc import Callable, Set
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.rewrite import (
    keep_date_parts,
    keep_dates,
    keep_formats,
    keep_logarithms,
    keep_percentiles,
    keep_separators,
    keep_sizes,
    keep_written_formats,
)

Kinds = Set[type[exp.Expr]]

# What has to be written otherwise, and the types of nodes of which some have to.
_KEEPING: Final[tuple[tuple[Kinds, Callable[[exp.Expr, Dialect], None]], ...]] = (
    (frozenset({exp.WithinGroup}), keep_percentiles),
    (frozenset({exp.DateDiff, exp.UnixDate, exp.TsOrDsAdd}), keep_dates),
    (frozenset({exp.ArraySize}), keep_sizes),
    (frozenset({exp.TsOrDsToDate}), keep_formats),
    (frozenset({exp.TimeToStr, exp.ToChar, exp.StrToDate, exp.StrToTime}), keep_written_formats),
    (frozenset({exp.Log}), keep_logarithms),
    (frozenset({exp.Extract}), keep_date_parts),
    (frozenset({exp.GroupConcat}), keep_separators),
)


def keep_meaning(tree: exp.Expr, dialect: Dialect, met: Kinds | None = None) -> None:
    """Change what sqlglot would write as something else, such as an exact percentile of Databricks as an approximate
    one; raises GuardViolation where it cannot be said. For every text that is read and written again. `met` are the
    types of its nodes; None: they are not known.
    """
    for kinds, keep in _KEEPING:
        if met is None or not kinds.isdisjoint(met):
            keep(tree, dialect)
