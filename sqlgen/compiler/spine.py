"""The days a cumulative metric is told for: each bucket with the first and last local day that count towards
it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlglot import exp

from catalog.definitions import CumulativeSpan
from sqlgen.calendar import bucket_start, buckets, next_bucket
from sqlgen.compiler import nodes
from sqlgen.contracts import Grain, Window
from sqlgen.windows import days_of

SPINE = "spine"
FIRST, LAST = "first_day", "last_day"


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the spine: the value of `bucket` covers the days from `first` to `last`, both included."""

    bucket: date
    first: date
    last: date


def steps(span: CumulativeSpan, window: Window, grain: Grain | None) -> tuple[Step, ...]:
    """A step per bucket, told at its last day inside the window; without a grain one step, at the window's
    end.
    """
    start, end = days_of(window)
    final = end - timedelta(days=1)
    if grain is None:
        return (Step(final, _first_day(span, final), final),)
    lasts = (
        (one, min(next_bucket(one, grain) - timedelta(days=1), final)) for one in buckets(start, end, grain)
    )
    return tuple(Step(one, _first_day(span, last), last) for one, last in lasts)


def table(rows: Sequence[Step]) -> exp.Subquery:
    """The steps as a table of dates. They are typed in the SELECT around them: a year of casts is slow to
    check.
    """
    names = ("bucket", FIRST, LAST)
    tuples = [
        exp.Tuple(expressions=[nodes.text(day.isoformat()) for day in (row.bucket, row.first, row.last)])
        for row in rows
    ]
    alias = exp.TableAlias(this=nodes.name("steps"), columns=[nodes.name(one) for one in names])
    typed: list[exp.Expr] = [
        nodes.aliased(nodes.cast(nodes.column(one, "steps"), exp.DType.DATE), one) for one in names
    ]
    return nodes.derived(nodes.select(typed, exp.Values(expressions=tuples, alias=alias)), SPINE)


def covers(day: exp.Expr) -> exp.Expr:
    """Whether a day counts towards a row of the spine."""
    return exp.And(
        this=exp.GTE(this=day, expression=nodes.column(FIRST, SPINE)),
        expression=exp.LTE(this=day.copy(), expression=nodes.column(LAST, SPINE)),
    )


def _first_day(span: CumulativeSpan, last: date) -> date:
    if span.trailing:
        return last - timedelta(days=int(span.trailing.removesuffix("d")) - 1)
    return bucket_start(last, Grain(span.to_date or "month"))
