"""Columns that are chosen by pattern: DuckDB's own choice, in a time that no pattern makes long."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sqlgen.guard import GuardViolation, check
from sqlgen.guard.chosen import is_like
from sqlgen.tests.guard_world import policy

_NAMES = st.text("ab_", max_size=8)
_KEYS = ["claim_id", "region_id", "product_id"]
_PATTERNS = st.text("ab_%", max_size=8)


@pytest.fixture(scope="module")
def engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


@settings(max_examples=300, deadline=None, database=None)
@given(name=_NAMES, pattern=_PATTERNS)
def test_a_name_is_like_a_pattern_where_duckdb_says_so(
    engine: duckdb.DuckDBPyConnection, name: str, pattern: str
) -> None:
    told = engine.execute("SELECT ? LIKE ?", [name, pattern]).fetchone()

    assert told == (is_like(name, pattern),)


def test_a_like_that_would_be_divided_in_a_million_ways_is_answered() -> None:
    assert not is_like("a" * 63, "%a" * 31 + "%b")


@pytest.mark.parametrize(
    "pattern",
    ["a.*a.*a.*b", "(aa|a)(aa|a)(aa|a)(aa|a)b", "(?:a|b|a|b|a|b|a|b)(?:a|b|a|b|a|b)(?:a|a|a|a|a|a)c?"],
)
def test_a_pattern_that_could_take_long_with_these_names_is_refused(pattern: str) -> None:
    names = ", ".join(f"1 AS {'a' * 50}{number}" for number in range(60))

    with pytest.raises(GuardViolation) as refused:
        check(f"SELECT COLUMNS('{pattern}') FROM (SELECT {names})", dialect="duckdb", policy=policy("duckdb"))

    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ("COLUMNS('c(o|a)s')", ["cost"]),
        ("COLUMNS('^s')", ["status", "score"]),
        ("COLUMNS(['score', 'cost'])", ["cost", "score"]),
        ("* LIKE 'open%'", ["opened_at", "opened_on"]),
        ("* ILIKE 'STAT_S'", ["status"]),
        ("* SIMILAR TO 'ore'", ["score"]),
        ("COLUMNS(x -> x LIKE '%at%s')", ["status"]),
        (
            "COLUMNS(* EXCLUDE (opened_at, closed_at, opened_on, status, channel, cost, score, is_repeat))",
            _KEYS,
        ),
    ],
)
def test_columns_are_written_out_by_what_the_viewer_may_read(chosen: str, names: list[str]) -> None:
    asked = f"SELECT {chosen} FROM sales.claim"

    guarded = check(asked, dialect="duckdb", policy=policy("duckdb")).sql

    listed = guarded.partition(" FROM ")[0].removeprefix("SELECT ")
    assert [part.rpartition('"."')[2].strip('"') for part in listed.split(", ")] == names


@pytest.mark.parametrize("chosen", ["* NOT LIKE '%_%'", "COLUMNS('email')", "COLUMNS(['customer_email'])"])
def test_a_choice_that_means_nothing_the_viewer_may_read_is_refused(chosen: str) -> None:
    with pytest.raises(GuardViolation) as refused:
        check(f"SELECT {chosen} FROM sales.claim", dialect="duckdb", policy=policy("duckdb"))

    assert refused.value.code == "unknown_column"
