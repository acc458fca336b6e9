"""JSON that PostgreSQL makes of values and rows: jsonb_build_object('a', x), json_agg(x), row_to_json(t).

A row in it holds the columns of its projection, which are those the viewer may read. What becomes JSONB is no JSON text
before: of `1e99999` in one, seven letters, JSONB makes a hundred thousand digits.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from sqlglot import exp

from sqlgen.guard.kinds import is_json_text
from sqlgen.guard.position import position_of
from sqlgen.guard.violation import GuardViolation

if TYPE_CHECKING:
    from sqlgen.guard.columns import Columns

_ESCAPED: Final = 6  # letters that one letter of a text made here may become in JSON
_NAMES: Final = 64  # letters of names that count as a value
_GROUPED: Final = 256  # as many as of any other aggregate of texts
_TEXTS: Final = frozenset({"JSON_BUILD_OBJECT", "JSON_BUILD_ARRAY", "ROW_TO_JSON", "TO_JSON"})
_JSONB: Final = frozenset({"JSONB_BUILD_OBJECT", "JSONB_BUILD_ARRAY", "JSONB_AGG", "TO_JSONB"})
GATHERED: Final = frozenset({"JSONB_AGG"})
AGGREGATES: Final = (exp.JSONArrayAgg, exp.JSONObjectAgg, exp.JSONBObjectAgg)
# Of these a row is taken as a whole: row_to_json(t).
_OF_ROWS: Final = frozenset({"ROW_TO_JSON", "TO_JSON", "TO_JSONB", "JSONB_AGG"})
_AROUND: Final = (exp.Order, exp.Ordered, exp.Distinct, exp.Paren)


def is_made(node: exp.Expr) -> bool:
    """Whether a node makes JSON."""
    named = isinstance(node, exp.Anonymous) and node.name.upper() in _TEXTS | _JSONB
    return named or isinstance(node, AGGREGATES)


def made_growth(node: exp.Expr, visit: Callable[[exp.Expr], int]) -> int:
    """The growth of JSON that is made: of all its values together, short names left aside."""
    parts = list(node.iter_expressions())
    names = sum(len(part.name) for part in parts if isinstance(part, exp.Literal))
    values = [(part, visit(part)) for part in parts]
    grown = sum(
        growth if _is_as_stored(part) else _ESCAPED * growth
        for part, growth in values
        if not isinstance(part, exp.Literal)
    )
    gathered = isinstance(node, AGGREGATES) or node.name.upper() in GATHERED
    return (grown + names // _NAMES + 1) * (_GROUPED if gathered else 1)


def _is_as_stored(part: exp.Expr) -> bool:
    """A column, a number, or JSON already: nothing in it is escaped that was put together here."""
    while isinstance(part, _AROUND):
        part = part.expressions[0] if isinstance(part, exp.Distinct) else part.this
    return isinstance(part, (exp.Column, exp.Count, exp.Sum, exp.Avg)) or is_made(part)


def becomes_jsonb(node: exp.Expr) -> bool:
    """Whether values become JSONB here."""
    named = isinstance(node, exp.Anonymous) and node.name.upper() in _JSONB
    return named or isinstance(node, exp.JSONBObjectAgg)


def takes_a_row(column: exp.Expr) -> bool:
    """Whether a column stands where a table's name means each of its rows."""
    around = column.parent
    while isinstance(around, exp.Order | exp.Distinct) and column.arg_key in ("this", "expressions"):
        column, around = around, around.parent
    if isinstance(around, exp.JSONArrayAgg):
        return True
    return (
        isinstance(around, exp.Anonymous)
        and around.name.upper() in _OF_ROWS
        and around.expressions[0] is column
    )


def check_no_text(node: exp.Expr, columns: "Columns") -> None:
    """Refuse JSON texts in what becomes JSONB; raises GuardViolation."""
    stack = list(node.iter_expressions())
    while stack:
        part = stack.pop()
        if _may_be_text(part, columns):
            raise GuardViolation(
                "forbidden_type",
                "No JSON text becomes JSONB here: write json_build_object, json_agg or to_json.",
                position_of(part),
            )
        if not isinstance(part, exp.Query):
            stack.extend(part.iter_expressions())


def _may_be_text(part: exp.Expr, columns: "Columns") -> bool:
    if isinstance(part, exp.Column | exp.Query):
        bound = columns.owners.get(id(part))
        return bound is None or bound.column.spelled or is_json_text(bound.column.kind)
    if isinstance(part, exp.Cast):
        return bool(part.to.args["this"] == exp.DType.JSON)
    if isinstance(part, exp.Anonymous):
        return part.name.upper() in _TEXTS
    return isinstance(part, exp.JSONArrayAgg | exp.JSONObjectAgg)
