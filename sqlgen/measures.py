"""Measures and expressions as trees: parsed once per text, then only copied."""

from collections.abc import Callable
from functools import lru_cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from sqlgen.errors import IntentRefused

_EMPTY_IS_ZERO = (exp.Count, exp.CountIf, exp.ApproxDistinct)


@lru_cache(maxsize=4096)
def parsed(text: str, dialect: str = "databricks") -> exp.Expr:
    """The tree of one SQL expression; shared, so copy before changing it. Raises IntentRefused if none."""
    try:
        trees = sqlglot.parse(text, read=dialect)
    except SqlglotError as error:
        raise _no_expression(text, f"which is no {dialect} SQL expression") from error
    tree = trees[0] if len(trees) == 1 else None
    if tree is None or tree.find(exp.Query, exp.Command, exp.DDL, exp.DML):
        raise _no_expression(text, "and only one expression over own columns may stand there")
    return tree


def _no_expression(text: str, why: str) -> IntentRefused:
    return IntentRefused(f"The definition holds {text!r}, {why}.", field="metric", value=text)


@lru_cache(maxsize=4096)
def is_additive(measure: str) -> bool:
    """Whether the measure of two disjoint sets of rows is the sum of their measures."""
    return _adds_up(parsed(measure))


@lru_cache(maxsize=4096)
def zero_when_empty(measure: str) -> bool:
    """Whether the measure of no rows is nought: sums and counts, distinct ones too."""
    return _adds_up(parsed(measure)) or _core(parsed(measure)).__class__ in _EMPTY_IS_ZERO


@lru_cache(maxsize=4096)
def is_linear(expression: str) -> bool:
    """Whether the expression only adds, subtracts and scales its metrics, so that nothing gives nought."""
    return _linear(parsed(expression))


def _core(node: exp.Expr) -> exp.Expr:
    while isinstance(node, (exp.Paren, exp.Filter)) or _coalesced_to_zero(node):
        node = node.this
    return node


def _coalesced_to_zero(node: exp.Expr) -> bool:
    return isinstance(node, exp.Coalesce) and [rest.name for rest in node.expressions] == ["0"]


def _adds_up(node: exp.Expr) -> bool:
    node = _core(node)
    if isinstance(node, (exp.Sum, exp.Count, exp.CountIf)):
        return not isinstance(node.this, exp.Distinct)
    return _combines(node, _adds_up)


def _linear(node: exp.Expr) -> bool:
    node = node.unnest()
    return isinstance(node, exp.Column) or _combines(node, _linear)


def _combines(node: exp.Expr, holds: Callable[[exp.Expr], bool]) -> bool:
    if isinstance(node, (exp.Add, exp.Sub)):
        return holds(node.left) and holds(node.right)
    if isinstance(node, exp.Neg):
        return holds(node.this)
    if isinstance(node, exp.Mul):
        sides = (node.left, node.right)
        return any(side.is_number for side in sides) and any(holds(side) for side in sides)
    if isinstance(node, exp.Div):
        return node.right.is_number and holds(node.left)
    return False
