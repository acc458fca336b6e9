"""Filters on dimensions as conditions. NULL is the group "Unknown", on both sides of every filter.

`in` with "Unknown" (or null) selects NULLs; `not_in` keeps them unless it names "Unknown". Comparisons and
text searches never match NULL.
"""

from collections.abc import Callable

from sqlglot import exp

from sqlgen.compiler import nodes
from sqlgen.compiler.literals import typed_literal
from sqlgen.compiler.nodes import UNKNOWN
from sqlgen.compiler.types import Family
from sqlgen.contracts import Filter, FilterOp, Scalar
from sqlgen.errors import IntentRefused

_COMPARE: dict[FilterOp, type[exp.Binary]] = {
    FilterOp.LT: exp.LT,
    FilterOp.LTE: exp.LTE,
    FilterOp.GT: exp.GT,
    FilterOp.GTE: exp.GTE,
}
_ESCAPE = "!"  # not the backslash: engines disagree on what it means inside a string

Literal = Callable[[Scalar], exp.Expr]


def condition(given: Filter, this: exp.Expr, family: Family) -> exp.Expr:
    """The condition of one filter on a dimension's raw value; raises IntentRefused for a value of the wrong
    type.
    """
    if family is Family.OTHER and given.op not in _COMPARE:
        this, family = nodes.cast(this, exp.DType.TEXT), Family.TEXT

    def literal(value: Scalar) -> exp.Expr:
        return typed_literal(value, family, given.dimension)

    if given.op in (FilterOp.IN, FilterOp.NOT_IN):
        return _membership(given, this, family, literal)
    if given.op in (FilterOp.IS_NULL, FilterOp.NOT_NULL):
        return _null(this) if given.op is FilterOp.IS_NULL else exp.Not(this=_null(this))
    if given.op in _COMPARE:
        return _compared(given, this, family, literal)
    return _like(given, this, family)


def _compared(given: Filter, this: exp.Expr, family: Family, literal: Literal) -> exp.Expr:
    value = given.values[0]
    if family is Family.TEXT or (family is Family.OTHER and isinstance(value, str)):
        raise IntentRefused(
            f"The filter {given.op.value} compares numbers, dates and times; {given.dimension} was asked for "
            f"{value!r}, and engines order text differently. Use in, starts_with or contains.",
            field="filters",
            value=given.dimension,
        )
    return _COMPARE[given.op](this=this, expression=literal(value))


def _membership(given: Filter, this: exp.Expr, family: Family, literal: Literal) -> exp.Expr:
    unknown = None in given.values or UNKNOWN in given.values
    named = [
        value for value in given.values if value is not None and (value != UNKNOWN or family is Family.TEXT)
    ]
    listed = exp.In(this=this, expressions=[literal(value) for value in named]) if named else None
    if given.op is FilterOp.IN:
        if listed is None:
            return _null(this)
        return exp.Or(this=listed, expression=_null(this)) if unknown else listed
    outside = exp.Not(this=listed) if listed else None
    if unknown:
        known = exp.Not(this=_null(this))
        return exp.And(this=known, expression=outside) if outside else known
    return exp.Or(this=outside, expression=_null(this))


def _like(given: Filter, this: exp.Expr, family: Family) -> exp.Expr:
    value = given.values[0]
    if family is not Family.TEXT or not isinstance(value, str):
        raise IntentRefused(
            f"The filter {given.op.value} searches text; {given.dimension} holds {family.value} values "
            f"and was given {value!r}.",
            field="filters",
            value=given.dimension,
        )
    typed_literal(value, Family.TEXT, given.dimension)
    pattern = value
    for special in (_ESCAPE, "%", "_"):
        pattern = pattern.replace(special, _ESCAPE + special)
    ahead = "%" if given.op is FilterOp.CONTAINS else ""
    like = exp.Like(this=this, expression=nodes.text(f"{ahead}{pattern}%"))
    return exp.Escape(this=like, expression=nodes.text(_ESCAPE))


def _null(this: exp.Expr) -> exp.Is:
    return exp.Is(this=this.copy(), expression=exp.Null())
