"""Where the viewer's row rules need a fence, so that no error tells of rows they hide.

PostgreSQL tests cheap conditions first: `1 / (cost - 100) > 0` may be reckoned for a row before the row rule drops
it, and the division by zero then tells that somebody's cost is 100. OFFSET 0 keeps PostgreSQL from moving conditions
into a projection, and keeps it from using an index for them as well. So the fence stands unless all conditions are
plain comparisons, which fail for no row (`quiet.py`). What PostgreSQL tries while it plans no fence holds: behind it
columns are given so that it knows nothing of what they hold (`project.py`), and what is more than plain (`plain.py`)
is planned as if every plan were as cheap (`blind.py`). DuckDB needs one where it may stop halfway (`streams.py`): a
count of all rows makes it gather those the rule leaves first. Databricks needs two (`spark_fences.py`): behind row
rules where a condition could fail for the name of a partition (`early.py`), and an order where a LIMIT may be full
before all rows were met.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.early import may_fail_early
from sqlgen.guard.plain import is_plain
from sqlgen.guard.quiet import Quiet
from sqlgen.guard.resolve import Resolver
from sqlgen.guard.spark_kinds import Kinds
from sqlgen.guard.spines import SPINES
from sqlgen.guard.streams import may_fail_halfway


class Fences(NamedTuple):
    """What has to stand in the rebuilt text: a fence behind every row rule, an order in what may be left halfway.

    `blind`: the engine has to plan without what it knows of the tables (`blind.py`).
    """

    rows: bool
    order: bool
    blind: bool = True


def fences_due(root: exp.Expr, dialect: Dialect, resolver: Resolver) -> Fences:
    """Where an error could tell of rows that a row rule hides, in a statement that was resolved.

    Raises GuardViolation where no fence would help.
    """
    if not any(table.rows for table in resolver.policy.tables.values()):
        return Fences(rows=False, order=False, blind=False)
    base = resolver.base
    if dialect == "databricks":
        kinds = Kinds(resolver.columns)
        alike = all(map(kinds.stacks_alike, root.find_all(exp.SetOperation)))
        halfway = may_fail_halfway(root, dialect, base, kinds.never_fails if alike else _may_fail)
        return Fences(rows=may_fail_early(root, kinds, base), order=halfway)
    if dialect == "duckdb":
        return Fences(rows=may_fail_halfway(root, dialect, base), order=False)
    rows = _may_fail_for_a_row(root, resolver)
    return Fences(rows=rows, order=False, blind=rows or not is_plain(root))


def _may_fail_for_a_row(root: exp.Expr, resolver: Resolver) -> bool:
    """Whether PostgreSQL may test, before a row rule, what could fail for some row."""
    quiet = Quiet(resolver.columns)
    conditions = _conditions(root, {id(source.node) for source in resolver.base})
    return (
        not all(map(quiet.joins_quietly, root.find_all(exp.Join)))
        or not all(map(quiet.is_quiet, conditions))
        or any(map(_makes_rows_of_others, root.find_all(exp.Table, exp.Unnest, exp.Lateral)))
    )


def _may_fail(_: exp.Expr) -> bool:
    """Set operations make numbers of texts that stand below numbers."""
    return False


def _conditions(root: exp.Expr, projections: set[int]) -> Iterator[exp.Expr]:
    """What rows are tested by. An aggregate's own condition sees rows that have passed, and row rules never fail."""
    for node in root.find_all(exp.Where, exp.Having):
        around = node.parent
        ruled = around is not None and id(around.parent) in projections
        if not ruled and not isinstance(around, exp.Filter):
            yield node


def _makes_rows_of_others(node: exp.Expr) -> bool:
    """Whether rows are made of what another row holds, by a function that may fail."""
    if isinstance(node, exp.Lateral):
        return not isinstance(node.this, exp.Subquery)
    if isinstance(node, exp.Unnest):
        return _reads(node)
    return isinstance(node.this, exp.Anonymous) or (isinstance(node.this, SPINES) and _reads(node.this))


def _reads(spine: exp.Expr) -> bool:
    """Whether a series, or a SELECT of one, is made of anything that is stored."""
    return any(found is not spine for found in spine.find_all(exp.Column, exp.Query))
