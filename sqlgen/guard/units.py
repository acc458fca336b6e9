"""The units of time and the types that a query may name."""

from typing import Final

from sqlglot import exp


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNITS: Final = words(
    "MICROSECOND MICROSECONDS MILLISECOND MILLISECONDS SECOND SECONDS MINUTE MINUTES HOUR HOURS DAY "
    "DAYS WEEK WEEKS MONTH MONTHS QUARTER QUARTERS YEAR YEARS DECADE CENTURY DOW ISODOW DOY ISOYEAR "
    "EPOCH DAYOFWEEK DAYOFWEEK_ISO DAYOFWEEKISO DAYOFYEAR WEEKOFYEAR YEAROFWEEK"
)
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
