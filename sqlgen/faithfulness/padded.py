"""A series of buckets LEFT JOIN rows: they are grouped by the bucket, and one without rows has a row of NULLs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlglot import exp

from sqlgen.calendar import next_bucket
from sqlgen.compiler.types import Family
from sqlgen.contracts import Grain
from sqlgen.faithfulness import times
from sqlgen.faithfulness.comparing import Compare
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.logic import clauses_of, fails_on_null, null_on_null, simplified
from sqlgen.faithfulness.measuring import Measuring, without_certain
from sqlgen.faithfulness.paths import RIGHT, found_or_null, moved, placed
from sqlgen.faithfulness.reading import Reader
from sqlgen.faithfulness.relations import Frame, Rows, Spine
from sqlgen.faithfulness.selecting import Measured, Names
from sqlgen.faithfulness.spines import LAID_BESIDE
from sqlgen.faithfulness.terms import (
    Clause,
    Clauses,
    Scan,
    Term,
    is_literal,
    is_number,
    literal,
    rebuilt,
    value_of,
    walk,
)
from sqlgen.faithfulness.values import ZERO, coalesce
from sqlgen.faithfulness.world import World

_BUCKET: Final = Term("bucket", None, (), Family.DATE)  # the series' column, which every row has
# Months and days from a bucket to the next.
_STEPS: Final = {
    Grain.DAY: (0, 1),
    Grain.WEEK: (0, 7),
    Grain.MONTH: (1, 0),
    Grain.QUARTER: (3, 0),
    Grain.YEAR: (12, 0),
}
_SKIPS_NULL: Final = (exp.Count, exp.CountIf, exp.Sum, exp.Avg, exp.Min, exp.Max, exp.Median)
_EMPTY = (
    "Beside a series of days an aggregate must leave out the row of NULLs that an empty day has: COUNT(key), not "
    "COUNT(*), and no stand-ins for NULL inside it. It is not needed: the portal fills empty buckets."
)


def rows_beside(world: World, left: Frame, right: Frame, side: str, conditions: tuple[Term, ...]) -> Frame:
    """A series LEFT JOIN rows, which are marked, on the day of each row and conditions of its own; raises Unproven."""
    spine, rows = left.body, right.body
    matching = [one for one in conditions if _BUCKET in walk(_named(one))]
    if not isinstance(spine, Spine) or not isinstance(rows, Rows) or spine.scans or side != "LEFT":
        raise Unproven(LAID_BESIDE)
    bucket = _bucket_of([_named(one) for one in matching], spine.grain)
    if bucket is None or _BUCKET in walk(bucket):
        raise Unproven(LAID_BESIDE)
    beside = moved(right, (RIGHT,), ())
    others = placed((one for one in conditions if one not in matching), (RIGHT,), ())
    inner = beside.body.conditions if isinstance(beside.body, Rows) else ()
    within = _within(spine, bucket, Compare(world.dialect, world.zone))
    body = Rows(rows.base, rows.paths, (*inner, *others, *within), spine, bucket)
    named = left.mapped(_named, body)
    found = beside.mapped(found_or_null, beside.body)
    return Frame(body, {**named.sources, **found.sources}, named.merged)


def _bucket_of(matching: list[Term], grain: Grain) -> Term | None:
    """The bucket that a row lies in: one that equals the series', or is told by a time from its start to the next."""
    if len(matching) == 1 and matching[0].op == "eq":
        sides = [times.day_of(_unmarked(arg)) for arg in matching[0].args]
        theirs = [one for one in sides if one != _BUCKET]
        return theirs[0] if len(theirs) == 1 else None
    bounds = {one.op: one.args for one in matching}
    if len(matching) != 2 or set(bounds) != {"le", "lt"}:
        return None
    (first, time), (same, end) = bounds["le"], bounds["lt"]
    if first != _BUCKET or time != same or end != Term("following", _STEPS[grain], (_BUCKET,)):
        return None
    time = _unmarked(time)
    if time.family not in (Family.DATE, Family.LOCAL_TIME):
        return None  # the engine would take the day's midnight in the session's zone
    return times.as_date(time if grain == Grain.DAY else times.truncated(time, grain.value))


def aggregated_beside(
    names: Names, columns: Sequence[exp.Expr], group: Sequence[exp.Expr]
) -> tuple[Spine, list[Term]]:
    """SELECT … GROUP BY the series' bucket: every bucket, and what each column is in it; raises Unproven."""
    body = names.frame.body
    if not isinstance(body, Rows) or body.spine is None or body.bucket is None:
        raise TypeError("Rows beside a series are aggregated here.")
    if {names.reader().term(one) for one in group} != {_BUCKET}:
        raise Unproven(LAID_BESIDE)
    required = names.world.required(body.base)
    demanded = frozenset().union(*(clauses_of(one) for one in body.conditions))
    clauses = _tightest(simplified(without_certain(demanded, required)))
    scan = Scan(body.base, clauses, (body.bucket,))
    scope = Padded(names.world, names.frame, names.subqueries, names.aliases, Measuring(scan, required))
    names.world.reads |= {(body.base, path) for path in (*body.paths, ())}
    spine = replace(body.spine, scans=frozenset((scan,)))
    return spine, [_of_bucket(scope.reader().term(one)) for one in columns]


@dataclass(slots=True)
class Padded(Measured):
    """Names of a SELECT over rows beside a series, whose aggregates must not see the row of an empty bucket."""

    def aggregate(self, node: exp.Expr, more: Clauses, reader: Reader) -> Term:
        if type(node) not in _SKIPS_NULL or isinstance(node.this, exp.Distinct):
            raise Unproven(_EMPTY)
        ones = not more and self._adds_ones(node)
        if not ones and not any(fails_on_null(clause) for clause in more) and not self._skipped(node):
            raise Unproven(_EMPTY)
        found = Measured.aggregate(self, node, more, reader)
        found = coalesce((found, ZERO)) if ones else found  # the row of NULLs adds a nought
        if any(one == _BUCKET for one in walk(found)):
            raise Unproven(LAID_BESIDE)
        return found

    def _adds_ones(self, node: exp.Expr) -> bool:
        """SUM(CASE WHEN … THEN 1 ELSE 0 END), whose condition no row of NULLs meets."""
        if type(node) is not exp.Sum:
            return False
        this = Names(self.world, self.frame, self.subqueries).reader().term(node.this)
        if this.op != "case" or len(this.args) != 3 or not is_number(this.args[2], 0):
            return False
        return is_literal(this.args[1], "num") and any(map(fails_on_null, clauses_of(this.args[0])))

    def _skipped(self, node: exp.Expr) -> bool:
        if isinstance(node.this, exp.Star):
            return False
        this = Names(self.world, self.frame, self.subqueries).reader().term(node.this)
        if isinstance(node, exp.CountIf):
            return any(fails_on_null(clause) for clause in clauses_of(this))
        return null_on_null(this)


def _named(term: Term) -> Term:
    """A condition with the series' column, which is its key 0, by a name that no group has."""
    return rebuilt(term, lambda one: _BUCKET if one.op == "key" else None)


def _unmarked(term: Term) -> Term:
    return placed((term,), (RIGHT,), ())[0]


def _within(spine: Spine, bucket: Term, compare: Compare) -> list[Term]:
    """That a row's bucket is one of the series: its day lies between the first and the end of the last."""
    inner = bucket.args[0] if bucket.op == "date" and bucket.args[0].op == "trunc" else None
    if bucket.family is not Family.DATE or (inner.value if inner else "day") != spine.grain.value:
        raise Unproven(f"Rows must be laid beside the {spine.grain.value} that they lie in.")
    day = times.as_date(inner.args[0]) if inner else bucket
    first = literal("date", spine.first, Family.DATE)
    end = literal("date", next_bucket(spine.last, Grain(spine.grain)), Family.DATE)
    return [compare("ge", day, first), compare("lt", day, end)]


def _tightest(clauses: Clauses) -> Clauses:
    """The clauses without bounds of a term that another bound of it implies."""
    return frozenset(clause for clause in clauses if not any(_implied(clause, other) for other in clauses))


def _implied(clause: Clause, other: Clause) -> bool:
    if len(clause) != 1 or len(other) != 1 or clause == other:
        return False
    (one,), (by,) = clause, other
    if one.op != by.op or one.op not in ("ge", "lt") or one.args[0] != by.args[0]:
        return False
    ours, theirs = one.args[1], by.args[1]
    if not (is_literal(ours) and is_literal(theirs) and ours.value[0] == theirs.value[0]):
        return False
    if ours.value[0] not in ("date", "local", "instant"):
        return False
    return bool(value_of(theirs) > value_of(ours) if one.op == "ge" else value_of(theirs) < value_of(ours))


def _of_bucket(term: Term) -> Term:
    def change(one: Term) -> Term | None:
        if one == _BUCKET:
            return Term("key", 0, family=Family.DATE)
        if one.op == "col":
            raise Unproven(f"{one.value[2]} is neither grouped nor aggregated.")
        return one if one.op == "agg" else None

    return rebuilt(term, change)
