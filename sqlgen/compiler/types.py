"""What kind of values a column holds, read from the dictionary's type words."""

import re
from enum import StrEnum

from catalog.contracts import Column
from sqlgen.contracts import Dialect


class Family(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    INSTANT = "instant"  # a point in time, whatever the zone it is shown in
    LOCAL_TIME = "local time"  # date and time without a zone: taken as the portal's own
    OTHER = "other"


_WORDS = {
    Family.TEXT: "string varchar char text character bpchar uuid citext enum nvarchar",
    Family.INTEGER: "int integer bigint smallint tinyint long short byte hugeint int2 int4 int8 int16 int32 "
    "int64 uinteger ubigint usmallint utinyint serial bigserial",
    Family.NUMBER: "decimal numeric dec float double real float4 float8",
    Family.BOOLEAN: "boolean bool",
    Family.DATE: "date",
}
_FAMILY = {word: family for family, words in _WORDS.items() for word in words.split()}
_INSTANT = ("timestamptz", "timestamp_ltz", "timestamp with time zone")
_LOCAL = ("timestamp_ntz", "timestamp without time zone", "datetime")
_WORD = re.compile(r"[a-z0-9_]+")


def family_of(column: Column, dialect: Dialect) -> Family:
    """The family of a column's type.

    A bare `timestamp` with no second word beside it means what the engine means by it: an instant in
    Databricks, a local time in PostgreSQL and DuckDB.
    """
    words = tuple(kind.strip().lower() for kind in column.data_types)
    if any(word.startswith(("timestamp", "datetime")) for word in words):
        return _timestamp_family(words, dialect)
    heads = (_WORD.match(word) for word in words)
    found = (_FAMILY.get(head[0]) for head in heads if head)
    return next((family for family in found if family), Family.OTHER)


def _timestamp_family(words: tuple[str, ...], dialect: Dialect) -> Family:
    plain = tuple(re.sub(r"\s*\([0-9]+\)", "", word) for word in words)
    if any(word in _INSTANT for word in plain):
        return Family.INSTANT
    if any(word in _LOCAL for word in plain) or dialect != "databricks":
        return Family.LOCAL_TIME
    return Family.INSTANT
