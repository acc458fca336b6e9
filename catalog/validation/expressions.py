"""SQL expressions of definitions: that they are one expression, of which kind, and over which columns."""

from collections.abc import Iterator
from typing import NamedTuple

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from catalog.contracts import Table
from catalog.findings import suggestion
from catalog.validation.numbers import no_number

DEFINITION_DIALECT = "databricks"
DIALECTS = ("postgres", "duckdb", "databricks")

_ARITHMETIC = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Neg, exp.Paren, exp.Column, exp.Identifier)


class Complaint(NamedTuple):
    message: str
    hint: str = ""


class NotAnExpression(Exception):
    """The text is no single SQL expression; the message says why."""


def parse(text: str, dialect: str = DEFINITION_DIALECT) -> exp.Expr:
    """One expression as a tree; raises NotAnExpression."""
    try:
        trees = sqlglot.parse(text, read=dialect)
    except SqlglotError as error:
        raise NotAnExpression(f"{text} cannot be read as {dialect} SQL.") from error
    if len(trees) != 1 or not isinstance(tree := trees[0], exp.Condition | exp.Filter | exp.WithinGroup):
        raise NotAnExpression(f"{text} is not one SQL expression.")
    return tree


def measure_complaints(text: str, table: Table, dialect: str = DEFINITION_DIALECT) -> Iterator[Complaint]:
    """Why the text cannot be a measure: it must aggregate every column of the table it uses, once, to a number."""
    try:
        tree = parse(text, dialect)
    except NotAnExpression as error:
        yield Complaint(str(error), "Write an aggregate, for example SUM(amount).")
        return
    yield from _unusable_nodes(tree)
    yield from _column_complaints(tree, table)
    if tree.find(exp.AggFunc) is None:
        yield Complaint(f"{text} is no aggregate.", "Use SUM, COUNT, AVG, MIN, MAX or another aggregate.")
        return
    for column in tree.find_all(exp.Column):
        if not _aggregated(column):
            hint = "Put every column inside an aggregate."
            yield Complaint(f"{column.name} stands outside the aggregate in {text}.", hint)
    for inner in tree.find_all(exp.AggFunc):
        if isinstance(outer := inner.find_ancestor(exp.AggFunc), exp.AggFunc):
            hint = "Use a ratio or a derived metric of two measures."
            yield Complaint(
                f"{outer.sql_name()} over {inner.sql_name()} is an aggregate of an aggregate.", hint
            )
    yield from (Complaint(message, hint) for message, hint in no_number(tree, table))


def row_complaints(text: str, table: Table) -> Iterator[Complaint]:
    """Why the text cannot be a filter or a dimension: it must look at one row of the table."""
    try:
        tree = parse(text)
    except NotAnExpression as error:
        yield Complaint(str(error), "Write one expression over the table's own columns.")
        return
    yield from _unusable_nodes(tree)
    yield from _column_complaints(tree, table)
    if aggregate := tree.find(exp.AggFunc):
        yield Complaint(f"{aggregate.sql_name()} is an aggregate; this looks at one row at a time.")


def arithmetic_complaints(text: str, metrics: tuple[str, ...]) -> Iterator[Complaint]:
    """Why the text cannot combine these metrics: only their names, numbers and + - * / ( ) may be in it."""
    try:
        tree = parse(text)
    except NotAnExpression as error:
        yield Complaint(str(error), "Write, for example, revenue / orders.")
        return
    for node in tree.walk():
        if isinstance(node, exp.AggFunc):
            message = f"{node.sql_name()} cannot be taken over metrics: they are aggregated already."
            yield Complaint(message, "A sum over a ratio is no number; sum its parts, then divide.")
            return
        if not isinstance(node, _ARITHMETIC) and not _is_number(node):
            yield Complaint(
                f"{node.sql(DEFINITION_DIALECT)} is not arithmetic.", "Use names, numbers and + - * / ( )."
            )
            return
    used = {column.sql(DEFINITION_DIALECT) for column in tree.find_all(exp.Column)}
    for name in sorted(used - set(metrics)):
        yield Complaint(f"{name} is not among the metrics listed.", suggestion(name, metrics))
    for name in sorted(set(metrics) - used):
        yield Complaint(f"{name} is listed, but the expression does not use it.", "Use it, or leave it out.")


def _is_number(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and not node.is_string


def _unusable_nodes(tree: exp.Expr) -> Iterator[Complaint]:
    for node in tree.walk():
        if isinstance(node, exp.Query | exp.Subquery):
            yield Complaint(
                "A definition may not hold a query.", "Join through dimensions, or prepare a table."
            )
            return
        if isinstance(node, exp.Window):
            yield Complaint("A definition may not hold a window function.", "Use a cumulative metric.")
        elif isinstance(node, exp.Anonymous):
            hint = "Use a function of the Databricks dialect."
            yield Complaint(f"{node.name} is no function known here.", hint)


def _column_complaints(tree: exp.Expr, table: Table) -> Iterator[Complaint]:
    for column in tree.find_all(exp.Column):
        known = table.columns.get(column.name)
        if column.table:
            hint = f"Use columns of {table.key} alone, without a table's name."
            yield Complaint(f"{column.sql(DEFINITION_DIALECT)} names a table.", hint)
        elif known is None:
            message = f"{table.key} has no column {column.name}."
            yield Complaint(message, suggestion(column.name, table.columns))
        elif known.restricted:
            hint = "Its sensitivity in column_dictionary.csv is restricted: nothing may select it."
            yield Complaint(f"{table.key}.{column.name} is restricted.", hint)


def _aggregated(column: exp.Column) -> bool:
    """Whether the column is inside an aggregate, its FILTER or its WITHIN GROUP."""
    ancestor = column.find_ancestor(exp.AggFunc, exp.Filter, exp.WithinGroup)
    return ancestor is not None
