"""Data types as several engines write them, and which of them mean the same."""

import re
from enum import StrEnum

from catalog.findings import nearest


class TypeFamily(StrEnum):
    """Types that hold the same values: a column may have any of a family's types on an engine."""

    STRING = "string"
    UUID = "uuid"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    TIMESTAMP = "timestamp"
    TIME = "time"
    INTERVAL = "interval"
    BINARY = "binary"
    NESTED = "nested"

    @property
    def numeric(self) -> bool:
        return self in (TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT)

    @property
    def temporal(self) -> bool:
        return self in (TypeFamily.DATE, TypeFamily.TIMESTAMP)


_NAMES: dict[TypeFamily, str] = {
    TypeFamily.STRING: "string varchar char text character bpchar nvarchar nchar citext name enum",
    TypeFamily.UUID: "uuid",
    TypeFamily.INTEGER: (
        "int integer bigint smallint tinyint hugeint long short byte int2 int4 int8 int16 int32 int64 int128 "
        "utinyint usmallint uinteger ubigint uhugeint serial bigserial smallserial"
    ),
    TypeFamily.DECIMAL: "decimal numeric dec number",
    TypeFamily.FLOAT: "double float real float4 float8",
    TypeFamily.BOOLEAN: "boolean bool",
    TypeFamily.DATE: "date",
    TypeFamily.TIMESTAMP: (
        "timestamp timestamptz timestamp_ntz timestamp_ltz timestamp_s timestamp_ms timestamp_us "
        "timestamp_ns datetime"
    ),
    TypeFamily.TIME: "time timetz",
    TypeFamily.INTERVAL: "interval",
    TypeFamily.BINARY: "binary bytea blob varbinary bit bitstring",
    TypeFamily.NESTED: "json jsonb variant struct array map list union object row",
}
_FAMILY_OF = {name: family for family, names in _NAMES.items() for name in names.split()}
# Two words or more, written with one.
_LONG_NAMES = {
    "double precision": "double",
    "character varying": "varchar",
    "timestamp with time zone": "timestamptz",
    "timestamp without time zone": "timestamp",
    "time with time zone": "timetz",
    "time without time zone": "time",
    "bit varying": "bit",
}
_PARAMETERS = re.compile(r"\(.*?\)")


def base_name(data_type: str) -> str:
    """A type's plain name: `NUMERIC(12, 2)` → `numeric`, `timestamp(6) with time zone` → `timestamptz`."""
    plain = data_type.strip().lower()
    if plain.endswith("[]") or "<" in plain:
        return "array" if plain.endswith("[]") else plain.partition("<")[0].strip()
    plain = " ".join(_PARAMETERS.sub(" ", plain).rstrip(")").split())
    return _LONG_NAMES.get(plain, plain)


def family_of(data_type: str) -> TypeFamily | None:
    """The family of a type in any supported engine's words; None when the type is not known."""
    return _FAMILY_OF.get(base_name(data_type))


def families_of(data_types: tuple[str, ...]) -> frozenset[TypeFamily]:
    """The families of a column's notations; unknown ones are left out."""
    return frozenset(family for family in map(family_of, data_types) if family)


def nearest_type(data_type: str) -> str:
    return nearest(base_name(data_type), (*_FAMILY_OF, *_LONG_NAMES))


def equivalent(data_types: tuple[str, ...], live_type: str) -> bool:
    """Whether a column of these notations may have this type on an engine."""
    return family_of(live_type) in families_of(data_types)


def interchangeable(families: frozenset[TypeFamily]) -> bool:
    """Whether a column may have notations of these families: one family, or uuid where an engine has none."""
    return len(families) <= 1 or families == {TypeFamily.UUID, TypeFamily.STRING}
