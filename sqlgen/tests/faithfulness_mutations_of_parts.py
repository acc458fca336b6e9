"""Mistakes in how parts are put together: sources, sets, stand-ins, NULL, groups. Each says whether it was made."""

from typing import Final

from sqlglot import exp


def _other_table(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    """The column of the same name of another source: `b.bucket` for `a.bucket`."""
    if not isinstance(node, exp.Column) or not node.table:
        return False
    others = sorted({one.table for one in tree.find_all(exp.Column) if one.table} - {node.table})
    if variant >= len(others):
        return False
    node.set("table", exp.to_identifier(others[variant]))
    return True


def _change_set(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    """UNION and UNION ALL for each other, and one side alone."""
    if not isinstance(node, exp.Union):
        return False
    if variant == 0:
        node.set("distinct", not node.args.get("distinct"))
        return True
    if node.parent is None:
        return False
    node.replace((node.this, node.expression)[variant - 1])
    return True


def _change_stand_in(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    """COALESCE turned round, with another number, or without its first value."""
    if not isinstance(node, exp.Coalesce) or not node.expressions:
        return False
    values = [node.this, *node.expressions]
    changed = (values[::-1], [values[0], exp.Literal.number(1)], values[1:])[variant]
    node.replace(exp.Coalesce(this=changed[0].copy(), expressions=[one.copy() for one in changed[1:]]))
    return True


def _change_null(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    """Comparisons that take NULL for a value and those that do not; NULL and nought."""
    kinds: dict[type[exp.Expr], type[exp.Expr]] = {exp.EQ: exp.NullSafeEQ, exp.NullSafeEQ: exp.EQ}
    if variant == 0 and type(node) in kinds:
        node.replace(kinds[type(node)](this=node.this, expression=node.expression))
    elif variant == 1 and isinstance(node, exp.Null) and not isinstance(node.parent, exp.Is):
        node.replace(exp.Literal.number(0))
    elif variant == 2 and isinstance(node, exp.Is):
        node.replace(exp.not_(node.copy()))
    else:
        return False
    return True


def _change_group(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    """One thing less to group by, one condition less to join by, rows left out from the start."""
    if variant < 2 and isinstance(node, exp.Group) and len(node.expressions) > 1:
        node.expressions.pop(-variant)
    elif variant == 2 and isinstance(node, exp.Select):
        node.set("offset", exp.Offset(expression=exp.Literal.number(1)))
    else:
        return False
    return True


def _change_rows(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    """DISTINCT dropped; EXISTS and IN turned into their opposite; what a CASE says turned round."""
    if variant == 0 and isinstance(node, exp.Distinct):
        if isinstance(node.parent, exp.Select):
            node.parent.set("distinct", None)
        else:
            node.replace(node.expressions[0])
    elif variant == 1 and isinstance(node, (exp.Exists, exp.In)):
        negated = isinstance(node.parent, exp.Not)
        (node.parent if negated else node).replace(node.copy() if negated else exp.Not(this=node.copy()))
    elif variant == 2 and isinstance(node, exp.Case) and node.args.get("default"):
        first, default = node.args["ifs"][0], node.args["default"]
        node.set("default", first.args["true"].copy())
        first.set("true", default.copy())
    else:
        return False
    return True


CHANGES: Final = (
    _other_table,
    _change_set,
    _change_stand_in,
    _change_null,
    _change_group,
    _change_rows,
)
