"""Nothing makes the guard itself slow, deep or big."""

import threading
from collections.abc import Callable
from functools import partial

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_world import DIALECTS, policy

TOO_MUCH = {
    "brackets": "SELECT " + "(" * 5_000 + "1" + ")" * 5_000,
    "open brackets": "SELECT " + "(" * 20_000,
    "case": "SELECT " + "CASE WHEN " * 3_000 + "1" + " THEN 1 END" * 3_000,
    "not": "SELECT " + "NOT " * 20_000 + "TRUE",
    "minus": "SELECT " + "- " * 20_000 + "1",
    "sum": "SELECT " + "1 + " * 5_000 + "1",
    "and": "SELECT 1 WHERE " + "TRUE AND " * 5_000 + "TRUE",
    "joins without a condition": "SELECT 1 FROM sales.claim AS a" + " JOIN sales.claim" * 40,
    "joins": "SELECT 1 FROM sales.claim AS a"
    + "".join(f" JOIN sales.region AS r{n} ON a.region_id = r{n}.region_id" for n in range(60)),
    "unions": "SELECT 1" + " UNION ALL SELECT 1" * 2_000,
    "subqueries": "SELECT 1 FROM " + "(SELECT 1 FROM " * 500 + "sales.claim" + ") AS x" * 500,
    "a list in a lambda": f"SELECT FILTER(tags, t -> t IN ({', '.join(['t'] * 7_000)})) FROM sales.visit",
    "a list in a quoted lambda": 'SELECT LIST_FILTER(tags, LAMBDA "t" : COALESCE('
    + ", ".join(['"t"'] * 7_000)
    + ")) FROM sales.visit",
    "casts": "SELECT 1" + "::int" * 4_000,
    "dots": "SELECT a" + ".a" * 4_000 + " FROM sales.claim",
    "intervals": "SELECT " + "INTERVAL " * 5_000 + "'1' DAY",
    "lists made of others": "SELECT [" + "x FOR a IN IF " * 1_500,
    "arrays": "SELECT " + "ARRAY " * 5_000 + "1",
    "calls that look like types": "SELECT " + "DATE(" * 30 + "'2024-01-01'" + ")" * 30,
    "calls that look like types, each in a call": "SELECT " + "COALESCE(INT(" * 15 + "1" + "))" * 15,
    "structs": "SELECT " + "STRUCT(" * 30 + "1" + ")" * 30,
    "sorted arrays": "SELECT " + "SORT_ARRAY(1, " * 30 + "1" + ")" * 30,
    "columns": "SELECT " + "1, " * 30_000 + "1",
    "a long literal": "SELECT '" + "x" * 5_000 + "'",
    "a long text": "SELECT 1 -- " + "x" * 200_000,
    "values": "SELECT * FROM (VALUES " + ", ".join(["(1)"] * 3_000) + ") AS v(a)",
    "open quotes": "SELECT " + "'" * 9_999,
    "open comments": "SELECT " + "/*" * 9_999,
    "comments": "SELECT 1 " + "/* x */ -- y\n" * 5_000 + "FROM sales.vault",
    "names": "SELECT 1 AS " + "x" * 64,
    "stars": "WITH v AS (SELECT "
    + ", ".join(f"claim_id AS c{n}" for n in range(1_000))
    + " FROM sales.claim) SELECT "
    + ", ".join(["v.*"] * 3_000)
    + " FROM v LIMIT 1",
    "sources": "WITH v AS (SELECT 1 AS x) SELECT 1 FROM " + ", ".join(f"v AS v{n}" for n in range(2_500)),
    "columns of sources": "WITH v AS (SELECT "
    + ", ".join(f"1 AS c{n}" for n in range(2_000))
    + ") SELECT 1 "
    + f", (SELECT 1 FROM {', '.join(f'v AS v{n}' for n in range(20))})" * 70,
    "values that tie": f"SELECT 1 FROM sales.claim AS a JOIN sales.claim AS b"
    f" ON GREATEST({', '.join(['a.score'] * 2_200)}) IN ({', '.join(['b.score'] * 2_200)})",
    "pivots over several columns": "SELECT * FROM sales.claim PIVOT (SUM(cost) FOR "
    + " ".join(["score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)"] * 9)
    + ")",
    "pivots of many aggregates": "SELECT * FROM sales.claim PIVOT ("
    + ", ".join(f"SUM(cost) AS a{n}" for n in range(3_000))
    + f" FOR score IN ({', '.join(map(str, range(3_000)))}))",
    "pivots named after calls that are written twice": "SELECT * FROM sales.claim PIVOT (SUM(1) AS a, SUM("
    + "TO_ARRAY(" * 30
    + "1"
    + ")" * 30
    + ") FOR status IN ('open'))",
    "types made of calls that are written twice": "SELECT 1::x(" + "TO_ARRAY(" * 30 + "1" + ")" * 31,
    "casts to types made of calls that are written twice": "SELECT 1::TO_ARRAY("
    + "TO_ARRAY(" * 30
    + "1"
    + ")" * 31,
    "places far behind words": "SELECT a" + " " * 88_000 + ", " + ", ".join(["a[1]"] * 230),
    "lists in texts": "SELECT 1 FROM sales.claim WHERE "
    + " OR ".join(["score = ANY ('{" + ",".join(["1"] * 950) + "}'::INT[])"] * 49),
    "lists made rows beside": "SELECT 1 FROM t, LATERAL UNNEST((" * 30 + "SELECT 1 x y" + ")) AS t(x)" * 30,
    "100,000 brackets": "SELECT " + "(" * 100_000,
    "as many brackets as a text may have": "SELECT " + "(" * 99_000,
    "50,000 minuses": "SELECT " + "- " * 49_990 + "1",
    "50,000 NOTs": "SELECT " + "NOT " * 50_000 + "TRUE",
    "as many NOTs as a text may have": "SELECT " + "NOT " * 24_000 + "TRUE",
    "50,000 CASEs": "SELECT " + "CASE WHEN " * 50_000 + "1",
    "as many CASEs as a text may have": "SELECT " + "CASE WHEN " * 9_900 + "1",
    "50,000 ORs": "SELECT 1 FROM sales.claim WHERE " + "score OR " * 50_000 + "TRUE",
    "as many ORs as a text may have parts": "SELECT 1 FROM sales.claim WHERE " + "score OR " * 7_900 + "TRUE",
    "10,000 joins": "SELECT 1 FROM sales.claim" + " JOIN x ON 1" * 10_000,
    "as many joins as a text may have": "SELECT 1 FROM sales.claim" + " JOIN x ON 1" * 8_000,
    "commas for joins": "SELECT 1 FROM v" + ", v" * 15_000,
    "a megabyte of text": "SELECT '" + "x" * 1_000_000 + "'",
    "a megabyte of spaces": "SELECT 1" + " " * 1_000_000,
    "a megabyte of a name": 'SELECT 1 AS "' + "x" * 1_000_000 + '"',
    "names of a CTE": "WITH " + ", ".join(f"v{n} AS (SELECT 1)" for n in range(4_000)) + " SELECT 1",
    "casts of casts": "SELECT 1" + "::int" * 15_900,
    "texts joined": "SELECT ''" + "||''" * 15_900,
    "comparisons": "SELECT 1" + " IS NULL" * 7_900,
    "existence": "SELECT " + "EXISTS " * 14_000 + "(SELECT 1)",
    "calls": "SELECT " + "ABS(" * 20_000,
    "equals": "SELECT " + "= " * 48_000,
    "less than": "SELECT " + "< " * 48_000,
    "commas in calls that look like types": "SELECT INT(INT(INT(INT(INT("
    + "score, " * 600
    + "score))))) FROM sales.claim",
    "names in calls that look like types": 'SELECT DATE(DATE(DATE(DATE(DATE("score"'
    + ' + "score"' * 600
    + "))))) FROM sales.claim",
    "comments beside each value": "SELECT " + "1 /* x */, " * 5_000 + "1",
    "long paths": "SELECT " + ", ".join(["GET_JSON_OBJECT(status, '$" + ".a" * 900 + "')"] * 40),
    "long formats": "SELECT " + ", ".join(["TO_CHAR(opened_at, '" + "YYYY-MM-DD" * 190 + "')"] * 40),
    "paths": "SELECT " + ", ".join(["GET_JSON_OBJECT(status, '$.a.b')"] * 600) + " FROM sales.claim",
    "more meant than a person writes": f"SELECT {', '.join(['score'] * 2_100)} FROM sales.claim LIMIT 1",
    "stars of a wide query": "WITH v AS (SELECT "
    + ", ".join(f"score AS c{n}" for n in range(300))
    + " FROM sales.claim) SELECT "
    + ", ".join(["v.*"] * 7)
    + " FROM v LIMIT 1",
    # Each of these took sqlglot twice as long for every bracket more.
    "straight joins": "SELECT 1 FROM sales.claim " + "STRAIGHT_JOIN a " * 30,
    "applies": "SELECT 1 WHERE " + "CROSS APPLY (a, " * 30 + "1",
    "limits": "SELECT " + "a LIMIT b (" * 30 + "1",
    "offsets": "SELECT " + "EXTRACT OFFSET (SELECT " * 30 + "1",
    "FROM without SELECT": "SELECT " + "FROM a, (" * 30 + "1",
    "IF without brackets": "SELECT " + "(IF + " * 30 + "1",
    "MAP and ARRAY without brackets": "SELECT " + "MAP ARRAY BETWEEN " * 30 + "1",
    "conditions before joins": "SELECT 1 FROM " + "EXTRACT (ON JOIN " * 30 + "a",
    "FROM before SELECT": "SELECT " + "(FROM a, SELECT " * 30 + "1",
    "FROM before SELECT, three sources": "SELECT " + "(FROM a, b, SELECT " * 30 + "1",
    "FROM before LATERAL SELECT": "SELECT " + "(FROM a, LATERAL SELECT " * 30 + "1",
    "calls as the types of intervals": "SELECT " + "COALESCE(INTERVAL 1 :: " * 30 + "1",
    "calls with a dot as the types of intervals": "SELECT " + "COALESCE(INTERVAL 1 :: a.ABS(" * 15 + "1",
    "units as the types of intervals": "SELECT " + "INTERVAL 1 :: DAYOFWEEK(" * 30 + "1",
    "casts of intervals": "SELECT " + "INTERVAL CAST(a AS ABS(" * 15 + "1",
    "casts of intervals to structs": "SELECT " + "INTERVAL CAST(a AS STRUCT < b ABS(" * 15 + "1",
    "places in lists of much": "SELECT " + "(" * 38 + "ABS(" + "a + " * 7_400 + "a)" + ")[1]" * 38,
    "places far behind their lists": "SELECT "
    + "(" * 38
    + "ABS("
    + "a + " * 7_400
    + "a)"
    + f"){' ' * 200}[1]" * 38,
    "places behind a CASE": "SELECT " + "CASE WHEN a THEN (" * 15 + "a" + ") END[1]" * 15 + " + a" * 7_000,
    "as many places as a text may have": "SELECT " + "(a)[1] + " * 3_000 + "1",
    "queries that see each other": "SELECT 1 FROM a, " + "LATERAL (SELECT 1 FROM a, " * 30 + "a",
    "arrows": "SELECT COALESCE(status" + " -> 'a'" * 7_000 + ")",
    "joins without FROM": "SELECT 1 FROM sales.claim WHERE " + "CROSS JOIN TABLE IN (" * 30 + "1",
}


# sqlglot writes a part of each of these twice, and all that stands in it: 40 of them, one in the other, have no end.
WRITTEN_TWICE: dict[str, tuple[str, str, tuple[Dialect, ...]]] = {
    "divisions": ("SAFE_DIVIDE(1, ", ")", ("postgres", "duckdb")),
    "choices": ("DECODE_CASE(1, ", ", 1)", ("postgres", "duckdb")),
    "distinct pairs": ("COUNT(DISTINCT 1, ", ")", ("postgres", "duckdb")),
    "ranges to either side": ("(1 BETWEEN SYMMETRIC 1 AND ", ")", ("duckdb", "databricks")),
    "patterns": ("((", ") LIKE ANY ('a', 'b'))", ("postgres", "duckdb")),
    "first rows": ("(SELECT DISTINCT ON (", ") 1)", ("databricks",)),
    "percentiles": ("PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY ", ")", ("duckdb",)),
    "percentiles of queries": ("PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY (SELECT ", "))", ("duckdb",)),
    "zones": ("TIMESTAMP_TRUNC(CURRENT_TIMESTAMP, 'month', ", ")", ("duckdb",)),
}


@pytest.mark.parametrize("what", WRITTEN_TWICE)
def test_what_would_be_written_twice_is_refused(what: str) -> None:
    opened, closed, dialects = WRITTEN_TWICE[what]
    for dialect in dialects:
        with pytest.raises(GuardViolation) as told:
            check(f"SELECT {opened * 6}1{closed * 6}", dialect=dialect, policy=policy(dialect))
        assert told.value.code in ("unsupported", "forbidden_function")


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("what", TOO_MUCH)
def test_too_much_of_anything_is_refused(what: str, dialect: Dialect) -> None:
    with pytest.raises(GuardViolation):
        check(TOO_MUCH[what], dialect=dialect, policy=policy(dialect))


def test_quoted_calls_that_come_out_as_types_are_refused_too() -> None:
    nested = "SELECT " + '"DATE"(' * 30 + "'2024-01-01'" + ")" * 30

    assert _code(nested, "postgres") == "too_deep"


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("what", ["equals", "less than", "commas in calls that look like types"])
def test_what_a_parser_reads_often_is_refused_before_it_is_read(what: str, dialect: Dialect) -> None:
    assert _code(TOO_MUCH[what], dialect) == "too_large"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_deep_nesting_is_refused_on_a_small_stack_too(dialect: Dialect) -> None:
    answers = [_on_small_stack(partial(_code, sql, dialect)) for sql in TOO_MUCH.values()]

    assert all(answers)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_1500_rows_of_values_pass(dialect: Dialect) -> None:
    days = ", ".join(["(CAST('2024-01-01' AS DATE))"] * 1_500)

    guarded = check(f"SELECT v.day FROM (VALUES {days}) AS v(day)", dialect=dialect, policy=policy(dialect))

    assert guarded.tables == ()


def _code(sql: str, dialect: Dialect) -> str:
    try:
        check(sql, dialect=dialect, policy=policy(dialect))
    except GuardViolation as violation:
        return violation.code
    return ""


def _on_small_stack(call: Callable[[], str]) -> str:
    answers: list[str] = []
    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=lambda: answers.append(call()))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    return answers[0] if answers else ""
