"""Random mixtures of the corpus find no way through (`make fuzz-guard` looks longer)."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardedQuery, GuardViolation, Policy, check
from sqlgen.tests import guard_nested
from sqlgen.tests.guard_canary import Canary, ruled, running_canary
from sqlgen.tests.guard_cases import cases
from sqlgen.tests.guard_fuzz import Escape, fault, probe
from sqlgen.tests.guard_world import DIALECTS, READABLE

OPENED = {"sales.claim": {**READABLE["sales.claim"], "customer_email": "varchar"}}


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    with running_canary() as running:
        yield running


def test_no_mutation_escapes(canary: Canary) -> None:
    probe(canary, start=1, examples=300)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_legitimate_follows_a_secret(canary: Canary, dialect: Dialect) -> None:
    found = [told for case in cases("legit", dialect) if (told := fault(case.sql, dialect, canary))]

    assert found == []


@given(text=st.text(max_size=200), dialect=st.sampled_from(DIALECTS))
@settings(max_examples=150, deadline=None)
def test_no_text_crashes_the_guard(text: str, dialect: Dialect) -> None:
    assert _code(text, dialect) != "unforeseen"


def test_no_mutation_follows_what_hidden_lists_maps_structures_and_json_hold() -> None:
    with running_canary(guard_nested.worlds) as nested:
        texts = [(dialect, sql) for dialect, known in guard_nested.TEXTS.items() for sql in known]
        passed = [check(sql, dialect=dialect, policy=guard_nested.ruled(dialect)) for dialect, sql in texts]

        assert [told for query in passed if (told := nested.fault(query))] == []
        assert [query.sql for query in passed if nested.fails(query)] == []
        probe(nested, 1, 80, guard_nested.ruled, guard_nested.asked(guard_nested.TEXTS))


def test_a_hole_is_found(canary: Canary) -> None:
    with pytest.raises(Escape):
        probe(canary, start=1, examples=2_000, world=_with_a_hole)


@pytest.mark.parametrize("dialect", ["postgres", "duckdb"])
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT MAX(customer_email) FROM sales.claim",
        "SELECT COUNT(*) FROM sales.claim WHERE LENGTH(customer_email) > 1",
        "SELECT SUM(score) FROM sales.claim WHERE channel IS NULL OR customer_email > 'm'",
        "SELECT status FROM sales.claim WHERE 1 / (LENGTH(customer_email) - 1) > 5",
    ],
)
def test_the_canary_sees_what_shows_or_follows_a_secret(canary: Canary, dialect: Dialect, sql: str) -> None:
    leaking: GuardedQuery = check(sql, dialect=dialect, policy=_with_a_hole(dialect))

    assert canary.fault(leaking) != ""


def _code(text: str, dialect: Dialect) -> str:
    try:
        check(text, dialect=dialect, policy=ruled(dialect))
    except GuardViolation as violation:
        return violation.code
    return ""


def _with_a_hole(dialect: Dialect) -> Policy:
    """A policy that opens what the worlds hold secret."""
    catalog = "memory." if dialect == "duckdb" else "lake." if dialect == "databricks" else ""
    return Policy.from_allowlist(
        {
            "catalog": catalog.rstrip("."),
            "default_schema": "sales",
            "row_cap": 1_000,
            "tables": {f"{catalog}{key}": {"columns": columns} for key, columns in OPENED.items()},
        }
    )
