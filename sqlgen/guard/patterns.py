"""Which regular expressions may reach an engine: short ones that cannot send it searching without end.

DuckDB's engine is linear; PostgreSQL's and above all Java's (Databricks) try every way a text can be divided. A
pattern is written from this small grammar, with few parts of open length and none inside another.
"""

import re
from typing import Final

MAX_PATTERN: Final = 120
MAX_OPEN_PARTS: Final = 3  # parts of no fixed length: a*, a+, a?, a{1,9}
MAX_GROUPS: Final = 4
MAX_ALTERNATIVES: Final = 24

_CLASS = r"\[\^?(?:[^\[\]\\&\x00-\x1f]|&(?!&)|\\[dDwWsS.\\\-])++\]"  # Java takes && for what both sides hold
_ATOM = rf"(?:[^\\.\[\](){{}}*+?^$|\x00-\x1f]|\\[dDwWsS.\\\-+*?()\[\]{{}}|^$/]|\.|{_CLASS})"
_COUNT = r"(?:[*+?]\??|\{[0-9]{1,2}(?:,[0-9]{0,2})?\})"
_PART = rf"{_ATOM}(?:{_COUNT})?"
_GROUP = rf"\((?:\?:)?(?:{_PART}|\|)++\)\??"
_PATTERN: Final = re.compile(rf"\^?(?:{_PART}|{_GROUP}|\|\^?|\$(?=\||\Z))*+\$?")
_PLAIN = re.compile(rf"\\.|{_CLASS}")
_OPEN = re.compile(r"[*+?]\??|\{[0-9]+,[0-9]*\}")


def is_tame(pattern: str) -> bool:
    """Whether every engine answers this pattern in a time that grows slowly with the text."""
    if len(pattern) > MAX_PATTERN or not _PATTERN.fullmatch(pattern):
        return False
    bare = _PLAIN.sub("x", pattern).replace("(?:", "(")
    return (
        len(_OPEN.findall(bare)) <= MAX_OPEN_PARTS
        and bare.count("(") <= MAX_GROUPS
        and bare.count("|") < MAX_ALTERNATIVES
    )
