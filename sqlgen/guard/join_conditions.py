"""What the condition of a join sees: the sources that are joined so far."""

from collections.abc import Iterable
from dataclasses import replace

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.scope import Scope, fold


def condition_scope(join: exp.Expr, joins: Iterable[exp.Expr], scope: Scope, dialect: Dialect) -> Scope:
    """The scope of the condition of one of the joins of a SELECT.

    PostgreSQL ends it at a comma, DuckDB does not, and on Databricks a comma is a join. A later source is not seen:
    the engine takes its name for one of the query around, where there is one, and so does the resolver.
    """
    brought = next(place for place, source in enumerate(scope.sources) if source.node is join.this)
    part = scope.sources[brought].part
    seen = [source for source in scope.sources[: brought + 1] if dialect != "postgres" or source.part == part]
    nodes = {id(source.node) for source in seen}
    merged = [
        fold(column.name, dialect)
        for before in joins
        if id(before.this) in nodes and before is not join
        for column in before.args.get("using") or ()
    ]
    return replace(
        scope,
        aliases_visible=False,
        merged=merged,
        seen=frozenset(map(id, seen)),
        found_tables={},
        found_columns={},
    )
