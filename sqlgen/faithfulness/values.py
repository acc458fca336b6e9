"""Values as terms: arithmetic, conversions and stand-ins for NULL."""

from dataclasses import replace
from decimal import Decimal
from functools import reduce
from itertools import combinations

from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.faithfulness.absence import nought_without, null_without
from sqlgen.faithfulness.decimals import summed_once
from sqlgen.faithfulness.logic import clauses_of, never_null, not_null, simplified
from sqlgen.faithfulness.presence import either, exclusive, united
from sqlgen.faithfulness.terms import (
    NULL,
    Scan,
    Scans,
    Term,
    imply,
    is_literal,
    is_number,
    literal,
    unordered,
    value_of,
    walk,
    with_family,
)

MAX_MERGED = 8  # summands that are compared with each other
_NUMBERS = (Family.INTEGER, Family.NUMBER)
ZERO = literal("num", Decimal(0), Family.INTEGER)


def literal_number(text: str) -> Term:
    """A number as written; one with a point or an exponent is a fraction."""
    return literal("num", Decimal(text), Family.INTEGER if text.isdigit() else Family.NUMBER)


def add(left: Term, right: Term) -> Term:
    """A sum; counts of rows that exclude each other are one count."""
    parts = [part for side in (left, right) for part in (side.args if side.op == "add" else (side,))]
    for one, other in combinations(range(len(parts)), 2) if len(parts) <= MAX_MERGED else ():
        both = _counted_together(parts[one], parts[other])
        if both is not None:
            rest = [part for place, part in enumerate(parts) if place not in (one, other)]
            return reduce(add, rest, both)
    return unordered("add", parts, _wider(left, right))


def _counted_together(left: Term, right: Term) -> Term | None:
    """The count of two counts' rows, where no row is counted by both."""
    if not all(term.op == "agg" and term.value[0] == "count" for term in (left, right)):
        return None
    one, other = left.value[1], right.value[1]
    if (one.base, one.keys) != (other.base, other.keys) or not exclusive(one.clauses, other.clauses):
        return None
    scan = Scan(one.base, either(one.clauses, other.clauses), one.keys)
    return Term("agg", ("count", scan), family=_wider(left, right))


def subtract(left: Term, right: Term) -> Term:
    return Term("sub", None, (left, right), _wider(left, right))


def multiply(left: Term, right: Term) -> Term:
    """A product; times 1 or 1.0 is the number itself, which the latter makes a fraction."""
    family = _wider(left, right)
    for one, other in ((left, right), (right, left)):
        if is_number(one, 1) and other.family in _NUMBERS:
            return other if one.family is Family.INTEGER else _fraction(other, "* 1.0")
        if is_number(one, -1) and one.family is Family.INTEGER and other.family in _NUMBERS:
            return negative(other)
    parts = [part for side in (left, right) for part in (side.args if side.op == "mul" else (side,))]
    return unordered("mul", parts, family)


def negative(this: Term) -> Term:
    if is_literal(this, "num"):
        return literal("num", -value_of(this), this.family)
    if this.op == "neg":
        return this.args[0]
    return Term("neg", None, (this,), this.family)


def divide(left: Term, right: Term, dialect: Dialect) -> Term:
    """A quotient. PostgreSQL cuts that of two whole numbers."""
    if dialect == "postgres" and left.family is Family.INTEGER and right.family is Family.INTEGER:
        return Term("intdiv", None, (left, right), Family.INTEGER)
    above, below = _plain(left), _plain(right)
    if dialect != "databricks" and above.op == "div" and all(map(_is_one_or_more, (above.args[1], below))):
        return quotient(above.args[0], _product(above.args[1], below))
    return quotient(above, below)


def _is_one_or_more(term: Term) -> bool:
    """Whether a value is a number that is written out, and makes no quotient larger."""
    return is_literal(term, "num") and bool(value_of(term) >= 1)


def _product(one: Term, other: Term) -> Term:
    return literal("num", value_of(one) * value_of(other), _wider(one, other))


def quotient(above: Term, below: Term) -> Term:
    """A real quotient, as every engine divides fractions."""
    safe = below.op == "nullif" and is_number(below.args[1], 0)
    if safe and above.op == "opt" and nought_without(above.value, below.args[0]):
        above = above.args[0]  # where the divisor finds nothing the quotient is NULL, whatever stands above
    if below.op == "opt" and null_without(below.value, above):
        below = below.args[0]  # where it is NULL so is what stands above
    return _mean(above, below) or Term("div", None, (above, below), Family.NUMBER)


def _mean(above: Term, below: Term) -> Term | None:
    """SUM(x) / COUNT(x), which is NULL over no x whatever stands below."""
    counted = below.args[0] if below.op == "nullif" and is_number(below.args[1], 0) else below
    if (above.op, counted.op) != ("agg", "agg") or (above.value[0], counted.value[0]) != ("sum", "count"):
        return None
    rows, with_value = above.value[1], counted.value[1]
    tested = clauses_of(not_null(above.args[0]))
    if with_value != replace(rows, clauses=simplified(rows.clauses | tested)):
        return None
    return Term("agg", ("avg", replace(rows, clauses=rows.clauses - tested)), above.args, Family.NUMBER)


def _plain(term: Term) -> Term:
    """A number without its conversion to a fraction, which division does anyway."""
    while term.op == "double":
        term = term.args[0]
    if term.op == "nullif" and term.args[0].op == "double":
        return nullif(_plain(term.args[0]), term.args[1])
    if term.op == "coalesce" and term.args[0].op == "double":
        return coalesce((_plain(term.args[0]), *term.args[1:]))
    return term


def as_double(this: Term, type_: str = "") -> Term:
    """`CAST(x AS DOUBLE)`, or AS a decimal `type_` that holds x."""
    this = summed_once(this)
    if this.family is Family.INTEGER:
        return _fraction(this, type_)
    if this.op == "double" and this.value:
        return Term("double", None, this.args, Family.NUMBER)
    return this if this.op in ("double", "div") else Term("double", None, (this,), Family.NUMBER)


def _fraction(this: Term, written: str) -> Term:
    """A number as a fraction. An aggregate is the same number; a row's value is not the same text (4 and 4.0),
    and beyond 2^53 not as many different ones."""
    if is_literal(this) or any(part.op == "agg" for part in walk(this)):
        return with_family(this, Family.NUMBER)
    return Term("double", written or None, (this,), Family.NUMBER)


def without_fraction(this: Term) -> Term:
    """What is added up or compared: the same number, whole or as a fraction."""
    if this.op == "double" and (this.args[0].family is Family.INTEGER or this.value):
        return without_fraction(this.args[0])
    return this


def coalesce(parts: tuple[Term, ...]) -> Term:
    """The first part that is not NULL."""
    flat: list[Term] = []
    for part in parts:
        for one in part.args if part.op == "coalesce" else (part,):
            if one != NULL and one not in flat:
                flat.append(one)
            if never_null(one):
                break
        if flat and never_null(flat[-1]):
            break
    following = (*flat[1:], None)
    flat = [
        one for one, after in zip(flat, following, strict=True) if one.op != "opt" or one.args[0] != after
    ]
    if len(flat) == 2 and any(one.op == "opt" and one.args[0] in flat for one in flat):
        flat = [one for one in flat if one.op != "opt" or one.args[0] not in flat]
    if len(flat) > 1 and all(part.op == "opt" and part.args == flat[0].args for part in flat):
        return opt(united(scan for part in flat for scan in part.value), flat[0].args[0])
    if len(flat) == 2 and is_number(flat[1], 0) and flat[0].op == "opt":
        scans, this = flat[0].value, flat[0].args[0]
        if nought_without(scans, this):
            return coalesce((this, flat[1]))
    if len(flat) <= 1:
        return flat[0] if flat else NULL
    return Term("coalesce", None, tuple(flat), widest(flat))


def opt(scans: Scans, this: Term) -> Term:
    """The value where one of the scans has a row, else NULL."""
    if null_without(scans, this):
        return this
    if this.op == "opt" and (this.value == scans or (scans and imply(this.value, scans))):
        return this
    return Term("opt", scans, (this,), this.family)


def nullif(this: Term, other: Term) -> Term:
    if is_number(other, 0):
        if this.op == "coalesce" and len(this.args) == 2 and is_number(this.args[1], 0):
            return nullif(this.args[0], other)
        if this.op == "opt" and nought_without(this.value, this.args[0]):
            return nullif(this.args[0], other)
        if this.op == "nullif" and this.args[1] == other:
            return this
    return Term("nullif", None, (this, other), this.family)


def _wider(left: Term, right: Term) -> Family:
    if Family.NUMBER in (left.family, right.family):
        return Family.NUMBER
    return left.family if left.family is right.family else Family.OTHER


def widest(terms: list[Term]) -> Family:
    """What kind of value one of these is."""
    kinds = [term for term in terms if term != NULL]
    if not kinds:
        return Family.OTHER
    return reduce(lambda family, term: _wider(Term("", family=family), term), kinds[1:], kinds[0].family)
