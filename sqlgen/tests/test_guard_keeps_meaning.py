"""What sqlglot reads into one tree, or renders otherwise, still means what was written once the guard rebuilt it."""

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import check
from sqlgen.tests.guard_world import policy

# Seen on Spark: DATEDIFF(end, start) of two moments gave another number once it was written with a unit.
REBUILT: list[tuple[Dialect, str, str]] = [
    ("databricks", "DATEDIFF(closed_at, opened_at)", "DATEDIFF(`closed_at`, `opened_at`)"),
    ("databricks", "DATE_DIFF(opened_on, '2024-01-01')", "DATEDIFF(`opened_on`, '2024-01-01')"),
    # A BIGINT of these, which sqlglot's ways of writing them are, is no argument of DATE_ADD.
    (
        "databricks",
        "DATE_SUB(opened_on, UNIX_DATE(opened_on))",
        "DATE_SUB(`opened_on`, UNIX_DATE(`opened_on`))",
    ),
    ("databricks", "ARRAY_SIZE(SPLIT(status, ','))", "ARRAY_SIZE(SPLIT(`status`, ','))"),
    ("databricks", "DATEDIFF(DAY, opened_at, closed_at)", "DATEDIFF(DAY, `opened_at`, `closed_at`)"),
    ("databricks", "DATEDIFF(HOUR, opened_at, closed_at)", "DATEDIFF(HOUR, `opened_at`, `closed_at`)"),
    # sqlglot left this format out: a text that is no such date became a date, or an error.
    (
        "databricks",
        "TO_DATE(status, 'yyyy-MM-dd')",
        "CAST(TO_TIMESTAMP(`status`, 'yyyy-MM-dd') AS DATE)",
    ),
    (
        "databricks",
        "TO_DATE(status, 'yyyy-MM-dd HH:mm:ss')",
        "CAST(TO_TIMESTAMP(`status`, 'yyyy-MM-dd HH:mm:ss') AS DATE)",
    ),
    ("databricks", "TO_DATE(status, 'dd/MM/yyyy')", "CAST(TO_TIMESTAMP(`status`, 'dd/MM/yyyy') AS DATE)"),
    ("databricks", "TO_DATE(status)", "TO_DATE(`status`)"),
    ("databricks", "TO_TIMESTAMP(status, 'yyyy-MM-dd')", "TO_TIMESTAMP(`status`, 'yyyy-MM-dd')"),
    ("databricks", "DATE_FORMAT(opened_at, 'yyyy-MM-dd')", "DATE_FORMAT(`opened_at`, 'yyyy-MM-dd')"),
    ("databricks", "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY cost)", "PERCENTILE(`cost`, 0.5)"),
    ("duckdb", "JSON_EXTRACT_STRING(status, '$.a.b[0]')", "JSON_EXTRACT_STRING(\"status\", '$.a.b[0]')"),
    # sqlglot counts places from 0 and moves them, to and fro, by what it takes the list for.
    ("duckdb", "status[1]", '"status"[1]'),
    ("duckdb", "status[-1]", '"status"[-1]'),
    ("duckdb", "LIST(score)[0]", 'ARRAY_AGG("score")[0]'),
    ("duckdb", "STRING_SPLIT(status, '_')[2:]", "STR_SPLIT(\"status\", '_')[2:]"),
    ("postgres", "(ARRAY_AGG(score))[1]", '(ARRAY_AGG("score"))[1]'),
    ("postgres", "((STRING_TO_ARRAY(status, '_'))[1:2])[2]", "((STRING_TO_ARRAY(\"status\", '_'))[1:2])[2]"),
    ("databricks", "SPLIT(status, '_')[0]", "SPLIT(`status`, '_')[0]"),
    ("databricks", "ELEMENT_AT(SPLIT(status, '_'), 1)", "ELEMENT_AT(SPLIT(`status`, '_'), 1)"),
    ("databricks", "TRY_ELEMENT_AT(SPLIT(status, '_'), -1)", "TRY_ELEMENT_AT(SPLIT(`status`, '_'), -1)"),
    # sqlglot wrote these as aD, "YYYY" and DDY.
    ("postgres", "TO_CHAR(opened_at, 'ad')", "TO_CHAR(\"opened_at\", 'ad')"),
    ("postgres", "TO_CHAR(opened_at, '\"yyyy\" yyyy')", 'TO_CHAR("opened_at", \'"yyyy" yyyy\')'),
    ("postgres", "TO_DATE(status, 'dDY')", "TO_DATE(\"status\", 'dDY')"),
    ("postgres", "TO_TIMESTAMP(status, 'yyyy-mm-dd hh24')", "TO_TIMESTAMP(\"status\", 'yyyy-mm-dd hh24')"),
    ("databricks", "DATE_FORMAT(opened_at, 'dd\\'T\\'yyyy')", "DATE_FORMAT(`opened_at`, 'dd\\'T\\'yyyy')"),
    # LOG(10, 1000) is 2.9999999999999996 to Spark, and there is none of a DOUBLE PRECISION to PostgreSQL.
    ("postgres", "LOG10(score)", 'LOG10("score")'),
    ("postgres", "LOG(10, score)", 'LOG(10, "score")'),
    ("duckdb", "LOG2(score)", 'LOG2("score")'),
    ("databricks", "LOG10(score)", "LOG10(`score`)"),
    ("databricks", "LOG2(score)", "LOG2(`score`)"),
    # A DOUBLE, which EXTRACT is not.
    ("postgres", "DATE_PART('MONTH', opened_at)", "DATE_PART('month', \"opened_at\")"),
    ("postgres", "EXTRACT(MONTH FROM opened_at)", 'EXTRACT(MONTH FROM "opened_at")'),
    # sqlglot put a comma between the texts; Spark has nothing there.
    ("databricks", "LISTAGG(status)", "LISTAGG(`status`, '')"),
    ("databricks", "STRING_AGG(DISTINCT status)", "LISTAGG(DISTINCT `status`, '')"),
    ("databricks", "LISTAGG(status, '-')", "LISTAGG(`status`, '-')"),
    # Lists that are only compared with.
    ("postgres", "status = ANY (ARRAY['a', channel])", '("status" IN (\'a\', "channel"))'),
    ("postgres", "status <> ALL ('{a, b c}')", "(NOT \"status\" IN ('a', 'b c'))"),
    ("postgres", "score = SOME ('{1,-2}'::int[])", "(\"score\" IN (CAST('1' AS INT), CAST('-2' AS INT)))"),
    ("postgres", "status ILIKE ANY (ARRAY['a%'])", "\"status\" ILIKE ANY(ARRAY['a%'])"),
    ("duckdb", "status <> ALL (['a', NULL])", "(NOT \"status\" IN ('a', NULL))"),
    ("duckdb", "LIST_HAS_ANY([status], ['a'])", "LIST_HAS_ANY([\"status\"], ['a'])"),
    ("duckdb", "[1, 2]::VARCHAR[]", "[CAST(1 AS TEXT), CAST(2 AS TEXT)]"),
    ("databricks", "ARRAY_CONTAINS(ARRAY('a', 'b'), status)", "ARRAY_CONTAINS(ARRAY('a', 'b'), `status`)"),
    # Inside a call sqlglot takes the first for a function of `status`.
    ("postgres", "COALESCE(status -> 'a', 'b')", "COALESCE((\"status\" -> 'a'), 'b')"),
    ("postgres", "status -> 'a' ->> 0", "((\"status\" -> 'a') ->> 0)"),
    ("duckdb", "COALESCE(status -> 'a', 'b')", "COALESCE(JSON_EXTRACT(\"status\", '$.a'), 'b')"),
    (
        "duckdb",
        "status -> 'a' ->> '$.b[0]'",
        "JSON_EXTRACT_STRING(JSON_EXTRACT(\"status\", '$.a'), '$.b[0]')",
    ),
    ("duckdb", "DATE_DIFF('day', opened_at, closed_at)", 'DATE_DIFF(\'DAY\', "opened_at", "closed_at")'),
    ("postgres", "MAKE_INTERVAL(days => score)", 'MAKE_INTERVAL(days => "score")'),
]


@pytest.mark.parametrize(("dialect", "written", "rebuilt"), REBUILT)
def test_it_means_what_was_written(dialect: Dialect, written: str, rebuilt: str) -> None:
    guarded = check(f"SELECT {written} AS x FROM sales.claim", dialect=dialect, policy=policy(dialect))

    assert f"{rebuilt} AS" in guarded.sql
