"""Which type a value has that is stored, or reached in what is stored: a field, a place, the value of a key."""

from typing import Final

from sqlglot import exp

from sqlgen.guard.columns import Columns, fields_of
from sqlgen.guard.functions import KEEPING_ONE
from sqlgen.guard.json_fields import FIELDS
from sqlgen.guard.kinds import element, is_json, is_list, is_map, is_number, is_struct, is_variant, pair
from sqlgen.guard.literals import is_text, is_whole
from sqlgen.guard.position import position_of
from sqlgen.guard.scope import fold
from sqlgen.guard.searched import KEYS, asked_in
from sqlgen.guard.violation import GuardViolation

# Of the same values as they were made of.
_KEPT: Final = (exp.ArrayDistinct, exp.ArraySort, exp.ArrayCompact, exp.Paren, exp.ArrayFilter)
_RECKONED: Final = (exp.Add, exp.Sub, exp.Mul, exp.Div)
_LISTS: Final = (exp.Split, exp.RegexpSplit, exp.StringToArray, exp.ArrayAgg, exp.RegexpExtractAll)
REACHING: Final = (exp.Bracket, exp.Dot, exp.StructExtract)


def kind_of(node: exp.Expr, columns: Columns) -> str:
    """The type of a stored value; empty for what a query makes, and where no policy says."""
    while isinstance(node, _KEPT):
        node = node.this
    if isinstance(node, exp.Column):
        held = columns.held.get(id(node))
        return held.kind if held is not None else ""
    if isinstance(node, exp.Identifier):
        return columns.parameters.get(id(node), "")
    if isinstance(node, REACHING):
        return _reached(node, kind_of(node.this, columns), columns)
    if isinstance(node, exp.Struct):
        return _of_fields(node, columns)
    if isinstance(node, KEEPING_ONE) and node.args.get("count") is None:
        kind = kind_of(node.this, columns)
        return kind if is_struct(kind) else ""
    if isinstance(node, exp.Transform) and isinstance(node.expression, exp.Lambda):
        made = kind_of(node.expression.this, columns)
        return f"{made}[]" if made else ""
    if isinstance(node, exp.MapKeys):
        kind = pair(kind_of(node.this, columns))[0]
        return f"{kind}[]" if kind else ""
    if isinstance(node, _RECKONED):
        return "double" if all(_is_a_number(side, columns) for side in (node.this, node.expression)) else ""
    return ""


def gathered_kind(node: exp.Expr, columns: Columns) -> str:
    """The type of what an aggregate gathers in a list. Such a list is none that is stored: it is not made rows."""
    while isinstance(node, _KEPT):
        node = node.this
    held = node.this if isinstance(node, exp.ArrayAgg) else None
    while isinstance(held, exp.Order):
        held = held.this
    return kind_of(held, columns) if held is not None else ""


def _of_fields(node: exp.Struct, columns: Columns) -> str:
    """The type of a structure that the text makes."""
    fields = [f"{field.this.name}: {kind_of(field.expression, columns)}" for field in node.expressions]
    return f"struct<{', '.join(fields)}>"


def _is_a_number(node: exp.Expr, columns: Columns) -> bool:
    """Whether a value is a number, as far as the policy tells."""
    node = node.unnest()
    return (isinstance(node, exp.Literal) and node.is_number) or is_number(kind_of(node, columns))


def check_reached(node: exp.Expr, columns: Columns) -> None:
    """A key or a field is read of what the policy says has keys or fields; raises GuardViolation."""
    asked = asked_in(node)
    if asked is not None:
        _check_searched(node, asked, columns)
        return
    key = node.expressions[0] if isinstance(node, exp.Bracket) else node.args["expression"]
    if isinstance(node, exp.Bracket) and not is_text(key):
        _check_asked(node, key, columns)
        return
    kind = kind_of(node.this, columns)
    keyed = is_json(kind) or is_map(kind) or is_variant(kind)
    if is_struct(kind) or (keyed and isinstance(node, exp.Bracket)):
        return
    raise GuardViolation(
        "forbidden_node",
        "A field or key is read of a column that the policy says is a structure, a map or JSON.",
        position_of(node),
    )


def _check_searched(node: exp.Expr, asked: exp.Expr, columns: Columns) -> None:
    while isinstance(asked, (exp.Paren, *FIELDS)):
        asked = asked.this
    kind = kind_of(asked, columns)
    if not is_json(kind) and not (is_list(kind) and not isinstance(node, KEYS)):
        raise GuardViolation(
            "forbidden_node",
            "Keys and parts are asked of a column that the policy says is JSONB or a list.",
            position_of(node),
        )


def _check_asked(node: exp.Expr, key: exp.Expr, columns: Columns) -> None:
    """A place that is not written out is taken in what is surely a list: as a key it could be a path into JSON."""
    if isinstance(key, exp.Slice) or is_whole(key.this if isinstance(key, exp.Neg) else key):
        return
    held = node.this.unnest()
    if not isinstance(held, _LISTS) and not is_list(kind_of(held, columns)):
        raise GuardViolation(
            "forbidden_node",
            "A place that is no written number is taken in a column that the policy says is a list.",
            position_of(node),
        )


def _reached(node: exp.Expr, kind: str, columns: Columns) -> str:
    key = node.expressions[0] if isinstance(node, exp.Bracket) else node.args["expression"]
    if is_struct(kind) and (not isinstance(node, exp.Bracket) or is_text(key)):
        return fields_of(kind, columns.dialect).get(fold(key.name, columns.dialect), "")
    if not isinstance(node, exp.Bracket) or isinstance(key, exp.Slice):
        return kind if isinstance(key, exp.Slice) else ""
    if is_map(kind):
        return pair(kind)[1]
    if is_list(kind):
        return element(kind)
    return kind if is_json(kind) or is_variant(kind) else ""
