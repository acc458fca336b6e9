"""What VALUES in FROM gives: its columns, called as the engine calls them, and its rows."""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.growth import MAX_VALUES_ROWS
from sqlgen.guard.position import position_of
from sqlgen.guard.scope import Output, OutputColumn, Scope
from sqlgen.guard.spelling import may_spell
from sqlgen.guard.violation import GuardViolation
from sqlgen.guard.walk import Queries, Walk

# How the engine calls the columns, and from which number on.
_NAMES: Final[dict[Dialect, tuple[str, int]]] = {
    "postgres": ("column", 1),
    "duckdb": ("col", 0),
    "databricks": ("col", 1),
}


def output_of(node: exp.Values, queries: Queries, scope: Scope) -> Output:
    """What VALUES gives, its values resolved in a scope; raises GuardViolation."""
    tuples = node.expressions
    if len(tuples) > MAX_VALUES_ROWS:
        raise GuardViolation("row_bound", f"VALUES may have {MAX_VALUES_ROWS} rows.", position_of(node))
    walk = Walk(queries, scope)
    growth = max((walk.clause(row) for row in tuples), default=1)
    prefix, first = _NAMES[queries.columns.dialect]
    width = len(tuples[0].expressions) if isinstance(tuples[0], exp.Tuple) else 1
    spelled = any(may_spell(row, queries.columns.owners) for row in tuples)
    columns = [
        OutputColumn(f"{prefix}{first + index}", growth, spelled=spelled, made=made)
        for index, made in enumerate(_by_column(tuples, width))
    ]
    # Read like a table: WITH could double what it makes, again and again.
    return Output(columns, len(tuples), walk.scans + 1, walk.singles, len(tuples))


def _by_column(tuples: list[exp.Expr], width: int) -> list[tuple[exp.Expr, ...]]:
    """What the columns of VALUES are made of, row by row."""
    rows = [row.expressions if isinstance(row, exp.Tuple) else [row] for row in tuples]
    whole = all(len(row) == width for row in rows)
    return [tuple(row[index] for row in rows) if whole else () for index in range(width)]
