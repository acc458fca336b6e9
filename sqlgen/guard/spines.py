"""Rows of days or numbers that a query makes of two bounds: GENERATE_SERIES, RANGE, EXPLODE(SEQUENCE(…)).

The rows are counted from the text alone, and are then treated as VALUES of so many rows. What could make the count
untrue (a column, a query, another type, a unit below the day) is refused. A spine stands in FROM under a name, or is
a SELECT of its own with nothing beside it.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.growth import MAX_VALUES_ROWS
from sqlgen.guard.parse import TOO_MANY_ARGUMENTS
from sqlgen.guard.spans import Bound, bound_of, step_of, whole_number, written_day
from sqlgen.guard.stored_lists import NO_ROWS, in_place, is_rows
from sqlgen.guard.violation import GuardViolation

SERIES: Final = (exp.GenerateSeries, exp.ExplodingGenerateSeries)
SPINES: Final = (*SERIES, exp.Explode)
# What a lone spine may have around its one column: nothing that another row could come from.
_AROUND: Final = frozenset({"expressions", "order", "limit", "offset"})

_UNCOUNTED = GuardViolation(
    "row_bound",
    "The rows of a series must be seen: from one date on to another by an interval of days or more, both written "
    "out or both reckoned from today, or whole numbers.",
)


def check_series(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why a series may not stand where it does, or as it is; None where it may."""
    exploded = isinstance(node.parent, exp.Explode)
    maker = node.parent if isinstance(node.parent, exp.Explode) else node
    if isinstance(maker.parent, exp.Table):
        fits = exploded == (dialect == "databricks") and _is_named(maker.parent)
    else:
        fits = exploded == (dialect != "postgres") and lone_spine(maker.parent_select) is maker
        fits = fits and not (dialect == "databricks" and isinstance(maker.parent, exp.Cast))  # Spark has none
    if not fits or node.meta.get(TOO_MANY_ARGUMENTS):
        return GuardViolation(
            "forbidden_function",
            "A series stands in FROM, under a name (AS t(day)), or is a SELECT of its own.",
        )
    rows = _rows(node, dialect)
    if rows is None:
        return _UNCOUNTED
    if not 1 <= rows <= MAX_VALUES_ROWS:
        return GuardViolation("row_bound", f"A series may have 1 to {MAX_VALUES_ROWS} rows.")
    return None


def check_explode(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A series is looked at on its own; a list may be one that a table holds."""
    if is_rows(node):
        return in_place(node, dialect)
    return None if type(node) is exp.Explode else NO_ROWS


def spine_rows(spine: exp.Expr, dialect: Dialect) -> int:
    """The most rows of a spine that was checked."""
    rows = _rows(spine.this if isinstance(spine, exp.Explode) else spine, dialect)
    if rows is None:
        raise TypeError("A checked series has its number of rows.")
    return rows


def column_of(spine: exp.Expr, alias: str) -> str:
    """What the engine calls the one column, where the query gives no name."""
    if isinstance(spine, exp.ExplodingGenerateSeries):
        return alias
    if isinstance(spine, exp.Explode):
        return "col"
    return "range" if spine.args.get("is_end_exclusive") else "generate_series"


def lone_spine(select: exp.Expr | None) -> exp.Expr | None:
    """The spine a SELECT consists of, maybe cast and named; None for any other."""
    if not isinstance(select, exp.Select) or {key for key, value in select.args.items() if value} - _AROUND:
        return None
    if len(select.expressions) != 1:
        return None
    inner: exp.Expr = select.expressions[0]
    for around in (exp.Alias, exp.Cast):
        inner = inner.this if type(inner) is around else inner
    series = inner.this if isinstance(inner, exp.Explode) else inner
    return inner if isinstance(inner, SPINES) and isinstance(series, SERIES) else None


def _is_named(table: exp.Table) -> bool:
    alias = table.args.get("alias")
    named = alias is not None and alias.this is not None and len(alias.args.get("columns") or ()) <= 1
    return named and not table.args.get("db") and not table.args.get("catalog")


def _rows(series: exp.Expr, dialect: Dialect) -> int | None:
    """The most rows a series makes; None where the text does not say."""
    start, end, step = (series.args.get(part) for part in ("start", "end", "step"))
    without_end = 1 if series.args.get("is_end_exclusive") else 0
    first, last = whole_number(start), whole_number(end)
    if first is not None and last is not None:
        width = whole_number(step) if step is not None else 1
        if step is None and dialect == "databricks" and last < first:  # SEQUENCE(5, 1) counts down
            width = -1
        return _steps(first, last, width, without_end) if width else None
    begin, until = bound_of(start), bound_of(end)
    if dialect == "postgres" and until is None:  # which takes a text there for what the start is
        until = written_day(end)
    if begin is None or until is None or begin.from_today != until.from_today:
        return None
    return _days(begin, until, step, without_end, dialect)


def _days(
    begin: Bound, until: Bound, step: exp.Expr | None, without_end: int, dialect: Dialect
) -> int | None:
    if step is None and dialect == "databricks":  # a day, to either side
        return max(until.high - begin.low, begin.high - until.low) + 1
    width = step_of(step)
    # Going back, PostgreSQL never gets past a day that the session's zone left out (Apia, 30 December 2011).
    if width is None or width.low <= 0:
        return None
    return _steps(begin.low, until.high, width.low, without_end)


def _steps(first: int, last: int, width: int, without_end: int) -> int:
    distance = (last - first if width > 0 else first - last) - without_end
    return distance // abs(width) + 1 if distance >= 0 else 0
