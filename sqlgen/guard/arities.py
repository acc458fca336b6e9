"""How many arguments calls take, by the engines' own catalogs (`test_guard_functions_exist.py` asks them).

sqlglot reads a call with any number and may write another call of it: DuckDB's IF(a, b), which is none, becomes a CASE.
None stands for any number. A name that is not here is grammar, or its arguments are looked at elsewhere.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.units import words

Takes = tuple[int, int | None]

_TAKEN: Final[dict[Dialect, dict[Takes, frozenset[str]]]] = {
    "postgres": {
        (0, 1): words("COUNT "),
        (0, 7): words("MAKE_INTERVAL "),
        (0, None): words("CONCAT NUM_NONNULLS NUM_NULLS "),
        (0, 0): words(
            "CLOCK_TIMESTAMP CUME_DIST CURRENT_DATE CURRENT_TIMESTAMP DENSE_RANK LOCALTIMESTAMP NOW "
            "PERCENT_RANK PI RANK ROW_NUMBER STATEMENT_TIMESTAMP TRANSACTION_TIMESTAMP "
        ),
        (1, 1): words(
            "ABS ACOS ANY_VALUE ARRAY_AGG ARRAY_NDIMS ASCII ASIN ATAN AVG BIT_AND BIT_OR BIT_XOR BOOL_AND "
            "BOOL_OR CARDINALITY CBRT CEIL CEILING CHARACTER_LENGTH CHAR_LENGTH COS COSH COT DEGREES EVERY "
            "EXP FIRST_VALUE FLOOR INITCAP ISFINITE JSONB_ARRAY_ELEMENTS JSONB_ARRAY_ELEMENTS_TEXT "
            "JSONB_ARRAY_LENGTH JSONB_EACH JSONB_EACH_TEXT JSONB_OBJECT_KEYS JSONB_TYPEOF JSON_ARRAY_ELEMENTS "
            "JSON_ARRAY_ELEMENTS_TEXT JSON_ARRAY_LENGTH JSON_EACH JSON_EACH_TEXT JSON_OBJECT_KEYS JSON_TYPEOF "
            "JUSTIFY_DAYS JUSTIFY_HOURS JUSTIFY_INTERVAL LAST_VALUE LN LOG10 LOWER MAX MD5 MIN MIN_SCALE "
            "NTILE OCTET_LENGTH PERCENTILE_CONT PERCENTILE_DISC RADIANS REVERSE SCALE SIGN SIN SINH SQRT "
            "STDDEV STDDEV_POP STDDEV_SAMP SUM TAN TANH TRIM_SCALE UPPER VARIANCE VAR_POP VAR_SAMP "
        ),
        (1, 2): words("AGE BTRIM LENGTH LOG LTRIM ROUND RTRIM TIMEZONE TO_TIMESTAMP TRUNC "),
        (1, 3): words("LAG LEAD "),
        (1, None): words(
            "COALESCE CONCAT_WS GREATEST JSONB_EXTRACT_PATH_TEXT JSON_EXTRACT_PATH JSON_EXTRACT_PATH_TEXT "
            "LEAST "
        ),
        (2, 2): words(
            "ARRAY_APPEND ARRAY_CAT ARRAY_LENGTH ARRAY_LOWER ARRAY_POSITIONS ARRAY_PREPEND ARRAY_REMOVE "
            "ARRAY_UPPER ATAN2 CORR COVAR_POP COVAR_SAMP DATE_PART DIV GCD LCM LEFT MOD NTH_VALUE NULLIF "
            "POSITION POW POWER REGR_AVGX REGR_AVGY REGR_COUNT REGR_INTERCEPT REGR_R2 REGR_SLOPE REGR_SXX "
            "REGR_SXY REGR_SYY RIGHT STARTS_WITH STRING_AGG STRPOS TO_CHAR TO_DATE TO_NUMBER "
        ),
        (2, 3): words(
            "ARRAY_POSITION ARRAY_TO_STRING DATE_TRUNC LPAD REGEXP_LIKE REGEXP_MATCH REGEXP_SPLIT_TO_ARRAY "
            "RPAD STRING_TO_ARRAY SUBSTR SUBSTRING "
        ),
        (2, 4): words("GENERATE_SERIES REGEXP_COUNT WIDTH_BUCKET "),
        (2, 6): words("REGEXP_SUBSTR "),
        (2, 7): words("REGEXP_INSTR "),
        (3, 3): words("DATE_BIN MAKE_DATE REPLACE SPLIT_PART TRANSLATE "),
        (3, 4): words("OVERLAY "),
        (3, 6): words("REGEXP_REPLACE "),
        (6, 6): words("MAKE_TIMESTAMP "),
    },
    "duckdb": {
        (0, 1): words("COUNT "),
        (0, None): words("ARRAY_CAT ARRAY_CONCAT LIST_CONCAT LIST_VALUE "),
        (0, 0): words(
            "CUME_DIST CURRENT_DATE CURRENT_LOCALTIMESTAMP CURRENT_TIMESTAMP DENSE_RANK GET_CURRENT_TIMESTAMP "
            "LOCALTIMESTAMP NOW PERCENT_RANK PI RANK ROW_NUMBER TODAY "
        ),
        (1, 1): words(
            "ABS ACOS ANY_VALUE APPROX_COUNT_DISTINCT ARBITRARY ARRAY_AGG ARRAY_DISTINCT ASCII ASIN ATAN AVG "
            "BIT_AND BIT_OR BIT_XOR BOOL_AND BOOL_OR CBRT CEIL CEILING CENTURY CHARACTER_LENGTH CHAR_LENGTH "
            "COS COSH COT COUNTIF COUNT_IF DAY DAYNAME DAYOFMONTH DAYOFWEEK DAYOFYEAR DECADE DEGREES ENTROPY "
            "EPOCH EPOCH_MS EPOCH_NS EPOCH_US EVEN EXP FAVG FIRST FIRST_VALUE FLOOR FSUM GEOMEAN HOUR "
            "ISFINITE ISINF ISNAN ISODOW ISOYEAR JSON_VALID KAHAN_SUM KURTOSIS LAST LAST_DAY LAST_VALUE LCASE "
            "LEN LENGTH LIST LIST_ANY_VALUE LIST_AVG LIST_COUNT LIST_DISTINCT LIST_FIRST LIST_LAST LIST_MAX "
            "LIST_MEDIAN LIST_MIN LIST_MODE LIST_PRODUCT LIST_REVERSE LIST_STDDEV_POP LIST_STDDEV_SAMP "
            "LIST_SUM LIST_UNIQUE LIST_VAR_POP LIST_VAR_SAMP LN LOG10 LOG2 LOWER MAD MAP_KEYS MAP_VALUES MD5 "
            "MEAN MEDIAN MINUTE MODE MONTH MONTHNAME NTILE ORD PERCENTILE_CONT PERCENTILE_DISC PRODUCT "
            "QUARTER RADIANS REVERSE SECOND SEM SHA1 SHA256 SIGN SIN SINH SKEWNESS SQRT STDDEV STDDEV_POP "
            "STDDEV_SAMP STRIP_ACCENTS STRLEN SUM SUMKAHAN TAN TANH TO_DAYS TO_HOURS TO_MINUTES TO_MONTHS "
            "TO_SECONDS TO_TIMESTAMP TO_WEEKS TO_YEARS UCASE UNICODE UPPER VARIANCE VAR_POP VAR_SAMP WEEK "
            "WEEKDAY WEEKOFYEAR YEAR YEARWEEK "
        ),
        (1, 2): words(
            "AGE ARRAY_LENGTH ARRAY_REVERSE_SORT GROUP_CONCAT JSON_ARRAY_LENGTH JSON_KEYS JSON_TYPE LISTAGG "
            "LIST_REVERSE_SORT LOG LTRIM MAX MIN QUANTILE QUANTILE_DISC ROUND RTRIM STRING_AGG TIMEZONE TRUNC "
        ),
        (1, 3): words("ARRAY_SORT GENERATE_SERIES LIST_SORT MAKE_DATE RANGE LAG LEAD "),
        (1, 4): words("HISTOGRAM "),
        (1, 6): words("MAKE_TIMESTAMP "),
        (1, None): words("CARDINALITY COALESCE CONCAT GREATEST HASH LEAST "),
        (2, 2): words(
            "APPROX_QUANTILE ARRAY_APPEND ARRAY_APPLY ARRAY_CONTAINS ARRAY_EXTRACT ARRAY_FILTER ARRAY_HAS "
            "ARRAY_HAS_ALL ARRAY_POSITION ARRAY_PREPEND ARRAY_TO_STRING ARRAY_TRANSFORM ATAN2 CONTAINS CORR "
            "COVAR_POP COVAR_SAMP DATEPART DATETRUNC DATE_ADD DATE_PART DATE_TRUNC EDITDIST3 ELEMENT_AT "
            "ENDS_WITH FILTER GCD IFNULL INSTR JACCARD JSON_EXISTS JSON_EXTRACT JSON_EXTRACT_PATH "
            "JSON_EXTRACT_PATH_TEXT JSON_EXTRACT_STRING LCM LEFT LEVENSHTEIN LIST_APPEND LIST_APPLY "
            "LIST_CONTAINS LIST_ELEMENT LIST_EXTRACT LIST_FILTER LIST_HAS LIST_HAS_ALL LIST_HAS_ANY "
            "LIST_INDEXOF LIST_INTERSECT LIST_POSITION LIST_PREPEND LIST_TRANSFORM MAP_CONTAINS MAP_EXTRACT "
            "MAP_EXTRACT_VALUE MOD NTH_VALUE NULLIF POSITION POW POWER PREFIX QUANTILE_CONT REGR_AVGX "
            "REGR_AVGY REGR_COUNT REGR_INTERCEPT REGR_R2 REGR_SLOPE REGR_SXX REGR_SXY REGR_SYY RIGHT "
            "ROUND_EVEN SPLIT STARTS_WITH STRFTIME STRING_SPLIT STRING_TO_ARRAY STRPOS STRPTIME "
            "STRUCT_EXTRACT STR_SPLIT SUFFIX TRY_STRPTIME "
        ),
        (2, 3): words(
            "ARGMAX ARGMIN ARG_MAX ARG_MIN ARRAY_REDUCE JARO_SIMILARITY JARO_WINKLER_SIMILARITY LIST_REDUCE "
            "MAX_BY MIN_BY REGEXP_FULL_MATCH REGEXP_MATCHES REGEXP_SPLIT_TO_ARRAY STRING_SPLIT_REGEX "
            "STR_SPLIT_REGEX SUBSTR SUBSTRING TIME_BUCKET "
        ),
        (2, 4): words("REGEXP_EXTRACT REGEXP_EXTRACT_ALL "),
        (2, None): words("CONCAT_WS LIST_AGGR LIST_AGGREGATE "),
        (3, 3): words("DATEDIFF DATESUB DATE_DIFF DATE_SUB IF LPAD REPLACE RPAD SPLIT_PART TRANSLATE "),
        (3, 4): words("ARRAY_SLICE LIST_SLICE REGEXP_REPLACE "),
    },
    "databricks": {
        (1, 1): words("ISNOTNULL ISNULL "),
        (2, 2): words("IFNULL NULLIF NVL "),
        (3, 3): words("IF IFF NVL2 "),
    },
}
TAKES: Final[dict[Dialect, dict[str, Takes]]] = {
    dialect: {name: takes for takes, names in taken.items() for name in names}
    for dialect, taken in _TAKEN.items()
}


def miscounted(name: str, arguments: list[exp.Expr], dialect: Dialect) -> str | None:
    """What to say of a call that has fewer or more arguments than its engine takes; None where it has not."""
    takes = TAKES[dialect].get(name)
    if takes is None:
        return None
    least, most = takes
    count = sum(map(_values, arguments))
    if least <= count and (most is None or count <= most):
        return None
    amount = f"{least}" if least == most else f"{least} or more" if most is None else f"{least} to {most}"
    return f"{name} takes {amount} argument{'' if amount == '1' else 's'} on {dialect}."


def _values(argument: exp.Expr) -> int:
    """How many arguments one part of a call is: DISTINCT a, b is two."""
    while isinstance(argument, exp.Order | exp.IgnoreNulls | exp.RespectNulls | exp.Limit):
        argument = argument.this
    return len(argument.expressions) if isinstance(argument, exp.Distinct) else 1
