"""Databricks' STACK(2, 'x', b, 'y', c) AS (name, value) in a SELECT: rebuilt as a LATERAL query beside its tables."""

from typing import Final

from sqlglot import exp

from sqlgen.guard.filled import filled
from sqlgen.guard.literals import is_whole_up_to
from sqlgen.guard.project import name
from sqlgen.guard.written_rows import MAX_BRANCHES, Rows, alias_of, gathers, query_of

_AROUND: Final = frozenset({"expressions", "from_", "joins", "limit", "offset", "order", "where", "with_"})


def unfold_stack(stack: exp.Stack) -> None:
    """Rewrite it in its SELECT, if it can be counted and nothing beside it could mean one of its names."""
    aliases, select = stack.parent, stack.parent_select
    if not isinstance(aliases, exp.Aliases) or select is None or aliases.parent is not select:
        return
    if filled(select) - _AROUND or not select.args.get("from_"):
        return
    # A star would take in what is stacked; aggregates and further generators have no place beside it.
    beside = [part for part in select.expressions if part is not aliases]
    if any(part.find(exp.Star, exp.AggFunc, exp.Window, exp.Stack, exp.Explode) for part in beside):
        return
    names, rows = aliases.expressions, _rows(stack, len(aliases.expressions))
    where = select.args.get("where")
    others = [*beside, *([where] if where else []), *(select.args.get("joins") or ())]
    if rows and not gathers(rows) and not _names_any(others, names):
        _put_beside(select, aliases, rows)


def _rows(stack: exp.Stack, width: int) -> Rows:
    """What is stacked, if its rows are a written number and full; else none."""
    count, values = stack.this, stack.expressions
    number = int(count.name) if is_whole_up_to(MAX_BRANCHES, count) else 0
    if not number or not width or len(values) != number * width:
        return []
    return [values[at : at + width] for at in range(0, len(values), width)]


def _put_beside(select: exp.Select, aliases: exp.Aliases, rows: Rows) -> None:
    names = [alias.name for alias in aliases.expressions]
    at = next(index for index, part in enumerate(select.expressions) if part is aliases)
    columns = [
        exp.Alias(this=exp.Column(this=name(called), table=name("stacked")), alias=name(called))
        for called in names
    ]
    select.set("expressions", [*select.expressions[:at], *columns, *select.expressions[at + 1 :]])
    alias = alias_of("stacked", names)
    lateral = exp.Lateral(this=exp.Subquery(this=query_of(rows, alias, "databricks")), alias=alias)
    select.append("joins", exp.Join(this=lateral))


def _names_any(parts: list[exp.Expr], names: list[exp.Expr]) -> bool:
    """Whether a part could mean one of these names, which were no columns where it stands."""
    taken = {named.name.lower() for named in names}
    columns = (column for part in parts for column in part.find_all(exp.Column))
    return any(
        column.table.lower() == "stacked" if column.table else column.name.lower() in taken
        for column in columns
    )
