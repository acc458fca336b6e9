"""Text to one tree and back, in the exact dialect; whatever is not exactly one query is refused."""

import logging
import re
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any, Final

from sqlglot import ErrorLevel, exp
from sqlglot.dialects.dialect import Dialect as SqlglotDialect
from sqlglot.errors import ParseError, SqlglotError

from sqlgen.contracts import Dialect
from sqlgen.guard.foreign import mark_foreign
from sqlgen.guard.structures import keep_named
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
OF_DATES: Final = "of_dates"
MISREAD_FORMAT: Final = "misread_format"
NO_SIZE: Final = "no_size"
TOO_MANY_ARGUMENTS: Final = "too_many_arguments"
ODD_KEY: Final = "odd_key"
LOGARITHM: Final = "logarithm"
WRITTEN_FORMAT: Final = "written_format"
OF_DAYS: Final = "of_days"
DATE_PART: Final = "date_part"
SHORT_UNIT: Final = "short_unit"
SUBTRACTED: Final = "subtracted"
BY_PLACE_ONLY: Final = "by_place_only"
_SPARK_PATH: Final = re.compile(r"\$(?:\.(?:\w+|\*)|\[(?:[0-9]+|\*|'\w+')\])*", re.ASCII)
_SHORTENED: Final = frozenset(exp.TimeUnit.UNABBREVIATED_UNIT_NAME)
# sqlglot would write these as other letters: a week's year (Y) as the year, a text of %Y as the year's pattern.
_MISREAD: Final[tuple[tuple[Dialect, re.Pattern[str], frozenset[str]], ...]] = (
    (
        "databricks",
        # The last: in quotes, where a y is a letter.
        re.compile("Y|y{5}|E{5}|%-?[A-Za-z]|\\A[^']*(?:'[^']*'[^']*)*'[^'yE]*[yE]"),
        frozenset(
            {"DATE_FORMAT", "TO_DATE", "TO_TIMESTAMP", "UNIX_TIMESTAMP", "TO_UNIX_TIMESTAMP", "FROM_UNIXTIME"}
        ),
    ),
    ("postgres", re.compile("%-?[A-Za-z]"), frozenset({"TO_CHAR", "TO_DATE", "TO_TIMESTAMP"})),
)


def _remembered(build: Callable[[list[exp.Expr]], exp.Expr]) -> Callable[[list[exp.Expr]], exp.Expr]:
    """Databricks' DATEDIFF(end, start) counts midnights, DATEDIFF(DAY, start, end) whole days: one tree to sqlglot.

    The mark changes nothing for other readers of Databricks SQL.
    """

    def built(arguments: list[exp.Expr]) -> exp.Expr:
        node = build(arguments)
        if len(arguments) == 2:
            node.meta[OF_DATES] = True
        return node

    return built


def _with_its_format(
    name: str, build: Callable[..., exp.Expr], misread: re.Pattern[str]
) -> Callable[..., exp.Expr]:
    """Remembers a function with its format as it was written, and marks one that sqlglot would write otherwise.

    Some builders take the dialect; sqlglot asks again without it where that raises a TypeError.
    """

    def built(arguments: list[exp.Expr], **dialect: SqlglotDialect) -> exp.Expr:
        written = arguments[1].name if len(arguments) > 1 and isinstance(arguments[1], exp.Literal) else ""
        node = build(arguments, **dialect)
        node.meta[WRITTEN_FORMAT] = (name, written)
        empty = len(arguments) > 1 and isinstance(arguments[1], exp.Literal) and not written
        if empty or misread.search(written):  # sqlglot writes 'None' for an empty one
            node.meta[MISREAD_FORMAT] = True
        return node

    return built


def _of_three(build: Callable[[list[exp.Expr]], exp.Expr]) -> Callable[[list[exp.Expr]], exp.Expr]:
    """Marks a DuckDB series of more than three arguments: sqlglot leaves the fourth out."""

    def built(arguments: list[exp.Expr]) -> exp.Expr:
        node = build(arguments)
        if len(arguments) > 3:
            node.meta[TOO_MANY_ARGUMENTS] = True
        return node

    return built


def _with_its_key(build: Callable[..., exp.Expr]) -> Callable[..., exp.Expr]:
    """Marks DuckDB's functions of JSON whose second argument is one key that looks like a path to sqlglot: 'a.b'."""

    def built(arguments: list[exp.Expr], **dialect: SqlglotDialect) -> exp.Expr:
        key = arguments[1].name if len(arguments) > 1 and isinstance(arguments[1], exp.Literal) else ""
        node = build(arguments, **dialect)
        if len(arguments) != 2 or (not key.startswith("$") and not key.isidentifier()):
            node.meta[ODD_KEY] = True
        return node

    return built


def _marked(build: Callable[..., exp.Expr], mark: str, value: object = True) -> Callable[..., exp.Expr]:
    """Marks functions that sqlglot would write as others: of JSON that PostgreSQL does not have, say; LOG10 and LOG2,
    with their names, as LOG(10, x), which to Spark is a quotient: 2.9999999999999996 of 1000."""

    def built(arguments: Any, **dialect: SqlglotDialect) -> exp.Expr:
        node = build(arguments, **dialect)
        if node is not None:  # of a parser that went astray
            node.meta[mark] = value
        return node

    return built


def _with_its_path(build: Callable[..., exp.Expr]) -> Callable[..., exp.Expr]:
    """Marks a path of GET_JSON_OBJECT that sqlglot mends: Spark finds nothing by 'a' or '$["a"]'."""

    def built(arguments: list[exp.Expr], **dialect: SqlglotDialect) -> exp.Expr:
        path = arguments[1].name if len(arguments) > 1 else ""
        node = build(arguments, **dialect)
        if not _SPARK_PATH.fullmatch(path):
            node.meta[ODD_KEY] = True
        return node

    return built


def _with_its_unit(
    build: Callable[..., exp.Expr], place: int, arguments_with_one: int
) -> Callable[..., exp.Expr]:
    """Marks a unit that sqlglot spells out and Spark does not know: TRUNC(day, 'Q') is NULL, DATEDIFF(D, …) fails."""

    def built(arguments: list[exp.Expr]) -> exp.Expr:
        written = arguments[place].name if len(arguments) == arguments_with_one else ""
        node = build(arguments)
        if written.upper() in _SHORTENED:
            node.meta[SHORT_UNIT] = True
        return node

    return built


def _of_days(build: Callable[..., exp.Expr]) -> Callable[..., exp.Expr]:
    """Marks DuckDB's DATE_ADD(day, 3), which is a date; sqlglot would write a moment, day + INTERVAL 3 DAY."""

    def built(arguments: list[exp.Expr]) -> exp.Expr:
        node = build(arguments)
        if len(arguments) != 2 or not isinstance(arguments[1], exp.Interval):
            node.meta[OF_DAYS] = True
        return node

    return built


class _Percentile(exp.Quantile):
    """Databricks: reads PERCENTILE(x, 0.5) as sqlglot does, and marks a third argument, how often a value counts."""

    @classmethod
    def from_arg_list(cls, args: Sequence[Any]) -> exp.Quantile:  # type: ignore[override]
        node = exp.Quantile.from_arg_list(args)
        if len(args) > 2:
            node.meta[TOO_MANY_ARGUMENTS] = True
        return node


_FUNCTIONS = DIALECTS["databricks"].parser_class.FUNCTIONS
for _name in ("DATEDIFF", "DATE_DIFF"):
    _FUNCTIONS[_name] = _remembered(_FUNCTIONS[_name])
DIALECTS["databricks"].parser_class.FUNCTION_PARSERS["PERCENTILE"] = lambda parser: (
    parser._parse_distinct_arg_function(_Percentile)
)
_FUNCTIONS["NAMED_STRUCT"] = keep_named(_FUNCTIONS["NAMED_STRUCT"])
_FUNCTIONS["ARRAY_SIZE"] = _marked(_FUNCTIONS["ARRAY_SIZE"], NO_SIZE)
_FUNCTIONS["DATE_SUB"] = _marked(_FUNCTIONS["DATE_SUB"], SUBTRACTED)
_FUNCTIONS["GET_JSON_OBJECT"] = _with_its_path(_FUNCTIONS["GET_JSON_OBJECT"])
_FUNCTIONS["TRUNC"] = _with_its_unit(_FUNCTIONS["TRUNC"], 1, 2)
_FUNCTIONS["DATE_TRUNC"] = _with_its_unit(_FUNCTIONS["DATE_TRUNC"], 0, 2)
for _name in ("DATEDIFF", "DATE_DIFF", "DATEADD", "DATE_ADD", "TIMESTAMPADD", "TIMESTAMPDIFF"):
    _FUNCTIONS[_name] = _with_its_unit(_FUNCTIONS[_name], 0, 3)
_FUNCTIONS = DIALECTS["duckdb"].parser_class.FUNCTIONS
_FUNCTIONS["DATE_ADD"] = _of_days(_FUNCTIONS["DATE_ADD"])
for _name in ("GENERATE_SERIES", "RANGE"):
    _FUNCTIONS[_name] = _of_three(_FUNCTIONS[_name])
for _name in ("JSON_EXTRACT", "JSON_EXTRACT_STRING", "JSON_EXTRACT_PATH", "JSON_EXTRACT_PATH_TEXT"):
    if _name in _FUNCTIONS:
        _FUNCTIONS[_name] = _with_its_key(_FUNCTIONS[_name])
_FUNCTIONS = DIALECTS["postgres"].parser_class.FUNCTIONS
for _name in ("JSON_EXTRACT", "JSON_EXTRACT_SCALAR"):
    _FUNCTIONS[_name] = _marked(_FUNCTIONS[_name], ODD_KEY)
# SUBSTR(x, '3') takes a place, and SUBSTRING(x FROM '3') a pattern; DATE_PART is a DOUBLE, and EXTRACT is none.
_FUNCTIONS["SUBSTR"] = _marked(_FUNCTIONS["SUBSTR"], BY_PLACE_ONLY)
_FUNCTIONS = DIALECTS["postgres"].parser_class.FUNCTION_PARSERS
_FUNCTIONS["DATE_PART"] = _marked(_FUNCTIONS["DATE_PART"], DATE_PART)
for _dialect in DIALECTS:
    _FUNCTIONS = DIALECTS[_dialect].parser_class.FUNCTIONS
    for _name in ("LOG10",) if _dialect == "postgres" else ("LOG10", "LOG2"):
        _FUNCTIONS[_name] = _marked(_FUNCTIONS[_name], LOGARITHM, _name)
for _dialect, _letters, _names in _MISREAD:
    _FUNCTIONS = DIALECTS[_dialect].parser_class.FUNCTIONS
    for _name in _names:
        _FUNCTIONS[_name] = _with_its_format(_name, _FUNCTIONS[_name], _letters)
read_names_once()
for _dialect, _reader in DIALECTS.items():
    mark_foreign(_dialect, _reader.parser_class)


def parse(sql: str, dialect: Dialect) -> exp.Expr:
    """The one query in the text; raises GuardViolation."""
    try:
        trees = DIALECTS[dialect].parse(sql, error_level=ErrorLevel.RAISE)
    except ParseError as error:
        raise _unparsed(sql, error) from error
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


def _unparsed(sql: str, error: ParseError) -> GuardViolation:
    told = error.errors[0] if error.errors else {}
    lines = sql.split("\n")
    line, column = int(told.get("line") or 1), int(told.get("col") or 1)
    at = sum(len(text) + 1 for text in lines[: line - 1]) + max(
        0, column - len(told.get("highlight") or "") - 1
    )
    description = str(told.get("description") or "It cannot be read")[:_MESSAGE_LENGTH].rstrip(".")
    return GuardViolation("parse_error", f"The SQL cannot be read: {description}.", min(at, len(sql)))
