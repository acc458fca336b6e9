"""Finds a LEFT, RIGHT or FULL JOIN without its condition on Databricks: sqlglot reads ON TRUE, and no tree tells."""

import re
from typing import Final

_SIDED: Final = r"(?<!NATURAL )(?:LEFT|RIGHT|FULL)\s++(?:(?:OUTER|SEMI|ANTI)\s++)?+JOIN"
_MARKS: Final = re.compile(
    rf"(?P<sided>\b{_SIDED}\b)|(?P<join>\bJOIN\b)|(?P<on>\b(?:ON|USING)\b)"
    r"|(?P<end>\b(?:SELECT|WHERE|GROUP|HAVING|QUALIFY|ORDER|UNION|INTERSECT|EXCEPT|MINUS)\b|\))|(?P<open>\()",
    re.IGNORECASE,
)
_ANY_SIDED: Final = re.compile(rf"\b{_SIDED}\b", re.IGNORECASE)


def without_condition(text: str) -> int | None:
    """Where such a join stands, in a text without its literals and comments; None where there is none."""
    waiting: list[
        int | None
    ] = []  # where joins stand that have no condition yet; None for those that need none
    around: list[list[int | None]] = []
    for found in _MARKS.finditer(text) if _ANY_SIDED.search(text) else ():
        kind = found.lastgroup
        if kind == "sided":
            waiting.append(found.start())
        elif kind == "join":
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
