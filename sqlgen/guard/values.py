"""What names, numbers, texts, units, types and amounts may be."""

import re
from collections.abc import Callable
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.encodings import BYTES, is_taken
from sqlgen.guard.functions_by_name import BY_NAME
from sqlgen.guard.instead import instead
from sqlgen.guard.parse import DIALECTS
from sqlgen.guard.position import position_of, words_of
from sqlgen.guard.scan import MAX_NAME_BYTES
from sqlgen.guard.units import TYPES, UNITS
from sqlgen.guard.violation import GuardViolation

MAX_DIGITS: Final = 76
MAX_PATH: Final = 9  # steps of a path into JSON, its root among them
MAX_PLACE: Final = 9_999

_PIVOT: Final = (
    "The values of a PIVOT are written out, and the columns of its source seen: PIVOT t ON status IN ('a', 'b') USING "
    "SUM(x) GROUP BY region, UNPIVOT t ON a, b INTO NAME n VALUE v. Or write SUM(x) FILTER (WHERE …)."
)
_NUMBER = re.compile(r"[0-9]{0,38}(?:\.[0-9]{0,38})?(?:[eE][+-]?[0-9]{1,3})?")
# A text that is a number to PostgreSQL, which writes it out: eight letters become 131,072 digits.
_WRITTEN_OUT = re.compile(r"\s*+[-+]?[0-9_.]++[eE][-+]?[0-9_]{4,}+\s*+")
_AMOUNT = re.compile(r"[-+]?[0-9]{1,9}")
_AMOUNTS = re.compile(r"[-+]?[0-9]{1,9} [A-Za-z]+(?: [-+]?[0-9]{1,9} [A-Za-z]+){0,5}")
# What the engine has not. Databricks' TIME sqlglot would write as TIMESTAMP, JSON as TO_JSON(x).
_FOREIGN_TYPES: Final[dict[Dialect, frozenset[exp.DType]]] = {
    "postgres": frozenset({exp.DType.INT128}),
    "duckdb": frozenset(),
    "databricks": frozenset({exp.DType.INT128, exp.DType.TIME, exp.DType.JSON}),
}
_PATH_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]{0,62}")
_BAD_NAME = re.compile("[\x00-\x1f\x7f-\x9f'\"`\\\\;$]|--|/\\*")
_BAD_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def _check_literal(node: exp.Expr, dialect: Dialect) -> None:
    text = node.args["this"]
    if node.args.get("is_string"):
        if isinstance(node.parent, exp.Initcap) and text == DIALECTS[dialect].INITCAP_DEFAULT_DELIMITER_CHARS:
            return  # put in by sqlglot, and left out again
        if _BAD_TEXT.search(text) or (dialect == "databricks" and "${" in text):
            raise GuardViolation(
                "forbidden_character", "A literal holds a forbidden character.", position_of(node)
            )
        if dialect == "postgres" and _WRITTEN_OUT.fullmatch(text):
            raise GuardViolation(
                "forbidden_literal", f"{text[:40]!a} is a number of too many digits.", position_of(node)
            )
    elif not _NUMBER.fullmatch(text):
        raise GuardViolation("forbidden_literal", f"{text[:40]!a} is no plain number.", position_of(node))


def _check_identifier(node: exp.Expr, dialect: Dialect) -> None:
    text = node.args["this"]
    if not text or _BAD_NAME.search(text):
        raise GuardViolation(
            "forbidden_character", f"The name {text[:70]!a} may not be used.", position_of(node)
        )
    if len(text) * 4 > MAX_NAME_BYTES and len(text.encode()) > MAX_NAME_BYTES:
        raise GuardViolation("too_long", f"A name may have {MAX_NAME_BYTES} bytes.", position_of(node))


def _check_var(node: exp.Expr, dialect: Dialect) -> None:
    text = node.args["this"].upper()
    everything = text == "ALL" and isinstance(node.parent, exp.Ordered)
    elsewhere = isinstance(node.parent, exp.Kwarg | exp.WindowSpec)  # looked at with what they stand in
    if text not in UNITS and not everything and not elsewhere:
        limit = isinstance(node.parent, exp.Limit)
        code = "forbidden_limit" if limit else "forbidden_unit"
        raise GuardViolation(code, f"{text[:40]!a} is no known unit here.", position_of(node))


def _check_type(node: exp.Expr, dialect: Dialect) -> None:
    kind = node.args["this"]
    cast = node.parent if node.arg_key == "to" else None
    if kind in BYTES and type(cast) is exp.Cast and is_taken(cast, dialect) and not node.expressions:
        return
    if kind not in TYPES or kind in _FOREIGN_TYPES[dialect] or node.args.get("nested"):
        raise forbidden_type(node)
    # PostgreSQL writes every digit of a DECIMAL out; a VARCHAR is no longer than the text it is made of.
    most = MAX_DIGITS if node.args["this"] == exp.DType.DECIMAL else 1_000
    for part in node.expressions:
        literal = part.this if isinstance(part, exp.DataTypeParam) else None
        if not isinstance(literal, exp.Literal) or not literal.is_int or int(literal.name) > most:
            raise forbidden_type(node)


def forbidden_type(node: exp.Expr) -> GuardViolation:
    """The refusal of a type, by its name and sizes: anything may stand in its brackets, and sqlglot may write each
    part of that twice."""
    kind, own = node.args["this"], node.args.get("kind")
    own = own.name if isinstance(own, exp.Expr) else own
    named = str(own) if own else kind.value if isinstance(kind, exp.DType) else "here"
    sizes = [
        part.this.name
        for part in node.expressions
        if isinstance(part, exp.DataTypeParam) and isinstance(part.this, exp.Literal)
    ]
    sized = f"({', '.join(sizes)})" if sizes else ""
    return GuardViolation(
        "forbidden_type", f"The type {f'{named}{sized}'[:60]} may not be used.", position_of(node)
    )


def _check_interval(node: exp.Expr, dialect: Dialect) -> None:
    amount, unit = node.args.get("this"), node.args.get("unit")
    if dialect == "duckdb" and isinstance(amount, exp.Paren) and isinstance(unit, exp.Var):
        return  # INTERVAL (x) DAY: the brackets hold an expression like any other
    amount = amount.this if isinstance(amount, exp.Neg) else amount
    if isinstance(amount, exp.Literal) and (unit is None or isinstance(unit, exp.Var)):
        if unit is not None and _AMOUNT.fullmatch(amount.name):
            return
        words = amount.name.split()[1::2]
        if unit is None and _AMOUNTS.fullmatch(amount.name) and all(word.upper() in UNITS for word in words):
            return
    raise GuardViolation(
        "forbidden_unit", "Write an interval as a plain number and a unit.", position_of(node)
    )


def _check_anonymous(node: exp.Expr, dialect: Dialect) -> None:
    name = node.args["this"]
    if name.upper() not in BY_NAME[dialect]:
        raise GuardViolation(
            "unknown_function",
            f"The function {name[:60]!a} may not be used.{instead(name, dialect)}",
            position_of(node),
        )


def _check_alias(node: exp.Expr, dialect: Dialect) -> None:
    place = (type(node.parent), node.arg_key)
    if place not in ((exp.Select, "expressions"), (exp.Star, "replace"), (exp.Star, "rename")):
        raise GuardViolation("forbidden_node", "Only a column of SELECT has an alias.", position_of(node))


def _check_amount(node: exp.Expr, dialect: Dialect) -> None:
    amount = node.args.get("count") if isinstance(node, exp.Fetch) else node.args.get("expression")
    if not isinstance(amount, exp.Literal) or not amount.is_int or len(amount.name) > 18:
        what = "OFFSET" if isinstance(node, exp.Offset) else "LIMIT"
        raise GuardViolation("forbidden_limit", f"{what} takes one whole number.", position_of(node))


def _check_query_below(node: exp.Expr, dialect: Dialect) -> None:
    held = node.args.get("this")
    if dialect == "databricks" and isinstance(node.args.get("expression"), exp.Lambda):
        return  # EXISTS(tags, t -> …)
    if isinstance(held, exp.Pivot):
        raise GuardViolation("forbidden_node", _PIVOT, position_of(node))
    if not isinstance(held, exp.Select | exp.SetOperation | exp.Subquery) or node.args.get("expression"):
        raise GuardViolation("forbidden_node", f"{words_of(type(node))} takes a query.", position_of(node))


def _check_json_path(node: exp.Expr, dialect: Dialect) -> None:
    """`$.a.b[0]` and no more: each step is a plain name or a place."""
    if not 2 <= len(node.expressions) <= MAX_PATH or not isinstance(node.expressions[0], exp.JSONPathRoot):
        raise GuardViolation(
            "forbidden_literal", "Write a path into JSON as a text like $.a.b[0].", position_of(node)
        )


def _check_json_key(node: exp.Expr, dialect: Dialect) -> None:
    if not _PATH_NAME.fullmatch(node.args["this"]):
        raise GuardViolation(
            "forbidden_literal", "A step of a JSON path is a plain name or a place.", position_of(node.parent)
        )


def _check_json_place(node: exp.Expr, dialect: Dialect) -> None:
    if not 0 <= node.args["this"] <= MAX_PLACE:
        raise GuardViolation(
            "forbidden_literal", f"A place in JSON is at most {MAX_PLACE}.", position_of(node.parent)
        )


RULES: Final[dict[type[exp.Expr], Callable[[exp.Expr, Dialect], None]]] = {
    exp.Literal: _check_literal,
    exp.Identifier: _check_identifier,
    exp.Var: _check_var,
    exp.DataType: _check_type,
    exp.Interval: _check_interval,
    exp.Anonymous: _check_anonymous,
    exp.Alias: _check_alias,
    exp.Limit: _check_amount,
    exp.Fetch: _check_amount,
    exp.Offset: _check_amount,
    exp.Exists: _check_query_below,
    exp.Subquery: _check_query_below,
    exp.CTE: _check_query_below,
    exp.JSONPath: _check_json_path,
    exp.JSONPathKey: _check_json_key,
    exp.JSONPathSubscript: _check_json_place,
}
