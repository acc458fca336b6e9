"""Places in lists: `x[1]`, `x[1:2]`, ELEMENT_AT(x, 1), SLICE(x, 1, 2). A place is a whole number that is written out.

sqlglot counts places from 0 and moves them on reading and on writing, by what it believes the list to be. We take
them back to what was written, once, and have them written as they are.
"""

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text, is_whole
from sqlgen.guard.violation import GuardViolation

BY_PLACE = frozenset({"LIST_EXTRACT", "ARRAY_EXTRACT", "LIST_ELEMENT", "LIST_SLICE", "GET"})
_FROM_ONE = ("postgres", "duckdb")  # sqlglot leaves Databricks' places as they stand
_MOVED = (exp.DType.UNKNOWN, exp.DType.ARRAY)  # a text's places it does not move

# What a list may be made by. A cast is none: `x::INT[1]` casts to a list, which sqlglot takes for a place in a number.
_HELD = (
    *(exp.Column, exp.Bracket, exp.Subquery, exp.Coalesce, exp.ArrayAgg, exp.ArrayUniqueAgg, exp.ArraySort),
    *(exp.ArrayDistinct, exp.ArraySlice, exp.Split, exp.RegexpSplit, exp.StringToArray, exp.Filter),
    *(exp.JSONExtract, exp.Anonymous, exp.Array, exp.Dot, exp.RegexpExtractAll, exp.MapKeys),
    *(exp.ArrayFilter, exp.Transform, exp.Identifier),
)

_SIZES = (exp.ArraySize, exp.Length)
_SIZES_BY_NAME = frozenset({"CARDINALITY", "ARRAY_UPPER"})

_NO_LIST = GuardViolation(
    "forbidden_node", "A place is taken in a column or in a list made here: (ARRAY_AGG(x))[1]."
)
_UNSEEN = GuardViolation(
    "forbidden_literal",
    "A place in a list is one whole number, a column that holds one, or its size: x[1], x[i], x[SIZE(x) - 1].",
)


def as_written(root: exp.Expr, dialect: Dialect) -> None:
    """Give the places of a tree that was just read the numbers that stood in the text."""
    if dialect not in _FROM_ONE:
        return
    for node in root.find_all(exp.Bracket):
        place = node.expressions[0] if len(node.expressions) == 1 else None
        kind = node.this.type
        if (kind is None or kind.is_type(*_MOVED)) and place is not None and _is_place(place):
            node.set("expressions", [_literal(_number(place) + 1)])
        elif isinstance(place, exp.Add) and place.type is None and _is_one_less(place.expression):
            node.set("expressions", [_unbracketed(place.this)])
        node.set("offset", 1)


def in_brackets(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """`x[1]`, `x[1:2]`; on Databricks ELEMENT_AT and TRY_ELEMENT_AT too."""
    if not isinstance(node.this.unnest(), _HELD):
        return _NO_LIST
    place = node.expressions[0] if len(node.expressions) == 1 else None
    if isinstance(place, exp.Slice):
        return None if all(map(_is_place, place.iter_expressions())) else _UNSEEN
    if (
        place is not None and is_text(place) and dialect != "postgres"
    ):  # a key of a map, a field of a structure
        return None
    return None if place is not None and (_is_place(place) or _is_asked_for(place)) else _UNSEEN


def of_a_slice(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """SLICE(x, 1, 2), ARRAY_SLICE(x, 1, 2)."""
    ends = (node.args.get("start"), node.args.get("end"))
    return None if all(end is not None and _is_place(end) for end in ends) else _UNSEEN


def by_place(node: exp.Expr) -> GuardViolation | None:
    """LIST_EXTRACT(x, 1), LIST_SLICE(x, 1, 2), GET(x, 0)."""
    places = node.expressions[1:]
    due = 2 if node.name.upper() == "LIST_SLICE" else 1
    return None if len(places) == due and all(map(_is_place, places)) else _UNSEEN


def _is_place(node: exp.Expr) -> bool:
    number = node.this if isinstance(node, exp.Neg) else node
    return is_whole(number)


def _is_asked_for(place: exp.Expr) -> bool:
    """`i`, `i + 1`, `SIZE(x) - 1`, `ARRAY_UPPER(x, 1)`: `reach.py` looks at the list."""
    if isinstance(place, exp.Add | exp.Sub) and is_whole(place.expression):
        place = place.this
    named = isinstance(place, exp.Anonymous) and place.name.upper() in _SIZES_BY_NAME
    return named or isinstance(place, (exp.Column, *_SIZES))


def _is_one_less(node: exp.Expr) -> bool:
    """What sqlglot adds to a place that it takes for a whole number, and gives no type."""
    return isinstance(node, exp.Neg) and is_whole(node.this) and node.this.name == "1"


def _unbracketed(node: exp.Expr) -> exp.Expr:
    """Without the brackets that sqlglot put around a sum. Ours are none: the scanner knows none there."""
    return node.this if isinstance(node, exp.Paren) else node


def _number(node: exp.Expr) -> int:
    return -int(node.this.name) if isinstance(node, exp.Neg) else int(node.name)


def _literal(number: int) -> exp.Expr:
    plain = exp.Literal.number(abs(number))
    return exp.Neg(this=plain) if number < 0 else plain
