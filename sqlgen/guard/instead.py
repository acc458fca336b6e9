"""What to write in place of a function that an engine has not, or that no rule bounds: words for refusals.

Each is SQL that passes, or several with `, or ` between them: of a text `x`, a number `n`, a day `d`, a moment `ts`,
a list `tags`, JSON `j`, a VARIANT `v` and a key `id` of a table `t`.
"""

import re
from typing import Final

from sqlgen.contracts import Dialect

_REPEATABLE: Final = "ROW_NUMBER() OVER (ORDER BY id), or MOD(id, 10) = 0"
INSTEAD: Final[dict[Dialect, dict[str, str]]] = {
    "postgres": {
        **dict.fromkeys(("IFNULL", "NVL"), "COALESCE(n, 0)"),
        **dict.fromkeys(("IF", "IIF"), "CASE WHEN n > 0 THEN 'a' ELSE 'b' END"),
        **dict.fromkeys(("DATEDIFF", "DATE_DIFF"), "CURRENT_DATE - d"),
        **dict.fromkeys(("DATE_ADD", "DATEADD", "ADD_MONTHS"), "d + INTERVAL '1 month'"),
        **dict.fromkeys(("DATE_SUB", "DATESUB"), "d - INTERVAL '7 days'"),
        **dict.fromkeys(("STRFTIME", "DATE_FORMAT"), "TO_CHAR(ts, 'YYYY-MM')"),
        **dict.fromkeys(("GROUP_CONCAT", "LISTAGG"), "STRING_AGG(x, ', ')"),
        **dict.fromkeys(("APPROX_COUNT_DISTINCT", "APPROX_DISTINCT"), "COUNT(DISTINCT x)"),
        **dict.fromkeys(
            ("MEDIAN", "QUANTILE", "PERCENTILE"), "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY n)"
        ),
        **dict.fromkeys(("COUNT_IF", "COUNTIF", "SUM_IF"), "COUNT(*) FILTER (WHERE n > 0)"),
        **dict.fromkeys(("ARG_MAX", "MAX_BY"), "(ARRAY_AGG(x ORDER BY n DESC))[1]"),
        **dict.fromkeys(("ARG_MIN", "MIN_BY"), "(ARRAY_AGG(x ORDER BY n))[1]"),
        **dict.fromkeys(("COLLECT_LIST", "LIST"), "ARRAY_AGG(x)"),
        **dict.fromkeys(("YEAR", "MONTH", "QUARTER", "WEEK", "DAY", "HOUR"), "EXTRACT(YEAR FROM d)"),
        "LAST_DAY": "DATE_TRUNC('month', d) + INTERVAL '1 month' - INTERVAL '1 day'",
        "REGEXP_EXTRACT": "SUBSTRING(x FROM 'id=([0-9]+)')",
        "REGEXP_MATCHES": "REGEXP_MATCH(x, 'id=([0-9]+)')",
        "SAFE_DIVIDE": "n / NULLIF(n, 0)",
        "DAYNAME": "TO_CHAR(d, 'Day')",
        "MONTHNAME": "TO_CHAR(d, 'Month')",
        "INSTR": "STRPOS(x, 'a')",
        "CONTAINS": "STRPOS(x, 'a') > 0",
        "BIT_LENGTH": "8 * OCTET_LENGTH(x)",
        "JSON_EXTRACT": "j -> 'a' ->> 'b'",
        **dict.fromkeys(("RAND", "RANDOM", "UUID", "GEN_RANDOM_UUID"), _REPEATABLE),
    },
    "duckdb": {
        "NVL": "COALESCE(n, 0)",
        **dict.fromkeys(("TO_CHAR", "DATE_FORMAT"), "STRFTIME(ts, '%Y-%m')"),
        **dict.fromkeys(("CHARINDEX", "LOCATE"), "STRPOS(x, 'a')"),
        **dict.fromkeys(("ADD_MONTHS", "DATEADD"), "d + INTERVAL 1 MONTH"),
        **dict.fromkeys(("COLLECT_LIST", "COLLECT_SET"), "LIST(DISTINCT x)"),
        **dict.fromkeys(("PERCENTILE_APPROX", "PERCENTILE", "APPROX_PERCENTILE"), "QUANTILE_CONT(n, 0.5)"),
        **dict.fromkeys(("INITCAP",), "UPPER(LEFT(x, 1)) || LOWER(SUBSTR(x, 2))"),
        "MONTHS_BETWEEN": "DATE_DIFF('month', d, CURRENT_DATE)",
        "CONVERT_TIMEZONE": "ts AT TIME ZONE 'Europe/Berlin'",
        "WIDTH_BUCKET": "CAST(FLOOR(n / 50) AS INT)",
        "ARRAY_FIRST": "LIST_FIRST(tags)",
        "ARRAY_SIZE": "LEN(tags)",
        "GENERATE_SUBSCRIPTS": "FROM t, UNNEST(t.tags) WITH ORDINALITY AS u(tag, n)",
        "JSON_EACH": "UNNEST(JSON_KEYS(j)) AS k",
        "JSON_TO_RECORDSET": "JSON_EXTRACT_STRING(j, '$.a')",
        "SAFE_DIVIDE": "n / NULLIF(n, 0)",
        "REGEXP_SUBSTR": "REGEXP_EXTRACT(x, '[0-9]+')",
        "REGEXP_LIKE": "REGEXP_MATCHES(x, '[0-9]+')",
        **dict.fromkeys(("RAND", "RANDOM", "UUID", "GEN_RANDOM_UUID"), _REPEATABLE),
    },
    "databricks": {
        "STRPOS": "INSTR(x, 'a')",
        "STRFTIME": "DATE_FORMAT(ts, 'yyyy-MM')",
        "STRPTIME": "TO_TIMESTAMP(x, 'yyyy-MM-dd')",
        "STRING_TO_ARRAY": "SPLIT(x, ',')",
        "EPOCH": "UNIX_TIMESTAMP(ts)",
        "AGE": "DATEDIFF(CURRENT_DATE, d)",
        **dict.fromkeys(("ARG_MAX", "ARGMAX"), "MAX_BY(x, n)"),
        **dict.fromkeys(("ARG_MIN", "ARGMIN"), "MIN_BY(x, n)"),
        **dict.fromkeys(("LIST", "GROUP_CONCAT"), "ARRAY_JOIN(COLLECT_LIST(x), ', ')"),
        **dict.fromkeys(("GENERATE_SERIES", "RANGE"), "FROM EXPLODE(SEQUENCE(0, 9)) AS s(n)"),
        **dict.fromkeys(("QUANTILE", "QUANTILE_CONT"), "PERCENTILE(n, 0.5)"),
        **dict.fromkeys(("SAFE_DIVIDE",), "TRY_DIVIDE(n, n)"),
        **dict.fromkeys(("LIST_TRANSFORM", "LIST_APPLY"), "TRANSFORM(tags, w -> UPPER(w))"),
        "JSON_EXTRACT": "GET_JSON_OBJECT(x, '$.a.b')",
        "FROM_JSON": "GET_JSON_OBJECT(x, '$.a.b'), or JSON_TUPLE(x, 'a', 'b') AS (a, b)",
        "ARRAYS_ZIP": "ZIP_WITH(tags, tags, (a, b) -> STRUCT(a, b))",
        **dict.fromkeys(
            ("VAR_MAP", "MAP", "MAP_FROM_ARRAYS"),
            "CASE x WHEN 'a' THEN 'b' END, or MAP_FROM_ENTRIES(COLLECT_LIST(STRUCT(x, n)))",
        ),
        "VARIANT_EXPLODE": "VARIANT_GET(v, '$.a', 'string')",
        "SESSION_WINDOW": "WITH g AS (SELECT id, ts, UNIX_TIMESTAMP(ts) - UNIX_TIMESTAMP(LAG(ts) OVER (PARTITION BY id"
        " ORDER BY ts)) AS gap FROM t) SELECT SUM(IF(gap > 1800, 1, 0)) OVER (PARTITION BY id ORDER BY ts) AS n FROM g",
        "WINDOW": "TIMESTAMP_SECONDS(FLOOR(UNIX_TIMESTAMP(ts) / 900) * 900) AS slot",
        "MONOTONICALLY_INCREASING_ID": "ROW_NUMBER() OVER (ORDER BY id)",
        **dict.fromkeys(("RAND", "RANDN", "RANDOM", "UUID", "SHUFFLE"), _REPEATABLE),
    },
}
_SELF_JOIN: Final = "FROM t AS a LEFT JOIN t AS b ON b.id = a.n"
_LEVELS: Final = (
    f"FROM generate_series(DATE '2024-01-01', CURRENT_DATE, INTERVAL '1 month') AS s(day), or {_SELF_JOIN}"
)
# The same for what is no function, by the type of its node or the slot it fills.
CONSTRUCTS: Final[dict[Dialect, dict[str, str]]] = {
    "postgres": {
        "recursive": _LEVELS,
        "Qualify": "FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY x ORDER BY n) AS place FROM t) AS s"
        " WHERE place = 1",
    },
    "duckdb": {"recursive": _LEVELS},
    "databricks": {
        "recursive": f"FROM EXPLODE(SEQUENCE(1, 12)) AS s(n), or {_SELF_JOIN}",
        "SimilarTo": "x RLIKE '^(open|closed)$'",
    },
}
for _constructs in CONSTRUCTS.values():
    _constructs["NATURAL"] = "FROM t AS a JOIN t AS b USING (id)"
    _constructs["renamed"] = "FROM (SELECT id AS a FROM t) AS b"
    _constructs["offset"] = "FROM t WHERE id > 1000 ORDER BY id LIMIT 100"
_WINDOWED: Final = re.compile(r"(?i)(?<![\w.`])window\s*+\(")


def instead(name: str, dialect: Dialect) -> str:
    """A sentence that says what to write in place of a function, with a space before it; empty where none is known."""
    other = INSTEAD[dialect].get(name.upper())
    return f" Write {other}." if other else ""


def instead_of(construct: str, dialect: Dialect) -> str:
    """The same for what is no function."""
    other = CONSTRUCTS[dialect].get(construct)
    return f" Write {other}." if other else ""


def instead_of_windows(sql: str, dialect: Dialect) -> str:
    """The same for a text that no reader takes because of Databricks' WINDOW(ts, '15 minutes')."""
    return instead("WINDOW", dialect) if dialect == "databricks" and _WINDOWED.search(sql) else ""
