"""Where the viewer's row rules need a fence, so that no error tells of rows they hide.

PostgreSQL tests cheap conditions first: `1 / (cost - 100) > 0` may be reckoned for a row before the row rule drops
it, and the division by zero then tells that somebody's cost is 100. OFFSET 0 keeps PostgreSQL from moving conditions
into a projection, and keeps it from using an index for them as well. So the fence stands only where a condition, or
a column a condition may use, could fail for some value. DuckDB needs one where it may stop halfway (`streams.py`): a
count of all rows makes it gather those the rule leaves first. Databricks needs two (`spark_fences.py`): behind row
rules where a condition could fail for the name of a partition (`early.py`), and an order where a LIMIT may be full
before all rows were met.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.early import may_fail_early
from sqlgen.guard.kinds import is_list
from sqlgen.guard.quiet import Quiet
from sqlgen.guard.resolve import Resolver
from sqlgen.guard.spark_kinds import Kinds
from sqlgen.guard.spines import SPINES, lone_spine
from sqlgen.guard.streams import may_fail_halfway


class Fences(NamedTuple):
    """What has to stand in the rebuilt text: a fence behind every row rule, an order in what may be left halfway."""

    rows: bool
    order: bool


def fences_due(root: exp.Expr, dialect: Dialect, resolver: Resolver) -> Fences:
    """Where an error could tell of rows that a row rule hides, in a statement that was resolved."""
    if not any(table.rows for table in resolver.policy.tables.values()):
        return Fences(rows=False, order=False)
    base = resolver.base
    if dialect == "databricks":
        kinds = Kinds(resolver.columns)
        alike = all(map(kinds.stacks_alike, root.find_all(exp.SetOperation)))
        halfway = may_fail_halfway(root, dialect, base, kinds.never_fails if alike else _may_fail)
        return Fences(rows=may_fail_early(root, kinds, base), order=halfway)
    if dialect == "duckdb":
        return Fences(rows=may_fail_halfway(root, dialect, base), order=False)
    tables = resolver.policy.tables.values()
    listed = any(is_list(kind) for table in tables for kind in table.columns.values())
    quiet = Quiet(resolver.columns, listed=listed)
    joined = all(map(quiet.joins_quietly, root.find_all(exp.Join)))
    return Fences(rows=not (joined and all(map(quiet.is_quiet, _early(root)))), order=False)


def _may_fail(_: exp.Expr) -> bool:
    """Set operations make numbers of texts that stand below numbers."""
    return False


def _early(root: exp.Expr) -> Iterator[exp.Expr]:
    """What an engine may reckon before it has dropped a row: conditions, and what inner queries give to them."""
    for node in root.find_all(exp.Where, exp.Having, exp.Join, exp.Values, exp.Unnest, exp.Table, exp.Select):
        if isinstance(node, exp.Join):
            if node.args.get("on") is not None:
                yield node.args["on"]
        elif isinstance(node, exp.Values):
            if node.find(exp.Column):  # of a query around, whose conditions PostgreSQL may put them into
                yield from node.expressions
        elif isinstance(node, exp.Unnest):
            yield from node.expressions
        elif isinstance(node, exp.Table):
            if isinstance(node.this, exp.Anonymous) or (isinstance(node.this, SPINES) and _reads(node.this)):
                yield node.this
        elif not isinstance(node, exp.Select):
            yield node
        elif node is not root and (lone_spine(node) is None or _reads(node)):
            yield from node.expressions


def _reads(spine: exp.Expr) -> bool:
    """Whether a series, or a SELECT of one, is made of anything that is stored."""
    return any(found is not spine for found in spine.find_all(exp.Column, exp.Query))
