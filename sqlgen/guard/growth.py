"""Bounds how long a text can become by joining texts: `a || a`, nested, is a bomb made of small parts."""

from collections.abc import Callable
from math import prod
from typing import Final

from sqlglot import exp

from sqlgen.guard.encodings import ESCAPED, LONGER, UNREAD
from sqlgen.guard.json_made import AGGREGATES, GATHERED, is_made, made_growth
from sqlgen.guard.templates import PLACE

MAX_VALUES_ROWS: Final = 1_500
_GROUPED: Final = 256  # an aggregate of texts is as long as its group has rows; two in a row pass MAX_GROWTH
_PADDED: Final = 4
SPLIT: Final = 6  # a letter of a text that is split: in a list as a text DuckDB quotes and escapes it
_BAR: Final = 16  # 255 letters of three bytes
_NEAR: Final = 40  # digits after the point; PostgreSQL gives up to 2,000, as many as 32 values
_FAR: Final = 41
_ENDLESS: Final = 1e9
_LITERAL_UNIT: Final = 64  # a literal of this length counts as one value more
# PostgreSQL keeps every digit of a product, and divides a number of many digits by one of many behind the point.
_JOINING = (
    *(exp.Concat, exp.DPipe, exp.Mul, exp.Div, exp.IntDiv, exp.Array, exp.Struct),
    *(exp.ArrayConcat, exp.ArrayAppend, exp.ArrayPrepend, exp.Overlay),
)
_SQUARING = (exp.Variance, exp.VariancePop)
_ROUNDING = (exp.Round, exp.Trunc)
_SPLITTING = (
    exp.Split,
    exp.RegexpSplit,
    exp.StringToArray,
    exp.RegexpExtractAll,
)  # commas and quotes between the letters
GATHERING: Final = (exp.GroupConcat, exp.ArrayAgg, exp.ArrayUniqueAgg, *AGGREGATES)

_BY_NAME: Final[dict[str, Callable[[list[int]], int]]] = {
    **dict.fromkeys(("ARRAY_UNION", "MAP_CONCAT"), sum),
    "BASE64": lambda parts: LONGER * max(parts, default=1),
    "PRINTF": lambda parts: sum(PLACE + part for part in parts),
    "ROW": lambda parts: SPLIT * sum(parts),  # in quotes
    "BAR": lambda parts: _BAR,
    "EQUI_WIDTH_BINS": lambda parts: _GROUPED * max(parts, default=1),
    "REGEXP_SPLIT_TO_ARRAY": lambda parts: SPLIT * max(parts, default=1),
    "HISTOGRAM": lambda parts: _GROUPED * max(parts, default=1),
    "HISTOGRAM_NUMERIC": lambda parts: _GROUPED,
}


GATHERED_BY_NAME: Final = GATHERED | {"HISTOGRAM"}


def is_gathering(node: exp.Expr) -> bool:
    """Whether an aggregate keeps all values of its group, in one text, list or map."""
    return isinstance(node, GATHERING) or (
        isinstance(node, exp.Anonymous) and node.name.upper() in GATHERED_BY_NAME
    )


Visit = Callable[[exp.Expr], int]


def joined_growth(node: exp.Expr, visit: Visit) -> int | None:
    """The growth of a node that joins texts, its parts visited; None for any other node."""
    if isinstance(node, exp.ConcatWs):  # a kind of Concat, whose separator stands between any two
        separator, *parts = node.iter_expressions()
        return _between(separator, visit) * sum(visit(part) for part in parts)  # a part may be a list
    if isinstance(node, exp.Array) and any(isinstance(part, exp.Query) for part in node.expressions):
        return _GROUPED * max(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.Hex | exp.ToBase64 | exp.Encode):
        return LONGER * visit(node.this)
    if isinstance(node, exp.Decode):  # a byte that is no letter becomes one of three bytes
        return UNREAD * visit(node.this)
    if isinstance(node, exp.JSONFormat):
        return ESCAPED * visit(node.this) + 1
    if isinstance(node, _JOINING):
        return sum(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.Exp):  # PostgreSQL gives up to 2,600 digits
        return _FAR + visit(node.this)
    if isinstance(node, _SQUARING):
        return 2 * visit(node.this)
    if is_made(node):
        return made_growth(node, visit)
    if isinstance(node, GATHERING):
        return _GROUPED * max(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.Repeat):
        return visit(node.this) * max(1, _whole(node.args.get("times")))
    if isinstance(node, exp.Space):
        return _PADDED
    if isinstance(node, exp.Format):
        return sum(PLACE + visit(part) for part in node.iter_expressions())
    if _keeps_several(node):
        return _GROUPED * max(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.ArrayToString):
        return visit(node.this) * _between(node.expression, visit)
    if isinstance(node, exp.Pow):
        return visit(node.this) * max(visit(node.expression), _whole(node.expression))
    if isinstance(node, _ROUNDING) and _whole(node.args.get("decimals"), default=_FAR) > _NEAR:
        return _FAR + sum(visit(part) for part in node.iter_expressions())
    if isinstance(node, _SPLITTING):
        return SPLIT * max(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.Pad):
        return _PADDED + sum(visit(part) for part in node.iter_expressions())
    if isinstance(node, exp.RegexpReplace):
        replacement = node.args.get("replacement")
        # An empty match stands between any two characters.
        return visit(node.this) * (1 + len(replacement.name if replacement is not None else ""))
    if isinstance(node, exp.Replace):
        return _replaced(node, visit)
    if isinstance(node, exp.Anonymous) and node.name.upper() in _BY_NAME:
        return _BY_NAME[node.name.upper()]([visit(part) for part in node.iter_expressions()])
    return None


def _keeps_several(node: exp.Expr) -> bool:
    """MAX(x, 3) is a list of three."""
    return isinstance(node, exp.ApproxTopK) or (
        isinstance(node, exp.Max | exp.Min | exp.ArgMax | exp.ArgMin) and node.args.get("count") is not None
    )


def _between(separator: exp.Expr, visit: Visit) -> int:
    """How much longer a list becomes with a text between its values. Letters of a text count SPLIT already."""
    written = len(separator.name) if isinstance(separator, exp.Literal) else _GROUPED
    return 1 + max(visit(separator), -(-written // (SPLIT - 1)))


def literal_growth(node: exp.Expr) -> int:
    """By the length of a text; 1e999 is a thousand digits to PostgreSQL, on either side of the point."""
    text: str = node.args["this"]
    exponent = 0 if node.args.get("is_string") else int(text.lower().partition("e")[2] or 0)
    return 1 + (len(text) + abs(exponent)) // _LITERAL_UNIT


def _replaced(node: exp.Expr, visit: Visit) -> int:
    """As many times longer as the replacement has letters; one that is no literal may have any number of them."""
    grown = prod(visit(part) for part in node.iter_expressions())
    replacement = node.args.get("replacement")
    if replacement is None:
        return grown
    return grown * (max(1, len(replacement.this)) if isinstance(replacement, exp.Literal) else _GROUPED)


def _whole(node: exp.Expr | None, *, default: int = 1) -> int:
    """The number a node is, without its sign; `default` for what is no number to be seen."""
    if node is None:
        return 1
    number = node.this if isinstance(node, exp.Neg) else node
    if not isinstance(number, exp.Literal) or not number.is_number:
        return default
    return int(min(float(number.name), _ENDLESS))  # 1e999 is no number to Python
