"""Statements of PostgreSQL that only give what is stored: nothing in them is reckoned, so nothing fails in any plan."""

from typing import Final

from sqlglot import exp

_NAMES: Final = (exp.Table, exp.TableAlias, exp.Identifier, exp.Column, exp.Alias, exp.Star)
_CLAUSES: Final = (
    exp.Select,
    exp.Subquery,
    exp.With,
    exp.CTE,
    exp.From,
    exp.Join,
    exp.Where,
    exp.Group,
    exp.Having,
)
_ORDERS: Final = (exp.Order, exp.Ordered, exp.Limit, exp.Offset, exp.Distinct)
_GATHERED: Final = (exp.Count, exp.Min, exp.Max)
_VALUES: Final = (exp.Literal, exp.Boolean, exp.Null, exp.Paren)
_TESTS: Final = (
    exp.And,
    exp.Or,
    exp.Not,
    exp.Is,
    exp.In,
    exp.Between,
    exp.EQ,
    exp.NEQ,
    exp.GT,
    exp.GTE,
    exp.LT,
    exp.LTE,
)
_PLAIN: Final = frozenset((*_NAMES, *_CLAUSES, *_ORDERS, *_GATHERED, *_VALUES, *_TESTS))


def is_plain(root: exp.Expr) -> bool:
    """Whether a statement, whose conditions are quiet (`quiet.py`), has nothing else that could fail for a row."""
    return all((type(node) in _PLAIN and not _is_a_value(node)) or _is_written(node) for node in root.walk())


def _is_a_value(node: exp.Expr) -> bool:
    """A query that is a value fails where it has two rows."""
    return isinstance(node, exp.Subquery) and not isinstance(node.parent, exp.From | exp.Join)


def _is_written(node: exp.Expr) -> bool:
    """A date or a moment that is written out, and of what type: it fails for every row, or for none."""
    if isinstance(node, exp.DataType):
        return isinstance(node.parent, exp.Cast)
    return isinstance(node, exp.Cast) and isinstance(node.this, exp.Literal)
