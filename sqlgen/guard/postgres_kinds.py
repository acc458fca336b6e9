"""Which types of PostgreSQL have values that may always be compared, and with which others."""

import re
from functools import lru_cache
from typing import Final, Literal

from sqlgen.guard.kinds import is_moment

# "gathered": by an aggregate, of whatever type; "written": in the text, as is a "number". A moment may have a zone.
Kind = Literal[
    "whole", "decimal", "double", "text", "truth", "uuid", "date", "moment", "gathered", "number", "written"
]
_KINDS: Final[tuple[tuple[str, Kind], ...]] = (
    (r"(?:small|big)?(?:int|serial)[248]?|integer", "whole"),
    (r"(?:numeric|decimal|dec)(?: ?\([0-9, ]*\))?", "decimal"),
    (r"real|double(?: precision)?|float[48]?(?: ?\([0-9]+\))?", "double"),
    (r"text|string|(?:varchar|bpchar|char|character)(?: varying)?(?: ?\([0-9]+\))?", "text"),
    (r"bool(?:ean)?", "truth"),
    (r"uuid", "uuid"),
    (r"date", "date"),
)


@lru_cache(maxsize=1_024)  # types come out of policies
def kind_of_type(name: str) -> Kind | None:
    """`varchar(20)`: text. None for types whose values may fail when they are compared, or that are not known.

    A BIGINT is no OID, a longer address none of a shorter kind, and shapes are compared by sizes that may be too big.
    """
    plain = name.strip().lower()
    if plain != "date" and is_moment(plain):
        return "moment"
    return next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, plain)), None)
