"""A generated series of buckets in FROM, and the grouped metric that is laid beside it."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

from sqlglot import exp

from sqlgen.calendar import bucket_start
from sqlgen.compiler.types import Family
from sqlgen.contracts import Grain
from sqlgen.faithfulness import times
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.groups import key
from sqlgen.faithfulness.matching import with_plain_keys
from sqlgen.faithfulness.presence import united
from sqlgen.faithfulness.reading import Reader
from sqlgen.faithfulness.relations import Frame, Groups, Spine
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.terms import Term, with_family
from sqlgen.faithfulness.values import opt
from sqlgen.guard.spans import Days, step_of
from sqlgen.guard.spines import SPINES, column_of

_DAY: Final = timedelta(days=1)
# One step as the guard reads it, which tells months from so many days.
_GRAINS: Final = {
    Days(1, 1): Grain.DAY,
    Days(7, 7): Grain.WEEK,
    Days(28, 31): Grain.MONTH,
    Days(84, 93): Grain.QUARTER,
    Days(365, 366): Grain.YEAR,
}
LAID_BESIDE: Final = (
    "A series of days can be followed where the metric, grouped by its bucket alone, is laid beside it: series LEFT "
    "JOIN (SELECT … GROUP BY 1) ON bucket = day, and nothing else. It is not needed: the portal fills empty buckets."
)


def spine_of(node: exp.Expr) -> exp.Expr | None:
    """The series that a table of FROM is; None where it is none."""
    return node.this if isinstance(node, exp.Table) and isinstance(node.this, SPINES) else None


def spine_frame(node: exp.Expr, source: str, column: str, reader: Reader) -> Frame:
    """A series as a source of FROM, with one column; raises Unproven. Its rows are days, whatever type they have."""
    return Frame(_read(node, reader), {source: {column or column_of(node, source): _bucket()}})


def laid_beside(left: Frame, right: Frame, side: str, conditions: tuple[Term, ...]) -> Frame:
    """A series LEFT JOIN groups, which are marked: every bucket stays, and no bucket has two groups."""
    spine, groups = left.body, right.body
    if not isinstance(spine, Spine) or not isinstance(groups, Groups) or groups.keys != 1 or side != "LEFT":
        raise Unproven(LAID_BESIDE)
    if len(conditions) != 1 or conditions[0].op not in ("eq", "same"):
        raise Unproven(LAID_BESIDE)
    if {(arg.op, arg.value) for arg in conditions[0].args} != {("key", 0), ("key", ("right", 0))}:
        raise Unproven(LAID_BESIDE)
    body = replace(spine, scans=united(spine.scans | groups.scans))
    beside = right.mapped(lambda term: opt(groups.scans, with_plain_keys(term)), body)
    return Frame(body, {**left.sources, **beside.sources}, left.merged)


def _bucket() -> Term:
    # A day or its midnight, which compare alike: backends of PostgreSQL and DuckDB have their sessions in UTC, where
    # no midnight is left out.
    return with_family(key(0), Family.DATE)


def _read(node: exp.Expr, reader: Reader) -> Spine:
    series = node.this if isinstance(node, exp.Explode) else node
    for one in {id(node): node, id(series): series}.values():
        check_read(one, reader.dialect)
    step = series.args.get("step")
    width = step_of(step) if step is not None else Days(1, 1)
    grain = _GRAINS.get(width) if width is not None else None
    if grain is None or (step is None and reader.dialect != "databricks"):
        raise Unproven("A series of days can be followed by one day, week, month, quarter or year a step.")
    first, last = _day(series.args["start"], reader), _day(series.args["end"], reader)
    if series.args.get("is_end_exclusive"):
        last -= _DAY
    if last < first or bucket_start(first, grain) != first:
        raise Unproven(f"A series by {grain.value} must start where one does, and end after that.")
    return Spine(first, bucket_start(last, grain), grain)


def _day(node: exp.Expr, reader: Reader) -> date:
    moment = times.local_of(reader.term(node))
    if moment is None or moment.time() != time() or moment.date() == date.min:
        raise Unproven("The bounds of a series must be days that are written out.")
    return moment.date()
