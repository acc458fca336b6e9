"""Guarded SQL of PostgreSQL with its fences taken away: what would have been without them."""

import re
from typing import Final

_UNKNOWN: Final = re.compile(r'CASE WHEN \(SELECT TRUE\) THEN ("[^"]+") END AS \1')


def known(sql: str) -> str:
    """With columns that PostgreSQL knows as it plans: by what it has kept of them, and by their indexes."""
    return _UNKNOWN.sub(r"\1", sql)


def without_fence(sql: str) -> str:
    return known(sql).replace(" OFFSET 0", "")
