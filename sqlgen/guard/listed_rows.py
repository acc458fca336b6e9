"""Lists that are written out and made rows: UNNEST(ARRAY[…]), EXPLODE(ARRAY(…)), LATERAL (VALUES …).

They are rebuilt as what their text says, VALUES or a LATERAL query of one SELECT for each row, and are counted as
those. Rows out of anything else than a written list stay refused: nobody can count them.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.filled import filled
from sqlgen.guard.lists import is_plain, written_values
from sqlgen.guard.project import name
from sqlgen.guard.stacked import unfold_stack
from sqlgen.guard.stored_lists import keeps_right
from sqlgen.guard.written_rows import Rows, alias_of, gathers, put, values_of

_PLAIN_SELECT: Final = frozenset({"expressions", "order", "limit", "offset"})
_LONE_NAMES: Final[dict[Dialect, str]] = {"postgres": "unnest", "duckdb": "unnest", "databricks": "col"}


def unfold_rows(root: exp.Expr, dialect: Dialect) -> None:
    """Rewrite, in a tree that was just read, each list that is made rows and can be counted."""
    for unnest in list(root.find_all(exp.Unnest)) if dialect != "databricks" else ():
        _unnested(unnest, dialect)
    for lateral in list(root.find_all(exp.Lateral)):
        _lateral(lateral, dialect)
    for explode in list(root.find_all(exp.Explode)):
        if type(explode) is exp.Explode:  # others make more columns, or rows for no list
            _exploded(explode, dialect)
    if dialect == "databricks":
        for stack in list(root.find_all(exp.Stack)):
            unfold_stack(stack)


def _unnested(unnest: exp.Unnest, dialect: Dialect) -> None:
    """UNNEST(ARRAY[…]) AS t(x) in FROM."""
    rows = _zipped(unnest, dialect)
    source: exp.Expr = unnest.parent if isinstance(unnest.parent, exp.Lateral) else unnest
    alias = source.args.get("alias")
    if not rows or not isinstance(source.parent, exp.From | exp.Join) or alias is None or alias.this is None:
        return
    _name_column(alias, alias.this.name)
    place = unnest.args.get("offset")
    if isinstance(place, exp.Identifier):  # sqlglot took the name of the place from the others
        alias.append("columns", place)
    if len(alias.args["columns"]) == len(rows[0]):
        put(source, rows, alias, dialect)


def _zipped(unnest: exp.Unnest, dialect: Dialect) -> Rows:
    """The rows of one list, or in PostgreSQL of several as long as each other, with their places if asked for."""
    lists = [
        written_values(held, dialect, braced=dialect == "postgres" and isinstance(held, exp.Cast))
        for held in unnest.expressions
    ]
    if not lists or any(len(values) != len(lists[0]) for values in lists):
        return []
    places = unnest.args.get("offset")
    if dialect != "postgres" and (places or len(lists) > 1):
        return []
    if dialect == "postgres" and not all(_is_no_list(value) for values in lists for value in values):
        return []
    rows = [list(row) for row in zip(*lists, strict=True)]
    if places:
        return [[*row, _bigint(place)] for place, row in enumerate(rows, 1)]
    return rows


def _lateral(lateral: exp.Lateral, dialect: Dialect) -> None:
    """LATERAL (VALUES …) AS t(a, b), LATERAL EXPLODE(ARRAY(…)) AS t(x), LATERAL VIEW EXPLODE(ARRAY(…)) t AS x."""
    held, alias = lateral.this, lateral.args.get("alias")
    if alias is None or alias.this is None:
        return
    rows: Rows = []
    if isinstance(held, exp.Subquery) and filled(held) == {"this"} and isinstance(held.this, exp.Values):
        fits = filled(held.this) == {"expressions"} and all(
            isinstance(row, exp.Tuple) for row in held.this.expressions
        )
        rows = [list(row.expressions) for row in held.this.expressions] if fits else []
    elif type(held) is exp.Explode and dialect == "databricks":
        rows = [[value] for value in written_values(held.this, dialect)]
        _name_column(alias, "col")
    columns = alias.args.get("columns") or []
    if not rows or any(len(row) != len(columns) for row in rows):
        return
    if not lateral.args.get("view"):
        put(lateral, rows, alias, dialect)
    elif isinstance(lateral.parent, exp.Select) and not keeps_right(lateral.parent):
        select = lateral.parent  # behind FROM and its joins, as another of them
        lateral.pop()
        select.append("joins", exp.Join(this=lateral))
        put(lateral, rows, alias, dialect)


def _exploded(explode: exp.Explode, dialect: Dialect) -> None:
    """A SELECT of nothing but UNNEST(ARRAY[…]), or EXPLODE(ARRAY(…)) in FROM."""
    values = written_values(explode.this, dialect)
    rows = [[value] for value in values]
    lists = dialect == "postgres" and not all(map(_is_no_list, values))
    if not rows or lists or gathers(rows):
        return
    table = explode.parent
    if isinstance(table, exp.Table) and table.args.get("alias") and dialect == "databricks":
        _name_column(table.args["alias"], "col")
        put(table, rows, table.args["alias"], dialect)
        return
    select = explode.parent_select
    named = explode.parent if isinstance(explode.parent, exp.Alias) else explode
    if select is None or named.parent is not select or len(select.expressions) != 1:
        return
    if filled(select) - _PLAIN_SELECT:
        return
    alias = named.args["alias"] if named is not explode else name(_LONE_NAMES[dialect])
    if not _ordered_by(select, alias):
        return
    column = exp.Column(this=name("value"), table=name("listed"))
    named.replace(exp.Alias(this=column, alias=alias))
    select.set("from_", exp.From(this=values_of(rows, alias_of("listed", ["value"]))))


def _ordered_by(select: exp.Select, alias: exp.Expr) -> bool:
    """Whether ORDER BY names nothing but the one column, by its name: other names would now mean something else."""
    order = select.args.get("order")
    return order is None or all(
        isinstance(column.parent, exp.Ordered)
        and not column.table
        and column.name.lower() == alias.name.lower()
        for column in order.find_all(exp.Column)
    )


def _bigint(number: int) -> exp.Expr:
    return exp.Cast(this=exp.Literal.number(number), to=exp.DataType(this=exp.DType.BIGINT))


def _is_no_list(value: exp.Expr) -> bool:
    """PostgreSQL makes the values of a list in a list rows, too; a column may hold one."""
    return is_plain(value) or isinstance(
        value, exp.Cast | exp.Add | exp.Sub | exp.Mul | exp.Div | exp.CurrentDate
    )


def _name_column(alias: exp.Expr, called: str) -> None:
    """Give the one column of a list the name the engine gives it, where the query gives none."""
    if not alias.args.get("columns"):
        quoted = bool(alias.this.args.get("quoted"))
        alias.set("columns", [exp.Identifier(this=called, quoted=quoted)])
