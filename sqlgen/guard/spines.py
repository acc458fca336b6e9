"""Rows of days or numbers that a query makes of two bounds: GENERATE_SERIES, RANGE, EXPLODE(SEQUENCE(…)).

The rows are counted from the text alone, and are then treated as VALUES of so many rows. What could make the count
untrue (another type, a unit below the minute) is refused; days between bounds that are stored are counted otherwise
(`stored_days.py`). A spine stands in FROM under a name, or is a SELECT of its own with nothing beside it.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.filled import filled
from sqlgen.guard.growth import MAX_VALUES_ROWS
from sqlgen.guard.marks import TOO_MANY_ARGUMENTS
from sqlgen.guard.spans import Bound, bound_of, minutes_of, step_of, whole_number, written_day
from sqlgen.guard.stored_lists import NO_ROWS, in_place, is_rows
from sqlgen.guard.violation import GuardViolation

SERIES: Final = (exp.GenerateSeries, exp.ExplodingGenerateSeries)
SPINES: Final = (*SERIES, exp.Explode)
# What a lone spine may have around its one column: nothing that another row could come from.
_AROUND: Final = frozenset({"expressions", "order", "limit", "offset"})
# What a series between stored days may have: see stored_days.
_READING: Final = _AROUND | {"with_", "from_", "joins", "where"}
_DAY: Final = 25 * 60  # at the end of summer time

UNCOUNTED: Final = GuardViolation(
    "row_bound",
    "The rows of a series must be seen: whole numbers that are written out, or from one date on to another by an "
    "interval, each written out, reckoned from today, or, by a day or more, the MIN or MAX of a stored one.",
)


def check_series(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why a series may not stand where it does, or as it is; None where it may."""
    rows = _rows(node, dialect)
    if not _is_in_place(node, dialect, stored=rows is None) or node.meta.get(TOO_MANY_ARGUMENTS):
        return GuardViolation(
            "forbidden_function",
            "A series stands in FROM, under a name (AS t(day)), or is a SELECT of its own.",
        )
    if rows is None:
        return None if _by_days(node, dialect) else UNCOUNTED
    if not 1 <= rows <= MAX_VALUES_ROWS:
        return GuardViolation("row_bound", f"A series may have 1 to {MAX_VALUES_ROWS} rows.")
    return None


def _is_in_place(node: exp.Expr, dialect: Dialect, *, stored: bool) -> bool:
    """Whether a series stands in FROM under a name, or is a SELECT of its own: of no source, or between stored days."""
    exploded = isinstance(node.parent, exp.Explode)
    maker = node.parent if isinstance(node.parent, exp.Explode) else node
    if isinstance(maker.parent, exp.Table | exp.Lateral):
        lateral = isinstance(maker.parent, exp.Lateral)
        return exploded == (dialect == "databricks") and (exploded or not lateral) and _is_named(maker.parent)
    if exploded != (dialect != "postgres") or lone_spine(maker.parent_select, stored=stored) is not maker:
        return False
    return not (dialect == "databricks" and isinstance(maker.parent, exp.Cast))  # Spark has none


def _by_days(series: exp.Expr, dialect: Dialect) -> bool:
    """Whether a series goes on by a day or more, so that days tell how many rows it has."""
    step = series.args.get("step")
    if step is None:
        return dialect == "databricks"
    width = step_of(step)
    # Going back, PostgreSQL never gets past a day that the session's zone left out (Apia, 30 December 2011).
    return width is not None and width.low > 0


def spine_in(source: exp.Expr) -> exp.Expr | None:
    """The spine that stands in FROM; None for any other source."""
    held = source.this if isinstance(source, exp.Table | exp.Lateral) else None
    return held if isinstance(held, SPINES) and isinstance(series_of(held), SERIES) else None


def series_of(spine: exp.Expr) -> exp.Expr:
    """The series itself."""
    held: exp.Expr = spine.this if isinstance(spine, exp.Explode) else spine
    return held


def check_explode(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A series is looked at on its own; a list may be one that a table holds."""
    if is_rows(node):
        return in_place(node, dialect)
    return None if type(node) is exp.Explode else NO_ROWS


def spine_rows(spine: exp.Expr, dialect: Dialect) -> int | None:
    """The most rows of a spine that was checked; None where its bounds are stored."""
    return _rows(series_of(spine), dialect)


def column_of(spine: exp.Expr, alias: str) -> str:
    """What the engine calls the one column, where the query gives no name."""
    if isinstance(spine, exp.ExplodingGenerateSeries):
        return alias
    if isinstance(spine, exp.Explode):
        return "col"
    return "range" if spine.args.get("is_end_exclusive") else "generate_series"


def lone_spine(select: exp.Expr | None, *, stored: bool = False) -> exp.Expr | None:
    """The spine a SELECT consists of, maybe cast and named; None for any other.

    One between `stored` days may have a FROM.
    """
    beside = _READING if stored else _AROUND
    if not isinstance(select, exp.Select) or filled(select) - beside:
        return None
    if len(select.expressions) != 1:
        return None
    inner: exp.Expr = select.expressions[0]
    for around in (exp.Alias, exp.Cast):
        inner = inner.this if type(inner) is around else inner
    return inner if isinstance(inner, SPINES) and isinstance(series_of(inner), SERIES) else None


def _is_named(source: exp.Expr) -> bool:
    alias = source.args.get("alias")
    named = alias is not None and alias.this is not None and len(alias.args.get("columns") or ()) <= 1
    return named and not source.args.get("db") and not source.args.get("catalog")


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
    if begin is None or until is None or begin.origin is not until.origin:
        return None
    return _days(begin, until, step, without_end, dialect)


def _days(
    begin: Bound, until: Bound, step: exp.Expr | None, without_end: int, dialect: Dialect
) -> int | None:
    if step is None and dialect == "databricks":  # a day, to either side
        return max(until.high - begin.low, begin.high - until.low) + 1
    minutes = minutes_of(step)
    if minutes is not None and minutes > 0:  # a zone may have had one day twice
        return max(0, until.high - begin.low + 1) * _DAY // minutes + 1
    width = step_of(step)
    if width is None or width.low <= 0:  # see _by_days
        return None
    return _steps(begin.low, until.high, width.low, without_end)


def _steps(first: int, last: int, width: int, without_end: int) -> int:
    distance = (last - first if width > 0 else first - last) - without_end
    return distance // abs(width) + 1 if distance >= 0 else 0
