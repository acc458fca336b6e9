"""PostgreSQL's rows out of JSON: jsonb_array_elements(t.items) AS i, jsonb_each_text(t.attributes) AS a(key, value).

They stand in FROM under a name, and read a column whose type the policy says is JSON, or a field in one.
"""

from typing import Final

from sqlglot import exp

from sqlgen.guard.columns import Columns
from sqlgen.guard.json_fields import FIELDS
from sqlgen.guard.kinds import is_json
from sqlgen.guard.position import position_of
from sqlgen.guard.violation import GuardViolation

# The columns of their rows: by the engine's name, or (None) by the alias. `jsonb` where the value is JSON again.
_COLUMNS: Final[dict[str, tuple[tuple[str | None, str], ...]]] = {
    "JSONB_ARRAY_ELEMENTS": (("value", "jsonb"),),
    "JSONB_ARRAY_ELEMENTS_TEXT": (("value", ""),),
    "JSONB_OBJECT_KEYS": ((None, ""),),
    "JSONB_EACH": (("key", ""), ("value", "jsonb")),
    "JSONB_EACH_TEXT": (("key", ""), ("value", "")),
    "JSON_ARRAY_ELEMENTS": (("value", "json"),),
    "JSON_ARRAY_ELEMENTS_TEXT": (("value", ""),),
    "JSON_OBJECT_KEYS": ((None, ""),),
    "JSON_EACH": (("key", ""), ("value", "json")),
    "JSON_EACH_TEXT": (("key", ""), ("value", "")),
}
JSON_ROWS: Final = frozenset(_COLUMNS)
BY_ALIAS: Final = "by_alias"  # marks an alias that was no column's name: a column of that name would be meant

_REFUSED: Final = GuardViolation(
    "forbidden_function",
    "Rows out of JSON are made in FROM, under a name, of a column of type JSON or a field of one: "
    "jsonb_array_elements(t.items) AS i.",
)


def is_json_rows(node: exp.Expr | None) -> bool:
    """Whether a node is a call of such a function."""
    return isinstance(node, exp.Anonymous) and node.name.upper() in JSON_ROWS


def in_table(node: exp.Expr) -> GuardViolation | None:
    """They stand in FROM and nowhere else, and take one value."""
    table = node.parent
    fits = isinstance(table, exp.Table) and isinstance(table.parent, exp.From | exp.Join)
    return None if fits and len(node.expressions) == 1 else _REFUSED


def selects_of_value(root: exp.Expr) -> set[int]:
    """The SELECTs (by id) in or below which a column is called `value`."""
    found: set[int] = set()
    for column in root.find_all(exp.Column):
        around = column.parent if column.name.lower() == "value" else None
        while around is not None and id(around) not in found:
            found.add(id(around))
            around = around.parent
    return found


def name_columns(table: exp.Table, of_value: set[int]) -> None:
    """Give the columns names. What PostgreSQL calls `value` is also meant by the alias alone: `i ->> 'sku'`.

    Beside a star, which gives it as `value`, the alias alone means nothing to us.
    """
    alias = table.args.get("alias")
    if alias is None or alias.this is None or alias.args.get("columns"):
        return
    called = [name for name, _ in _COLUMNS[table.this.name.upper()]]
    select = table.parent_select
    named = select is not None and (
        any(_is_starred(part, alias.this.name) for part in select.expressions) or id(select) in of_value
    )
    if called == ["value"] and not named:
        called = [None]
        alias.meta[BY_ALIAS] = True
    quoted = bool(alias.this.args.get("quoted"))
    alias.set(
        "columns",
        [exp.Identifier(this=name or alias.this.name, quoted=quoted and not name) for name in called],
    )


def _is_starred(part: exp.Expr, alias: str) -> bool:
    """`*`, or `i.*` of the alias."""
    if isinstance(part, exp.Column) and isinstance(part.this, exp.Star):
        return part.table.lower() == alias.lower()
    return isinstance(part, exp.Star)


def json_columns(call: exp.Expr, columns: Columns) -> list[tuple[str, str]]:
    """The columns of the rows a call makes, each with its type; raises GuardViolation where no JSON is stored."""
    held = call.expressions[0]
    while isinstance(held, (exp.Paren, *FIELDS)):
        held = held.this
    stored = columns.held.get(id(held))
    if stored is None or not is_json(stored.kind):
        raise GuardViolation(_REFUSED.code, _REFUSED.message, position_of(call))
    return [(name or "value", kind) for name, kind in _COLUMNS[call.name.upper()]]
