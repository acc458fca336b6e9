"""POST /v1/widgets/{id}/data and GET /v1/metrics/{name}/data: one answer, one shape, whatever happened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rest_framework.test import APIClient

from widgets.models import Widget
from widgets.services import create_widget
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

MEMBERS = {
    *(
        "widget_id",
        "metric",
        "data",
        "schema",
        "row_count",
        "truncated",
        "state",
        "source",
        "backend",
        "generated_sql",
    ),
    *("executed", "cache_hit", "freshness_seconds", "execution_ms", "provenance"),
    *("live_data_unavailable", "error_kind", "error_detail"),
}
SPEC: dict[str, Any] = {
    "title": "Sales by region",
    "visual": "bar",
    "intent": {"metric": "sales", "dimensions": ["region"], "window": "last_30_days", "order": ["-value"]},
}


@pytest.fixture
def widget() -> Widget:
    return create_widget(spec=SPEC, actor=None, key="sales-by-region")


def post(api: APIClient, reference: object, **body: Any) -> Any:
    return api.post(f"/v1/widgets/{reference}/data", body, format="json")


def test_an_answer_has_every_member_and_its_provenance(api: APIClient, widget: Widget) -> None:
    answer = post(api, widget.pk).json()

    assert set(answer) >= MEMBERS
    assert answer["widget_id"] == str(widget.pk)
    assert (answer["state"], answer["source"], answer["executed"]) == ("fresh", "postgres", True)
    assert answer["row_count"] == len(answer["data"]) == 4
    assert set(answer["data"][0]) == {column["name"] for column in answer["schema"]} == {"region", "value"}
    assert answer["provenance"]["engine_label"] == "PostgreSQL"
    assert answer["provenance"]["data_loaded_at"] is not None
    assert "email" not in answer["generated_sql"]


def test_the_cache_is_told_as_the_source(api: APIClient, widget: Widget) -> None:
    first = post(api, widget.pk).json()
    second = post(api, widget.pk).json()

    assert (second["source"], second["cache_hit"], second["executed"]) == ("cache", True, False)
    assert second["data"] == first["data"]
    assert second["freshness_seconds"] >= 0


def test_a_key_names_a_widget_as_well_as_its_id(api: APIClient, widget: Widget) -> None:
    assert post(api, "sales-by-region").json()["widget_id"] == str(widget.pk)


def test_an_address_no_text_can_hold_is_refused(api: APIClient) -> None:
    assert post(api, "%00").status_code == 400


@pytest.mark.parametrize("reference", ["nothing", "6f2c3f0e-5d0e-4e5a-9d56-5d1f0f4f7a10", "ö"])
def test_an_unknown_widget_is_not_found(api: APIClient, reference: str) -> None:
    response = post(api, reference)

    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"


def test_a_dry_run_executes_nothing(api: APIClient, widget: Widget) -> None:
    answer = post(api, widget.pk, dry_run=True).json()

    assert (answer["executed"], answer["data"], answer["source"]) == (False, [], None)
    assert "SELECT" in answer["generated_sql"]


def test_a_failure_is_an_answer_with_its_reason(api: APIClient, engines: Path) -> None:
    widget = create_widget(spec={**SPEC, "intent": {**SPEC["intent"], "metric": "revenue"}}, actor=None)
    good = post(api, widget.pk).json()

    with world.lakehouse_away(engines):
        lost = post(api, widget.pk, refresh=True)

    answer = lost.json()
    assert lost.status_code == 200
    assert (answer["state"], answer["live_data_unavailable"]) == ("degraded", True)
    assert answer["error_kind"] == "backend_unavailable"
    assert answer["error_detail"]
    assert (answer["source"], answer["data"]) == ("cache", good["data"])


def test_overrides_are_laid_over_the_saved_question(api: APIClient, widget: Widget) -> None:
    north = {"dimension": "region", "op": "in", "values": ["North"]}

    answer = post(api, widget.pk, window="last_7_days", filters=[north]).json()

    assert [row["region"] for row in answer["data"]] == ["North"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"window": "fortnight"}, "window"),
        ({"filters": [{"dimension": "planet", "op": "in", "values": ["Mars"]}]}, "filters"),
        ({"compare": "yesterday"}, "compare"),
        ({"refesh": True}, "refesh"),
    ],
)
def test_a_bad_request_names_the_field(
    api: APIClient, widget: Widget, body: dict[str, Any], field: str
) -> None:
    response = post(api, widget.pk, **body)

    assert response.status_code == 422
    problem = response.json()
    assert field in str(problem.get("field") or problem["errors"][0]["field"])


def test_who_holds_the_answer_already_is_told_so(api: APIClient, widget: Widget) -> None:
    post(api, widget.pk)
    held = api.get(f"/v1/widgets/{widget.pk}/data")

    again = api.get(f"/v1/widgets/{widget.pk}/data", headers={"If-None-Match": held.headers["ETag"]})
    refreshed = post(api, widget.pk, refresh=True)

    assert held.headers["Cache-Control"] == "private, no-cache"
    assert (again.status_code, again.content) == (304, b"")
    assert refreshed.headers["ETag"] != held.headers["ETag"]


def test_a_metric_is_asked_directly_by_the_same_path(api: APIClient, widget: Widget) -> None:
    saved = post(api, widget.pk).json()

    asked = api.get(
        "/v1/metrics/sales/data?dimensions=region&window=last_30_days&order=-value&filter=region:in:North,South"
    ).json()

    assert asked["widget_id"] is None
    assert asked["data"] == [row for row in saved["data"] if row["region"] in ("North", "South")]


def test_a_series_carries_buckets_totals_and_comparison(api: APIClient) -> None:
    url = "/v1/metrics/revenue/data?window=last_7_days&grain=day&compare=previous_period&totals=true"

    answer = api.get(url).json()

    assert [column["name"] for column in answer["schema"]] == [
        "bucket",
        "previous_bucket",
        "value",
        "previous_value",
    ]
    assert len(answer["data"]) == 7
    assert answer["totals"]["value"] == pytest.approx(sum(row["value"] for row in answer["data"]))


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("filter=region", "filter"),
        ("filter=region:near:North", "filter"),
        ("windw=mtd", "windw"),
        ("refresh=perhaps", "refresh"),
        ("grain=fortnight", "grain"),
        ("dimensions=planet", "planet"),
        ("limit=0", "limit"),
    ],
)
def test_a_bad_query_string_is_refused_in_words(api: APIClient, query: str, named: str) -> None:
    response = api.get(f"/v1/metrics/sales/data?{query}")

    assert response.status_code == 422
    assert named in response.json()["detail"]


def test_an_unknown_metric_is_not_found_and_the_nearest_is_named(api: APIClient) -> None:
    response = api.get("/v1/metrics/revenu/data")

    assert response.status_code == 404
    assert "revenue" in response.json()["detail"]


def test_nobody_reads_without_signing_in(api_for: Callable[[str | None], APIClient], widget: Widget) -> None:
    assert post(api_for(None), widget.pk).status_code == 401
