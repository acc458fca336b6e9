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
# Commas and quotes between the letters.
_SPLITTING = (exp.Split, exp.RegexpSplit, exp.StringToArray, exp.RegexpExtractAll)
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
Rule = Callable[[exp.Expr, Visit], int | None]


def joined_growth(node: exp.Expr, visit: Visit) -> int | None:
    """The growth of a node that joins texts, its parts visited; None for any other node."""
    rules = _KNOWN.get(type(node))
    if rules is None:
        rules = _KNOWN[type(node)] = tuple(rule for kinds, rule in _RULES if isinstance(node, kinds))
    for rule in rules:
        grown = rule(node, visit)
        if grown is not None:
            return grown
    return None


def _parts(node: exp.Expr, visit: Visit) -> list[int]:
    return [visit(part) for part in node.iter_expressions()]


def _with_separator(node: exp.Expr, visit: Visit) -> int:
    """CONCAT_WS, a kind of CONCAT, whose separator stands between any two; a part may be a list."""
    separator, *parts = node.iter_expressions()
    return _between(separator, visit) * sum(visit(part) for part in parts)


def _of_a_query(node: exp.Expr, visit: Visit) -> int | None:
    """ARRAY(SELECT …)"""
    held = any(isinstance(part, exp.Query) for part in node.expressions)
    return _GROUPED * max(_parts(node, visit)) if held else None


def _made(node: exp.Expr, visit: Visit) -> int | None:
    return made_growth(node, visit) if is_made(node) else None


def _several(node: exp.Expr, visit: Visit) -> int | None:
    """MAX(x, 3) is a list of three."""
    one = not isinstance(node, exp.ApproxTopK) and node.args.get("count") is None
    return None if one else _GROUPED * max(_parts(node, visit))


def _power(node: exp.Expr, visit: Visit) -> int:
    return visit(node.this) * max(visit(node.expression), _whole(node.expression))


def _rounded(node: exp.Expr, visit: Visit) -> int | None:
    far = _whole(node.args.get("decimals"), default=_FAR) > _NEAR
    return _FAR + sum(_parts(node, visit)) if far else None


def _replaced_by_pattern(node: exp.Expr, visit: Visit) -> int:
    """An empty match stands between any two characters."""
    replacement = node.args.get("replacement")
    return visit(node.this) * (1 + len(replacement.name if replacement is not None else ""))


def _named(node: exp.Expr, visit: Visit) -> int | None:
    grown = _BY_NAME.get(node.name.upper())
    return grown(_parts(node, visit)) if grown is not None else None


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
    grown = prod(_parts(node, visit))
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


# The first that knows an answer tells it.
_RULES: Final[tuple[tuple[tuple[type[exp.Expr], ...], Rule], ...]] = (
    ((exp.ConcatWs,), _with_separator),
    ((exp.Array,), _of_a_query),
    ((exp.Hex, exp.ToBase64, exp.Encode), lambda node, visit: LONGER * visit(node.this)),
    # A byte that is no letter becomes one of three bytes.
    ((exp.Decode,), lambda node, visit: UNREAD * visit(node.this)),
    ((exp.JSONFormat,), lambda node, visit: ESCAPED * visit(node.this) + 1),
    (_JOINING, lambda node, visit: sum(_parts(node, visit))),
    ((exp.Exp,), lambda node, visit: _FAR + visit(node.this)),  # PostgreSQL gives up to 2,600 digits
    (_SQUARING, lambda node, visit: 2 * visit(node.this)),
    ((exp.Anonymous, *AGGREGATES), _made),
    (GATHERING, lambda node, visit: _GROUPED * max(_parts(node, visit))),
    ((exp.Repeat,), lambda node, visit: visit(node.this) * max(1, _whole(node.args.get("times")))),
    ((exp.Space,), lambda node, visit: _PADDED),
    ((exp.Format,), lambda node, visit: sum(PLACE + part for part in _parts(node, visit))),
    ((exp.ApproxTopK, exp.Max, exp.Min, exp.ArgMax, exp.ArgMin), _several),
    ((exp.ArrayToString,), lambda node, visit: visit(node.this) * _between(node.expression, visit)),
    ((exp.Pow,), _power),
    (_ROUNDING, _rounded),
    (_SPLITTING, lambda node, visit: SPLIT * max(_parts(node, visit))),
    ((exp.Pad,), lambda node, visit: _PADDED + sum(_parts(node, visit))),
    ((exp.RegexpReplace,), _replaced_by_pattern),
    ((exp.Replace,), _replaced),
    ((exp.Anonymous,), _named),
)
_KNOWN: Final[dict[type[exp.Expr], tuple[Rule, ...]]] = {}  # those of each type that was met
