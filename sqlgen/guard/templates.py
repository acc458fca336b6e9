"""Texts with places for values: PRINTF('%05d', x), FORMAT('{:.2f}', x), PostgreSQL's FORMAT('%s-%s', a, b).

A template is a literal in which each place takes the next value, is of one letter and no wider than a padded text.
"""

import re
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text
from sqlgen.guard.violation import GuardViolation

MAX_TEMPLATE: Final = 256
PLACE: Final = 10  # what a place adds: a width of 255 letters, or the 309 digits of a big number

_WIDTH = r"(?:[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])?"
_PRINTED: Final = re.compile(rf"(?:[^%]|%%|%[-0+ ]?,?{_WIDTH}(?:\.[0-9]{{1,2}})?[sdfeExX])*+")
_TEMPLATES: Final[dict[Dialect, re.Pattern[str]]] = {
    "postgres": re.compile(rf"(?:[^%]|%%|%-?{_WIDTH}s)*+"),
    "duckdb": re.compile(
        rf"(?:[^{{}}]|\{{\}}|\{{:[<>^]?[+-]?0?{_WIDTH},?(?:\.[0-9]{{1,2}})?[sdfeExX%]?\}})*+"
    ),
    "databricks": _PRINTED,
}
_UNSEEN: Final = GuardViolation(
    "forbidden_literal",
    f"Write the template as a text of at most {MAX_TEMPLATE} characters whose places are plain: '%05d' or, in "
    "DuckDB's FORMAT, '{:.2f}', no wider than 255, and without numbers of arguments.",
)


def formatted(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """FORMAT of PostgreSQL and DuckDB, FORMAT_STRING of Databricks."""
    return _template(node.this, node.expressions, _TEMPLATES[dialect])


def printed(node: exp.Expr) -> GuardViolation | None:
    """PRINTF of DuckDB and Databricks."""
    return _template(node.expressions[0] if node.expressions else None, node.expressions[1:], _PRINTED)


def _template(
    template: exp.Expr | None, values: list[exp.Expr], plain: re.Pattern[str]
) -> GuardViolation | None:
    short = template is not None and is_text(template) and len(template.name) <= MAX_TEMPLATE
    return None if template is not None and short and values and plain.fullmatch(template.name) else _UNSEEN
