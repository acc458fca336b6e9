"""Bounds how long a text can become by joining texts: `a || a`, nested, is a bomb made of small parts."""

from collections.abc import Callable
from typing import Final

from sqlglot import exp

MAX_VALUES_ROWS: Final = 1_500
_GROUPED: Final = 256  # an aggregate of texts is as long as its group has rows; two in a row pass MAX_GROWTH
_PADDED: Final = 4
_NEAR: Final = 40  # digits after the point; PostgreSQL gives up to 2,000, as many as 32 values
_FAR: Final = 41
_ENDLESS: Final = 1e9
_JOINING = (exp.Concat, exp.ConcatWs, exp.DPipe, exp.Mul)  # PostgreSQL keeps every digit of a product
_GATHERING = (exp.GroupConcat, exp.ArrayAgg, exp.ArrayUniqueAgg)

Visit = Callable[[exp.Expr], int]


def joined_growth(node: exp.Expr, visit: Visit) -> int | None:
    """The growth of a node that joins texts, its parts visited; None for any other node."""
    if isinstance(node, _JOINING):
        return sum(visit(part) for part in node.iter_expressions())
    if isinstance(node, _GATHERING):
        return _GROUPED * max(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.ArrayToString):  # the separator stands between any two
        return visit(node.this) * (1 + visit(node.expression))
    if isinstance(node, exp.Pow):
        return visit(node.this) * max(visit(node.expression), _whole(node.expression))
    if isinstance(node, exp.Round) and _whole(node.args.get("decimals"), default=_FAR) > _NEAR:
        return _FAR + sum(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.Pad):
        return _PADDED + sum(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.RegexpReplace):
        # An empty match stands between any two characters.
        return visit(node.this) * (
            1 + len(node.args["replacement"].name if "replacement" in node.args else "")
        )
    if isinstance(node, exp.Replace):
        replacement = node.args.get("replacement")
        longer = len(replacement.this) if isinstance(replacement, exp.Literal) else 1
        grown = [visit(part) for part in node.iter_expressions()]
        # A replacement taken from a column may be as long as any value.
        return (prod_of(grown) if replacement is not None else grown[0]) * max(1, longer)
    return None


def _whole(node: exp.Expr | None, *, default: int = 1) -> int:
    """The number a node is, without its sign; `default` for what is no number to be seen."""
    if node is None:
        return 1
    number = node.this if isinstance(node, exp.Neg) else node
    if not isinstance(number, exp.Literal) or not number.is_number:
        return default
    return int(min(float(number.name), _ENDLESS))  # 1e999 is no number to Python


def prod_of(numbers: list[int]) -> int:
    result = 1
    for number in numbers:
        result *= number
    return result
