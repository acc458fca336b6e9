"""Puts rows that a text writes out in the place of what made them: VALUES, or a LATERAL query that sees columns."""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.functions_by_name import AGGREGATES_BY_NAME
from sqlgen.guard.project import name

MAX_BRANCHES: Final = 24  # rows of a LATERAL query

Rows = list[list[exp.Expr]]


def put(source: exp.Expr, rows: Rows, alias: exp.Expr, dialect: Dialect) -> None:
    """Put rows in the place of what made them: VALUES where they are plain, else a LATERAL query."""
    if gathers(rows):
        return
    if not any(value.find(exp.Column) for row in rows for value in row):
        source.replace(values_of(rows, alias))
    elif isinstance(source.parent, exp.Join) and len(rows) <= MAX_BRANCHES:
        source.replace(exp.Lateral(this=exp.Subquery(this=query_of(rows, alias, dialect)), alias=alias))


def gathers(rows: Rows) -> bool:
    """An aggregate belongs to the query around, and would gather the rows of the LATERAL one."""
    return any(
        not isinstance(found, exp.Anonymous) or found.name.upper() in AGGREGATES_BY_NAME
        for row in rows
        for value in row
        for found in value.find_all(exp.AggFunc, exp.Window, exp.Anonymous)
    )


def values_of(rows: Rows, alias: exp.Expr) -> exp.Values:
    return exp.Values(expressions=[exp.Tuple(expressions=row) for row in rows], alias=alias)


def query_of(rows: Rows, alias: exp.Expr, dialect: Dialect) -> exp.Expr:
    """The rows as a query that sees the columns around it, as wide as an alias has columns.

    VALUES finds one type for a whole column, as what was written does; a chain of UNION makes texts of numbers in
    DuckDB. Spark has no columns in VALUES.
    """
    if dialect == "databricks":
        return _branches(rows)
    named = exp.TableAlias(this=name("listed"), columns=[column.copy() for column in alias.args["columns"]])
    columns = [exp.Column(this=column.copy(), table=name("listed")) for column in named.args["columns"]]
    return exp.Select(expressions=columns, from_=exp.From(this=values_of(rows, named)))


def _branches(rows: Rows) -> exp.Expr:
    """A query of one SELECT for each row."""
    query: exp.Expr = exp.Select(expressions=rows[0])
    for row in rows[1:]:
        query = exp.Union(this=query, expression=exp.Select(expressions=row), distinct=False)
    return query


def alias_of(called: str, columns: list[str]) -> exp.TableAlias:
    return exp.TableAlias(this=name(called), columns=[name(column) for column in columns])
