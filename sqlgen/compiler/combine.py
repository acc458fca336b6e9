"""Ratio and derived metrics: each part is aggregated on its own source first, then the values are combined.

The parts are stacked (UNION ALL) and grouped once more, so a group that only one part has is kept, without a
FULL JOIN and without rows of one part multiplying another's.
"""

from collections.abc import Mapping

from sqlglot import exp

from catalog.contracts import GovernedMetric
from catalog.findings import suggestion
from sqlgen.compiler import nodes
from sqlgen.compiler.context import Ask
from sqlgen.compiler.portable import divided
from sqlgen.errors import IntentRefused
from sqlgen.measures import parsed
from sqlgen.shape import fill_of

PART = "_part"  # no dimension may start with an underscore


def combine(metric: GovernedMetric, parts: Mapping[str, exp.Query], ask: Ask) -> exp.Select:
    """The relation of a ratio or derived metric, over the relations of its parts by name."""
    stacked = nodes.union_all([_labelled(name, query, ask) for name, query in parts.items()])
    columns: list[exp.Expr] = [nodes.column(key) for key in ask.keys]
    columns.append(nodes.aliased(_value(metric), "value"))
    return nodes.grouped(nodes.select(columns, nodes.derived(stacked, "parts")), len(ask.keys))


def _labelled(name: str, query: exp.Query, ask: Ask) -> exp.Select:
    columns: list[exp.Expr] = [nodes.aliased(nodes.text(name), PART)]
    columns += [nodes.column(key) for key in (*ask.keys, "value")]
    return nodes.select(columns, nodes.derived(query, name))


def _value(metric: GovernedMetric) -> exp.Expr:
    definition = metric.definition
    if definition.type == "ratio":
        return divided(*(_part(metric, name) for name in definition.part_names))
    return _substituted(parsed(definition.expression or ""), metric)


def _substituted(shared: exp.Expr, metric: GovernedMetric) -> exp.Expr:
    """A copy of the expression with metrics as parts and every division made real."""
    if isinstance(shared, exp.Column):
        return _part(metric, shared.name)
    if isinstance(shared, exp.AggFunc):
        raise IntentRefused(
            f"{metric.name} aggregates {shared.sql()}: its metrics are aggregated already, and a sum of "
            "ratios is no ratio. Combine them with arithmetic only.",
            field="metric",
            value=metric.name,
        )
    tree = shared.copy()
    for child in list(tree.iter_expressions()):
        child.replace(_substituted(child, metric))
    return divided(tree.left, tree.right) if isinstance(tree, exp.Div) else tree


def _part(metric: GovernedMetric, name: str) -> exp.Expr:
    if name not in metric.parts:
        raise IntentRefused(
            f"{metric.name} uses {name!r}, which is none of its metrics. {suggestion(name, metric.parts)}",
            field="metric",
            value=name,
        )
    mine = exp.EQ(this=nodes.column(PART), expression=nodes.text(name))
    value = exp.Max(this=exp.Case(ifs=[exp.If(this=mine, true=nodes.column("value"))]))
    if fill_of(metric.parts[name]) == 0:
        return exp.Coalesce(this=value, expressions=[nodes.number(0)])
    return value
