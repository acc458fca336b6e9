"""Names of functions that sqlglot reads in a dialect though the engine has no such function.

sqlglot reads every name it knows in every dialect and writes what it takes for the same: LAST_DAY(x) becomes a cast of
DATE_TRUNC and two intervals in PostgreSQL, SAFE_ADD(a, b) a plain sum in DuckDB. What means nothing to its engine shall
mean nothing here. What Databricks has and Apache Spark has not (IFF, CHARINDEX, GETDATE) is not listed.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

from sqlglot import TokenType, exp
from sqlglot.dialects.dialect import Dialect as SqlglotDialect

from sqlgen.contracts import Dialect
from sqlgen.guard.arities import TAKES, miscounted
from sqlgen.guard.units import words

FOREIGN_NAME: Final = "foreign_name"
LEFT_OUT: Final = "left_out"
MISCOUNTED: Final = "miscounted"

FOREIGN: Final[dict[Dialect, frozenset[str]]] = {
    "postgres": words(
        "COLUMNS S_H_A2_DIGEST SHA2_DIGEST "
        "GLOB JSON_OBJECTAGG J_S_O_N_ARRAY_AGG J_S_O_N_B_CONTAINS_ALL_TOP_KEYS J_S_O_N_B_CONTAINS_ANY_TOP_KEYS "
        "J_S_O_N_B_CONTAINS_TOP_KEY J_S_O_N_B_OBJECT_AGG J_S_O_N_OBJECT_AGG MATCH_AGAINST "
        "ADD_MONTHS APPROX_COUNT_DISTINCT APPROX_DISTINCT APPROX_QUANTILE ARGMAX ARGMIN ARG_MAX ARG_MIN "
        "ARRAYAGG ARRAY_CONCAT ARRAY_CONTAINED_BY ARRAY_CONTAINS_ALL ARRAY_HAS_ALL ARRAY_JOIN "
        "ARRAY_OVERLAPS ARRAY_SIZE BITWISE_AND_AGG BITWISE_OR_AGG BITWISE_XOR_AGG BOOLAND_AGG BOOLOR_AGG "
        "CHAR CHARINDEX CONTAINS CONVERT_TIMEZONE COUNTIF COUNT_IF DATEFROMPARTS DATE_FROM_PARTS "
        "DATE_TO_DATE_STR DAY DAYNAME DAYOFMONTH DAYOFWEEK DAYOFWEEK_ISO DAYOFYEAR DAY_OF_MONTH DAY_OF_WEEK "
        "DAY_OF_YEAR ENDSWITH ENDS_WITH EQUAL_NULL EXPLODE FIRST GROUPING_ID GROUP_CONCAT HOUR IF IFNULL IIF INSTR "
        "ISNAN ISODOW IS_NAN JSONB_EXTRACT JSONB_EXTRACT_SCALAR JSON_EXTRACT JSON_EXTRACT_SCALAR KURTOSIS "
        "LAST LAST_DAY LAST_DAY_OF_MONTH LCASE LEFTPAD LEN LIKE LOCATE LOG2 LOGICAL_AND LOGICAL_OR MAX_BY MEDIAN "
        "MINUTE MIN_BY MONTH MONTHNAME MONTHS_BETWEEN NEXT_DAY NVL NVL2 PAD QUANTILE QUARTER REGEXP_EXTRACT "
        "REGEXP_I_LIKE RIGHTPAD SAFE_ADD SAFE_MULTIPLY SAFE_SUBTRACT SECOND SIGNUM SKEWNESS SPLIT_BY_STRING "
        "STARTSWITH STDEV STR_POSITION STR_TO_DATE STR_TO_TIME STR_TO_UNIX TIMESTAMPFROMPARTS "
        "TIMESTAMP_FROM_PARTS TIMESTAMP_TRUNC TIME_STR_TO_TIME TIME_TO_STR TIME_TO_TIME_STR TIME_TO_UNIX "
        "TRUNCATE TRY_CONVERT TS_OR_DS_TO_DATE TS_OR_DS_TO_DATE_STR UCASE UNIX_TO_STR UNIX_TO_TIME "
        "VARIANCE_POP VARIANCE_SAMP WEEK WEEKOFYEAR WEEK_OF_YEAR WEIGHT_STRING YEAR "
    ),
    "duckdb": words(
        "CHAR STRUCT "
        "ADD_MONTHS APPROX_DISTINCT ARRAYAGG ARRAY_CONTAINED_BY ARRAY_CONTAINS_ALL ARRAY_JOIN ARRAY_MAX "
        "ARRAY_MIN ARRAY_OVERLAPS ARRAY_SIZE BITWISE_AND_AGG BITWISE_OR_AGG BITWISE_XOR_AGG BOOLAND_AGG "
        "BOOLOR_AGG BTRIM CHARINDEX CONVERT CONVERT_TIMEZONE DATEFROMPARTS DATE_BIN DATE_FROM_PARTS "
        "DATE_TO_DATE_STR DAYOFWEEK_ISO DAY_OF_MONTH DAY_OF_WEEK DAY_OF_YEAR ENDSWITH EQUAL_NULL EXPLODE "
        "IIF IS_INF IS_NAN JAROWINKLER_SIMILARITY JSON_EXTRACT_SCALAR JUSTIFY_DAYS JUSTIFY_HOURS "
        "JUSTIFY_INTERVAL LAST_DAY_OF_MONTH LEFTPAD LIKE LOCATE LOGICAL_AND LOGICAL_OR NVL NVL2 PAD "
        "REGEXP_I_LIKE REGEXP_LIKE REGEXP_SPLIT RIGHTPAD SAFE_ADD SAFE_MULTIPLY SAFE_SUBTRACT SHA SHA2 "
        "SIGNUM SORT_ARRAY STARTSWITH STDEV STRINGAGG STR_POSITION STR_TO_DATE STR_TO_TIME STR_TO_UNIX "
        "TIMESTAMPDIFF TIMESTAMPFROMPARTS TIMESTAMP_ADD TIMESTAMP_DIFF TIMESTAMP_FROM_PARTS TIMESTAMP_TRUNC "
        "TIME_STR_TO_TIME TIME_TO_STR TIME_TO_TIME_STR TIME_TO_UNIX TO_CHAR TRANSFORM TRUNCATE TRY_CONVERT "
        "TS_OR_DS_ADD TS_OR_DS_TO_DATE TS_OR_DS_TO_DATE_STR UNIX_TO_STR UNIX_TO_TIME VARIANCE_POP "
        "VARIANCE_SAMP WEEK_OF_YEAR WEIGHT_STRING "
    ),
    "databricks": words(
        "COLUMNS FROM_BASE64 JSON_EXTRACT JSON_FORMAT TO_BASE64 TO_HEX "
        "APPROX_DISTINCT APPROX_QUANTILE ARGMAX ARGMIN ARG_MAX ARG_MIN ARRAYAGG ARRAY_FILTER ARRAY_HAS "
        "ARRAY_INTERSECTION ARRAY_LENGTH ARRAY_SLICE ARRAY_TO_STRING ARRAY_UNIQUE_AGG BITWISE_AND_AGG "
        "BITWISE_COUNT BITWISE_OR_AGG BITWISE_XOR_AGG BOOLAND_AGG BOOLOR_AGG COUNTIF DATEFROMPARTS DATE_BIN "
        "DATE_FROM_PARTS DATE_TO_DATE_STR DAYOFWEEK_ISO DAY_OF_MONTH DAY_OF_WEEK DAY_OF_YEAR DECODE_CASE "
        "ENDS_WITH FORMAT GENERATE_SERIES GROUP_CONCAT IIF ISODOW IS_NAN JSON_EXTRACT_PATH_TEXT "
        "JSON_EXTRACT_SCALAR JSON_KEYS JUSTIFY_DAYS JUSTIFY_HOURS JUSTIFY_INTERVAL LAST_DAY_OF_MONTH "
        "LEFTPAD LOGICAL_AND LOGICAL_OR PAD QUANTILE REGEXP_I_LIKE REGEXP_SPLIT RIGHTPAD SAFE_ADD "
        "SAFE_DIVIDE SAFE_MULTIPLY SAFE_SUBTRACT STARTS_WITH STDEV STRPOS STR_POSITION STR_TO_DATE "
        "STR_TO_TIME STR_TO_UNIX TIMESTAMPFROMPARTS TIMESTAMP_ADD TIMESTAMP_DIFF TIMESTAMP_FROM_PARTS "
        "TIMESTAMP_LTZ TIMESTAMP_NTZ TIMESTAMP_TRUNC TIME_STR_TO_TIME TIME_TO_STR TIME_TO_TIME_STR "
        "TIME_TO_UNIX TRUNCATE TS_OR_DS_ADD TS_OR_DS_TO_DATE TS_OR_DS_TO_DATE_STR UNIX_TO_STR UNIX_TO_TIME "
        "VARIANCE_POP VARIANCE_SAMP WEEK WEEK_OF_YEAR WEIGHT_STRING "
    ),
}


# The arguments, by their place, that sqlglot keeps as something else: units, formats, paths, and IGNORE NULLS.
_KEPT_OTHERWISE: Final[dict[str, int]] = {
    **dict.fromkeys(("DATE_TRUNC", "FROM_UTC_TIMESTAMP", "TO_UTC_TIMESTAMP"), 0),
    **dict.fromkeys(
        ("TO_CHAR", "TO_DATE", "TO_TIMESTAMP", "STRFTIME", "STRPTIME", "DATE_FORMAT", "TRUNC"), 1
    ),
    **dict.fromkeys(("FROM_UNIXTIME", "UNIX_TIMESTAMP", "TO_UNIX_TIMESTAMP", "DATE_SUB"), 1),
    **dict.fromkeys(
        ("JSON_EXTRACT", "JSON_EXTRACT_STRING", "JSON_EXTRACT_PATH", "JSON_EXTRACT_PATH_TEXT"), 1
    ),
    **dict.fromkeys(("JSON_KEYS", "GET_JSON_OBJECT"), 1),
}
_OPENING: Final = (TokenType.L_PAREN, TokenType.L_BRACKET)
_CLOSING: Final = (TokenType.R_PAREN, TokenType.R_BRACKET)
_OF_NULLS: Final = frozenset({"FIRST", "FIRST_VALUE", "LAST", "LAST_VALUE", "ANY_VALUE"})


def mark_foreign(dialect: Dialect, parser: Any) -> None:
    """Have a dialect's parser mark calls by such names, and calls of which it leaves an argument out.

    The marks change nothing for other readers.
    """
    kept = _KEPT_OTHERWISE | (dict.fromkeys(_OF_NULLS, 1) if dialect == "databricks" else {})
    for name, build in parser.FUNCTIONS.items():
        parser.FUNCTIONS[name] = _counting(build, name, kept.get(name), dialect)
    for name, parse in parser.FUNCTION_PARSERS.items():
        if name in TAKES[dialect]:
            parser.FUNCTION_PARSERS[name] = _counting_commas(parse, name, dialect)
    for names in (parser.FUNCTIONS, parser.FUNCTION_PARSERS):
        for name in FOREIGN[dialect] & names.keys():
            names[name] = _marking(names[name], name)


def _marking(build: Callable[..., exp.Expr], name: str) -> Callable[..., exp.Expr]:
    def built(*arguments: Any, **dialect: SqlglotDialect) -> exp.Expr:
        node = build(*arguments, **dialect)
        if node is not None:
            node.meta[FOREIGN_NAME] = name
        return node

    return built


def _counting_commas(
    parse: Callable[[Any], exp.Expr | None], name: str, of: Dialect
) -> Callable[[Any], exp.Expr | None]:
    """Marks calls that have a grammar of their own when they have too many arguments, and POSITION(a, b), which is no
    SQL to PostgreSQL and DuckDB: which of the two is searched nobody could say."""
    most = 1 if name == "POSITION" and of != "databricks" else TAKES[of][name][1]

    def parsed(parser: Any) -> exp.Expr | None:
        start = parser._index
        node = parse(parser)
        written = parser._tokens[start : parser._index]
        if node is not None and most is not None and _commas(written) >= most:
            node.meta[MISCOUNTED] = (
                "Write POSITION('a' IN x)." if name == "POSITION" else f"{name} has too many arguments."
            )
        return node

    return parsed


def _commas(written: Iterable[Any]) -> int:
    """How many commas stand in no bracket, before any ORDER BY."""
    depth = commas = 0
    for token in written:
        kind = token.token_type
        depth += (kind in _OPENING) - (kind in _CLOSING)
        commas += kind == TokenType.COMMA and depth == 0
        if depth == 0 and kind == TokenType.ORDER_BY:
            break
    return commas


def _counting(
    build: Callable[..., exp.Expr], name: str, kept: int | None, of: Dialect
) -> Callable[..., exp.Expr]:
    """Marks a call of too few or too many arguments, and one of which an argument found no place in its node:
    ARRAY_AGG(a, b) is ARRAY_AGG(a) to sqlglot."""

    def built(arguments: list[exp.Expr], **dialect: SqlglotDialect) -> exp.Expr:
        told = miscounted(name, arguments, of)
        node = build(arguments, **dialect)
        if told is not None:
            node.meta[MISCOUNTED] = told
        for place, argument in enumerate(arguments):
            a_name = name == "NAMED_STRUCT" and place % 2 == 0
            if place != kept and not a_name and argument is not node and argument.parent is None:
                node.meta[LEFT_OUT] = name
        return node

    return built
