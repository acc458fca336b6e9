"""A value looked up for each row: `(SELECT r.name FROM dim AS r WHERE r.id = fact.id)`, as a LEFT JOIN has it."""

from sqlglot import exp

from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.filtering import looked_for
from sqlgen.faithfulness.joins import marked, place_of
from sqlgen.faithfulness.paths import RIGHT, prefixed
from sqlgen.faithfulness.queries import Queries
from sqlgen.faithfulness.relations import Frame, Rows
from sqlgen.faithfulness.selecting import Names
from sqlgen.faithfulness.terms import Term
from sqlgen.guard.surely import aggregates

_LOOKED_UP = (
    "A value that is looked up for each row can be followed where it is a column of the one row that the dictionary's "
    "joins lead to, and nothing else is asked of it: join the table instead."
)


def is_looked_up(node: exp.Expr, frame: Frame) -> bool:
    """Whether the query is asked once more for each row, rather than for one number."""
    inner = node.unnest()
    rows = isinstance(frame.body, Rows) and frame.body.spine is None
    asked = isinstance(inner, exp.Select) and inner.args.get("where") is not None
    return rows and asked and not any(aggregates(one) for one in inner.expressions)


def looked_up(queries: Queries, frame: Frame, node: exp.Expr) -> Term:
    """The column that the query finds; NULL where there is no such row. Raises Unproven."""
    world, inner = queries.world, node.unnest()
    if world.dialect == "databricks":
        raise Unproven("Databricks runs such a query where it is aggregated only: join the table instead.")
    right = marked(looked_for(queries, inner))
    body, table = frame.body, right.body
    if not isinstance(body, Rows) or not isinstance(table, Rows) or table.conditions or table.paths:
        raise Unproven(_LOOKED_UP)
    both = Frame(body, {**frame.sources, **right.sources})
    world.spend(sum(len(columns) for columns in both.sources.values()))
    place = place_of(world, frame, right, Names(world, both, queries).reader().term(inner.args["where"].this))
    if place is None or len(inner.expressions) != 1:
        raise Unproven(_LOOKED_UP)
    found = Names(world, Frame(table, right.sources), queries).reader().term(inner.expressions[0].unalias())
    if found.op != "col":
        raise Unproven(_LOOKED_UP)
    world.reads.add((body.base, place))
    return prefixed(found, (RIGHT,), place)
