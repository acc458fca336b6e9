"""What may stand in and behind a call: DISTINCT, ORDER BY, FILTER, OVER and WITHIN GROUP belong to what gathers rows.

sqlglot reads and writes them in any call. To an engine `UPPER(x) FILTER (WHERE …)` is nothing; and where sqlglot writes
the call as something else (DATE(x) as a cast, IFNULL as COALESCE) it could become something.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.functions import EXPLODED
from sqlgen.guard.functions_by_name import AGGREGATES_BY_NAME
from sqlgen.guard.functions_of_rows import OF_ROWS
from sqlgen.guard.violation import GuardViolation

# Only over a window.
NUMBERING: Final = (
    *(exp.RowNumber, exp.Rank, exp.DenseRank, exp.PercentRank, exp.CumeDist, exp.Ntile, exp.Lag, exp.Lead),
    exp.NthValue,
)
_OF_ROWS: Final = frozenset(OF_ROWS)
_BEHIND: Final = (exp.Filter, exp.WithinGroup, exp.IgnoreNulls, exp.RespectNulls)
_ROWS: Final = (exp.GenerateSeries, exp.ExplodingGenerateSeries, *EXPLODED)
_SORTED: Final = (exp.Query, exp.Window, exp.WithinGroup)


def of_an_aggregate(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """FILTER, OVER and WITHIN GROUP stand behind an aggregate or a function of windows."""
    called = node.this
    while isinstance(called, _BEHIND):
        called = called.this
    if isinstance(node, exp.Window) and node.arg_key == "windows":  # WINDOW w AS (…)
        return None
    known = isinstance(called, _ROWS) or _of_rows(called)  # what makes rows is refused for that
    return None if known else _misplaced(called)


def sorted_in_place(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """ORDER BY stands in a query, a window, or a call that gathers rows."""
    around = node.parent
    return None if around is None or isinstance(around, _SORTED) or _of_rows(around) else _misplaced(around)


def distinct_in_place(node: exp.Expr) -> GuardViolation | None:
    """DISTINCT stands in a SELECT, or in a call that gathers rows."""
    around = node.parent
    while isinstance(around, exp.Order):
        around = around.parent
    return (
        None if around is None or isinstance(around, exp.Select) or _of_rows(around) else _misplaced(around)
    )


def over_a_window(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """ROW_NUMBER() and its like want OVER (…)."""
    around = node.parent
    while isinstance(around, _BEHIND):
        around = around.parent
    if isinstance(around, exp.Window):
        return None
    return GuardViolation("forbidden_node", f"{_name(node)} wants OVER (…) behind it.")


def _of_rows(node: exp.Expr) -> bool:
    named = isinstance(node, exp.Anonymous) and node.name.upper() in AGGREGATES_BY_NAME
    return named or type(node) in _OF_ROWS


def _misplaced(called: exp.Expr) -> GuardViolation:
    return GuardViolation(
        "forbidden_node",
        f"{_name(called)} takes no DISTINCT, ORDER BY, FILTER, OVER or WITHIN GROUP: only aggregates do.",
    )


def _name(node: exp.Expr) -> str:
    if isinstance(node, exp.Anonymous):
        return str(node.name.upper()[:60])
    return str(node.sql_name()) if isinstance(node, exp.Func) else "This"
