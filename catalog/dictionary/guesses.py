"""What names and types suggest about columns where an engine says no more. A person checks the draft."""

import re

from catalog.contracts import ColumnRole, LiveColumn, LiveTable, Sensitivity
from catalog.dictionary.types import TypeFamily, base_name, family_of

_PERSONAL = re.compile(
    r"e_?mail|phone|mobile|fax|passw|secret|token|iban|ssn|social_sec|passport|tax_?id|birth|street|address"
    r"|first_?name|last_?name|full_?name|surname|card_?n|credit_?card|ip_addr|latitude|longitude"
)
_LOADED = re.compile(r"(^|_)(loaded|ingested|etl|imported|inserted|synced)(_|$)")
_ENDING = re.compile(
    r"(^|_)(closed|resolved|completed|updated|deleted|ended|modified|expires?|valid|born)(_|$)"
)
_IDENTIFIER = re.compile(r"(^|_)(id|key|code|no|nr|number|uuid|sk|pk)$")
_FREE_TEXT = re.compile(r"(^|_)(title|text|notes?|comments?|description|message|url|link|body|remarks?)$")
_NOT_ADDITIVE = re.compile(
    r"rate|ratio|pct|percent|share|avg|average|mean|median|score|index|rank|price|satisfaction|rating|year|month|week"
)
_PREFIX = re.compile(r"^(ev|dim|fact|fct|f|d|stg|tbl)_")

_DATABRICKS_AND_SQL = {
    "tinyint": "tinyint; smallint",
    "smallint": "smallint",
    "int2": "smallint",
    "int": "int; integer",
    "integer": "int; integer",
    "int4": "int; integer",
    "real": "float; real",
    "float": "float; real",
    "float4": "float; real",
    "double": "double; double precision",
    "float8": "double; double precision",
    "timestamptz": "timestamp; timestamptz",
    "timestamp_ltz": "timestamp; timestamptz",
    "enum": "string; enum",
    "char": "string; char",
    "bpchar": "string; char",
    "character": "string; char",
    "citext": "string; citext",
    "json": "variant; json",
    "jsonb": "variant; jsonb",
}
_BY_FAMILY = {
    TypeFamily.STRING: "string; varchar",
    TypeFamily.UUID: "string; uuid",
    TypeFamily.INTEGER: "bigint",
    TypeFamily.DECIMAL: "decimal; numeric",
    TypeFamily.FLOAT: "double; double precision",
    TypeFamily.BOOLEAN: "boolean",
    TypeFamily.DATE: "date",
    TypeFamily.TIMESTAMP: "timestamp_ntz; timestamp",
    TypeFamily.TIME: "string; time",
    TypeFamily.INTERVAL: "interval",
    TypeFamily.BINARY: "binary; bytea",
    TypeFamily.NESTED: "variant; json",
}


def notation(live_type: str) -> str:
    """A type in double notation, `decimal(12,2); numeric(12,2)`; one that is not known is read as text."""
    name = base_name(live_type)
    if name in ("decimal", "numeric") and (precision := re.search(r"\(.*\)", live_type)):
        digits = precision.group().replace(" ", "")
        return f"decimal{digits}; numeric{digits}"
    family = family_of(live_type) or TypeFamily.STRING
    return _DATABRICKS_AND_SQL.get(name) or _BY_FAMILY[family]


def role(column: LiveColumn) -> ColumnRole:
    """The role of a column that is part of no key."""
    name, family = column.name.lower(), family_of(column.type)
    if family and family.temporal:
        return ColumnRole.ATTRIBUTE if is_load_time(column) else ColumnRole.TIME
    if is_personal(column) or is_identifier(column):
        return ColumnRole.ATTRIBUTE
    if family and family.numeric:
        return ColumnRole.MEASURE
    if family in (TypeFamily.STRING, TypeFamily.BOOLEAN) and not _FREE_TEXT.search(name):
        return ColumnRole.DIMENSION
    return ColumnRole.ATTRIBUTE


def sensitivity(column: LiveColumn) -> Sensitivity:
    """Restricted for what looks like a person's data: nothing may select it until someone says otherwise."""
    return Sensitivity.RESTRICTED if is_personal(column) else Sensitivity.INTERNAL


def is_personal(column: LiveColumn) -> bool:
    return bool(_PERSONAL.search(column.name.lower())) and family_of(column.type) is not TypeFamily.BOOLEAN


def is_identifier(column: LiveColumn) -> bool:
    return bool(_IDENTIFIER.search(column.name.lower()))


def is_load_time(column: LiveColumn) -> bool:
    family = family_of(column.type)
    return bool(family and family.temporal and _LOADED.search(column.name.lower()))


def is_additive(name: str) -> bool:
    """Whether a number of that name can be summed: amounts and counts can, rates and prices cannot."""
    return not _NOT_ADDITIVE.search(name.lower())


def time_column(table: LiveTable) -> str:
    """When a row happened: the first time column that tells of no end, filled ones first; else empty."""
    times = [column for column in table.columns if role(column) is ColumnRole.TIME]
    times.sort(key=lambda column: (bool(_ENDING.search(column.name.lower())), column.nullable))
    return times[0].name if times else ""


def stem(table: LiveTable) -> str:
    """A table's noun: `dim_regions` → `region`."""
    bare = _PREFIX.sub("", table.name.lower())
    if bare.endswith("ies"):
        return f"{bare[:-3]}y"
    return bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare


def key_candidates(table: LiveTable) -> tuple[tuple[str, ...], ...]:
    """What may be the key of a table that declares none, likeliest first; the data has to confirm."""
    names = {column.name.lower(): column.name for column in table.columns}
    wanted = (f"{stem(table)}_{suffix}" for suffix in ("id", "key", "code", "uuid", "sk"))
    single = [(names[name],) for name in (*wanted, "id", "key", "code") if name in names]
    leading: list[str] = []
    for column in table.columns:
        if not (is_identifier(column) or family_of(column.type) is TypeFamily.DATE):
            break
        leading.append(column.name)
    composite = [tuple(leading[:length]) for length in range(2, min(len(leading), 4) + 1)]
    first = [(leading[0],)] if leading else []
    return tuple(dict.fromkeys([*single, *first, *composite]))
