"""Series between days that are stored: GENERATE_SERIES((SELECT MIN(day) FROM t), CURRENT_DATE, INTERVAL '1 day').

How many rows there are is in the data and not in the text, as with a stored list, so such a series must be tied to
what stands beside it. No text makes it longer: each bound is a stored day, or the least or greatest of such, or today,
or a date of our time that is written out, moved by less than a century; and it is made once, of one row.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.columns import Columns
from sqlgen.guard.kinds import is_moment
from sqlgen.guard.position import position_of
from sqlgen.guard.scope import Days, Scope, Source
from sqlgen.guard.spans import MAX_DRIFT, Bound, Origin, bound_of, moved, written_day
from sqlgen.guard.spans import Days as Span
from sqlgen.guard.spines import UNCOUNTED, series_of
from sqlgen.guard.violation import GuardViolation

MADE_DAYS: Final = 1_500  # such a series counts as so many rows where rows are multiplied
OF_ONE_ROW: Final = (
    "A series between stored days is made once: of MIN and MAX, or of a query of one row that gives them."
)
_OUR_TIME: Final = (date(1970, 1, 1).toordinal(), date(2099, 12, 31).toordinal())
_CHOICES: Final = (exp.Coalesce, exp.Greatest, exp.Least)
_LEAST_AND_MOST: Final = (exp.Min, exp.Max)
_AROUND: Final = (exp.Alias, exp.Filter, exp.Subquery)


def days_of(node: exp.Expr, columns: Columns) -> Days | None:
    """How many days a value may lie from a stored day; None where it need be none. Its columns are bound."""
    bound = _bound(node, columns)
    return (bound.low, bound.high) if bound is not None and bound.origin is Origin.STORED else None


def check_days(spine: exp.Expr, dialect: Dialect, columns: Columns, scope: Scope, *, listed: bool) -> None:
    """Raises GuardViolation for a series that is not between such days, or is made for each row of many.

    One that is `listed` in a SELECT has the sources of that for its own: the caller sees that they make one row.
    """
    series = series_of(spine)
    start, end = series.args.get("start"), series.args.get("end")
    begin, until = _bound(start, columns), _bound(end, columns)
    if dialect == "postgres" and until is None:  # which takes a text there for what the start is
        until = written_day(end)
    if begin is None or until is None or not (_is_near(begin) and _is_near(until)):
        raise GuardViolation(UNCOUNTED.code, UNCOUNTED.message, position_of(spine))
    here = set() if listed else {id(source) for source in scope.sources}
    for column in series.find_all(exp.Column):
        owner = columns.owners.get(id(column)) or columns.held.get(id(column))
        if owner is not None and id(owner.source) in here and _is_of_many(owner.source):
            raise GuardViolation("row_bound", OF_ONE_ROW, position_of(column))
    if any(map(_is_of_many, _around(scope.parent))):
        raise GuardViolation("row_bound", OF_ONE_ROW, position_of(spine))


def _around(scope: Scope | None) -> Iterator[Source]:
    while scope is not None:
        if not scope.beside:
            yield from scope.sources
        scope = scope.parent


def _is_of_many(source: Source) -> bool:
    return source.rows is None or source.rows > 1


def _is_near(bound: Bound) -> bool:
    first, last = _OUR_TIME if bound.origin is Origin.CALENDAR else (-MAX_DRIFT, MAX_DRIFT)
    return first <= bound.low and bound.high <= last


def _bound(node: exp.Expr | None, columns: Columns) -> Bound | None:
    return bound_of(node, lambda leaf: _leaf(leaf, columns))


def _leaf(node: exp.Expr, columns: Columns) -> Bound | None:
    """A bound that the text alone does not say."""
    if isinstance(node, exp.Column):
        held = columns.held.get(id(node))
        return (
            Bound(0, 0, Origin.STORED) if held is not None and is_moment(held.kind) else _given(node, columns)
        )
    if isinstance(node, _LEAST_AND_MOST) and not node.expressions:
        return _bound(node.this, columns)
    if isinstance(node, _AROUND):
        return _bound(node.this, columns)
    if isinstance(node, exp.Select):
        if node.args.get("from_") is not None and id(node) in columns.owners:
            return _given(node, columns)  # it was looked through when it was resolved
        return _bound(node.expressions[0], columns) if len(node.expressions) == 1 else None
    if isinstance(node, exp.LastDay):
        return moved(_bound(node.this, columns), Span(0, 31))
    if isinstance(node, _CHOICES):
        return _any_of(_bound(part, columns) for part in node.iter_expressions())
    return None


def _given(node: exp.Expr, columns: Columns) -> Bound | None:
    """What is known of the column that a name, or a query that is a value, stands for."""
    owner = columns.owners.get(id(node))
    days = owner.column.days if owner is not None else None
    return Bound(*days, Origin.STORED) if days is not None else None


def _any_of(bounds: Iterable[Bound | None]) -> Bound | None:
    """What one of several may be: as far from a stored day as any. Today and dates of our time lie near one."""
    known: list[Bound] = []
    for bound in bounds:
        if bound is None or not _is_near(bound):
            return None
        known.append(bound)
    near = [(0, 0) if bound.origin is Origin.CALENDAR else (bound.low, bound.high) for bound in known]
    return Bound(min(low for low, _ in near), max(high for _, high in near), Origin.STORED)
