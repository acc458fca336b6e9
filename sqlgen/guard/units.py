"""The units of time and the types that a query may name."""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNITS: Final = words(
    "MICROSECOND MICROSECONDS MILLISECOND MILLISECONDS SECOND SECONDS MINUTE MINUTES HOUR HOURS DAY "
    "DAYS WEEK WEEKS MONTH MONTHS QUARTER QUARTERS YEAR YEARS DECADE CENTURY DOW ISODOW DOY ISOYEAR "
    "EPOCH DAYOFWEEK DAYOFWEEK_ISO DAYOFWEEKISO DAYOFYEAR WEEKOFYEAR YEAROFWEEK"
)
_PLURAL: Final = words("MICROSECONDS MILLISECONDS SECONDS MINUTES HOURS DAYS WEEKS MONTHS QUARTERS YEARS")
_LONG: Final = words("DAYOFWEEK DAYOFWEEKISO DAYOFWEEK_ISO DAYOFYEAR WEEKOFYEAR YEAROFWEEK QUARTERS")
# What an engine does not read of a time, or cut it by: two fail, and Spark's DATE_TRUNC gives NULL without a word.
_UNREAD: Final[dict[Dialect, frozenset[str]]] = {
    "postgres": _LONG,
    "duckdb": words("DAYOFWEEKISO DAYOFWEEK_ISO"),
    "databricks": words("CENTURY DECADE EPOCH ISODOW ISOYEAR DAYOFWEEKISO DAYOFYEAR WEEKOFYEAR QUARTERS")
    | words("MICROSECOND MICROSECONDS MILLISECOND MILLISECONDS"),
}
_UNCUT: Final[dict[Dialect, frozenset[str]]] = {
    "postgres": _LONG | words("DOW DOY EPOCH ISODOW ISOYEAR"),
    "duckdb": words("DAYOFWEEKISO DAYOFWEEK_ISO YEAROFWEEK"),
    "databricks": _LONG | _PLURAL | words("CENTURY DECADE DOW DOY EPOCH ISODOW ISOYEAR"),
}


def parts_of(dialect: Dialect, *, cut: bool) -> frozenset[str]:
    """The words by which an engine reads a part of a time, or cuts a time."""
    return UNITS - (_UNCUT if cut else _UNREAD)[dialect]


TYPES: Final = frozenset(
    {
        exp.DType.BOOLEAN,
        exp.DType.TINYINT,
        exp.DType.SMALLINT,
        exp.DType.INT,
        exp.DType.BIGINT,
        exp.DType.INT128,
        exp.DType.FLOAT,
        exp.DType.DOUBLE,
        exp.DType.DECIMAL,
        exp.DType.DATE,
        exp.DType.TIME,
        exp.DType.TIMESTAMP,
        exp.DType.TIMESTAMPTZ,
        exp.DType.TIMESTAMPLTZ,
        exp.DType.TIMESTAMPNTZ,
        exp.DType.TEXT,
        exp.DType.VARCHAR,
        exp.DType.INTERVAL,
        exp.DType.UUID,
        exp.DType.JSON,  # not JSONB: it writes the number 1e99999 out
    }
)
