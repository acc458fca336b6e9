"""The compiler: an intent and a definition become one query, a tree first, text of one dialect last."""

from functools import partial
from zoneinfo import ZoneInfo

from catalog.contracts import Dictionary, GovernedMetric
from sqlgen.compiler.arrange import arranged
from sqlgen.compiler.columns import output_columns
from sqlgen.compiler.compare import compared
from sqlgen.compiler.context import Context
from sqlgen.compiler.relation import relation
from sqlgen.compiler.render import render
from sqlgen.contracts import CompiledQuery, Dialect, Intent

__all__ = ["compile_intent"]


def compile_intent(
    intent: Intent,
    metric: GovernedMetric,
    *,
    backend: str,
    dialect: Dialect,
    dictionary: Dictionary,
    zone: ZoneInfo,
    pretty: bool = False,
) -> CompiledQuery:
    """The query that answers an intent on a backend, in its dialect.

    The same arguments give the same SQL, letter by letter. Raises IntentRefused when the question does not
    fit the metric or its definition the dictionary, NoSource when the metric cannot be computed there, and
    NoColumnPath when no single safe join path leads to a dimension.
    """
    context = Context(backend=backend, dialect=dialect, dictionary=dictionary, zone=zone)
    columns = output_columns(intent, metric)
    relate = partial(relation, metric, context)
    names = tuple(column.name for column in columns)
    query = arranged(compared(intent, relate), names, intent, relate, dialect)
    return CompiledQuery(
        sql=render(query, dialect, pretty=pretty),
        dialect=dialect,
        columns=columns,
        tables=tuple(sorted(context.tables)),
    )
