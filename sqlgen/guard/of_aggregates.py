"""What aggregates and GROUP BY may hold: shares, accuracies, separators, orders and groupings."""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.calls import distinct_in_place, of_an_aggregate
from sqlgen.guard.groups import grouped_by, groupings
from sqlgen.guard.literals import is_whole_up_to
from sqlgen.guard.marks import TOO_MANY_ARGUMENTS
from sqlgen.guard.violation import GuardViolation

MAX_GROUPING_SETS: Final = 64
MAX_ACCURACY: Final = 10_000

_ORDERED = (exp.PercentileCont, exp.PercentileDisc)


def accuracy(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Memory is taken by accuracy: Spark's own is 10,000."""
    accuracy = node.args.get("accuracy")
    if accuracy is None or is_whole_up_to(MAX_ACCURACY, accuracy):
        return None
    return GuardViolation("too_large", f"Write the accuracy as a number of at most {MAX_ACCURACY}.")


def joined(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if dialect == "postgres" and node.args.get("separator") is None:
        return GuardViolation("unsupported", "STRING_AGG takes a separator: STRING_AGG(x, ', ').")
    return not_over_a_window(node, dialect)


def percentile(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if node.meta.get(TOO_MANY_ARGUMENTS):
        return GuardViolation("unsupported", "PERCENTILE takes a value and a share.")
    return None


def distinct(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """What an engine does not have here, sqlglot writes as a CASE or as a query that holds each value twice."""
    if dialect == "databricks":
        fits = node.args.get("on") is None
    else:
        fits = isinstance(node.parent, exp.Select) or len(node.expressions) < 2
    if fits:
        return distinct_in_place(node)
    return GuardViolation(
        "unsupported", f"{dialect} has no such DISTINCT: write SELECT DISTINCT a, b in a query of its own."
    )


def within_group(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """DuckDB: sqlglot writes what a percentile is taken of twice, and other aggregates in an order of their own."""
    misplaced = of_an_aggregate(node, dialect)
    if misplaced is not None:
        return misplaced
    if dialect == "duckdb" and not isinstance(node.this, _ORDERED):
        return GuardViolation(
            "unsupported",
            "duckdb takes WITHIN GROUP behind percentiles; write MODE(x), LISTAGG(x, ',' ORDER BY y).",
        )
    if dialect != "duckdb" or node.expression.find(exp.Query, exp.AggFunc) is None:
        return None
    return GuardViolation(
        "unsupported", "WITHIN GROUP sorts by columns here: take the percentile of a query."
    )


def not_over_a_window(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Over a window each row of a table gets all of its texts: a million rows, and a million million texts."""
    around = node.parent
    while isinstance(around, exp.Filter | exp.WithinGroup | exp.IgnoreNulls | exp.RespectNulls):
        around = around.parent
    if isinstance(around, exp.Window):
        return GuardViolation("too_large", "Texts may be joined in a group, not over a window.")
    return None


def group(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if not grouped_by(node) and not node.args.get("all"):
        return GuardViolation("parse_error", "GROUP BY names nothing.")
    count = groupings(node)
    if count > MAX_GROUPING_SETS:
        return GuardViolation("too_large", f"GROUP BY may make {MAX_GROUPING_SETS} groupings.")
    # DuckDB 2.0.0 takes such a query for no longer than its table, and leaves out a LIMIT above that.
    if dialect == "duckdb" and count > 1 and not _aggregates(node.parent_select):
        return GuardViolation(
            "unsupported", "DuckDB needs an aggregate, COUNT(*) say, beside several groupings."
        )
    return None


def _aggregates(select: exp.Select | None) -> bool:
    own = select.walk(prune=lambda node: isinstance(node, exp.Query) and node is not select) if select else ()
    return any(
        isinstance(node, exp.AggFunc)
        and not isinstance(node, exp.Grouping | exp.GroupingId)
        and not isinstance(node.parent, exp.Window)
        for node in own
    )
