"""Functions known by name only whose arguments decide more than a value: which, how much, or what is searched."""

import re
from collections.abc import Callable
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.encodings import masked
from sqlgen.guard.json_rows import JSON_ROWS, in_table
from sqlgen.guard.lambdas import LAMBDA_NAMES, holds_lambda
from sqlgen.guard.literals import is_text, is_whole_up_to
from sqlgen.guard.places import BY_PLACE, by_place
from sqlgen.guard.regular import untamed
from sqlgen.guard.searched import SPANS, WORDS, span, words
from sqlgen.guard.templates import printed
from sqlgen.guard.times import OF_A_PART, named_unit
from sqlgen.guard.tuples import tuple_in_place
from sqlgen.guard.violation import GuardViolation

MAX_FORMAT: Final = 64
MAX_PLACES: Final = 10
MAX_BINS: Final = 1_000
MAX_EQUAL_BINS: Final = 100
MAX_WIDTH: Final = 255

_STEP = r"(?:\.[A-Za-z_][A-Za-z0-9_]{0,62}|\[[0-9]{1,4}\])"
_PATH: Final = re.compile(rf"\${_STEP}{{1,8}}")
_PLAIN_KEY: Final = re.compile(r"[A-Za-z0-9_-]{1,63}")
_AGGREGATES: Final = frozenset(
    {"sum", "avg", "mean", "min", "max", "count", "median", "mode", "product", "first", "last", "any_value"}
    | {"stddev", "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp", "bool_and", "bool_or"}
)
_VARIANT_TYPES: Final = frozenset(
    {
        "string",
        "int",
        "integer",
        "bigint",
        "double",
        "float",
        "boolean",
        "date",
        "timestamp",
        "decimal(38,10)",
    }
)
_URL_PARTS: Final = frozenset(
    {"HOST", "PATH", "QUERY", "REF", "PROTOCOL", "FILE", "AUTHORITY", "USERINFO"},
)


_NO_PATH: Final = GuardViolation("forbidden_literal", "Write a path into JSON as a text like $.a.b[0].")


def named(node: exp.Expr) -> GuardViolation | None:
    """Why a call may not stand as it is; None where it may."""
    called = node.name.upper()
    if called in JSON_ROWS:
        return in_table(node)
    if called in BY_PLACE:
        return by_place(node)
    if called in OF_A_PART:
        return named_unit(node.expressions[0] if node.expressions else None)
    if called in LAMBDA_NAMES:
        return holds_lambda(node)
    if called in SPANS:
        return span(node)
    if called in WORDS:
        return words(node)
    rule = _RULES.get(called)
    return rule(node) if rule is not None else None


def parse_url(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PARSE_URL(x, 'QUERY', 'utm_source'): Spark makes a regular expression of the key."""
    part, key = node.args.get("part_to_extract"), node.args.get("key")
    plain = key is None or (is_text(key) and _PLAIN_KEY.fullmatch(key.name))
    if part is not None and is_text(part) and part.name in _URL_PARTS and plain:
        return None
    return GuardViolation(
        "forbidden_literal", "PARSE_URL takes a part like 'HOST' and a plain key, both texts."
    )


def _argument(node: exp.Expr, index: int) -> exp.Expr:
    return node.expressions[index] if len(node.expressions) > index else exp.Null()


def _pattern(node: exp.Expr) -> GuardViolation | None:
    return untamed(_argument(node, 1) if len(node.expressions) == 2 else exp.Null())


def _places(node: exp.Expr) -> GuardViolation | None:
    places = _argument(node, 1)
    if len(node.expressions) == 2 and is_whole_up_to(MAX_PLACES, places):
        return None
    return GuardViolation("forbidden_literal", f"{node.name.upper()} takes at most {MAX_PLACES} places.")


def _stored_json(node: exp.Expr) -> GuardViolation | None:
    """A bare text here becomes JSONB, which writes the number 1e99999 out with every digit."""
    if isinstance(_argument(node, 0), exp.Column):
        return None
    return GuardViolation("forbidden_literal", f"{node.name.upper()} reads a column of type JSONB.")


def _format(node: exp.Expr) -> GuardViolation | None:
    form = _argument(node, 1)
    if len(node.expressions) == 2 and is_text(form) and len(form.name) <= MAX_FORMAT:
        return None
    return GuardViolation(
        "forbidden_literal", f"Write the format as a text of at most {MAX_FORMAT} characters."
    )


def _aggregate(node: exp.Expr) -> GuardViolation | None:
    """LIST_AGGREGATE(x, 'median'): a function named by a text."""
    called = _argument(node, 1)
    if len(node.expressions) == 2 and is_text(called) and called.name.lower() in _AGGREGATES:
        return None
    return GuardViolation("forbidden_function", f"{node.name.upper()} takes the name of a plain aggregate.")


def _path(node: exp.Expr) -> GuardViolation | None:
    path = _argument(node, 1)
    if len(node.expressions) == 1 or (is_text(path) and _PATH.fullmatch(path.name)):
        return None
    return _NO_PATH


def _stored_path(node: exp.Expr) -> GuardViolation | None:
    """JSONB_PATH_QUERY_FIRST(payload, '$.a.b')."""
    return _stored_json(node) or (_path(node) if len(node.expressions) == 2 else _NO_PATH)


def _variant(node: exp.Expr) -> GuardViolation | None:
    kind = _argument(node, 2)
    path = _argument(node, 1)
    plain = is_text(kind) and kind.name.lower().replace(" ", "") in _VARIANT_TYPES
    if len(node.expressions) == 3 and is_text(path) and _PATH.fullmatch(path.name) and plain:
        return None
    return GuardViolation(
        "forbidden_literal", "VARIANT_GET takes a path like $.a.b[0] and a plain type, both texts."
    )


def _bins(node: exp.Expr) -> GuardViolation | None:
    bins = _argument(node, 1)
    if len(node.expressions) == 2 and is_whole_up_to(MAX_BINS, bins):
        return None
    return GuardViolation("too_large", f"HISTOGRAM_NUMERIC takes at most {MAX_BINS} bins.")


def _bar(node: exp.Expr) -> GuardViolation | None:
    """BAR(x, 0, 100, 20): so many letters wide, 80 where it does not say."""
    if len(node.expressions) == 3 or is_whole_up_to(MAX_WIDTH, _argument(node, 3)):
        return None
    return GuardViolation("too_large", f"BAR is at most {MAX_WIDTH} wide, written as a number.")


def _equal_bins(node: exp.Expr) -> GuardViolation | None:
    if is_whole_up_to(MAX_EQUAL_BINS, _argument(node, 2)):
        return None
    return GuardViolation("too_large", f"EQUI_WIDTH_BINS makes at most {MAX_EQUAL_BINS} bins.")


def _example(node: exp.Expr) -> GuardViolation | None:
    """SCHEMA_OF_JSON('{"a": 1}'): of a text that is written out."""
    if len(node.expressions) == 1 and is_text(_argument(node, 0)):
        return None
    return GuardViolation("forbidden_literal", "SCHEMA_OF_JSON takes one text that is written out.")


_RULES: Final[dict[str, Callable[[exp.Expr], GuardViolation | None]]] = {
    "JSONB_EXTRACT_PATH_TEXT": _stored_json,
    "REGEXP_MATCH": _pattern,
    "REGEXP_SPLIT_TO_ARRAY": _pattern,
    "PRINTF": printed,
    "BAR": _bar,
    "EQUI_WIDTH_BINS": _equal_bins,
    "SCHEMA_OF_JSON": _example,
    "FORMAT_NUMBER": _places,
    "ROUND_EVEN": _places,
    "TRY_STRPTIME": _format,
    "LIST_AGGREGATE": _aggregate,
    "LIST_AGGR": _aggregate,
    "JSONB_PATH_QUERY_FIRST": _stored_path,
    "JSONB_PATH_EXISTS": _stored_path,
    "JSON_ARRAY_LENGTH": _path,
    "JSON_EXISTS": _path,
    "VARIANT_GET": _variant,
    "TRY_VARIANT_GET": _variant,
    "HISTOGRAM_NUMERIC": _bins,
    "MASK": masked,
    "JSON_TUPLE": tuple_in_place,
}
