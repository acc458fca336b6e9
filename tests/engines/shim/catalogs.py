"""Catalog names: Spark's one catalog is `spark_catalog`; a workspace has `main` and others.

Strings, comments and names in other places are left alone.
"""

import re
from collections.abc import Mapping, Sequence

_TOKEN = re.compile(
    r"--[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|\w+|\s+|.", re.DOTALL
)
_LISTS_OF_CATALOGS = ("schemas", "databases")  # SHOW SCHEMAS IN main


def renamed(sql: str, aliases: Mapping[str, str]) -> str:
    """`main.s.t` as `spark_catalog.s.t`, and USE CATALOG as Spark writes it."""
    tokens = _TOKEN.findall(sql)
    spoken = [place for place, token in enumerate(tokens) if _is_spoken(token)]
    words = [tokens[place].strip("`").lower() for place in spoken]
    if words[:2] == ["use", "catalog"]:
        tokens[spoken[0]] = "SET"
    for index, word in enumerate(words):
        if word in aliases and _names_a_catalog(words, index):
            tokens[spoken[index]] = aliases[word]
    return "".join(tokens)


def _is_spoken(token: str) -> bool:
    return not token.isspace() and not token.startswith(("--", "/*"))


def _names_a_catalog(words: Sequence[str], index: int) -> bool:
    before = words[index - 1] if index else ""
    two_before = words[index - 2] if index > 1 else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if before == ".":
        return False
    return after == "." or before == "catalog" or two_before in _LISTS_OF_CATALOGS
