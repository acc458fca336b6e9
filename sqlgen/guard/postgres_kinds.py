"""Types of PostgreSQL whose stored values may fail where they are only compared, or chosen with another's."""

import re
from typing import Final

# A BIGINT is no OID, a longer address none of a shorter kind, and shapes are compared by sizes that may be too big.
_ODD: Final = re.compile(r"oid|reg[a-z]+|macaddr8|box|circle|line|lseg|tsvector")
# Of 1e400 there is no DOUBLE, of 1e39 no REAL. A DECIMAL of up to 38 digits fits into either.
_DECIMAL: Final = re.compile(r"(?:numeric|decimal|dec)\b.*")
_NARROW: Final = re.compile(r"[a-z]+ ?\( ?(?:[1-9]|[12][0-9]|3[0-8]) ?(?:, ?[0-9]+ ?)?\)")


def is_odd(kind: str) -> bool:
    """Whether comparing two values of this type, or one with a number, may fail."""
    return _ODD.fullmatch(kind.strip().lower()) is not None


def is_wide(kind: str) -> bool:
    """`numeric`, `decimal(60, 2)`: whether a value may be none of which there is a DOUBLE, or a REAL."""
    plain = kind.strip().lower()
    return _DECIMAL.fullmatch(plain) is not None and _NARROW.fullmatch(plain) is None
