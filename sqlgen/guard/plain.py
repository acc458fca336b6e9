"""PostgreSQL: statements that only give what is stored, in which nothing fails whatever the plan; and what is none.

In a plain statement nothing is reckoned: what it asks for are columns, and conditions of the quiet sort (`quiet.py`).
In any other it may matter which rows PostgreSQL gets to, and that must not follow how many it expects (`blind.py`).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from sqlglot import exp

from sqlgen.guard.columns import Columns
from sqlgen.guard.position import position_of
from sqlgen.guard.quiet import Quiet
from sqlgen.guard.scope import Source
from sqlgen.guard.violation import GuardViolation

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
_REST: Final = (exp.Order, exp.Ordered, exp.Limit, exp.Offset, exp.Distinct, exp.Count)
_VALUES: Final = (exp.Literal, exp.Boolean, exp.Null, exp.Paren)
_CONNECTED: Final = (exp.And, exp.Or, exp.Not, exp.Is, exp.In, exp.Between)
_TESTS: Final = (*_CONNECTED, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE)
_CONDITIONS: Final = (exp.Where, exp.Having, exp.Join)
_PLAIN: Final = frozenset((*_NAMES, *_CLAUSES, *_REST, *_VALUES))


class Plain:
    """What is plain, and what is quiet, in one resolved statement."""

    def __init__(self, columns: Columns, base: Iterable[Source]) -> None:
        self._quiet = Quiet(columns)
        self._projections = {id(source.node) for source in base}

    def is_quiet(self, root: exp.Expr) -> bool:
        """Whether no condition could fail for a row."""
        joins = root.find_all(exp.Join)
        return all(map(self._quiet.joins_quietly, joins)) and all(
            map(self._quiet.is_quiet, self._conditions(root))
        )

    def is_plain(self, root: exp.Expr) -> bool:
        """Whether a statement with quiet conditions has nothing else that could fail."""
        if isinstance(root, exp.Intersect):
            return all(self.is_plain(side.unnest()) for side in (root.this, root.expression))
        inner = root.walk(prune=lambda node: id(node) in self._projections)
        return all(id(node) in self._projections or _is_plain(node) for node in inner)

    def check_asked(self, root: exp.Expr) -> None:
        """Refuse what PostgreSQL gets to the end of or not by how many rows it expects, where that could fail.

        It hashes a query that a condition asks, or asks it for each row; and of an INTERSECT it reads the side first
        on which it expects fewer. A query that WHERE asks for with AND is joined. Raises GuardViolation.
        """
        for node in root.find_all(exp.Intersect, exp.Exists, exp.In, exp.Any, exp.All):
            if any(self._may_fail_halfway(query, root) for query in _asked(node)):
                raise GuardViolation(
                    "unsupported",
                    "Rows are hidden from you: here a query in INTERSECT, or one that is asked with IN or EXISTS"
                    " but not by WHERE … AND …, gives stored columns only. Join it instead.",
                    position_of(node),
                )

    def _may_fail_halfway(self, query: exp.Expr, root: exp.Expr) -> bool:
        """Whether it reads a table, whose rows are expected to be so many, and something in it could fail."""
        tables = list(query.find_all(exp.Table))
        base = [table for table in tables if self._is_base(table)]
        read = [query, *root.find_all(exp.CTE)] if len(base) < len(tables) else [query]
        return bool(tables) and not all(self.is_plain(part) and self.is_quiet(part) for part in read)

    def _is_base(self, table: exp.Expr) -> bool:
        around = table.find_ancestor(exp.Subquery)  # a projection, in rebuilt text
        return id(table) in self._projections or id(around) in self._projections

    def _conditions(self, root: exp.Expr) -> Iterator[exp.Expr]:
        """What rows are tested by. An aggregate's own sees rows that have passed, and row rules never fail."""
        for node in root.find_all(exp.Where, exp.Having):
            around = node.parent
            ruled = around is not None and id(around.parent) in self._projections
            if not ruled and not isinstance(around, exp.Filter):
                yield node


def _is_plain(node: exp.Expr) -> bool:
    if isinstance(node, exp.Subquery):  # one that is a value fails where it has two rows
        return isinstance(node.parent, exp.From | exp.Join)
    if isinstance(node, _TESTS):
        return isinstance(node.find_ancestor(exp.Where, exp.Having, exp.Join, exp.Select), _CONDITIONS)
    return type(node) in _PLAIN or _is_written(node)


def _is_written(node: exp.Expr) -> bool:
    """A date or a moment that is written out, and of what type: it fails for every row, or for none."""
    if isinstance(node, exp.DataType):
        return isinstance(node.parent, exp.Cast)
    return isinstance(node, exp.Cast) and isinstance(node.this, exp.Literal)


def _asked(node: exp.Expr) -> Iterator[exp.Expr]:
    """The queries that may be read to their end or not."""
    if isinstance(node, exp.Intersect):
        yield node
    elif not _is_joined(node):
        inner = next(node.find_all(exp.Select, exp.SetOperation), None)
        yield from () if inner is None else (inner,)


def _is_joined(node: exp.Expr) -> bool:
    """Whether PostgreSQL makes a join of it: WHERE asks IN or EXISTS, or that there is none, with AND."""
    held = node.parent
    while isinstance(held, exp.And | exp.Paren) or (
        isinstance(held, exp.Not) and isinstance(node, exp.Exists)
    ):
        held = held.parent
    return isinstance(held, exp.Where) and isinstance(node, exp.Exists | exp.In)
