"""Words and signs that sqlglot would read twice, in part, or as something else than the engine does."""

import re

from sqlgen.contracts import Dialect
from sqlgen.guard.shape import MAX_PREFIX_RUN
from sqlgen.guard.violation import GuardViolation

_PREFIX_RUN = re.compile(rf"(?:[-+]\s*+){{{MAX_PREFIX_RUN + 1}}}")
# Each cast of a cast costs a parser ten times as much as another sign.
_CAST_RUN = re.compile(rf"(?:::\s*+[A-Za-z_0-9]++\s*+(?:\([0-9,\s]*+\)\s*+)?){{{MAX_PREFIX_RUN + 1}}}")
# Without their brackets these begin what sqlglot reads twice and we would not take.
_LONE = re.compile(r"(?i:\b(?:IF|MAP)\b)(?!\s*+\()|(?i:\bARRAY\b)(?!\s*+[(\[])")
# DuckDB's `[x FOR x IN tags IF …]`, looked for one after the other: in one pattern they are tried together, and anew.
_INNERMOST = re.compile(r"\[([^\[\]]*+)\]")
_FOR_IN = re.compile(r"(?i:\bFOR)\s++[A-Za-z_][A-Za-z0-9_]*+\s++(?i:IN\b)")
_BARE_IF = re.compile(r"(?i:\bIF\b)(?!\s*+\()")
# DuckDB searches a list after IN, and finds no NULL there; sqlglot reads IN (…), to which an unknown is unknown.
_IN_LIST = re.compile(r"(?i:\bIN)\s*+\[(?![-+.,'0-9\s]*+\])")
# CAST(x AS DATE FORMAT 'text'), which is no SQL to our engines and which sqlglot makes a call of, its letters changed.
_CAST_FORMAT = re.compile(r"(?i:\bFORMAT)\s*+'")
# Eight bytes to PostgreSQL and DuckDB. Databricks has none, and sqlglot takes it for eight bits there.
_INT8 = re.compile(r"(?i:::\s*+INT8\b|\bAS\s++INT8\s*+\))")


def check_words(bare: str, dialect: Dialect) -> None:
    """Refuse them in a text without its literals and comments; raises GuardViolation."""
    listed = _IN_LIST.search(bare)
    if listed:
        raise GuardViolation(
            "forbidden_node", "Behind IN a list in [ ] holds texts and numbers: write IN (…).", listed.start()
        )
    lone = _lone(bare)
    if lone:
        raise GuardViolation("forbidden_node", f"{lone.group().upper()} needs its brackets.", lone.start())
    formatted = _CAST_FORMAT.search(bare)
    if formatted:
        raise GuardViolation(
            "forbidden_node", "CAST takes no format: write TO_DATE or STRPTIME.", formatted.start()
        )
    eight = _INT8.search(bare) if dialect == "databricks" else None
    if eight:
        raise GuardViolation(
            "forbidden_type", "Databricks has no INT8: write BIGINT or TINYINT.", eight.start()
        )
    repeated = _PREFIX_RUN.search(bare) or _CAST_RUN.search(bare)
    if repeated:
        raise GuardViolation("too_deep", "Too many signs or casts in a row.", repeated.start())


def _lone(bare: str) -> re.Match[str] | None:
    """The first of such words. The IF of DuckDB's `[x FOR x IN tags IF …]` has none."""
    found = list(_LONE.finditer(bare))
    ifs = _ifs_of_lists(bare) if found else set()
    return next((one for one in found if one.start() not in ifs), None)


def _ifs_of_lists(bare: str) -> set[int]:
    ifs = set()
    for listed in _INNERMOST.finditer(bare):
        made = _FOR_IN.search(bare, *listed.span(1))
        kept = _BARE_IF.search(bare, made.end(), listed.end(1)) if made else None
        if kept:
            ifs.add(kept.start())
    return ifs
