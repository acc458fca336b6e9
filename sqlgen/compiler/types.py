"""What the compiler must know of a column's type: how to write its literals, its text and its local time."""

from enum import StrEnum

from catalog.contracts import Column
from catalog.dictionary.types import TypeFamily, base_name, families_of
from sqlgen.contracts import Dialect


class Family(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    INSTANT = "instant"  # a point in time, whatever the zone it is shown in
    LOCAL_TIME = "local time"  # date and time without a zone: taken as the portal's own
    OTHER = "other"  # shown and searched as text


_FAMILY = {
    TypeFamily.INTEGER: Family.INTEGER,
    TypeFamily.DECIMAL: Family.NUMBER,
    TypeFamily.FLOAT: Family.NUMBER,
    TypeFamily.BOOLEAN: Family.BOOLEAN,
    TypeFamily.DATE: Family.DATE,
}
# Fixed-width and enumerated text would not take 'Unknown' beside it, or would pad it: it is cast first.
_PLAIN_TEXT = {"string", "varchar", "text"}
_INSTANT = {"timestamptz", "timestamp_ltz"}


def family_of(column: Column, dialect: Dialect) -> Family:
    """The family of a column's type.

    A bare `timestamp` with no other word beside it means what the engine means by it: an instant in
    Databricks, a local time in PostgreSQL and DuckDB.
    """
    words = {base_name(kind) for kind in column.data_types}
    families = families_of(column.data_types)
    if TypeFamily.TIMESTAMP in families:
        instant = words & _INSTANT or (words == {"timestamp"} and dialect == "databricks")
        return Family.INSTANT if instant else Family.LOCAL_TIME
    if words <= _PLAIN_TEXT:
        return Family.TEXT
    return next((_FAMILY[family] for family in families if family in _FAMILY), Family.OTHER)
