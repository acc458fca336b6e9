"""GET /v1/metrics/{name}/export: every row as CSV, under the caller's row policy, with where it came from."""

import csv
import html
import io
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import AuditEvent, User
from accounts.services import issue_token
from routing import backends
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

LAST = "window=last_30_days"


@pytest.fixture(autouse=True, params=["lake", "ops"])
def engine(request: pytest.FixtureRequest, governed: None) -> str:
    for metric in ("revenue", "sales"):
        world.route(metric, request.param)
    return str(request.param)


def export(api: APIClient, query: str, metric: str = "sales") -> Any:
    return api.get(f"/v1/metrics/{metric}/export?{query}")


def records(response: Any) -> list[list[str]]:
    assert response.status_code == 200, response.content
    text = b"".join(response.streaming_content).decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))


def taken_in_part(response: Any) -> None:
    """Read one piece and go, by way of Django's client, which keeps the test's own connection open."""
    next(iter(response.streaming_content))
    response._iterator.close()


def data(api: APIClient, query: str, metric: str = "sales") -> list[dict[str, Any]]:
    answered: list[dict[str, Any]] = api.get(f"/v1/metrics/{metric}/data?{query}").json()["data"]
    return answered


def test_the_file_holds_the_rows_of_the_answer(api: APIClient) -> None:
    query = f"{LAST}&dimensions=region,status&order=region,status"

    header, *rows = records(export(api, query))

    assert header == ["region", "status", "value"]
    assert rows == [[one["region"], one["status"], str(one["value"])] for one in data(api, query)]
    assert any("Åland" in row for row in rows)


def test_a_series_has_a_row_for_each_bucket_the_engine_knows(api: APIClient) -> None:
    query = f"{LAST}&dimensions=region&grain=day"

    header, *rows = records(export(api, query))

    answered = {(one["bucket"], one["region"]): one["value"] for one in data(api, query)}
    assert header == ["bucket", "region", "value"]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert {(day, region): int(value) for day, region, value in rows} == {
        key: value for key, value in answered.items() if value
    }


def test_a_comparison_of_a_series_tells_its_periods_apart(api: APIClient) -> None:
    header, *rows = records(export(api, "window=last_7_days&grain=day&compare=previous_period"))

    assert header == ["period", "bucket", "value"]
    assert {row[0] for row in rows} == {"current", "previous"}


def test_a_comparison_without_a_series_stands_beside_its_value(api: APIClient) -> None:
    query = "window=last_7_days&dimensions=status&compare=previous_period&order=status"

    header, *rows = records(export(api, query))

    assert header == ["status", "value", "previous_value"]
    assert [[row[0], int(row[1]), int(row[2])] for row in rows] == [
        [one["status"], one["value"], one["previous_value"]] for one in data(api, query)
    ]


def test_decimals_are_exact_and_filters_hold(api: APIClient) -> None:
    ((_, paid),) = [
        row
        for row in records(export(api, f"{LAST}&dimensions=status&filter=status:in:paid", "revenue"))
        if row[0] == "paid"
    ]

    assert re.fullmatch(r"\d+\.\d\d", paid)


def test_an_answer_without_rows_is_a_header(api: APIClient) -> None:
    rows = records(export(api, f"{LAST}&dimensions=region&filter=region:in:Nowhere"))

    assert rows == [["region", "value"]]


def test_it_is_a_file_by_a_name_that_nobody_between_us_keeps(api: APIClient) -> None:
    response = export(api, LAST)
    records(response)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="sales.csv"'
    assert response["Cache-Control"] == "private, no-store"


def test_its_headers_tell_where_it_came_from(api: APIClient, engine: str) -> None:
    provenance = api.get(f"/v1/metrics/sales/data?{LAST}").json()["provenance"]

    response = export(api, LAST)
    records(response)

    assert response["Portal-Metric"] == "sales"
    assert response["Portal-Revision"] == str(provenance["revision"])
    assert response["Portal-Definition-Hash"] == provenance["definition_hash"]
    assert response["Portal-Backend"] == engine == provenance["backend"]
    assert response["Portal-Generation"] == "compiled"
    assert response["Portal-Query-Id"]
    assert datetime.fromisoformat(response["Portal-Asked-At"]).tzinfo
    assert datetime.fromisoformat(response["Portal-Data-Loaded-At"]) == datetime.fromisoformat(
        provenance["data_loaded_at"]
    )
    start, end = response["Portal-Window"].split("/")
    assert datetime.fromisoformat(start) == datetime.fromisoformat(provenance["window_start"])
    assert datetime.fromisoformat(end) == datetime.fromisoformat(provenance["window_end"])
    assert response["Portal-Time-Zone"] == provenance["time_zone"]
    assert response["Portal-Row-Cap"] == "1000000"
    assert response["X-Correlation-ID"]


def test_the_row_policy_binds(api: APIClient, viewer: User, engine: str) -> None:
    viewer.row_policy = world.row_policy("north", "North")
    viewer.save()

    rows = records(export(api, f"{LAST}&dimensions=region"))

    assert [row[0] for row in rows[1:]] == ["North"]


def test_no_restricted_column_can_be_asked_for(api: APIClient) -> None:
    for query in ("dimensions=email", "filter=email:in:someone@example.com", "order=email"):
        refused = export(api, f"{LAST}&{query}")

        assert (refused.status_code, refused["Content-Type"]) == (422, "application/problem+json")
        assert b"someone@example.com" not in refused.content.replace(b'"someone@example.com"', b"")


def test_text_that_starts_like_a_formula_is_made_harmless(
    api: APIClient, settings: Settings, tmp_path: Path
) -> None:
    world.build_lakehouse(tmp_path / "dangerous.duckdb")
    with duckdb.connect(str(tmp_path / "dangerous.duckdb")) as lake:
        lake.execute("UPDATE shop.sale SET region = '=HYPERLINK(1)' WHERE region = 'South'")
        lake.execute("UPDATE shop.sale SET region = '-2+3, \"quoted\"' WHERE region = 'North'")
    like_the_lake = world.backends(tmp_path / "dangerous.duckdb")["lake"]
    settings.SQL_BACKENDS = {**settings.SQL_BACKENDS, "dangerous": like_the_lake}
    world.also_on("sales", "dangerous")

    rows = records(export(api, f"{LAST}&dimensions=region&order=region"))

    assert {row[0] for row in rows[1:]} == {'\'-2+3, "quoted"', "'=HYPERLINK(1)", "Unknown", "Åland"}


def test_a_cut_is_told_in_the_file(api: APIClient, settings: Settings, engine: str) -> None:
    backend = backends.get(engine)
    whole = records(export(api, f"{LAST}&dimensions=region&grain=day"))
    settings.EXPORT_MAX_ROWS = 20

    response = export(api, f"{LAST}&dimensions=region&grain=day")
    rows = records(response)

    assert response["Portal-Row-Cap"] == "20"
    assert rows[:21] == whole[:21]
    assert rows[21][0].startswith("Cut off: there are more than these 20 rows.")
    assert [len(row) for row in rows] == [3] * 22
    assert backend.running() == ()


def test_an_answer_that_just_fits_is_not_cut(api: APIClient, settings: Settings) -> None:
    query = f"{LAST}&dimensions=region&grain=day"
    whole = records(export(api, query))
    settings.EXPORT_MAX_ROWS = len(whole) - 1

    assert records(export(api, query)) == whole


def test_a_wide_export_may_have_fewer_rows_than_a_narrow_one(
    api: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sqlgen.guard.resolve.MAX_ANSWER", 1_000_000)  # values: what the guard bounds

    narrow, wide = export(api, LAST), export(api, f"{LAST}&dimensions=region,status&grain=day")

    assert (narrow["Portal-Row-Cap"], wide["Portal-Row-Cap"]) == ("1000000", "125000")
    assert len(records(narrow)) == 2
    assert len(records(wide)) > 100


@pytest.mark.parametrize("name", ["totals=true", "refresh=true", "dry_run=true", "format=json", "colour=red"])
def test_what_a_file_has_no_use_for_is_refused_by_name(api: APIClient, name: str) -> None:
    refused = export(api, f"{LAST}&{name}")

    assert refused.status_code == 422
    assert refused.json()["field"] == name.partition("=")[0]
    assert "dimensions" in refused.json()["choices"]


@pytest.mark.parametrize(
    ("metric", "query", "status", "code"),
    [
        ("nothing", "", 404, "unknown_metric"),
        ("sales", "dimensions=colour", 422, "intent_refused"),
        ("sales", "window=sometime", 422, "intent_refused"),
        ("sales", "limit=0", 422, "invalid_input"),
        ("locked_amount", "", 503, "permission_denied"),
        ("missing_amount", "", 503, "no_source"),
    ],
)
def test_what_is_known_before_the_first_byte_is_a_problem(
    api: APIClient, metric: str, query: str, status: int, code: str
) -> None:
    refused = export(api, query, metric)

    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["correlation_id"] == refused["X-Correlation-ID"]


def test_a_lakehouse_that_is_away_is_a_problem(api: APIClient, shop: Path, engine: str) -> None:
    if engine == "ops":
        world.route("sales", "lake")

    with world.lakehouse_away(shop):
        refused = export(api, LAST)

    assert (refused.status_code, refused.json()["code"]) == (503, "backend_unavailable")
    assert refused["Retry-After"]


def test_csv_may_be_asked_for_by_its_type(api: APIClient) -> None:
    response = api.get(f"/v1/metrics/sales/export?{LAST}", headers={"Accept": "text/csv"})

    assert len(records(response)) == 2


def test_the_metrics_page_leads_to_its_rows(client: Client, viewer: User, engine: str) -> None:
    client.force_login(viewer)
    page = client.get("/catalog/sales/").content.decode()
    (address,) = re.findall(r'href="(/v1/metrics/sales/export\?[^"]*)" download', page)

    rows = records(client.get(html.unescape(address)))

    assert rows[0] == ["bucket", "region", "status", "value"]
    assert len(rows) > 100


def test_nobody_asks_an_engine_for_headers_alone(api: APIClient) -> None:
    assert api.head(f"/v1/metrics/sales/export?{LAST}").status_code == 405


def test_the_audit_tells_who_took_what(api: APIClient, engine: str) -> None:
    response = export(api, f"{LAST}&dimensions=region")
    records(response)

    event = AuditEvent.objects.get(action="widgets.metric.exported")
    assert (event.actor_name, event.subject) == ("viewer", "sales")
    assert event.details["intent"]["dimensions"] == ["region"]
    assert (event.details["backend"], event.details["query_id"]) == (engine, response["Portal-Query-Id"])
    assert event.correlation_id == response["X-Correlation-ID"]


def test_a_file_that_is_read_in_part_gives_back_what_it_held(api: APIClient, engine: str) -> None:
    for _ in range(5):  # more than there are slots
        response = export(api, LAST)
        assert response.status_code == 200
        taken_in_part(response)

    assert backends.get(engine).running() == ()


def test_more_exports_at_once_than_there_are_places_are_told_to_come_back(
    api: APIClient, user_for: Callable[[str], User]
) -> None:
    _, secret = issue_token(user=user_for("analyst"), name="other")
    held = [export(api, LAST) for _ in range(2)]

    refused = export(APIClient(headers={"Authorization": f"Bearer {secret}"}), LAST)
    tile = api.get(f"/v1/metrics/sales/data?{LAST}&refresh=true").json()
    for response in held:
        taken_in_part(response)

    assert (refused.status_code, refused.json()["code"]) == (503, "overloaded")
    assert "exports" in refused.json()["detail"]
    assert refused["Retry-After"]
    assert tile["state"] == "fresh"


def test_it_asks_the_portals_database_little(api: APIClient, django_assert_max_num_queries: Any) -> None:
    records(export(api, LAST))

    with django_assert_max_num_queries(12):
        records(export(api, LAST))
