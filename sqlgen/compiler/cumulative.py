"""Cumulative metrics: trailing days, or since the start of a month, quarter or year, told at each bucket's
last day.

A measure that adds up is summed per day first and the days are summed over the spine. One that does not
(distinct counts, averages, extremes) is measured again from the rows of each span.
"""

from dataclasses import replace
from datetime import timedelta

from sqlglot import exp

from catalog.contracts import GovernedMetric
from sqlgen.compiler import nodes
from sqlgen.compiler.context import Ask, Context
from sqlgen.compiler.scan import Scan, scan
from sqlgen.compiler.sources import choose_source
from sqlgen.compiler.spine import SPINE, Step, covers, steps, table
from sqlgen.compiler.totals import without_keys
from sqlgen.contracts import Grain, Window
from sqlgen.errors import IntentRefused
from sqlgen.shape import adds_up
from sqlgen.windows import of_days

MAX_STEPS = 400


def cumulate(metric: GovernedMetric, ask: Ask, context: Context) -> exp.Query:
    """The relation of a cumulative metric; its total is the value at the window's last day."""
    series = _series(metric, replace(ask, totals=False), context)
    if not ask.totals:
        return series
    last = _series(metric, replace(ask, totals=False, grain=None, dimensions=()), context)
    return nodes.union_all([series, without_keys(last, ask)])


def _series(metric: GovernedMetric, ask: Ask, context: Context) -> exp.Select:
    base = _base(metric)
    rows = _steps(metric, ask)
    covered = replace(ask, window=_covering(rows, ask, context))
    if adds_up(choose_source(base, covered, context.backend)):
        return _over_days(base, rows, covered, context)
    return _over_rows(base, rows, covered, context)


def _over_days(base: GovernedMetric, rows: tuple[Step, ...], ask: Ask, context: Context) -> exp.Select:
    daily = scan(base, replace(ask, grain=Grain.DAY), context)
    columns: list[exp.Expr] = [nodes.column("bucket", SPINE)] if ask.grain else []
    columns += [nodes.column(dimension, "daily") for dimension in ask.dimensions]
    total = exp.Sum(this=nodes.column("value", "daily"))
    columns.append(nodes.aliased(total, "value"))
    join = exp.Join(
        this=nodes.derived(daily, "daily"),
        side=None if ask.dimensions else "LEFT",  # a day without rows keeps its place in the series
        on=covers(nodes.column("bucket", "daily")),
    )
    return nodes.grouped(nodes.select(columns, table(rows), [join]), len(ask.keys))


def _over_rows(base: GovernedMetric, rows: tuple[Step, ...], ask: Ask, context: Context) -> exp.Select:
    one = Scan(base, ask, context)
    spine = exp.Join(this=table(rows), on=covers(one.day()))
    return one.over(nodes.column("bucket", SPINE) if ask.grain else None, spine)


def _base(metric: GovernedMetric) -> GovernedMetric:
    (name,) = metric.definition.part_names
    base = metric.parts[name]
    if base.definition.type != "simple":
        raise IntentRefused(
            f"{metric.name} accumulates {name}, a {base.definition.type} metric; its values do not add up. "
            "Accumulate its parts, then combine those.",
            field="metric",
            value=metric.name,
        )
    return base


def _steps(metric: GovernedMetric, ask: Ask) -> tuple[Step, ...]:
    span = metric.definition.cumulative
    if span is None or ask.window is None:
        raise IntentRefused(
            f"{metric.name} accumulates over time, and what it accumulates has no time.",
            field="metric",
            value=metric.name,
        )
    rows = steps(span, ask.window, ask.grain)
    if len(rows) > MAX_STEPS:
        raise IntentRefused(
            f"{metric.name} is told for at most {MAX_STEPS} buckets at once; window {ask.window.label} holds "
            f"{len(rows):,}. Choose a coarser grain or a shorter window.",
            field="grain",
            value=str(ask.grain),
        )
    return rows


def _covering(rows: tuple[Step, ...], ask: Ask, context: Context) -> Window:
    first, last = min(row.first for row in rows), max(row.last for row in rows)
    label = ask.window.label if ask.window else ""
    return of_days(first, last + timedelta(days=1), label=label, zone=context.zone)
