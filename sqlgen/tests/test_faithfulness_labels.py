"""The labels of the pairs are true: on data made to tell them apart, faithful SQL answers like the compiler, other SQL
does not. The demo's are asked of DuckDB, the example's of PostgreSQL.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import duckdb
import psycopg
import pytest

from sqlgen.compiler import compile_intent
from sqlgen.compiler.columns import output_columns
from sqlgen.guard import GuardViolation
from sqlgen.shape import fill_of
from sqlgen.tests.engines import PostgreSQL
from sqlgen.tests.faithfulness_cases import EXAMPLE, Pair, pairs
from sqlgen.tests.faithfulness_data import claims_database
from sqlgen.tests.faithfulness_mutations import mutants
from sqlgen.tests.faithfulness_report import judged

HERE = [pair for pair in pairs() if pair.dialect == "duckdb" and not pair.metric.startswith(EXAMPLE)]
FRIENDLY = [
    pair
    for pair in HERE
    if pair.faithful and pair.file in ("exists", "having", "held_bounds", "shifts", "spines")
]
MOST = 25  # mutants looked at for each text, evenly chosen
THERE = [pair for pair in pairs() if pair.dialect == "postgres" and pair.metric.startswith(EXAMPLE)]
# What these get wrong shows on other data only: duplicate keys, an empty window, a table that is read for nothing.
NOT_SEEN = (
    "distinct claims",
    "an unused table is joined",
    "nought where nothing can be said",
    "divides by nought",
    "the series has a day too many",  # the portal shows the window's buckets alone
    "days a step where months are asked",
    "the days are cast to texts",  # which DuckDB makes days again where they are compared
)


@pytest.fixture(scope="module")
def claims() -> duckdb.DuckDBPyConnection:
    return claims_database()


def answer(engine: duckdb.DuckDBPyConnection, sql: str, *, ordered: bool) -> list[str]:
    """The columns' names, then the rows as text."""
    try:
        found = engine.execute(sql)
        rows = [repr([told(value) for value in row]) for row in found.fetchall()]
    except duckdb.Error as error:
        return [type(error).__name__]
    return [repr([column[0] for column in found.description or ()]), *(rows if ordered else sorted(rows))]


def shown(pair: Pair, sql: str) -> str:
    """The SQL as the portal shows its rows: with a day where the engine gave its midnight, and a bucket that is told
    to be empty like one that is not told."""
    if pair.file != "spines":
        return sql
    columns = [column.name for column in output_columns(pair.question.intent, pair.question.metric)]
    days = ", ".join("CAST(bucket AS DATE) AS bucket" if name == "bucket" else name for name in columns)
    empty = "value IS NULL" if fill_of(pair.question.metric) is None else "COALESCE(value, 0) = 0"
    kept = f" WHERE NOT {empty}" if columns == ["bucket", "value"] else ""
    return f"SELECT {days} FROM ({sql}) AS answer{kept}"


def told(value: Any) -> str:
    return f"{float(value):.10g}" if isinstance(value, (float, Decimal)) else repr(value)


def compiled(pair: Pair) -> str:
    question = pair.question
    return compile_intent(
        question.intent,
        question.metric,
        backend=question.backend,
        dialect=question.dialect,
        dictionary=question.dictionary,
        zone=question.zone,
    ).sql


@pytest.mark.parametrize("pair", [pair for pair in HERE if pair.faithful], ids=str)
def test_faithful_sql_answers_like_the_compiler(pair: Pair, claims: duckdb.DuckDBPyConnection) -> None:
    ordered = bool(pair.asked.get("order"))

    assert answer(claims, shown(pair, pair.sql), ordered=ordered) == answer(
        claims, shown(pair, compiled(pair)), ordered=ordered
    )


@pytest.mark.parametrize(
    "pair", [pair for pair in HERE if not pair.faithful and pair.why not in NOT_SEEN], ids=str
)
def test_unfaithful_sql_answers_something_else(pair: Pair, claims: duckdb.DuckDBPyConnection) -> None:
    ordered = bool(pair.asked.get("order"))

    assert answer(claims, shown(pair, pair.sql), ordered=ordered) != answer(
        claims, shown(pair, compiled(pair)), ordered=ordered
    )


@pytest.mark.parametrize("pair", FRIENDLY, ids=str)
def test_a_single_mistake_in_a_friendly_spelling_is_refused_or_changes_nothing(
    pair: Pair, claims: duckdb.DuckDBPyConnection
) -> None:
    right = answer(claims, shown(pair, compiled(pair)), ordered=False)
    every = sorted(set(mutants(pair.sql, pair.dialect)) - {pair.sql})
    wrong = every[:: len(every) // MOST + 1]

    passed = [sql for sql in wrong if accepted(replace(pair, sql=sql))]

    assert [sql for sql in passed if answer(claims, shown(pair, sql), ordered=False) != right] == []
    assert len(passed) < len(wrong) / 3


def accepted(pair: Pair) -> bool:
    try:
        return judged(pair).accepted
    except GuardViolation:  # some changes cannot even be read
        return False


def rows(engine: PostgreSQL, sql: str) -> list[str]:
    try:
        return sorted(repr([told(value) for value in row]) for row in engine.rows(sql))
    except psycopg.Error as error:
        return [type(error).__name__]


@pytest.mark.parametrize("pair", THERE, ids=str)
def test_labels_are_true_on_postgresql(pair: Pair, operational: PostgreSQL) -> None:
    assert (rows(operational, pair.sql) == rows(operational, compiled(pair))) is pair.faithful
