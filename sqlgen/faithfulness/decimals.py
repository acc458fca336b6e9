"""Decimals of Databricks, whose quotients have the digits that the types leave: of 38, those before the point first.

Of two sums of DECIMAL(20, 0) the quotient has eight digits behind its point, of a count and a count * 1.000000000000 it
has six; ten are asked for here. Other engines divide decimals as doubles, or with sixteen digits.
"""

import re
from collections.abc import Iterable
from typing import Final

from sqlglot import exp

from catalog.dictionary.types import TypeFamily, family_of
from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.faithfulness.terms import Term, rebuilt

_SUM: Final = 10  # digits that SUM adds before the point
_BEFORE: Final = 22  # digits before the point that leave ten behind it, beside a divisor of the finest scale
_FINEST: Final = 6
_SIZES: Final = re.compile(r"\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)")


def keeps_digits(precision: int, scale: int, *, summed: bool) -> bool:
    """Whether a quotient of such decimals, or with `summed` of their sums, keeps ten digits behind its point."""
    return scale <= _FINEST and precision - scale + (_SUM if summed else 0) <= _BEFORE


def is_wide(data_types: Iterable[str]) -> bool:
    """Whether a column of these types may be a decimal whose sums do not keep ten digits in a quotient."""
    decimals = [kind for kind in data_types if family_of(kind) is TypeFamily.DECIMAL]
    sizes = [_SIZES.search(kind) for kind in decimals]
    return any(one is None or not keeps_digits(int(one[1]), int(one[2] or 0), summed=True) for one in sizes)


def has_few_digits(text: str) -> bool:
    """Whether a number, as it is written, has six digits behind its point at most."""
    return len(text.lower().partition("e")[0].partition(".")[2]) <= _FINEST


def summed_again(this: Term, dialect: Dialect) -> Term:
    """A sum of sums, which has ten digits more before its point than a sum where they are decimals."""
    if dialect != "databricks" or this.family is Family.INTEGER:
        return this
    return Term("wide", None, (this,), this.family)


def summed_once(this: Term) -> Term:
    """The value, sums of sums in it as sums: the same number where it is shown, or made a double and then divided."""
    return rebuilt(
        this,
        lambda one: (
            summed_once(one.args[0]) if one.op == "wide" else one if one.op in ("div", "agg") else None
        ),
    )


def is_repeated(node: exp.Expr) -> bool:
    """Whether a product makes a fraction of what is one already: `x * 1.0 * 1.0` takes digits from a quotient twice."""
    sides = (node.this.unnest(), node.expression.unnest())
    return any(map(_is_one, sides)) and any(map(_is_a_fraction, sides))


def _is_a_fraction(one: exp.Expr) -> bool:
    if not isinstance(one, exp.Mul):
        return False
    sides = (one.this.unnest(), one.expression.unnest())
    return any(_is_one(side) or _is_a_fraction(side) for side in sides)


def _is_one(one: exp.Expr) -> bool:
    return isinstance(one, exp.Literal) and not one.is_string and float(one.name) == 1
