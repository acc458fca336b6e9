"""Moments that PostgreSQL reckons without fail: some small steps from a written day, from today or from now."""

from typing import Final

from sqlglot import exp

from sqlgen.guard.filled import filled
from sqlgen.guard.spark_constants import TIMES, is_a_moment

_MAX_STEPS: Final = 6  # of 500 years at most: PostgreSQL's moments begin 4713 BC
_LONGEST: Final = {"YEAR": 500, "MONTH": 6_000}
_LONGEST_OF_DAYS: Final = 9_999
_SHORT: Final = frozenset({"WEEK", "DAY", "HOUR", "MINUTE", "SECOND"})


def is_reckoned(node: exp.Expr) -> bool:
    """`CURRENT_DATE - INTERVAL '30 days'`, `DATE_TRUNC('month', NOW())`, `CAST('2024-01-01' AS DATE) + 7`."""
    steps = 0
    while True:
        node = node.unnest()
        if isinstance(node, exp.Add | exp.Sub) and _is_small(node.expression):
            steps += 1
        elif not _is_cut(node) and not _is_made_a_time(node):
            break
        node = node.this
    return steps <= _MAX_STEPS and _is_fixed(node)


def _is_fixed(node: exp.Expr) -> bool:
    if isinstance(node, exp.CurrentDate | exp.CurrentTimestamp):
        return not filled(node)
    return isinstance(node, exp.Cast) and node.to.this in TIMES and is_a_moment(node.this)


def _is_cut(node: exp.Expr) -> bool:
    return isinstance(node, exp.TimestampTrunc | exp.DateTrunc) and not filled(node) - {"this", "unit"}


def _is_made_a_time(node: exp.Expr) -> bool:
    return isinstance(node, exp.Cast) and node.to.this in TIMES and not isinstance(node.this, exp.Literal)


def _is_small(step: exp.Expr) -> bool:
    """A number of days, or an interval of one unit."""
    if isinstance(step, exp.Interval):
        unit, step = step.text("unit").upper().removesuffix("S"), step.this
        longest = _LONGEST.get(unit, _LONGEST_OF_DAYS if unit in _SHORT else -1)
    else:
        longest = -1 if isinstance(step, exp.Literal) and step.is_string else _LONGEST_OF_DAYS
    return isinstance(step, exp.Literal) and step.name.isdigit() and int(step.name) <= longest
