"""One safe way leads from a source's table to a column, or it is said why not."""

from dataclasses import replace

import pytest

from catalog.contracts import Cardinality, Dictionary, Join
from catalog.definitions import Dimension
from catalog.dictionary.paths import (
    AmbiguousColumn,
    FanOutJoin,
    NoColumnPath,
    UnknownColumn,
    UnknownTable,
    find_column,
)


def dimension(**members: object) -> Dimension:
    return Dimension.model_validate({"name": "cut", **members})


def test_an_own_column_needs_no_join_and_wins_over_a_joined_one(shop: Dictionary) -> None:
    path = find_column(shop, "shop.orders", Dimension(name="market"))

    assert (path.joins, path.table, path.column.name) == ((), "shop.orders", "market")


def test_the_one_reachable_column_of_a_name_is_found_through_a_join(shop: Dictionary) -> None:
    path = find_column(shop, "shop.orders", Dimension(name="segment"))

    assert [join.right for join in path.joins] == ["shop.customer"]
    assert path.table == "shop.customer"


def test_a_composite_key_joins_on_all_its_columns(shop: Dictionary) -> None:
    (join,) = find_column(shop, "shop.orders", Dimension(name="price_band")).joins

    assert (join.left_columns, join.right_columns) == (("product_id", "market"), ("product_id", "market"))


def test_two_ways_are_refused_and_listed(shop: Dictionary) -> None:
    with pytest.raises(AmbiguousColumn) as refused:
        find_column(shop, "shop.orders", Dimension(name="region_name"))

    assert refused.value.members["paths"] == [
        "shop.orders → region (ship_region_id)",
        "shop.orders → customer (customer_id) → region (home_region_id)",
    ]


@pytest.mark.parametrize(
    ("via", "tables"),
    [
        (["customer"], ["shop.customer", "shop.region"]),
        (["shop.customer"], ["shop.customer", "shop.region"]),
        (["customer", "region"], ["shop.customer", "shop.region"]),
        ([{"table": "region", "on": "ship_region_id"}], ["shop.region"]),
    ],
)
@pytest.mark.parametrize("column", ["region.region_name", "shop.region.region_name", "region_name"])
def test_via_chooses_the_way(shop: Dictionary, via: list[object], tables: list[str], column: str) -> None:
    path = find_column(shop, "shop.orders", dimension(column=column, via=via))

    assert [join.right for join in path.joins] == tables


def test_two_joins_to_one_table_are_told_apart_by_their_left_column(shop: Dictionary) -> None:
    bill = Join(
        left="shop.orders",
        left_columns=("product_id",),
        right="shop.region",
        right_columns=("region_id",),
        cardinality=Cardinality.MANY_TO_ONE,
    )
    both = replace(shop, joins=(*shop.joins, bill))

    with pytest.raises(AmbiguousColumn, match="on ship_region_id or on product_id"):
        find_column(both, "shop.orders", dimension(column="region_name", via=["region"]))
    path = find_column(
        both, "shop.orders", dimension(column="region_name", via=[{"table": "region", "on": "product_id"}])
    )

    assert path.joins == (bill,)


def test_a_join_that_would_count_rows_twice_is_refused(shop: Dictionary) -> None:
    with pytest.raises(FanOutJoin, match=r"many of shop\.refund"):
        find_column(shop, "shop.orders", Dimension(name="refunded_on"))
    with pytest.raises(FanOutJoin):
        find_column(shop, "shop.orders", dimension(column="refund.refunded_on"))
    with pytest.raises(FanOutJoin):
        find_column(shop, "shop.region", dimension(column="segment", via=["customer"]))


def test_a_one_to_one_join_may_be_walked_from_either_side_and_listed_twice(shop: Dictionary) -> None:
    one = Join(
        left="shop.price",
        left_columns=("product_id",),
        right="shop.refund",
        right_columns=("refund_id",),
        cardinality=Cardinality.ONE_TO_ONE,
    )
    flipped = replace(
        one, left=one.right, left_columns=("refund_id",), right=one.left, right_columns=("product_id",)
    )

    for joins in ((one,), (one, flipped)):
        path = find_column(replace(shop, joins=joins), "shop.refund", Dimension(name="price_band"))
        assert path.joins == (flipped,)


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ({"column": "segmnt"}, UnknownColumn, "Did you mean segment?"),
        ({"column": "orders.amuont"}, UnknownColumn, "Did you mean amount?"),
        ({"column": "customer.segmnt"}, UnknownColumn, "Did you mean segment?"),
        ({"column": "custmer.segment"}, UnknownTable, "Did you mean customer?"),
        ({"column": "order_daily.orders"}, UnknownTable, "No many_to_one join"),
        ({"column": "segment", "via": ["custmer"]}, UnknownTable, "Did you mean customer?"),
        (
            {"column": "segment", "via": [{"table": "customer", "on": "custmer_id"}]},
            UnknownColumn,
            "customer_id?",
        ),
    ],
)
def test_names_the_nearest_valid_name(
    shop: Dictionary, given: dict[str, object], error: type[NoColumnPath], words: str
) -> None:
    with pytest.raises(error) as refused:
        find_column(shop, "shop.orders", dimension(**given))

    assert words in refused.value.detail


def test_an_unknown_table_is_named(shop: Dictionary) -> None:
    with pytest.raises(UnknownTable, match=r"Did you mean shop\.orders"):
        find_column(shop, "shop.order", Dimension(name="status"))
