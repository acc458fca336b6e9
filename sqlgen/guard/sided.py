"""Finds joins without their condition, of which no tree tells: sqlglot reads ON TRUE on Databricks, else a comma.

PostgreSQL and DuckDB have no JOIN without one but CROSS JOIN; Databricks has, where no side keeps its rows.
"""

import re
from typing import Final

from sqlgen.contracts import Dialect

_SIDED: Final = r"(?<!NATURAL )(?:LEFT|RIGHT|FULL)\s++(?:(?:OUTER|SEMI|ANTI)\s++)?+JOIN"
_BARE: Final = r"(?:CROSS|POSITIONAL|NATURAL(?:\s++(?:INNER|(?:LEFT|RIGHT|FULL)(?:\s++OUTER)?+))?+)\s++JOIN"
_OTHERS: Final = (
    r"(?P<on>\b(?:ON|USING)\b)"
    r"|(?P<end>\b(?:SELECT|WHERE|GROUP|HAVING|QUALIFY|ORDER|UNION|INTERSECT|EXCEPT|MINUS)\b|\))|(?P<open>\()"
)
# To Spark LEFT JOIN LATERAL (…) is ON TRUE; of the rows of a list it is not.
_LATERAL: Final = r"LEFT\s++(?:OUTER\s++)?+JOIN\s++LATERAL(?=\s*+\()"
_SPARK: Final = re.compile(
    rf"(?P<free>\b{_LATERAL})|(?P<due>\b{_SIDED}\b)|(?P<join>\bJOIN\b)|{_OTHERS}", re.IGNORECASE
)
_STANDARD: Final = re.compile(rf"(?P<join>\b{_BARE}\b)|(?P<due>\bJOIN\b)|{_OTHERS}", re.IGNORECASE)
_ANY: Final = re.compile(r"\bJOIN\b", re.IGNORECASE)


def without_condition(text: str, dialect: Dialect) -> int | None:
    """Where such a join stands, in a text without its literals and comments; None where there is none."""
    waiting: list[
        int | None
    ] = []  # where joins stand that have no condition yet; None for those that need none
    around: list[list[int | None]] = []
    marks = _SPARK if dialect == "databricks" else _STANDARD
    for found in marks.finditer(text) if _ANY.search(text) else ():
        kind = found.lastgroup
        if kind == "due":
            waiting.append(found.start())
        elif kind in ("join", "free"):
            waiting.append(None)
        elif kind == "on":
            waiting[-1:] = []
        elif kind == "open":
            around.append(waiting)
            waiting = []
        else:
            missing = _first(waiting)
            if missing is not None:
                return missing
            waiting = around.pop() if found.group() == ")" and around else []
    return _first(waiting)


def _first(waiting: list[int | None]) -> int | None:
    return next((at for at in waiting if at is not None), None)
