"""Where the viewer's row rules need a fence, so that no error tells of rows they hide.

PostgreSQL tests cheap conditions first: `1 / (cost - 100) > 0` may be reckoned for a row before the row rule drops
it, and the division by zero then tells that somebody's cost is 100. OFFSET 0 keeps PostgreSQL from moving conditions
into a projection, and keeps it from using an index for them as well. So the fence stands unless all conditions are
plain comparisons, which fail for no row (`quiet.py`). What PostgreSQL tries while it plans no fence holds: behind it
columns are given so that it knows nothing of what they hold (`project.py`), and what is more than plain (`plain.py`)
is planned as if every plan were as cheap (`blind.py`). DuckDB needs one where it may stop halfway (`streams.py`)
or adds with roundings (`inexact.py`): a count of all rows makes it gather those the rule leaves first. Databricks
needs two (`spark_fences.py`): behind row rules where a condition could fail for the name of a partition (`early.py`),
and an order where a LIMIT may be full before all rows were met.
"""

from typing import Final, NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.early import check_taken, may_fail_early
from sqlgen.guard.inexact import adds_inexactly
from sqlgen.guard.plain import Plain
from sqlgen.guard.quiet_on_duckdb import QuietOnDuckDB
from sqlgen.guard.resolve import Resolver
from sqlgen.guard.spark_kinds import Kinds
from sqlgen.guard.spines import SPINES
from sqlgen.guard.streams import may_fail_halfway

_ROWS: Final = (exp.Table, exp.Unnest, exp.Lateral)


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
    ruled = [source.table for source in base if source.table is not None and source.table.rows]
    views = any(table.reckoned for table in ruled)
    if dialect == "databricks":
        kinds = Kinds(resolver.columns)
        if ruled:
            check_taken(root, kinds)
        alike = all(map(kinds.stacks_alike, root.find_all(exp.SetOperation)))
        halfway = may_fail_halfway(root, dialect, base, kinds.never_fails if alike else _may_fail)
        return Fences(rows=views or may_fail_early(root, kinds, base), order=views or halfway)
    if dialect == "duckdb":
        quiet = QuietOnDuckDB(resolver.columns)
        follows = may_fail_halfway(root, dialect, base, quiet.never_fails) or adds_inexactly(
            root, resolver.columns
        )
        return Fences(rows=views or follows, order=False)
    plain = Plain(resolver.columns, base)
    rows = views or not plain.is_quiet(root) or any(map(_makes_rows_of_others, root.find_all(*_ROWS)))
    blind = rows or not plain.is_plain(root)
    if blind:
        plain.check_asked(root)
    return Fences(rows=rows, order=False, blind=blind)


def _may_fail(_: exp.Expr) -> bool:
    """Set operations make numbers of texts that stand below numbers."""
    return False


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
