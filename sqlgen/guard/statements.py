"""DuckDB's statements `PIVOT t ON … USING …` and `UNPIVOT t ON …`, put into the FROM where they are read."""

import re
from typing import Final

_BEFORE: Final = "FROM ("
_STATEMENT: Final = re.compile(r"\s*+(?i:UN)?(?i:PIVOT)\b")
_MARKS: Final = re.compile(
    r"'[^']*+(?:'|\Z)|\"[^\"]*+(?:\"|\Z)|--[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|[()]"
    r"|(?P<behind>\b(?i:ORDER\s+BY|LIMIT|OFFSET)\b)"
)


def as_query(sql: str) -> tuple[str, int]:
    """The text with such a statement in the brackets of a FROM, and by how many characters that moved it.

    What sorts and bounds the statement stands behind the brackets. A text that is more than a statement stays as it is.
    """
    if not _STATEMENT.match(sql):
        return sql, 0
    text = sql.rstrip().rstrip(";")
    depth, end = 0, len(text)
    for found in _MARKS.finditer(text):
        depth += {"(": 1, ")": -1}.get(found.group(), 0)
        if depth < 0:
            return sql, 0
        if depth == 0 and found.group("behind") and end == len(text):
            end = found.start()
    return (f"{_BEFORE}{text[:end]}\n) {text[end:]}", len(_BEFORE)) if depth == 0 else (sql, 0)
