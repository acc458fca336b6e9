"""A value of the whole window as one more row of its series."""

from sqlglot import exp

from sqlgen.compiler import nodes
from sqlgen.compiler.context import Ask


def without_keys(query: exp.Query, ask: Ask) -> exp.Select:
    """The one value of `query` as a row of the series: bucket and dimensions NULL."""
    kinds = {key: exp.DType.DATE if key == "bucket" else exp.DType.TEXT for key in ask.keys}
    columns: list[exp.Expr] = [
        nodes.aliased(nodes.cast(exp.Null(), kind), key) for key, kind in kinds.items()
    ]
    columns.append(nodes.column("value"))
    return nodes.select(columns, nodes.derived(query, "last"))
