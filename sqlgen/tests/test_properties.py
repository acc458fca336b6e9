"""What holds for every question, not only for those we thought of."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sqlgen.contracts import Dialect
from sqlgen.guard import Policy, check
from sqlgen.series import align
from sqlgen.tests import example
from sqlgen.tests.asking import compiled, intent_of
from sqlgen.tests.engines import DuckDB
from sqlgen.tests.questions import ADDITIVE, questions

DIALECTS: tuple[Dialect, ...] = ("databricks", "duckdb", "postgres")
POLICIES = {
    dialect: Policy.from_dictionary(example.dictionary(), dialect=dialect, row_cap=10_000)
    for dialect in DIALECTS
}
PROPERTY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("dialect", DIALECTS)
@PROPERTY
@given(asked=questions())
def test_a_compiled_query_passes_the_guard(dialect: Dialect, asked: dict[str, Any]) -> None:
    query = compiled(**asked, dialect=dialect)

    guarded = check(query.sql, dialect=dialect, policy=POLICIES[dialect])

    assert guarded.tables == query.tables


@PROPERTY
@given(asked=questions())
def test_the_same_question_gives_the_same_sql(asked: dict[str, Any]) -> None:
    assert compiled(**asked) == compiled(**asked)


@PROPERTY
@given(asked=questions(ADDITIVE))
def test_the_total_is_the_sum_of_its_groups(asked: dict[str, Any], lake: DuckDB) -> None:
    asked |= {"grain": None, "limit": None, "order": [], "compare": None}
    whole = {**asked, "dimensions": []}

    groups, _ = align(intent_of(**asked), compiled(**asked).columns, lake.rows(compiled(**asked).sql))
    [total], _ = align(intent_of(**whole), compiled(**whole).columns, lake.rows(compiled(**whole).sql))

    assert sum((Decimal(row.value or 0) for row in groups), Decimal(0)) == total.value


@PROPERTY
@given(asked=questions(("claims", "cost", "repeats", "web_claims", "net")))
def test_the_total_beside_a_series_is_the_sum_of_its_buckets(asked: dict[str, Any], lake: DuckDB) -> None:
    asked |= {"grain": asked["grain"] or "day", "limit": None, "totals": True, "order": []}

    rows, totals = align(intent_of(**asked), compiled(**asked).columns, lake.rows(compiled(**asked).sql))

    assert totals is not None
    assert sum((Decimal(row.value or 0) for row in rows), Decimal(0)) == totals.value
