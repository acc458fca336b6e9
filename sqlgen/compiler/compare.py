"""A metric over one window, or over two: stacked under a period column, or side by side where there is no
series.
"""

from sqlglot import exp

from sqlgen.compiler import nodes
from sqlgen.compiler.context import Ask, Relate, ask_of
from sqlgen.contracts import Intent

CURRENT, PREVIOUS = "current", "previous"


def compared(intent: Intent, relate: Relate) -> exp.Query:
    """The whole answer, not ordered: [period], [bucket], dimensions, value, [previous_value]."""
    ask = ask_of(intent, intent.window)
    current = relate(ask)
    if intent.compare is None:
        return current
    previous = relate(ask_of(intent, intent.compare.window))
    stacked = nodes.union_all([_in_period(CURRENT, current, ask), _in_period(PREVIOUS, previous, ask)])
    return stacked if intent.grain else _side_by_side(stacked, ask)


def _in_period(period: str, query: exp.Query, ask: Ask) -> exp.Select:
    columns: list[exp.Expr] = [nodes.aliased(nodes.text(period), "period")]
    columns += [nodes.column(key) for key in (*ask.keys, "value")]
    return nodes.select(columns, nodes.derived(query, period))


def _side_by_side(stacked: exp.Query, ask: Ask) -> exp.Select:
    columns: list[exp.Expr] = [nodes.column(dimension) for dimension in ask.dimensions]
    columns += [_value_in(CURRENT, "value"), _value_in(PREVIOUS, "previous_value")]
    return nodes.grouped(nodes.select(columns, nodes.derived(stacked, "periods")), len(ask.dimensions))


def _value_in(period: str, alias: str) -> exp.Alias:
    # One row per group and period: MAX only picks it.
    mine = exp.EQ(this=nodes.column("period"), expression=nodes.text(period))
    return nodes.aliased(exp.Max(this=exp.Case(ifs=[exp.If(this=mine, true=nodes.column("value"))])), alias)
