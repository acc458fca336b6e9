"""The catalog over HTTP."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from catalog.models import Metric, MetricRevision
from catalog.selectors import governed_metric
from catalog.services import retire, save_definition
from catalog.tests.conftest import NOW

pytestmark = pytest.mark.usefixtures("shop_catalog")


def test_lists_live_metrics_in_a_page(api: APIClient) -> None:
    answer = api.get("/v1/metrics", {"page_size": 2}).json()

    assert answer["count"] == 3
    assert answer["previous"] is None
    assert "page=2" in answer["next"]
    assert [metric["name"] for metric in answer["results"]] == ["order_count", "order_value"]
    assert answer["results"][0]["revision"] == 1


def test_lists_with_the_same_queries_however_many_there_are(
    api: APIClient, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    api.get("/v1/metrics")

    with django_assert_num_queries(2 + 1):  # who asks, count, page
        api.get("/v1/metrics")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"search": "ORDER VAL"}, ["order_value"]),
        ({"search": "order"}, ["order_count", "order_value"]),
        ({"domain": "sales"}, ["order_count", "order_value", "revenue"]),
        ({"domain": "claims"}, []),
        ({"search": "takings"}, ["revenue"]),
    ],
)
def test_finds_by_words_and_domain(api: APIClient, query: dict[str, str], names: list[str]) -> None:
    definition = governed_metric("revenue").definition.model_copy(update={"synonyms": ("takings",)})
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.ADMIN)

    assert [metric["name"] for metric in api.get("/v1/metrics", query).json()["results"]] == names


def test_leaves_retired_metrics_out(api: APIClient) -> None:
    retire(metric=Metric.objects.get(name="order_value"), actor=None, at=NOW)

    answer = api.get("/v1/metrics/order_value")

    assert "order_value" not in [one["name"] for one in api.get("/v1/metrics").json()["results"]]
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_metric")
    assert "retired" in answer.json()["detail"]


def test_tells_one_metric_with_what_it_offers_on_each_backend(api: APIClient) -> None:
    answer = api.get("/v1/metrics/order_count").json()

    assert answer["definition"]["sources"][0]["measure"] == "COUNT(order_id)"
    assert {offer["backend"]: [one["name"] for one in offer["dimensions"]] for offer in answer["offers"]} == {
        "duckdb": ["status", "segment"],
        "postgres": [],
    }


def test_a_ratio_offers_what_both_its_parts_offer(api: APIClient) -> None:
    answer = api.get("/v1/metrics/order_value").json()

    assert answer["parts"] == ["revenue", "order_count"]
    assert answer["offers"] == [{"backend": "duckdb", "dimensions": [{"name": "status", "label": ""}]}]


def test_names_the_nearest_metrics_for_an_unknown_one(api: APIClient) -> None:
    answer = api.get("/v1/metrics/order_cuont")

    assert answer.status_code == 404
    assert (
        answer.json()["detail"] == "There is no metric order_cuont. Did you mean order_count or order_value?"
    )


def test_a_label_in_place_of_a_name_leads_to_its_metric(api: APIClient) -> None:
    answer = api.get("/v1/metrics/Orders")

    assert (answer.status_code, answer.json()["nearest"]) == (404, ["order_count"])


def test_tells_revisions_newest_first(api: APIClient) -> None:
    definition = governed_metric("revenue").definition.model_copy(update={"label": "Sales"})
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.ADMIN, note="shorter")

    first, second = api.get("/v1/metrics/revenue/revisions").json()["results"]

    assert (first["number"], first["live"], first["note"], first["definition"]["label"]) == (
        2,
        True,
        "shorter",
        "Sales",
    )
    assert (second["number"], second["live"], second["author"]) == (1, False, "metrics.yaml")


def test_tells_what_stands_on_a_metric(api: APIClient) -> None:
    assert api.get("/v1/metrics/revenue/impact").json() == {
        "metric": "revenue",
        "derived_metrics": ["order_value"],
    }


def test_publishes_the_schema_of_definitions(api: APIClient) -> None:
    schema = api.get("/v1/schemas/metric").json()

    assert schema["required"] == ["name", "label"]
    assert schema["additionalProperties"] is False
    assert {"type": "string"} in schema["$defs"]["Source"]["properties"]["dimensions"]["items"]["anyOf"]


@pytest.mark.parametrize(
    "url",
    ["/v1/metrics", "/v1/metrics/revenue", "/v1/metrics/revenue/revisions", "/v1/metrics/revenue/impact"],
)
def test_asks_who_is_there(api_for: Callable[[str | None], APIClient], url: str) -> None:
    assert api_for(None).get(url).status_code == 401


@pytest.mark.parametrize(
    "url", ["/v1/metrics?search=%00", "/v1/metrics?page=0", "/v1/metrics/nothing/revisions"]
)
def test_refuses_odd_requests_with_a_problem(api: APIClient, url: str) -> None:
    answer = api.get(url)

    assert answer.status_code in (400, 404, 422)
    assert answer.json()["code"]
