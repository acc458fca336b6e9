"""What a SELECT groups by: ordinals and aliases written out, totals refused; that its ORDER BY can be run."""

from collections.abc import Sequence

from sqlglot import exp

from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.selecting import Names
from sqlgen.faithfulness.slots import check_read
from sqlgen.guard.surely import aggregates

_ADDS_TOTALS = "ROLLUP, CUBE and GROUPING SETS add rows of totals."
_TOTALS = ("rollup", "cube", "grouping_sets", "totals")


def grouping(
    node: exp.Select, columns: Sequence[tuple[str, exp.Expr]], names: Names
) -> list[exp.Expr] | None:
    """What GROUP BY groups by, ordinals and aliases written out; None without one."""
    group = node.args.get("group")
    if group is None:
        return None
    if any(group.args.get(kind) for kind in _TOTALS):
        raise Unproven(_ADDS_TOTALS)
    check_read(group, names.world.dialect)
    if group.args.get("all"):
        return [tree for _, tree in columns if not aggregates(tree)]
    return [_group_item(one, columns, names) for one in group.expressions]


def _group_item(one: exp.Expr, columns: Sequence[tuple[str, exp.Expr]], names: Names) -> exp.Expr:
    if isinstance(one, (exp.Rollup, exp.Cube, exp.GroupingSets, exp.Tuple)):
        raise Unproven(_ADDS_TOTALS)
    if isinstance(one, exp.Literal) and one.is_int:
        position = int(one.name)
        if not 1 <= position <= len(columns):
            raise Unproven(f"GROUP BY {position} is none of the columns.")
        return columns[position - 1][1]
    if isinstance(one, exp.Column) and not one.table:
        name = names.world.folded(one.name)
        if names.frame.column(name) is None:
            return next((tree for alias, tree in columns if alias == name), one)
    return one


def check_order(
    node: exp.Select, columns: Sequence[tuple[str, exp.Expr]], group: Sequence[exp.Expr], names: Names
) -> None:
    """Raises Unproven where groups are ordered by what is one value for each row, which every engine refuses."""
    order = node.args.get("order")
    told = [_plain(one) for one in group]
    shown = {name for name, _ in columns}
    stack: list[exp.Expr] = [one.this for one in order.expressions] if order is not None else []
    while stack:
        one = stack.pop()
        if isinstance(one, (exp.AggFunc, exp.Query)) or _plain(one) in told:
            continue
        if isinstance(one, exp.Column) and names.world.folded(one.name) not in shown:
            raise Unproven(
                f"ORDER BY {one.name}, which is neither grouped nor aggregated: no engine runs it."
            )
        stack.extend(() if isinstance(one, exp.Column) else one.iter_expressions())


def _plain(node: exp.Expr) -> exp.Expr:
    """The expression without the tables of its columns, which may be left out in one place."""
    return node.transform(
        lambda one: exp.column(one.this.copy()) if isinstance(one, exp.Column) and one.table else one
    )
