"""Texts and bytes written in other letters: HEX, BASE64, ENCODE, DECODE, MASK, TO_JSON.

Bytes are no answer of a query: what makes them stands in what takes them, and a cast to bytes too.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text
from sqlgen.guard.violation import GuardViolation

LONGER: Final = 2  # letters of a letter, in HEX and BASE64
UNREAD: Final = 3  # bytes of a letter that stands for a byte
ESCAPED: Final = 6  # in JSON
BYTES: Final = frozenset({exp.DType.BINARY, exp.DType.VARBINARY})
_CHARSETS: Final[dict[Dialect, frozenset[str]]] = {
    "postgres": frozenset({"hex", "base64"}),
    "duckdb": frozenset({"utf-8"}),
    "databricks": frozenset({"utf-8", "us-ascii", "iso-8859-1"}),
}
# What takes bytes, by its first argument.
_TAKING: Final = (exp.Hex, exp.ToBase64, exp.Decode, exp.MD5, exp.SHA, exp.SHA2, exp.SHA2Digest, exp.Length)
_MAKING: Final = (exp.Unhex, exp.FromBase64, exp.Encode, exp.SHA2Digest)

_OF_BYTES: Final = GuardViolation(
    "forbidden_function",
    "Bytes stand within what makes a text or a number of them: HEX(ENCODE(x, 'utf-8')), DECODE(UNBASE64(x), 'utf-8'), "
    "ENCODE(SHA256(CAST(x AS BYTEA)), 'hex').",
)


def encoded(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why a function of bytes may not stand as it does; None where it may."""
    if isinstance(node, exp.Encode | exp.Decode):
        charset = node.args.get("charset")
        if charset is None or not is_text(charset) or charset.name.lower() not in _CHARSETS[dialect]:
            return GuardViolation(
                "forbidden_literal",
                f"{dialect} takes {', '.join(sorted(_CHARSETS[dialect]))} here, as a text.",
            )
    made = isinstance(node, exp.Decode if dialect == "postgres" else _MAKING)
    made = made or isinstance(node, exp.SHA2Digest)
    return None if not made or is_taken(node, dialect) else _OF_BYTES


def is_taken(node: exp.Expr, dialect: Dialect) -> bool:
    """Whether bytes stand in what takes them."""
    around: exp.Expr | None = node.parent
    inside = node
    while isinstance(around, exp.Paren):
        inside = around
        around = around.parent
    taking = (*_TAKING, exp.Encode) if dialect == "postgres" else _TAKING
    if isinstance(around, exp.Anonymous):  # DuckDB's other name for TO_BASE64
        return around.name.upper() == "BASE64"
    return isinstance(around, taking) and inside.arg_key == "this"


def masked(node: exp.Expr) -> GuardViolation | None:
    """MASK(x, 'X', 'x', 'n', NULL): one letter for each kind of letter."""
    given = node.expressions
    fits = 1 <= len(given) <= 5 and all(
        isinstance(one, exp.Null) or (is_text(one) and len(one.name) == 1) for one in given[1:]
    )
    return None if fits else GuardViolation("forbidden_literal", "MASK takes single letters, or NULL.")


def json_of(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """TO_JSON(place): no options."""
    if node.args.get("options") is None:
        return None
    return GuardViolation("unsupported", "TO_JSON takes one value here.")
