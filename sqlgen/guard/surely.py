"""What an expression surely reckons, whatever an engine leaves out of it.

DuckDB drops what does not matter: `CASE WHEN true THEN k ELSE COUNT(*) END` is k to it and `COUNT(*) + NULL` is NULL,
and with the last aggregate a GROUP BY stops at its LIMIT.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from sqlglot import exp

_AROUND: Final = (
    exp.Alias,
    exp.Paren,
    exp.Cast,
    exp.Neg,
    exp.Filter,
    exp.WithinGroup,
    exp.Nullif,
    exp.Coalesce,
)
_SIDES: Final = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.IntDiv)


def surely_read(item: exp.Expr) -> list[exp.Expr]:
    """The aggregates and columns of an expression that no engine can leave out."""
    if isinstance(item, exp.AggFunc | exp.Column):
        return [item]
    if isinstance(item, _AROUND):  # COALESCE and NULLIF want their first value, whatever the others are
        return surely_read(item.this)
    if isinstance(item, exp.Round):
        return surely_read(item.this) if _is_number(item.args.get("decimals")) else []
    if isinstance(item, _SIDES):
        sides = (item.this, item.expression)
        read = [surely_read(side) for side in sides]
        if all(found or _is_number(side) for found, side in zip(read, sides, strict=True)):
            return [part for found in read for part in found]
    return []


def puts_together(select: exp.Select, asked: Iterable[exp.Expr]) -> bool:
    """Whether a SELECT reads all its rows before it gives one, because of an aggregate among what is `asked` of it."""
    if select.args.get("group") is not None:
        return any(isinstance(part, exp.AggFunc) for item in asked for part in surely_read(item))
    behind = (select.args.get(key) for key in ("having", "qualify", "order"))
    return any(aggregates(part) for part in (*select.expressions, *filter(None, behind)))


def _is_number(part: exp.Expr | None) -> bool:
    return part is None or (isinstance(part, exp.Literal) and not part.is_string)


def aggregates(part: exp.Expr) -> bool:
    """Whether all rows become one for this expression: an aggregate stands in it that goes over no window."""
    stack = [part]
    while stack:
        node = stack.pop()
        if isinstance(node, exp.AggFunc):
            return True
        if isinstance(node, exp.Window):
            stack.extend(_beside_the_function(node))
        elif not isinstance(node, exp.Query):
            stack.extend(node.iter_expressions())
    return False


def _beside_the_function(window: exp.Window) -> Iterator[exp.Expr]:
    """What a window reckons with, its function left out: that goes over rows and puts none together."""
    node: exp.Expr = window
    while isinstance(node, exp.Window | exp.IgnoreNulls | exp.RespectNulls | exp.Filter | exp.WithinGroup):
        yield from (part for part in node.iter_expressions() if part is not node.this)
        node = node.this
    yield from node.iter_expressions()
