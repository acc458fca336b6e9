"""What is not compiled, and the reason given."""

from typing import Any

import pytest

from catalog.definitions import Dimension
from metrics_portal.problems import PortalProblem
from sqlgen.errors import IntentRefused, NoSource
from sqlgen.tests import example
from sqlgen.tests.asking import compiled


def _filtered(dimension: str, op: str, *values: object) -> dict[str, Any]:
    return {"filters": [{"dimension": dimension, "op": op, "values": list(values)}]}


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (_filtered("satisfaction", "in", "high"), "'high', which is no integer"),
        (_filtered("satisfaction", "in", 3.5), "no integer"),
        (_filtered("satisfaction", "in", True), "no integer"),
        (_filtered("due_date", "lt", "2025-02-30"), "no date"),
        (_filtered("is_repeat", "in", "maybe"), "no boolean"),
        (_filtered("hour", "in", "noon"), "no integer"),
        (_filtered("status", "in", "a\0b"), "printable"),
        (_filtered("status", "in", "\ud800"), "printable"),
        (_filtered("status", "in", "x" * 1001), "1,000"),
        (_filtered("satisfaction", "contains", "4"), "searches text"),
        (_filtered("status", "gt", "open"), "order text differently"),
    ],
)
def test_a_value_of_the_wrong_type_names_field_and_value(asked: dict[str, Any], says: str) -> None:
    with pytest.raises(IntentRefused, match=says) as refused:
        compiled("claims", **asked)

    assert refused.value.members["field"] == "filters"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "1e5000", "1; DROP TABLE x"])
def test_a_number_is_digits(value: object) -> None:
    metric = example.simple(dimensions=["cost"])

    with pytest.raises(IntentRefused, match="no number"):
        compiled(metric, **_filtered("cost", "gt", value))


def test_a_backend_without_a_source_is_named_with_those_that_have_one() -> None:
    with pytest.raises(NoSource, match="It has one on: databricks, duckdb, lake") as refused:
        compiled("customers", backend="postgres")

    assert refused.value.code == "no_source"


def test_a_dimension_the_backends_source_lacks_is_told_with_what_it_has() -> None:
    with pytest.raises(IntentRefused, match="cannot be cut by channel") as refused:
        compiled("claims", backend="postgres", dimensions=["channel"])

    assert refused.value.members["choices"] == ["region"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [({"window": "last_15_minutes"}, "shorter than a day"), ({"dimensions": ["hour"]}, "has no hour")],
)
def test_a_daily_source_has_nothing_shorter_than_days(asked: dict[str, Any], says: str) -> None:
    with pytest.raises(IntentRefused, match=says):
        compiled("claims", backend="postgres", **asked)


def test_two_paths_to_one_column_are_not_guessed() -> None:
    with pytest.raises(PortalProblem, match="2 ways lead") as refused:
        compiled(example.simple(dimensions=["region_name"]), dimensions=["region_name"])

    assert len(refused.value.members["paths"]) == 2


def test_a_join_that_would_count_rows_twice_is_refused() -> None:
    with pytest.raises(PortalProblem, match="several times"):
        compiled(example.simple(dimensions=[{"name": "minutes"}]), dimensions=["minutes"])


@pytest.mark.parametrize(
    "source",
    [
        {"measure": f"COUNT({example.RESTRICTED})"},
        {"where": f"{example.RESTRICTED} LIKE '%x'"},
        {"dimensions": [{"name": "email", "expr": f"LOWER({example.RESTRICTED})"}]},
        {"dimensions": [{"name": "email", "column": example.RESTRICTED}]},
    ],
)
def test_a_restricted_column_is_never_read(source: dict[str, Any]) -> None:
    metric = example.simple(**source)
    dimensions = [one.name for one in metric.definition.sources[0].dimensions if isinstance(one, Dimension)]

    with pytest.raises(IntentRefused, match="restricted"):
        compiled(metric, dimensions=[name for name in dimensions if name == "email"])


@pytest.mark.parametrize(
    ("measure", "says"),
    [
        ("SUM(costs)", "Did you mean cost?"),
        ("SUM(dim_product.product_id)", "no column of l3.ev_claim"),
        ("SUM(cost", "no databricks SQL expression"),
        ("SELECT 1", "one expression"),
        ("SUM(cost); DROP TABLE x", "one expression|no databricks SQL expression"),
        ("AVG(DATEDIFF(MONTH, opened_at, closed_at))", "overrides"),
        ("AVG(TIMESTAMPDIFF(MONTH, opened_at, closed_at))", "overrides"),
    ],
)
def test_a_measure_that_cannot_be_compiled_says_why(measure: str, says: str) -> None:
    with pytest.raises(IntentRefused, match=says):
        compiled(example.simple(measure=measure))


def test_a_sum_over_a_ratio_is_refused() -> None:
    with pytest.raises(IntentRefused, match="do not add up"):
        compiled("rate_28d", grain="day", window="last_7_days")
    with pytest.raises(IntentRefused, match="aggregated already"):
        compiled("summed_rates")


def test_a_cumulative_series_is_bounded() -> None:
    with pytest.raises(IntentRefused, match="at most 400 buckets"):
        compiled("claims_28d", grain="day", window="last_500_days")


def test_an_override_is_used_as_it_is_on_its_engine_only() -> None:
    metric = example.simple(measure="COUNT(claim_id)", overrides={"postgres": "SUM(1)"})

    assert "SUM(1)" in compiled(metric, dialect="postgres").sql
    assert "SUM(1)" not in compiled(metric, dialect="duckdb").sql
