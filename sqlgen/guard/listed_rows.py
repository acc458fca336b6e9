"""Lists that are written out and made rows: UNNEST(ARRAY[…]), EXPLODE(ARRAY(…)), STACK(2, …), LATERAL (VALUES …).

They are rebuilt as what their text says, VALUES or a LATERAL query of one SELECT for each row, and are counted as
those. Rows out of anything else than a written list stay refused: nobody can count them.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.functions_by_name import AGGREGATES_BY_NAME
from sqlgen.guard.lists import is_plain, written_values

MAX_BRANCHES: Final = 24  # rows of a LATERAL query
_PLAIN_SELECT: Final = frozenset({"expressions", "order", "limit", "offset"})
_STACKED: Final = frozenset({*_PLAIN_SELECT, "with_", "from_", "joins", "where"})
_LONE_NAMES: Final[dict[Dialect, str]] = {"postgres": "unnest", "duckdb": "unnest", "databricks": "col"}

Rows = list[list[exp.Expr]]


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
            _stacked(stack)


def _unnested(unnest: exp.Unnest, dialect: Dialect) -> None:
    """UNNEST(ARRAY[…]) AS t(x) in FROM."""
    rows = _zipped(unnest, dialect)
    source: exp.Expr = unnest.parent if isinstance(unnest.parent, exp.Lateral) else unnest
    alias = source.args.get("alias")
    if not rows or not isinstance(source.parent, exp.From | exp.Join) or alias is None or alias.this is None:
        return
    _name_column(alias, alias.this.name)
    if isinstance(
        unnest.args.get("offset"), exp.Identifier
    ):  # sqlglot took the name of the place from the others
        alias.append("columns", unnest.args["offset"])
    if len(alias.args["columns"]) == len(rows[0]):
        _put(source, rows, alias, dialect)


def _zipped(unnest: exp.Unnest, dialect: Dialect) -> Rows:
    """The rows of one list, or in PostgreSQL of several as long as each other, with their places if asked for."""
    lists = [written_values(held, dialect) for held in unnest.expressions]
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
    if isinstance(held, exp.Subquery) and _holds(held, "this") and isinstance(held.this, exp.Values):
        fits = _holds(held.this, "expressions") and all(
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
        _put(lateral, rows, alias, dialect)
    elif isinstance(lateral.parent, exp.Select) and not _keeps_right(lateral.parent):
        select = lateral.parent  # behind FROM and its joins, as another of them
        lateral.pop()
        select.append("joins", exp.Join(this=lateral))
        _put(lateral, rows, alias, dialect)


def _exploded(explode: exp.Explode, dialect: Dialect) -> None:
    """A SELECT of nothing but UNNEST(ARRAY[…]), or EXPLODE(ARRAY(…)) in FROM."""
    values = written_values(explode.this, dialect)
    rows = [[value] for value in values]
    lists = dialect == "postgres" and not all(map(_is_no_list, values))
    if not rows or lists or _gathers(rows):
        return
    table = explode.parent
    if isinstance(table, exp.Table) and table.args.get("alias") and dialect == "databricks":
        _name_column(table.args["alias"], "col")
        _put(table, rows, table.args["alias"], dialect)
        return
    select = explode.parent_select
    named = explode.parent if isinstance(explode.parent, exp.Alias) else explode
    if select is None or named.parent is not select or len(select.expressions) != 1:
        return
    if {key for key, value in select.args.items() if value} - _PLAIN_SELECT:
        return
    alias = named.args["alias"] if named is not explode else _name(_LONE_NAMES[dialect])
    if not _ordered_by(select, alias):
        return
    column = exp.Column(this=_name("value"), table=_name("listed"))
    named.replace(exp.Alias(this=column, alias=alias))
    select.set("from_", exp.From(this=_values(rows, _alias("listed", ["value"]))))


def _stacked(stack: exp.Stack) -> None:
    """SELECT a, STACK(2, 'x', b, 'y', c) AS (name, value) FROM t: a LATERAL query beside t."""
    aliases, count = stack.parent, stack.this
    select = stack.parent_select
    if not isinstance(aliases, exp.Aliases) or select is None or aliases.parent is not select:
        return
    if {key for key, value in select.args.items() if value} - _STACKED or not select.args.get("from_"):
        return
    # A star would take in what is stacked; aggregates and further generators have no place beside it.
    beside = [part for part in select.expressions if part is not aliases]
    if any(part.find(exp.Star, exp.AggFunc, exp.Window, exp.Stack, exp.Explode) for part in beside):
        return
    names, values = aliases.expressions, stack.expressions
    number = int(count.name) if isinstance(count, exp.Literal) and count.is_int else 0
    if not 0 < number <= MAX_BRANCHES or not names or len(values) != number * len(names):
        return
    rows = [values[at : at + len(names)] for at in range(0, len(values), len(names))]
    others = [
        *beside,
        *(select.args[slot] for slot in ("where",) if select.args.get(slot)),
        *(select.args.get("joins") or ()),
    ]
    if _gathers(rows) or _names_any(others, names):
        return
    alias = _alias("stacked", [name.name for name in names])
    at = next(index for index, part in enumerate(select.expressions) if part is aliases)
    columns = [
        exp.Alias(this=exp.Column(this=_name(name.name), table=_name("stacked")), alias=_name(name.name))
        for name in names
    ]
    select.set("expressions", [*select.expressions[:at], *columns, *select.expressions[at + 1 :]])
    lateral = exp.Lateral(this=exp.Subquery(this=query_of(rows, alias, "databricks")), alias=alias)
    select.append("joins", exp.Join(this=lateral))


def _put(source: exp.Expr, rows: Rows, alias: exp.Expr, dialect: Dialect) -> None:
    """Put rows in the place of what made them: VALUES where they are plain, else a LATERAL query."""
    if _gathers(rows):
        return
    if not any(value.find(exp.Column) for row in rows for value in row):
        source.replace(_values(rows, alias))
    elif isinstance(source.parent, exp.Join) and len(rows) <= MAX_BRANCHES:
        source.replace(exp.Lateral(this=exp.Subquery(this=query_of(rows, alias, dialect)), alias=alias))


def _holds(node: exp.Expr, slot: str) -> bool:
    """Whether a node has this one slot and no other: a LIMIT, say, would be lost with it."""
    return {key for key, value in node.args.items() if value} == {slot}


def _keeps_right(select: exp.Select) -> bool:
    """sqlglot forgets whether LATERAL VIEW stood before a join; where all rows of the right side stay it matters."""
    return any(join.args.get("side") in ("RIGHT", "FULL") for join in select.args.get("joins") or ())


def _ordered_by(select: exp.Select, alias: exp.Expr) -> bool:
    """Whether ORDER BY names nothing but the one column, by its name: other names would now mean something else."""
    order = select.args.get("order")
    return order is None or all(
        isinstance(column.parent, exp.Ordered)
        and not column.table
        and column.name.lower() == alias.name.lower()
        for column in order.find_all(exp.Column)
    )


def _names_any(parts: list[exp.Expr], names: list[exp.Expr]) -> bool:
    """Whether a part could mean one of these names, which were no columns where it stands."""
    taken = {name.name.lower() for name in names}
    columns = (column for part in parts for column in part.find_all(exp.Column))
    return any(
        column.table.lower() == "stacked" if column.table else column.name.lower() in taken
        for column in columns
    )


def _bigint(number: int) -> exp.Expr:
    return exp.Cast(this=exp.Literal.number(number), to=exp.DataType(this=exp.DType.BIGINT))


def _is_no_list(value: exp.Expr) -> bool:
    """PostgreSQL makes the values of a list in a list rows, too; a column may hold one."""
    return is_plain(value) or isinstance(
        value, exp.Cast | exp.Add | exp.Sub | exp.Mul | exp.Div | exp.CurrentDate
    )


def _gathers(rows: Rows) -> bool:
    """An aggregate belongs to the query around, and would gather the rows of the LATERAL one."""
    return any(
        not isinstance(found, exp.Anonymous) or found.name.upper() in AGGREGATES_BY_NAME
        for row in rows
        for value in row
        for found in value.find_all(exp.AggFunc, exp.Window, exp.Anonymous)
    )


def _values(rows: Rows, alias: exp.Expr) -> exp.Values:
    return exp.Values(expressions=[exp.Tuple(expressions=row) for row in rows], alias=alias)


def query_of(rows: Rows, alias: exp.Expr, dialect: Dialect) -> exp.Expr:
    """The rows as a query that sees the columns around it, as wide as an alias has columns.

    VALUES finds one type for a whole column, as what was written does; a chain of UNION makes texts of numbers in
    DuckDB. Spark has no columns in VALUES.
    """
    if dialect == "databricks":
        return _branches(rows)
    named = exp.TableAlias(this=_name("listed"), columns=[column.copy() for column in alias.args["columns"]])
    columns = [exp.Column(this=column.copy(), table=_name("listed")) for column in named.args["columns"]]
    return exp.Select(expressions=columns, from_=exp.From(this=_values(rows, named)))


def _branches(rows: Rows) -> exp.Expr:
    """A query of one SELECT for each row."""
    query: exp.Expr = exp.Select(expressions=rows[0])
    for row in rows[1:]:
        query = exp.Union(this=query, expression=exp.Select(expressions=row), distinct=False)
    return query


def _name_column(alias: exp.Expr, name: str) -> None:
    """Give the one column of a list the name the engine gives it, where the query gives none."""
    if not alias.args.get("columns"):
        quoted = bool(alias.this.args.get("quoted"))
        alias.set("columns", [exp.Identifier(this=name, quoted=quoted)])


def _alias(name: str, columns: list[str]) -> exp.TableAlias:
    return exp.TableAlias(this=_name(name), columns=[_name(column) for column in columns])


def _name(text: str) -> exp.Identifier:
    return exp.Identifier(this=text, quoted=True)
