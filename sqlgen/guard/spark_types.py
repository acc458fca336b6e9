"""Kinds of values on Databricks: those of one kind stand beside each other, and nothing is made of anything."""

from typing import Final, Literal

from sqlglot import exp

Kind = Literal["text", "whole", "number", "time", "truth", "null", ""]  # "": never fails, of unknown kind

_MAX_DIGITS: Final = 18  # such decimals, whole numbers and written ones fit into one decimal of 38 digits
_KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(("tinyint", "smallint", "int", "integer", "bigint", "byte", "short", "long"), "whole"),
    **dict.fromkeys(("decimal", "numeric", "dec", "double", "float", "real"), "number"),
    **dict.fromkeys(("string", "varchar", "text", "char"), "text"),
    **dict.fromkeys(("date", "timestamp", "timestamptz", "timestamp_ltz", "timestamp_ntz"), "time"),
    **dict.fromkeys(("boolean", "bool"), "truth"),
}


def kind_of_type(told: str) -> Kind:
    """`bigint`, `DECIMAL(10, 2)`, `timestamp_ntz`; of structures, lists and what is not known it is empty."""
    base, _, sized = told.lower().partition("(")
    kind = _KINDS.get(base.strip(), "")
    precision = sized.partition(",")[0].strip(" )")
    too_wide = kind == "number" and precision.isdigit() and int(precision) > _MAX_DIGITS
    return "" if too_wide else kind


def kind_of_literal(node: exp.Expr) -> Kind | None:
    """The kind of what is written; None for a number of so many digits that it may fit nothing."""
    if node.is_string:
        return "text"
    return "number" if len(node.name) <= _MAX_DIGITS and node.name.replace(".", "", 1).isdigit() else None
