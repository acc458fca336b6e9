"""The relation of any metric: SELECT [bucket], dimensions, value. Each metric type has its own module."""

from sqlglot import exp

from catalog.contracts import GovernedMetric
from sqlgen.compiler.combine import combine
from sqlgen.compiler.context import Ask, Context
from sqlgen.compiler.cumulative import cumulate
from sqlgen.compiler.scan import scan


def relation(metric: GovernedMetric, context: Context, ask: Ask) -> exp.Query:
    """The query that answers `ask` for a metric, not ordered; raises IntentRefused or NoSource."""
    if metric.definition.type == "simple":
        return scan(metric, ask, context)
    if metric.definition.type == "cumulative":
        return cumulate(metric, ask, context)
    parts = {
        name: relation(metric.parts[name], context, ask)
        for name in dict.fromkeys(metric.definition.part_names)
    }
    return combine(metric, parts, ask)
