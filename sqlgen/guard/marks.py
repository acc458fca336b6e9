"""Has sqlglot mark in its trees what it would write as something else than was said.

The marks stand in the `meta` of nodes, and change nothing for other readers of a dialect. What is done about them is
said where they are looked for: some of it is refused, some is written as it was (`rewrite.py`).
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect as SqlglotDialect

from sqlgen.contracts import Dialect

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
UNNAMED: Final = "unnamed_field"
_SPARK_PATH: Final = re.compile(r"\$(?:\.(?:\w+|\*)|\[(?:[0-9]+|\*|'\w+')\])*", re.ASCII)
_SHORTENED: Final = frozenset(exp.TimeUnit.UNABBREVIATED_UNIT_NAME)
# sqlglot would write these as other letters: a week's year (Y) as the year, a text of %Y as the year's pattern. The
# last: in quotes, where a y is a letter.
_MISREAD_OF_SPARK: Final = re.compile("Y|y{5}|E{5}|%-?[A-Za-z]|\\A[^']*(?:'[^']*'[^']*)*'[^'yE]*[yE]")
_MISREAD_OF_POSTGRES: Final = re.compile("%-?[A-Za-z]")


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
        told = len(arguments) > 1 and isinstance(arguments[1], exp.Literal)
        written = arguments[1].name if told else ""
        node = build(arguments, **dialect)
        node.meta[WRITTEN_FORMAT] = (name, written)
        if (told and not written) or misread.search(written):  # sqlglot writes 'None' for an empty one
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


def _of_pairs(build: Callable[..., exp.Expr]) -> Callable[..., exp.Expr]:
    """Marks NAMED_STRUCT(x, y), which is none: sqlglot makes a name of a column."""

    def built(arguments: list[exp.Expr], **dialect: SqlglotDialect) -> exp.Expr:
        named = all(isinstance(name, exp.Literal) and name.is_string for name in arguments[::2])
        even = len(arguments) % 2 == 0
        node = build(arguments, **dialect)
        if not (named and even):
            node.meta[UNNAMED] = True
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


def mark_misread(dialect: Dialect, parser: Any) -> None:
    """Have a dialect's parser mark what sqlglot would write otherwise."""
    _MARK[dialect](parser.FUNCTIONS, parser.FUNCTION_PARSERS)
    for name in ("LOG10",) if dialect == "postgres" else ("LOG10", "LOG2"):
        parser.FUNCTIONS[name] = _marked(parser.FUNCTIONS[name], LOGARITHM, name)


def _mark_databricks(functions: dict[str, Any], parsers: dict[str, Any]) -> None:
    for name in ("DATEDIFF", "DATE_DIFF"):
        functions[name] = _remembered(functions[name])
    parsers["PERCENTILE"] = lambda parser: parser._parse_distinct_arg_function(_Percentile)
    functions["NAMED_STRUCT"] = _of_pairs(functions["NAMED_STRUCT"])
    functions["ARRAY_SIZE"] = _marked(functions["ARRAY_SIZE"], NO_SIZE)
    functions["DATE_SUB"] = _marked(functions["DATE_SUB"], SUBTRACTED)
    functions["GET_JSON_OBJECT"] = _with_its_path(functions["GET_JSON_OBJECT"])
    functions["TRUNC"] = _with_its_unit(functions["TRUNC"], 1, 2)
    functions["DATE_TRUNC"] = _with_its_unit(functions["DATE_TRUNC"], 0, 2)
    for name in ("DATEDIFF", "DATE_DIFF", "DATEADD", "DATE_ADD", "TIMESTAMPADD", "TIMESTAMPDIFF"):
        functions[name] = _with_its_unit(functions[name], 0, 3)
    for name in (
        "DATE_FORMAT",
        "TO_DATE",
        "TO_TIMESTAMP",
        "UNIX_TIMESTAMP",
        "TO_UNIX_TIMESTAMP",
        "FROM_UNIXTIME",
    ):
        functions[name] = _with_its_format(name, functions[name], _MISREAD_OF_SPARK)


def _mark_duckdb(functions: dict[str, Any], parsers: dict[str, Any]) -> None:
    functions["DATE_ADD"] = _of_days(functions["DATE_ADD"])
    for name in ("GENERATE_SERIES", "RANGE"):
        functions[name] = _of_three(functions[name])
    for name in ("JSON_EXTRACT", "JSON_EXTRACT_STRING", "JSON_EXTRACT_PATH", "JSON_EXTRACT_PATH_TEXT"):
        functions[name] = _with_its_key(functions[name])


def _mark_postgres(functions: dict[str, Any], parsers: dict[str, Any]) -> None:
    for name in ("JSON_EXTRACT", "JSON_EXTRACT_SCALAR"):
        functions[name] = _marked(functions[name], ODD_KEY)
    # SUBSTR(x, '3') takes a place, and SUBSTRING(x FROM '3') a pattern; DATE_PART is a DOUBLE, and EXTRACT is none.
    functions["SUBSTR"] = _marked(functions["SUBSTR"], BY_PLACE_ONLY)
    parsers["DATE_PART"] = _marked(parsers["DATE_PART"], DATE_PART)
    for name in ("TO_CHAR", "TO_DATE", "TO_TIMESTAMP"):
        functions[name] = _with_its_format(name, functions[name], _MISREAD_OF_POSTGRES)


_MARK: Final[dict[Dialect, Callable[[dict[str, Any], dict[str, Any]], None]]] = {
    "postgres": _mark_postgres,
    "duckdb": _mark_duckdb,
    "databricks": _mark_databricks,
}
