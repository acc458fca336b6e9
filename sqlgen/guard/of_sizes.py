"""Arguments that say how long an answer becomes: padding, exponents, formats of times; and how texts are compared."""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_cast_to, is_text, is_whole_up_to
from sqlgen.guard.marks import MISREAD_FORMAT
from sqlgen.guard.named import MAX_FORMAT
from sqlgen.guard.violation import GuardViolation

MAX_PAD: Final = 255
MAX_EXPONENT: Final = 100

_APPROXIMATE = frozenset({exp.DType.FLOAT, exp.DType.DOUBLE})


def time_format(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A format is a short text: `%c%c%c…` makes long texts of small values, and one from a column hides it."""
    given = node.args.get("format")
    if node.meta.get(MISREAD_FORMAT):
        letters = "" if dialect == "postgres" else ", no Y (a week's year: write y), and at most four y or E"
        return GuardViolation("forbidden_literal", f"A format has no letter behind %{letters}.")
    if given is None or (is_text(given) and len(given.name) <= MAX_FORMAT):
        return None
    return GuardViolation(
        "forbidden_literal", f"Write the format as a text of at most {MAX_FORMAT} characters."
    )


def pad(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    length, fill = node.expression, node.args.get("fill_pattern")
    if is_whole_up_to(MAX_PAD, length) and (fill is None or is_text(fill)):
        return None
    return GuardViolation("too_large", f"Texts may be padded to {MAX_PAD} characters, written as a number.")


def power(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PostgreSQL reckons exact powers with every digit: 9.9 to the power of 100,000 has as many."""
    base, exponent = node.this, node.expression
    number = exponent.this if isinstance(exponent, exp.Neg) else exponent
    if dialect != "postgres" or any(is_cast_to(side, _APPROXIMATE) for side in (base, exponent)):
        return None
    if isinstance(number, exp.Literal) and number.is_number and float(number.name) <= MAX_EXPONENT:
        return None
    return GuardViolation(
        "too_large", f"Write POWER(CAST(x AS DOUBLE PRECISION), n), or an exponent of at most {MAX_EXPONENT}."
    )


def collate(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Sorting by code point, as every other engine does: what the compiler asks of PostgreSQL."""
    if dialect == "postgres" and isinstance(node.expression, exp.Identifier) and node.expression.name == "C":
        return None
    return GuardViolation("forbidden_function", 'The only collation is "C", in PostgreSQL.')
