"""Reports through the API, the command and the pages: who may, what they say, what is kept."""

import csv
import io
import json
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import RowPolicyRecord, User
from catalog.models import Metric
from routing.models import ParityReport
from routing.parity.models import Trigger
from routing.parity.services import run_parity
from routing.tests.parity_world import WINDOW, daily, govern, route, source

pytestmark = pytest.mark.usefixtures("trade")
ApiFor = Callable[[str | None], APIClient]


@pytest.fixture
def taken(db: None) -> Metric:
    metric = govern("taken", source("books", "lakehouse", table="trade.altered"))
    route("taken", "books")
    return metric


@pytest.fixture
def steward_client(steward: User) -> Client:
    client = Client()
    client.force_login(steward)
    return client


def report_of(metric: str = "taken", window: str = WINDOW) -> ParityReport:
    return run_parity(
        metric_name=metric,
        backend_a="books",
        backend_b="lakehouse",
        now=timezone.now(),
        actor=None,
        trigger=Trigger.MANUAL,
        window=window,
    )


def test_a_steward_compares_and_reads(taken: Metric, api_for: ApiFor) -> None:
    answer = api_for("steward").post("/v1/routes/taken/parity", {"window": WINDOW}, format="json")

    report = answer.json()
    assert answer.status_code == 200, report
    assert (report["verdict"], report["backend_a"], report["backend_b"]) == (
        "different",
        "books",
        "lakehouse",
    )
    assert report["total"]["absolute"] == "0.01"
    assert (report["differing_count"], report["groups"][0]["within"]) == (1, False)
    assert [side["engine_label"] for side in report["sides"]] == ["PostgreSQL", "DuckDB"]
    assert all("SELECT" in side["sql"] for side in report["sides"])
    again = api_for("steward").get(f"/v1/parity-reports/{report['id']}").json()
    assert again == report
    listed = api_for("steward").get("/v1/routes/taken/parity").json()
    assert [one["id"] for one in listed["results"]] == [report["id"]]


@pytest.mark.parametrize(
    ("role", "status"), [(None, 401), ("viewer", 403), ("analyst", 403), ("operator", 200)]
)
def test_who_may_compare(taken: Metric, api_for: ApiFor, role: str | None, status: int) -> None:
    answer = api_for(role).post("/v1/routes/taken/parity", {"window": WINDOW}, format="json")

    assert answer.status_code == status


def test_whoever_sees_some_rows_only_may_not(taken: Metric, steward: User, api_for: ApiFor) -> None:
    steward.row_policy = RowPolicyRecord.objects.create(
        name="north", rules={"trade.sale": {"region": ["North"]}}
    )
    steward.save()

    refused = api_for("steward").post("/v1/routes/taken/parity", {"window": WINDOW}, format="json")

    assert refused.status_code == 403
    assert "looks at all rows" in refused.json()["detail"]
    assert not ParityReport.objects.exists()


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ({"backend_b": "books"}, 422, "books is both sides"),
        ({"backend_b": "warehouse"}, 422, "cannot be answered by warehouse"),
        ({"window": "today"}, 422, "is not over"),
        ({"window": "someday"}, 422, "is not a window"),
        ({"dimensions": ["regoin"]}, 422, "regoin"),
        ({"widow": WINDOW}, 422, "widow"),
    ],
)
def test_what_cannot_be_compared_is_told(
    taken: Metric, api_for: ApiFor, asked: dict[str, Any], status: int, told: str
) -> None:
    refused = api_for("steward").post("/v1/routes/taken/parity", asked, format="json")

    assert refused.status_code == status
    assert told in refused.content.decode()


def test_a_metric_with_one_backend_has_nothing_to_compare_with(api_for: ApiFor, db: None) -> None:
    govern("lonely", source("books"))
    route("lonely", "books")

    refused = api_for("steward").post("/v1/routes/lonely/parity", {}, format="json")

    assert refused.status_code == 422
    assert "lonely is also on: none" in refused.json()["detail"]
    assert api_for("steward").post("/v1/routes/nosuch/parity", {}, format="json").status_code == 404


def test_an_engine_that_is_away_leaves_no_report(taken: Metric, api_for: ApiFor, trade: Any) -> None:
    away = trade.with_suffix(".away")
    trade.rename(away)
    try:
        refused = api_for("steward").post("/v1/routes/taken/parity", {"window": WINDOW}, format="json")
    finally:
        away.rename(trade)

    assert (refused.status_code, refused.json()["code"]) == (503, "backend_unavailable")
    assert not ParityReport.objects.exists()


@pytest.mark.parametrize(
    ("sources", "code"),
    [
        ([daily("books"), source("lakehouse")], 0),
        ([source("books", "lakehouse", table="trade.altered")], 1),
        ([source("books", "lakehouse", table="trade.early")], 2),
    ],
)
def test_the_command_ends_with_the_verdict(db: None, sources: list[dict[str, Any]], code: int) -> None:
    govern("taken", *sources)
    out = StringIO()

    try:
        call_command("parity", "taken", "books", "lakehouse", "--window", WINDOW, "--json", stdout=out)
        ended = 0
    except SystemExit as exit_:
        ended = int(exit_.code or 0)

    assert ended == code
    assert json.loads(out.getvalue())["verdict"] == ("equal", "different", "not_comparable")[code]


def test_the_command_tells_why_in_words(taken: Metric) -> None:
    out = StringIO()

    with pytest.raises(SystemExit):
        call_command("parity", "taken", "books", "lakehouse", "--window", WINDOW, stdout=out)

    assert "taken, books and lakehouse over 2026-06-01..2026-07-01: DIFFERENT" in out.getvalue()
    assert "2026-06-11, Unknown: " in out.getvalue()
    assert "difference 0.01" in out.getvalue()


def test_the_command_that_cannot_ask_ends_otherwise(taken: Metric) -> None:
    with pytest.raises(CommandError, match="cannot be answered by warehouse") as refused:
        call_command("parity", "taken", "books", "warehouse")

    assert refused.value.returncode == 3


def test_the_page_says_it_in_one_screen(taken: Metric, steward_client: Client) -> None:
    page = steward_client.get(f"/parity/{report_of().pk}/").content.decode()

    assert "<h2>Different</h2>" in page
    assert "1 of 75 groups differs by more than the definition&#x27;s tolerance." in page
    assert "0.01" in page
    assert page.count("<pre") == 2


def test_the_page_of_what_is_not_comparable_says_why(db: None, steward_client: Client) -> None:
    govern("taken", source("books", "lakehouse", table="trade.early"))

    page = steward_client.get(f"/parity/{report_of().pk}/").content.decode()

    assert "<h2>Not comparable</h2>" in page
    assert "trade.early on PostgreSQL (books) ends on 2026-06-20; the window ends on 2026-06-30." in page
    assert "No row on PostgreSQL (books)" in page


def test_the_csv_has_the_total_and_every_group(taken: Metric, steward_client: Client) -> None:
    report = report_of()

    answer = steward_client.get(f"/parity/{report.pk}/export/")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert (rows[0]["row"], rows[0]["absolute_difference"]) == ("total", "0.01")
    assert len(rows) == report.group_count + 1
    assert (rows[1]["bucket"], rows[1]["region"], rows[1]["within"]) == ("2026-06-11", "Unknown", "False")


def test_a_comparison_is_made_from_the_page(taken: Metric, steward_client: Client) -> None:
    made = steward_client.post("/routes/taken/parity/", {"backend_b": "lakehouse", "window": WINDOW})

    assert made.status_code == 302
    assert made["Location"] == f"/parity/{ParityReport.objects.get().pk}/"
    refused = steward_client.post("/routes/taken/parity/", {"backend_b": "lakehouse", "window": "today"})
    assert refused.status_code == 422
    assert "is not over" in refused.content.decode()
    assert "Different" in steward_client.get("/routes/taken/parity/").content.decode()


@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("analyst", 403), ("operator", 200)])
def test_who_may_look(taken: Metric, user_for: Callable[[str], User], role: str, status: int) -> None:
    client = Client()
    client.force_login(user_for(role))
    report = report_of()

    addresses = ("/routes/taken/parity/", f"/parity/{report.pk}/", f"/parity/{report.pk}/export/")

    assert {client.get(address).status_code for address in addresses} == {status}


def test_the_numbers_of_json_are_exact_text(db: None) -> None:
    govern("mean", source("books", "lakehouse", measure="AVG(amount)"), parity={"relative_tolerance": 1e-9})

    report = report_of("mean")

    assert report.verdict == "equal"
    assert isinstance(report.total["a"], str)
    assert "E" not in report.total["absolute"].upper()
