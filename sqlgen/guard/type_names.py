"""Has sqlglot read the names of three types once, and not anew for each cast of a text.

In Databricks SQL it asks of each type it meets whether that is "char", "varchar" or "float", and makes a tokenizer and
a parser for each of these questions: most of what 1,500 casts cost. The answers are the same for every reader.
"""

from functools import wraps
from typing import Any, Final

import sqlglot
from sqlglot import exp

_ASKED_FOR: Final = ("char", "varchar", "float")


def read_names_once() -> None:
    """Put a reader that remembers these names where sqlglot looks for its own."""
    read_anew = sqlglot.parse_one
    known = {name: exp.DataType.build(name) for name in _ASKED_FOR}

    @wraps(read_anew)
    def parse_one(sql: str, read: Any = None, dialect: Any = None, **how: Any) -> exp.Expr:
        if how.get("into") is exp.DataType and sql in known and read is None and dialect is None:
            return known[sql].copy()
        return read_anew(sql, read, dialect, **how)

    sqlglot.parse_one = parse_one  # type: ignore[assignment]
