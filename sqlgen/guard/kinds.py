"""What the policy says a column is made of: lists, maps and structures, as each engine spells them."""

import re
from typing import Final

_OPEN: Final = "<(["
_CLOSE: Final = ">)]"
_NUMBERS: Final = frozenset(
    {
        "tinyint",
        "smallint",
        "int",
        "integer",
        "bigint",
        "hugeint",
        "float",
        "real",
        "double",
        "decimal",
        "numeric",
    }
)
_STRUCTS: Final = ("struct", "row(")
_MOMENT: Final = re.compile(
    r"(?:date|datetime|timestamp(?:tz|_ntz|_ltz|_s|_ms|_ns)?)(?: ?\([0-9]\))?(?: with(?:out)? time zone)?"
)
# What is stored as one value, of which no engine reads a part alone.
_UNDIVIDED: Final = re.compile(
    r"(?:u?(?:tiny|small|big|huge)?int(?:eger)?[1248]?|float[48]?|real|double(?: precision)?|decimal|numeric|bignum"
    r"|varchar|char|character(?: varying)?|bpchar|text|string|json|enum|uuid|bool(?:ean)?|bit|blob|bytea|binary"
    r"|interval|time(?:tz)?)(?: ?\(.*\))?(?: with(?:out)? time zone)?"
)
# Numbers that DuckDB adds without a rounding. A UHUGEINT or a BIGNUM becomes a DOUBLE.
_EXACT: Final = re.compile(
    r"(?:u?(?:tiny|small|big)int|u?int(?:eger)?[1248]?|hugeint|(?:decimal|numeric|dec)(?: ?\([0-9, ]*\))?)"
)


def is_list(kind: str) -> bool:
    """`text[]`, `ARRAY`, `array<string>`, `VARCHAR[3]`."""
    kind = _plain(kind)
    return kind.endswith("]") or kind.startswith("array")


def is_map(kind: str) -> bool:
    """`map<string, int>`, `MAP(VARCHAR, INTEGER)`."""
    return _plain(kind).startswith("map") and not is_list(kind)


def is_struct(kind: str) -> bool:
    """`struct<city: string>`, `STRUCT(city VARCHAR)`."""
    return _plain(kind).startswith(_STRUCTS) and not is_list(kind)


def has_parts(kind: str) -> bool:
    """Whether a part of it may be read alone: of a structure, a VARIANT, a type that nobody knows."""
    plain = _plain(kind)
    whole = is_list(kind) or is_map(kind) or is_moment(kind) or _UNDIVIDED.fullmatch(plain) is not None
    return is_struct(kind) or not whole


def is_json(kind: str) -> bool:
    """PostgreSQL's `jsonb` and `json`."""
    return _plain(kind) in ("json", "jsonb")


def is_json_text(kind: str) -> bool:
    """PostgreSQL's `json`, which is kept as it was written."""
    return _plain(kind) == "json"


def is_variant(kind: str) -> bool:
    """Databricks' `variant`."""
    return _plain(kind) == "variant"


def holds_variant(kind: str) -> bool:
    """`variant`, or a structure, list or map with one in it."""
    return "variant" in _plain(kind)


def is_moment(kind: str) -> bool:
    """`date`, `timestamp(3) with time zone`, `TIMESTAMP_NTZ`."""
    return _MOMENT.fullmatch(_plain(kind)) is not None


def is_number(kind: str) -> bool:
    """`int`, `bigint`, `double`, `DECIMAL(10, 2)`."""
    return _plain(kind).split("(")[0].strip() in _NUMBERS


def is_exact_number(kind: str) -> bool:
    """`int`, `UBIGINT`, `DECIMAL(10, 2)`: a number with a fixed point."""
    return _EXACT.fullmatch(_plain(kind)) is not None


def element(kind: str) -> str:
    """The type of what is in a list; empty where it is not said."""
    plain = kind.strip()
    if plain.endswith("]"):
        return plain[: plain.rindex("[")].strip()
    return _inside(plain)


def pair(kind: str) -> tuple[str, str]:
    """The types of the keys and of the values of a map."""
    parts = [*_split(_inside(kind)), "", ""]
    return parts[0], parts[1]


def fields(kind: str) -> list[tuple[str, str]]:
    """The fields of a structure, each with its type."""
    return [_field(part) for part in _split(_inside(kind)) if part] if is_struct(kind) else []


def _plain(kind: str) -> str:
    return kind.strip().lower()


def _inside(kind: str) -> str:
    opens = [at for at, letter in enumerate(kind) if letter in "<("]
    return kind[opens[0] + 1 : -1] if opens and kind.rstrip()[-1:] in ">)" else ""


def _split(text: str) -> list[str]:
    """The parts between commas that stand in no bracket."""
    depth, parts = 0, [""]
    for letter in text:
        depth += (letter in _OPEN) - (letter in _CLOSE)
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def _field(part: str) -> tuple[str, str]:
    if part[:1] in ('"', "`"):
        name, _, kind = part[1:].partition(part[0])
        return name, kind.lstrip(": ")
    at = next((index for index, letter in enumerate(part) if letter in ": "), len(part))
    return part[:at], part[at:].lstrip(": ")
