"""The one shape in which a base table appears in rebuilt SQL: a projection of allowed columns and rows."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from sqlglot import exp

from accounts.contracts import RowRule
from sqlgen.contracts import Dialect
from sqlgen.guard.filled import filled
from sqlgen.guard.inside import is_plain_inside
from sqlgen.guard.kinds import has_parts, holds_variant
from sqlgen.guard.policy import Policy, TablePolicy
from sqlgen.guard.scope import Source
from sqlgen.guard.spark_fences import behind
from sqlgen.guard.violation import GuardViolation

_WHOLE = re.compile(r"[+-]?[0-9]{1,38}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,38}(\.[0-9]{1,38})?")


def name(text: str) -> exp.Identifier:
    """A quoted name."""
    return exp.Identifier(this=text, quoted=True)


def projection(
    source: Source, dialect: Dialect, *, fenced: bool, inside: Iterable[exp.Expr] = ()
) -> exp.Subquery:
    """`(SELECT "used", "columns" FROM "schema"."table" WHERE <row policy>) AS "alias"`.

    See fence.py for `fenced`; `inside` are further conditions behind the fence (inside.py).
    """
    table = source.table
    if table is None:
        raise TypeError("Only a base table is projected.")
    used = [column.name for key, column in source.columns.items() if key in source.used and column.name]
    chosen = used or [next(iter(table.columns))]
    condition = _row_condition(table)
    fenced = fenced and condition is not None
    select = exp.Select(
        expressions=[_chosen(column, table, dialect, fenced=fenced) for column in chosen],
        from_=exp.From(this=_physical(table, dialect)),
    )
    if condition is not None and fenced:
        condition = exp.and_(condition, *inside, copy=False, wrap=False)
        if dialect in _FENCES:
            slot, held = _FENCES[dialect]
            select.set(slot, held.copy())
        else:
            condition = behind(condition)
    if condition is not None:
        select.set("where", exp.Where(this=condition))
    return exp.Subquery(this=select, alias=exp.TableAlias(this=name(source.alias or table.name)))


def _chosen(column: str, table: TablePolicy, dialect: Dialect, *, fenced: bool) -> exp.Expr:
    """A column of a projection.

    DuckDB reads a field of a structure or a VARIANT, and casts it, while it reads stored rows: CAST(place.zip AS INT)
    failed for rows that the rule hides, in any query. Spark does the same with a VARIANT: SUM(VARIANT_GET(payload,
    '$.a', 'int')) failed. Neither reaches into a CASE. Nor does PostgreSQL, which tries conditions on what it has kept
    of a stored column while it plans, fence or not: LIKE 'secret' failed.
    """
    stored, kind = exp.Column(this=name(column)), table.columns[column]
    if not table.rows or not _is_reached(kind, dialect, fenced=fenced):
        return stored
    there = (
        _ASKED.copy()
        if dialect == "postgres"
        else exp.Not(this=exp.Is(this=stored.copy(), expression=exp.Null()))
    )
    whole = exp.Case(ifs=[exp.If(this=there, true=stored)])
    return exp.Alias(this=whole, alias=name(column))


def _is_reached(kind: str, dialect: Dialect, *, fenced: bool) -> bool:
    if dialect == "postgres":
        return fenced
    return has_parts(kind) if dialect == "duckdb" else holds_variant(kind)


def _physical(table: TablePolicy, dialect: Dialect) -> exp.Table:
    # A PostgreSQL connection reads one database: a catalog could only be that one.
    catalog = "" if dialect == "postgres" else table.catalog
    return exp.Table(
        this=name(table.name),
        db=name(table.schema) if table.schema else None,
        catalog=name(catalog) if catalog else None,
    )


def _row_condition(table: TablePolicy) -> exp.Expr | None:
    """The viewer's rules on this table as one condition of typed literals; None: every row may be read."""
    conditions = [_rule_condition(rule, table) for rule in table.rows]
    return exp.and_(*conditions, copy=False) if conditions else None


def _rule_condition(rule: RowRule, table: TablePolicy) -> exp.Expr:
    columns = {column.lower(): column for column in (*table.columns, *table.restricted)}
    column = columns.get(rule.column.lower())
    if column is None:
        raise GuardViolation(
            "row_policy", f"A row rule names the column {rule.column!a}, which {table.key} does not have."
        )
    if not rule.values:
        return exp.Boolean(this=False)
    kind = table.columns.get(column, "").lower()
    values = [_typed(value, kind, rule) for value in rule.values]
    return exp.In(this=exp.Column(this=name(column)), expressions=values)


def _typed(value: str, kind: str, rule: RowRule) -> exp.Expr:
    """A literal of the column's type; a value that is not of that type is a broken rule, not an empty one."""
    plain = kind.split("(")[0].strip()
    if plain in ("boolean", "bool") and value.lower() in ("true", "false"):
        return exp.Boolean(this=value.lower() == "true")
    pattern = _WHOLE if "int" in plain else _DECIMAL if plain in _DECIMALS else None
    if pattern is not None:
        if not pattern.fullmatch(value):
            raise GuardViolation(
                "row_policy", f"A row rule on {rule.table}.{rule.column} holds a value of no {kind}."
            )
        number = exp.Literal.number(value.lstrip("+-"))
        return exp.Neg(this=number) if value.startswith("-") else number
    if plain in ("date", "timestamp", "timestamptz"):
        return exp.Cast(this=exp.Literal.string(value), to=exp.DataType.build(plain))
    return exp.Literal.string(value)


_DECIMALS = frozenset({"decimal", "numeric", "double", "float", "real", "double precision"})


class Projection(NamedTuple):
    """What a projection in rebuilt text reads, and whether its row rule has a fence."""

    table: TablePolicy
    fenced: bool


def read_projection(
    node: exp.Expr, policy: Policy, dialect: Dialect, lifted: frozenset[int]
) -> Projection | None:
    """The projection that this subquery is; None when it is not exactly of the shape we write.

    `lifted` are the ids of SELECTs whose fence was taken out of the tree (Databricks).
    """
    select = node.args.get("this")
    if not isinstance(select, exp.Select) or filled(select) - _PROJECTED:
        return None
    table_node = select.args["from_"].this if select.args.get("from_") else None
    if not isinstance(table_node, exp.Table) or table_node.args.get("alias"):
        return None
    held = [_sql(select.args[slot], dialect) for slot in ("offset", "qualify") if select.args.get(slot)]
    fenced = bool(held) or id(select) in lifted
    parts = [table_node.args[part].this for part in ("catalog", "db", "this") if table_node.args.get(part)]
    known = policy.by_name.get(parts[-1].lower(), ())
    table = next((table for table in known if _parts(table, dialect) == parts), None)
    if table is None or not _are_allowed(select.expressions, table, dialect, fenced=fenced):
        return None
    where = select.args.get("where")
    due = _row_condition(table)
    wanted = _sql(due, dialect) if due is not None else None
    given = _rule_in(where.this, wanted, table, dialect, fenced=fenced) if where else None
    fence = [_sql(_FENCES[dialect][1], dialect)] if held and dialect in _FENCES else []
    fits = given == wanted and held == fence and (due is not None or not fenced)
    return Projection(table, fenced) if fits else None


def _rule_in(
    condition: exp.Expr, wanted: str | None, table: TablePolicy, dialect: Dialect, *, fenced: bool
) -> str:
    """The row rule of a condition: what else stands behind the fence is plain, and comes after it."""
    given = _sql(condition, dialect)
    while fenced and given != wanted and isinstance(condition, exp.And):
        if not is_plain_inside(condition.expression, table, dialect):
            break
        condition = condition.this
        given = _sql(condition, dialect)
    return given


def _sql(part: exp.Expr, dialect: Dialect) -> str:
    return part.sql(dialect=dialect, identify=True)


def _parts(table: TablePolicy, dialect: Dialect) -> list[str]:
    catalog = "" if dialect == "postgres" else table.catalog
    return [part for part in (catalog, table.schema, table.name) if part]


def _are_allowed(columns: list[exp.Expr], table: TablePolicy, dialect: Dialect, *, fenced: bool) -> bool:
    names = [column.alias_or_name for column in columns]
    return all(
        called in table.columns
        and _sql(column, dialect) == _sql(_chosen(called, table, dialect, fenced=fenced), dialect)
        for called, column in zip(names, columns, strict=True)
    )


_PROJECTED = frozenset({"expressions", "from_", "where", "offset", "qualify"})
# Behind these an engine tests nothing before the row rules have dropped what they drop (fence.py).
_ALL_ROWS = exp.Window(this=exp.Count(this=exp.Star(), big_int=True))
_FENCES: dict[Dialect, tuple[str, exp.Expr]] = {  # Databricks: spark_fences.py
    "postgres": ("offset", exp.Offset(expression=exp.Literal.number(0))),
    "duckdb": ("qualify", exp.Qualify(this=exp.GT(this=_ALL_ROWS, expression=exp.Literal.number(0)))),
}
# True, but PostgreSQL asks it when it runs the query, not while it plans.
_ASKED = exp.Subquery(this=exp.Select(expressions=[exp.Boolean(this=True)]))
