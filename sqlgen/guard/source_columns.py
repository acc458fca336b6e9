"""The columns of what stands in FROM, read from the text alone: for PIVOT, which groups by those it does not name.

This runs before anything is resolved, and finds names only: whatever it says, the query that is built of them is
checked like any other. Where the text does not say which columns there are, there is no answer.
"""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.policy import Policy, TablePolicy
from sqlgen.guard.scope import fold, renamed

_MAX_STEPS = 20


def find_table(parts: list[str], policy: Policy, dialect: Dialect) -> TablePolicy | None:
    """The policy's table of that name; left-out parts are the policy's catalog and default schema."""
    wanted = ([policy.catalog, policy.default_schema][: 3 - len(parts)] + parts)[-3:]
    folded = [fold(part, dialect) for part in wanted]
    for table in policy.by_name.get(parts[-1].lower(), ()):
        own = [fold(part, dialect) for part in (table.catalog or policy.catalog, table.schema, table.name)]
        if own == folded:
            return table
    return None


def columns_of(
    source: exp.Expr, dialect: Dialect, policy: Policy, steps: int = _MAX_STEPS
) -> list[str] | None:
    """The names of the columns of a table or query in FROM, as they are spelled; None where they are not seen."""
    if steps == 0 or source.args.get("pivots"):
        return None
    if isinstance(source, exp.Table):
        columns = _of_table(source, dialect, policy, steps)
    elif isinstance(source, exp.Subquery):
        columns = _of_query(source.this, dialect, policy, steps - 1)
    else:
        return None
    return _named(columns, source.args.get("alias"))


def is_column(node: exp.Expr) -> bool:
    """Whether a node is a column with no table named."""
    return (
        isinstance(node, exp.Column) and isinstance(node.this, exp.Identifier) and not node.args.get("table")
    )


def _of_table(table: exp.Table, dialect: Dialect, policy: Policy, steps: int) -> list[str] | None:
    if not isinstance(table.this, exp.Identifier):
        return None
    parts = [table.args[part].this for part in ("catalog", "db", "this") if table.args.get(part)]
    for cte in _ctes_before(table) if len(parts) == 1 else ():
        alias = cte.args["alias"]
        if fold(alias.this.this, dialect) == fold(parts[0], dialect):
            return _named(_of_query(cte.this, dialect, policy, steps - 1), alias)
    known = find_table(parts, policy, dialect)
    return list(known.columns) if known is not None else None


def _ctes_before(node: exp.Expr) -> Iterator[exp.Expr]:
    """The CTEs a name may mean here, the nearest first."""
    inside: exp.Expr | None = node
    while inside is not None:
        around = inside.parent
        if isinstance(inside, exp.CTE) and isinstance(around, exp.With):
            listed = around.expressions
            yield from reversed(listed[: next(index for index, cte in enumerate(listed) if cte is inside)])
            inside = (
                around.parent.parent if around.parent is not None else None
            )  # past the query whose WITH this is
            continue
        held = inside.args.get("with_")
        if held is not None:
            yield from reversed(held.expressions)
        inside = around


def _of_query(query: exp.Expr, dialect: Dialect, policy: Policy, steps: int) -> list[str] | None:
    if steps <= 0:
        return None
    if isinstance(query, exp.SetOperation | exp.Subquery):
        return _of_query(query.this, dialect, policy, steps - 1)
    if not isinstance(query, exp.Select):
        return None
    from_, listed = query.args.get("from_"), query.expressions
    if len(listed) == 1 and _is_all(listed[0]):
        if from_ is None or query.args.get("joins") or query.args.get("laterals"):
            return None
        return columns_of(from_.this, dialect, policy, steps - 1)
    names = [_name_of(part) for part in listed]
    return None if None in names else [name for name in names if name is not None]


def _is_all(part: exp.Expr) -> bool:
    return isinstance(part, exp.Star) and not any(
        part.args.get(slot) for slot in ("except_", "replace", "rename")
    )


def _name_of(part: exp.Expr) -> str | None:
    named = part.args.get("alias") if isinstance(part, exp.Alias) else part
    named = named.this if isinstance(named, exp.Column) else named
    return str(named.this) if isinstance(named, exp.Identifier) else None


def _named(columns: list[str] | None, alias: exp.Expr | None) -> list[str] | None:
    if columns is None:
        return None
    names = renamed(alias)
    return names + columns[len(names) :]
