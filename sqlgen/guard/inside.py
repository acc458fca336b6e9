"""What may be asked of a table behind its fence as well, so that the fence takes no index and no partition from it.

A fence keeps all conditions of a query from a table, the plain ones too, by which an engine would leave out most of it.
So those that compare a column with what is written, and fail for no value, are repeated in its projection, next to
the row rule. They stay where they were, and are true of no row that a join fills with NULL: nothing else changes.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.anded import anded
from sqlgen.guard.columns import Columns
from sqlgen.guard.filled import filled
from sqlgen.guard.policy import TablePolicy
from sqlgen.guard.postgres_constants import is_reckoned
from sqlgen.guard.postgres_kinds import kind_of_type as postgres_kind
from sqlgen.guard.scope import Source
from sqlgen.guard.spark_constants import reckoned
from sqlgen.guard.spark_types import kind_of_literal
from sqlgen.guard.spark_types import kind_of_type as spark_kind

_COMPARED: Final = (exp.EQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Between, exp.In)
_SLOTS: Final = frozenset({"this", "expression", "expressions", "low", "high"})
_OF_DAYS: Final = frozenset({"DAY", "WEEK", "MONTH", "YEAR"})


def conditions_inside(source: Source, columns: Columns, dialect: Dialect) -> list[exp.Expr]:
    """The plain conditions on a base table among those of its query, with the table's own names."""
    select = source.node.find_ancestor(exp.Select) if source.node is not None else None
    where = select.args.get("where") if select is not None else None
    if where is None or select is None or source.table is None or source.table.reckoned:
        return []
    joins: list[exp.Join] = select.args.get("joins") or []
    merged = {key.name.lower() for join in joins for key in join.args.get("using") or ()}
    found = [_of_the_table(part, source, columns, merged) for part in anded(where)]
    return [
        part for part in reversed(found) if part is not None and is_plain_inside(part, source.table, dialect)
    ]


def is_plain_inside(condition: exp.Expr, table: TablePolicy, dialect: Dialect) -> bool:
    """Whether a condition compares a column of the table with written values of its kind, and fails for no row."""
    if not isinstance(condition, _COMPARED) or filled(condition) - _SLOTS:
        return False
    parts = list(condition.iter_expressions())
    stored = [part for part in parts if isinstance(part, exp.Column)]
    if len(stored) != 1 or len(parts) < 2 or filled(stored[0]) != {"this"}:
        return False
    kind = table.columns.get(stored[0].name)
    written = [part for part in parts if part is not stored[0]]
    fits = _fits_postgres if dialect == "postgres" else _fits_spark
    return kind is not None and all(fits(part, kind) for part in written)


def _of_the_table(part: exp.Expr, source: Source, columns: Columns, merged: set[str]) -> exp.Expr | None:
    """The condition with the table's own names, where it asks for one column of this source and none else.

    A `merged` column, which USING makes of two, may be of another type than the table's own.
    """
    asked = list(part.find_all(exp.Column))
    bound = columns.owners.get(id(asked[0])) if len(asked) == 1 else None
    if bound is None or bound.source is not source or not bound.column.name:
        return None
    if not asked[0].table and asked[0].name.lower() in merged:
        return None
    named = part.copy()
    for column in named.find_all(exp.Column):
        column.replace(exp.Column(this=exp.Identifier(this=bound.column.name, quoted=True)))
    return named


def _fits_postgres(value: exp.Expr, told: str) -> bool:
    kind = postgres_kind(told)
    if kind in ("date", "moment") and is_reckoned(value):
        return True
    value = value.this if isinstance(value, exp.Neg) else value
    if not isinstance(value, exp.Literal):
        return False
    return kind in ("text", "uuid", "date", "moment") if value.is_string else kind in ("whole", "decimal")


def _fits_spark(value: exp.Expr, told: str) -> bool:
    kind = spark_kind(told)
    if kind == "time":
        return _is_a_day(value) or (told.lower() != "date" and reckoned(value) is not None)
    value = value.this if isinstance(value, exp.Neg) else value
    if not isinstance(value, exp.Literal):
        return False
    alike = {"text": ("text",), "number": ("whole", "number")}.get(kind_of_literal(value) or "", ())
    return kind in alike


def _is_a_day(value: exp.Expr) -> bool:
    """A date, which Spark compares with dates as it is: of a moment it would make the stored date one."""
    return reckoned(value) is not None and all(map(_keeps_a_day, value.walk()))


def _keeps_a_day(part: exp.Expr) -> bool:
    if isinstance(part, exp.Cast):
        return part.to.is_type(exp.DType.DATE)
    if isinstance(part, exp.Interval):
        return part.text("unit").upper().removesuffix("S") in _OF_DAYS
    return not isinstance(part, exp.CurrentTimestamp | exp.TimestampAdd)
