"""What a question must be to fit its metric."""

from typing import Any

import pytest

from sqlgen.contracts import Grain
from sqlgen.errors import IntentRefused
from sqlgen.tests.asking import intent_of


def test_takes_the_metrics_own_window_and_stays_one_value() -> None:
    intent = intent_of("claims")

    assert intent.window is not None
    assert intent.window.label == "last_30_days"
    assert intent.grain is None


def test_the_same_spec_gives_the_same_intent() -> None:
    asked: dict[str, Any] = {"grain": "week", "compare": "previous_year", "dimensions": ["region"]}

    assert intent_of("claims", **asked) == intent_of("claims", **asked)
    assert hash(intent_of("claims", **asked)) == hash(intent_of("claims", **asked))


def test_totals_belong_to_a_series() -> None:
    assert intent_of("claims", totals=True).totals is False
    assert intent_of("claims", totals=True, grain=Grain.DAY).totals is True


@pytest.mark.parametrize(
    ("metric", "asked", "field", "says"),
    [
        ("claims", {"dimensions": ["regon"]}, "dimensions", "Did you mean region?"),
        ("claims", {"dimensions": ["region", "region"]}, "dimensions", "named once"),
        (
            "claims",
            {"filters": [{"dimension": "statuss", "values": ["x"]}]},
            "filters",
            "Did you mean status?",
        ),
        ("claims", {"filters": [{"dimension": "status"}]}, "filters", "takes at least one value"),
        (
            "claims",
            {"filters": [{"dimension": "status", "op": "is_null", "values": ["x"]}]},
            "filters",
            "takes no value",
        ),
        (
            "claims",
            {"filters": [{"dimension": "satisfaction", "op": "gt", "values": [1, 2]}]},
            "filters",
            "takes one value",
        ),
        (
            "claims",
            {"filters": [{"dimension": "satisfaction", "op": "gt", "values": [None]}]},
            "filters",
            "takes one value",
        ),
        ("claims", {"order": ["bucket"]}, "order", "not in the answer"),
        ("claims", {"order": ["region"]}, "order", "not in the answer"),
        ("claims", {"grain": "day", "limit": 3}, "limit", "no dimension"),
        ("claims", {"grain": "day", "window": "last_1101_days"}, "grain", "1,101 buckets"),
        ("claims", {"window": "lately"}, "window", "Use one of"),
        ("open_now", {"grain": "day"}, "grain", "present state"),
        ("open_now", {"window": "mtd"}, "window", "present state"),
        ("open_now", {"compare": "previous_year"}, "compare", "present state"),
        ("open_now", {"dimensions": ["hour"]}, "dimensions", "does not have"),
    ],
)
def test_refuses_with_the_field_and_the_reason(
    metric: str, asked: dict[str, Any], field: str, says: str
) -> None:
    with pytest.raises(IntentRefused, match=says) as refused:
        intent_of(metric, **asked)

    assert refused.value.members["field"] == field
    assert refused.value.status == 422


def test_a_ratio_offers_the_dimensions_both_parts_have() -> None:
    intent_of("repeat_rate", dimensions=["region", "hour"])

    with pytest.raises(IntentRefused):
        intent_of("repeat_rate", dimensions=["nothing"])
