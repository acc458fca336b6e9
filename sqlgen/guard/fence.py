"""Where the viewer's row rules need a fence, so that no error tells of rows they hide.

PostgreSQL tests cheap conditions first: `1 / (cost - 100) > 0` may be reckoned for a row before the row rule drops
it, and the division by zero then tells that somebody's cost is 100. OFFSET 0 keeps PostgreSQL from moving conditions
into a projection, and keeps it from using an index for them as well. So the fence stands only where a condition, or
a column a condition may use, could fail for some value. DuckDB needs one where it may stop halfway (`streams.py`): a
count of all rows makes it gather those the rule leaves first. Databricks needs two (`spark_fences.py`): behind row
rules where a condition could fail for the name of a partition (`early.py`), and an order where a LIMIT may be full
before all rows were met.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import available_timezones

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.early import may_fail_early
from sqlgen.guard.kinds import is_list
from sqlgen.guard.resolve import Resolver
from sqlgen.guard.spark_kinds import Kinds
from sqlgen.guard.spines import SPINES, lone_spine
from sqlgen.guard.streams import may_fail_halfway

# These never fail, whatever value they meet. Arithmetic does (too big, by zero), and so does most of the rest.
_QUIET: Final = frozenset(
    {
        *(exp.Where, exp.Having, exp.Alias, exp.Column, exp.Identifier, exp.Paren, exp.Tuple, exp.Star),
        *(exp.Null, exp.Boolean, exp.Interval, exp.Var, exp.CurrentDate, exp.CurrentTimestamp),
        *(exp.And, exp.Or, exp.Not, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Is, exp.In),
        *(exp.NullSafeEQ, exp.NullSafeNEQ, exp.Between, exp.Coalesce, exp.Nullif, exp.Case, exp.If),
        *(exp.Upper, exp.Lower, exp.Trim, exp.Concat),
    }
)
_COMPARED: Final = (
    *(exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Between),
    *(exp.Like, exp.ILike),
)
# A choice may make a moment of a day, or a DOUBLE of a DECIMAL, once it is made: of the year 300000 there is no moment,
# of 1e400 no DOUBLE. So what is chosen looks like neither; what is only compared with is read before any row.
_FAR_TEXT: Final = re.compile(
    r"(?<![0-9])(?<!:[0-9]{2}\.)[0-9]{6}|[0-9]{30}|[eE][-+]?[0-9]{2}|(?i:(?<![a-z])bc(?![a-z]))"
)
_FAR_NUMBER: Final = re.compile(r"[eE][-+]?[0-9]{2}|.{30}")
_TIMES: Final = frozenset({exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ})
_TEXTS: Final = frozenset({exp.DType.TEXT, exp.DType.VARCHAR})


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
    return Fences(rows=not all(_is_quiet(part, listed=listed) for part in _early(root)), order=False)


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


def _is_quiet(part: exp.Expr, *, listed: bool) -> bool:
    """Whether nothing in an expression fails for any row; `listed`: a column could be a list."""
    stack = [part]
    while stack:
        node = stack.pop()
        if isinstance(node, exp.AggFunc | exp.Window):
            continue  # these see only rows that passed
        if type(node) not in _QUIET and not _is_quiet_here(node, listed=listed):
            return False
        if not isinstance(node, exp.Cast | exp.Neg):
            stack.extend(node.iter_expressions())
        elif not isinstance(node.this, exp.Literal):
            stack.append(node.this)
    return True


def _is_quiet_here(node: exp.Expr, *, listed: bool) -> bool:
    """What may fail in general but not with these arguments. A query inside is not quiet: it may fail by its rows."""
    if isinstance(node, exp.Literal):
        return _is_compared(node) or _is_near(node)
    if isinstance(node, exp.Neg):
        return isinstance(node.this, exp.Literal) and _is_near(node.this)
    if isinstance(node, exp.DPipe):
        return not listed  # of lists in lists and others PostgreSQL makes none
    if isinstance(node, exp.Like | exp.ILike):
        return isinstance(node.expression, exp.Literal) and "\\" not in node.expression.name
    if isinstance(node, exp.AtTimeZone):
        return _is_zone(node.args.get("zone"))
    if isinstance(node, exp.TimestampTrunc):
        zone = node.args.get("zone")
        return zone is None or _is_zone(zone)
    if isinstance(node, exp.Cast):
        kind = node.to.args["this"]
        if isinstance(node.this, exp.Literal):
            return _is_compared(node) or _is_near(node.this)
        return kind in _TEXTS or (
            kind in _TIMES and isinstance(node.this, exp.AtTimeZone | exp.TimestampTrunc)
        )
    return False


def _is_compared(value: exp.Expr) -> bool:
    """Whether a value that is written out is compared with, and with nothing else made another type before."""
    around = value.parent
    if isinstance(around, exp.In) and value.arg_key == "expressions":
        casts = {one.to.sql() for one in around.expressions if isinstance(one, exp.Cast)}
        return len(casts) < 2
    return isinstance(around, _COMPARED)


def _is_near(value: exp.Literal) -> bool:
    return not (_FAR_TEXT if value.is_string else _FAR_NUMBER).search(value.name)


def _is_zone(node: exp.Expr | None) -> bool:
    return isinstance(node, exp.Literal) and node.name in _zones()


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
