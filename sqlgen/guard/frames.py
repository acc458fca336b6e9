"""Frames of windows: ROWS BETWEEN 6 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW."""

import re
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.violation import GuardViolation

FRAMED: Final = re.compile(r"(?i:\b(?:ROWS|RANGE|GROUPS)\b)")
EXCLUDED: Final = frozenset({"CURRENT ROW", "GROUP", "TIES", "NO OTHERS"})


def in_capitals(root: exp.Expr) -> None:
    """sqlglot keeps the words of a frame as they were written; our lists of words are in capitals."""
    for node in root.find_all(exp.WindowSpec):
        for slot, word in node.args.items():
            if isinstance(word, str):
                node.set(slot, word.upper())


def frame(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Rows may be left out of a frame in PostgreSQL and DuckDB; Spark has no EXCLUDE."""
    left_out = node.args.get("exclude")
    if left_out is None or (dialect != "databricks" and left_out.name.upper() in EXCLUDED):
        return None
    return GuardViolation(
        "forbidden_node", f"EXCLUDE in a frame takes {', '.join(sorted(EXCLUDED))}, not on Databricks."
    )
