"""Single changes of a query, each a mistake that a model could make."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

import sqlglot
from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.tests.faithfulness_mutations_of_parts import CHANGES

_WRAPPERS = (exp.Coalesce, exp.Nullif, exp.Cast, exp.AtTimeZone, exp.TimestampTrunc, exp.Not)
_SWAPS: dict[type[exp.Expr], tuple[type[exp.Expr], ...]] = {
    exp.GTE: (exp.GT, exp.LTE),
    exp.LT: (exp.LTE, exp.GT),
    exp.LTE: (exp.LT,),
    exp.GT: (exp.GTE,),
    exp.EQ: (exp.NEQ,),
    exp.NEQ: (exp.EQ,),
    exp.And: (exp.Or,),
    exp.Or: (exp.And,),
    exp.Div: (exp.Mul,),
    exp.Sub: (exp.Add,),
    exp.Sum: (exp.Avg, exp.Max),
    exp.Avg: (exp.Sum, exp.Max),
    exp.Max: (exp.Min,),
}


def mutants(sql: str, dialect: Dialect) -> Iterator[str]:
    """Every query that differs from this one by a single change."""
    root = sqlglot.parse_one(sql, dialect=dialect)
    tree = root.copy()
    for position in range(len(list(root.walk()))):
        for change in _CHANGES:
            for variant in range(3):
                if change(tree, next(islice(tree.walk(), position, None)), variant):
                    yield tree.sql(dialect=dialect)
                    tree = root.copy()


def _swap(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    others = _SWAPS.get(type(node), ())
    if variant >= len(others):
        return False
    node.replace(others[variant](**{key: value for key, value in node.args.items() if value is not None}))
    return True


def _drop_condition(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    if not isinstance(node, (exp.And, exp.Or)) or variant > 1:
        return False
    node.replace((node.left, node.right)[variant])
    return True


def _change_literal(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    if not isinstance(node, exp.Literal) or isinstance(node.parent, (exp.Group, exp.Ordered, exp.Limit)):
        return False
    changed = _other_text(node.name, variant) if node.is_string else _other_number(node.name, variant)
    if changed is None:
        return False
    node.set("this", changed)
    return True


def _other_text(text: str, variant: int) -> str | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return (
            (f"{text}x", text.swapcase(), text[:-1])[variant]
            if text.swapcase() != text
            else (f"{text}x", None, None)[variant]
        )
    moved = moment + (timedelta(days=1), timedelta(days=-1), timedelta(hours=1))[variant]
    if len(text) == len("2025-01-01"):
        return moved.date().isoformat() if variant < 2 else None
    return moved.isoformat(sep=" ")


def _other_number(text: str, variant: int) -> str | None:
    return (str(float(text) + 1), str(int(float(text)) + 1), None)[variant]


def _other_column(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    if not isinstance(node, exp.Column):
        return False
    others = sorted({one.name for one in tree.find_all(exp.Column) if one.name != node.name})
    others += ["due_date", "closed_at", "satisfaction"]
    if variant >= len(others):
        return False
    node.set("this", exp.to_identifier(others[variant], quoted=True))
    return True


def _change_join(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    sides = ("", "RIGHT", "FULL", "LEFT")
    if not isinstance(node, exp.Join) or (node.args.get("kind") or "") == "CROSS":
        return False
    others = [side for side in sides if side != (node.args.get("side") or "")]
    node.set("side", others[variant] or None)
    if node.args.get("kind") == "INNER":
        node.set("kind", None)
    return True


def _change_select(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    if not isinstance(node, exp.Select):
        return False
    if variant == 0:
        node.set("distinct", exp.Distinct())
    elif variant == 1:
        node.set("limit", exp.Limit(expression=exp.Literal.number(1)))
    else:
        node.set("having", exp.Having(this=sqlglot.condition("COUNT(*) > 1")))
    return True


def _more_rows(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    if not isinstance(node, exp.Select):
        return False
    if variant == 0 and node.args.get("group"):
        node.set("group", None)
    elif variant == 1 and node.args.get("where"):
        node.set("where", None)
    elif variant == 2 and len(node.expressions) > 1:
        node.set("expressions", list(reversed(node.expressions)))
    else:
        return False
    return True


def _distinct_count(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    if not isinstance(node, exp.Count) or variant or not isinstance(node.this, exp.Column):
        return False
    node.set("this", exp.Distinct(expressions=[node.this.copy()]))
    return True


def _multiplied(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    if not isinstance(node, exp.AggFunc) or variant:
        return False
    node.replace(exp.Mul(this=node.copy(), expression=exp.Literal.number(2)))
    return True


def _unwrapped(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    """COALESCE, NULLIF, CAST, AT TIME ZONE and truncation left out."""
    if variant or not isinstance(
        node, (exp.Coalesce, exp.Nullif, exp.Cast, exp.AtTimeZone, exp.TimestampTrunc, exp.Not)
    ):
        return False
    node.replace(node.this.copy())
    return True


def _other_unit(tree: exp.Expr, node: exp.Expr, variant: int) -> bool:
    if not isinstance(node, exp.TimestampTrunc) or variant > 1:
        return False
    node.set("unit", exp.Var(this=("YEAR", "WEEK")[variant]))
    return True


_CHANGES = (
    _swap,
    _drop_condition,
    _change_literal,
    _other_column,
    _change_join,
    _change_select,
    _more_rows,
    _distinct_count,
    _multiplied,
    _unwrapped,
    _other_unit,
    *CHANGES,
)
