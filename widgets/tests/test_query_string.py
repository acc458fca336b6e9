"""Filters in a query string: `dimension:operator:value,value`."""

import pytest
from django.http import QueryDict

from metrics_portal.problems import InvalidInput
from sqlgen.contracts import FilterOp
from sqlgen.intent import FilterSpec
from widgets.asking import filter_from, intent_from_query


@pytest.mark.parametrize(
    ("text", "dimension", "op", "values"),
    [
        ("region:in:Benelux,DACH", "region", FilterOp.IN, ("Benelux", "DACH")),
        ("region:in:Rio\\, Brazil,DACH", "region", FilterOp.IN, ("Rio, Brazil", "DACH")),
        ("opened:gte:2026-01-01T09:00:00+00:00", "opened", FilterOp.GTE, ("2026-01-01T09:00:00+00:00",)),
        ("path:in:a\\\\,b", "path", FilterOp.IN, ("a\\", "b")),
        ("region:is_null", "region", FilterOp.IS_NULL, ()),
    ],
)
def test_a_filter_is_read(text: str, dimension: str, op: FilterOp, values: tuple[str, ...]) -> None:
    assert filter_from(text) == FilterSpec(dimension=dimension, op=op, values=values)


@pytest.mark.parametrize("text", ["", "region", "region:near:x", ":in:x"])
def test_what_is_no_filter_is_refused_with_the_operators(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        filter_from(text)

    assert "not_in" in refused.value.members["choices"]


def test_a_whole_question_is_read() -> None:
    query = QueryDict(
        "dimensions=region,status&window=mtd&order=-value&limit=5&filter=status:in:paid&totals=true"
    )

    intent = intent_from_query("sales", query)

    assert (intent.dimensions, intent.order, intent.limit, intent.totals) == (
        ("region", "status"),
        ("-value",),
        5,
        True,
    )
    assert intent.filters[0].values == ("paid",)


@pytest.mark.parametrize("written", ["a,b&order=-value,a", "a&order=-value&dimensions=b&order=a"])
def test_a_list_is_written_with_commas_or_repeated(written: str) -> None:
    intent = intent_from_query("sales", QueryDict(f"dimensions={written}"))

    assert (intent.dimensions, intent.order) == (("a", "b"), ("-value", "a"))


@pytest.mark.parametrize("name", ["window", "limit", "dry_run"])
def test_what_has_one_value_may_not_be_repeated(name: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        intent_from_query("sales", QueryDict(f"{name}=1&{name}=2"))

    assert refused.value.members["field"] == name
