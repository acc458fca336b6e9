"""Text to one tree and back, in the exact dialect; whatever is not exactly one query is refused."""

import logging
from importlib.metadata import version
from typing import Final

from sqlglot import ErrorLevel, exp
from sqlglot.dialects.dialect import Dialect as SqlglotDialect
from sqlglot.errors import ParseError, SqlglotError

from sqlgen.contracts import Dialect
from sqlgen.guard.foreign import mark_foreign
from sqlgen.guard.instead import instead_of_windows
from sqlgen.guard.marks import mark_misread
from sqlgen.guard.type_names import read_names_once
from sqlgen.guard.violation import GuardViolation

# The corpus proves this version and no other: an upgrade passes it first, then changes this line.
SQLGLOT_VERSION: Final = "30.30.0"
for _package in ("sqlglot", "sqlglotc"):  # the second is the first, compiled
    if version(_package) != SQLGLOT_VERSION:
        raise ImportError(f"The guard is proven with {_package} {SQLGLOT_VERSION}, not {version(_package)}.")

# sqlglot logs pieces of text it cannot read; hostile text has no place in our log.
logging.getLogger("sqlglot").setLevel(logging.ERROR)

DIALECTS: Final[dict[Dialect, SqlglotDialect]] = {
    "postgres": SqlglotDialect.get_or_raise("postgres"),
    "duckdb": SqlglotDialect.get_or_raise("duckdb"),
    "databricks": SqlglotDialect.get_or_raise("databricks"),
}
_MESSAGE_LENGTH = 160


read_names_once()
for _dialect, _reader in DIALECTS.items():
    mark_misread(_dialect, _reader.parser_class)
    mark_foreign(_dialect, _reader.parser_class)


def parse(sql: str, dialect: Dialect) -> exp.Expr:
    """The one query in the text; raises GuardViolation."""
    try:
        trees = DIALECTS[dialect].parse(sql, error_level=ErrorLevel.RAISE)
    except ParseError as error:
        raise _unparsed(sql, error, dialect) from error
    except RecursionError as error:
        raise GuardViolation("too_deep", "The SQL is nested too deep.") from error
    except Exception as error:  # sqlglot meets odd text with any exception; none of them may pass
        raise GuardViolation("parse_error", f"This is no {dialect} SQL we can read.") from error
    statements = [tree for tree in trees if tree is not None]
    if len(statements) > 1:
        raise GuardViolation("multiple_statements", "Send one statement.")
    if not statements or not isinstance(statements[0], exp.Select | exp.SetOperation | exp.Subquery):
        raise GuardViolation("not_a_query", "Only a query may run.")
    return statements[0]


def render(tree: exp.Expr, dialect: Dialect) -> str:
    """The tree as SQL, names quoted, no comments; refuses what the dialect cannot say. Uses the tree up."""
    try:
        return DIALECTS[dialect].generate(
            tree, copy=False, identify=True, comments=False, unsupported_level=ErrorLevel.RAISE
        )
    except SqlglotError as error:
        raise GuardViolation("unsupported", f"{dialect} cannot say all of this.") from error
    except RecursionError as error:
        raise GuardViolation("too_deep", "The SQL is nested too deep.") from error


def _unparsed(sql: str, error: ParseError, dialect: Dialect) -> GuardViolation:
    told = error.errors[0] if error.errors else {}
    lines = sql.split("\n")
    line, column = int(told.get("line") or 1), int(told.get("col") or 1)
    at = sum(len(text) + 1 for text in lines[: line - 1]) + max(
        0, column - len(told.get("highlight") or "") - 1
    )
    description = str(told.get("description") or "It cannot be read")[:_MESSAGE_LENGTH].rstrip(".")
    other = instead_of_windows(sql, dialect)
    return GuardViolation("parse_error", f"The SQL cannot be read: {description}.{other}", min(at, len(sql)))
