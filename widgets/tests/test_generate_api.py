"""POST /v1/widgets/sql/generate: each answer and each refusal, with what is left behind."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings
from rest_framework.response import Response
from rest_framework.test import APIClient

from accounts.models import User
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.services import save_definition
from routing.models import Route
from sqlgen.generation.approval import approve, reject
from sqlgen.models import GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer, writes
from widgets.tests import model_writer, world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SERIES: dict[str, Any] = {"grain": "day", "window": "last_7_days", "dimensions": ["region"], "totals": True}


@pytest.fixture
def ask(api_for: Callable[[str | None], APIClient]) -> Callable[..., Response]:
    client = api_for("analyst")

    def post(**body: Any) -> Response:
        response: Response = client.post("/v1/widgets/sql/generate", body, format="json")
        return response

    return post


def refused(response: Response) -> tuple[int, str]:
    assert response["Content-Type"] == "application/problem+json"
    return response.status_code, response.json()["code"]


def test_it_is_written_checked_pinned_run_and_compared(
    ask: Callable[..., Response], bedrock: BedrockServer, now: datetime, analyst: User
) -> None:
    model_writer.writes_well(bedrock, "revenue", now=now, **SERIES)

    told = ask(metric="revenue", intent=SERIES).json()

    assert told["verdict"] == "accepted"
    assert told["faithful"] is True
    assert told["status"] == "proposed"
    assert told["sql"].startswith("WITH answer")
    assert told["explanation"] == model_writer.EXPLANATION
    assert told["usage"]["output_tokens"] > 0
    assert [(part["dimensions"], part["grain"]) for part in told["parts"]] == [
        (["region"], "day"),
        ([], None),
    ]
    assert told["columns"] == ["bucket", "region", "value"]
    assert told["row_count"] > 7
    assert told["data"][0]["bucket"] is None  # the whole window's value comes first
    assert told["comparison"]["verdict"] == "equal"
    assert told["guarded_sql"].count("LIMIT") == 1
    pins = PinnedSql.objects.order_by("pk")
    assert [pin.pk for pin in pins] == [part["pin_id"] for part in told["parts"]]
    assert {pin.comparison["verdict"] for pin in pins} == {"equal"}
    row = GenerationLog.objects.get(pk=told["log_id"])
    assert (row.asker, row.verdict, row.provider) == (analyst, "accepted", "bedrock")
    assert row.model == told["model"]
    assert len(row.prompt_hash) == 64
    assert row.latency_ms is not None
    assert "SUM" in row.compiled_sql


def test_what_is_pinned_is_told_again_without_asking_the_model(
    ask: Callable[..., Response], bedrock: BedrockServer, now: datetime, steward: User
) -> None:
    model_writer.writes_well(bedrock, "revenue", now=now)
    first = ask(metric="revenue").json()
    approve(pin=PinnedSql.objects.get(), approver=steward, at=timezone.now())

    again = ask(metric="revenue", intent={"window": "mtd"}).json()

    assert first["parts"][0]["asked_model"] is True
    assert again["parts"][0]["asked_model"] is False
    assert (again["status"], again["parts"][0]["approved_by"]) == ("approved", "steward")
    assert again["sql"] == first["sql"]
    assert again["comparison"]["verdict"] == "equal"  # bound to another window, and run
    assert again["usage"]["input_tokens"] == 0
    assert len(bedrock.requests) == 1


def test_sql_that_could_serve_this_window_alone_is_refused(
    ask: Callable[..., Response], bedrock: BedrockServer, now: datetime
) -> None:
    """The same text is bound to each later window: an end that is reckoned from the start is no bound of its own."""
    window = model_writer.atoms("revenue", now=now, window="previous_month")[0].intent.window
    assert window is not None
    sql = (
        f"WITH s AS (SELECT DATE '{window.start:%Y-%m-%d}' AS lo), "
        "b AS (SELECT lo, lo + INTERVAL 1 MONTH AS hi FROM s) "
        "SELECT SUM(amount) AS value FROM shop.sale CROSS JOIN b WHERE sold_at AT TIME ZONE 'Europe/Lisbon' >= b.lo "
        "AND sold_at AT TIME ZONE 'Europe/Lisbon' < b.hi"
    )
    bedrock.replies_with(lambda asked: writes(sql))

    response = ask(metric="revenue", intent={"window": "previous_month"})

    assert refused(response) == (422, "unfaithful_sql")
    assert "The same SQL must serve other windows" in response.json()["detail"]
    assert "The same SQL must serve other windows" in bedrock.requests[1].question
    assert not PinnedSql.objects.exists()


def test_a_window_told_by_its_month_serves_others(
    ask: Callable[..., Response], bedrock: BedrockServer, now: datetime, steward: User
) -> None:
    window = model_writer.atoms("revenue", now=now, window="previous_month")[0].intent.window
    assert window is not None
    sql = (
        "SELECT SUM(amount) AS value FROM shop.sale WHERE DATE_TRUNC('month', sold_at AT TIME ZONE 'Europe/Lisbon') "
        f"= DATE '{window.start:%Y-%m-%d}'"
    )
    bedrock.replies_with(lambda asked: writes(sql))
    ask(metric="revenue", intent={"window": "previous_month"})
    approve(pin=PinnedSql.objects.get(), approver=steward, at=timezone.now())

    later = ask(metric="revenue", intent={"window": "mtd"}).json()

    assert later["parts"][0]["asked_model"] is False
    assert later["comparison"]["verdict"] == "equal"


def test_after_a_rejection_a_person_may_ask_again(
    ask: Callable[..., Response], bedrock: BedrockServer, now: datetime, steward: User
) -> None:
    model_writer.writes_well(bedrock, "revenue", now=now)
    ask(metric="revenue")
    reject(pin=PinnedSql.objects.get(), actor=steward, reason="Too wide.", at=now)

    again = ask(metric="revenue").json()

    assert again["status"] == "proposed"
    assert list(PinnedSql.objects.values_list("status", flat=True)) == ["proposed", "rejected"]


def test_a_dry_run_asks_and_checks_and_leaves_a_row_of_the_log_only(
    ask: Callable[..., Response], bedrock: BedrockServer, now: datetime
) -> None:
    model_writer.writes_well(bedrock, "revenue", now=now)

    told = ask(metric="revenue", dry_run=True).json()
    ask(metric="revenue", dry_run=True)

    assert (told["status"], told["data"], told["row_count"], told["comparison"]) == (None, None, None, None)
    assert told["guarded_sql"]
    assert not PinnedSql.objects.exists()
    assert list(GenerationLog.objects.values_list("dry_run", "verdict")) == [(True, "accepted")] * 2
    assert len(bedrock.requests) == 2


def test_a_refused_dry_run_keeps_nobody_waiting(ask: Callable[..., Response], bedrock: BedrockServer) -> None:
    bedrock.replies_with(sql="SELECT 1 AS value")

    ask(metric="revenue", dry_run=True)
    ask(metric="revenue")

    waits = {row.dry_run: row.retry_at for row in GenerationLog.objects.all()}
    assert waits[True] is None
    assert waits[False] is not None


def test_prices_give_a_cost(
    ask: Callable[..., Response], bedrock: BedrockServer, now: datetime, settings: Settings
) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "0.3", "cache_write": "3.75"}
    model_writer.writes_well(bedrock, "revenue", now=now)

    told = ask(metric="revenue", dry_run=True).json()

    assert float(told["cost_usd"]) > 0
    assert told["cost_usd"] == str(GenerationLog.objects.get().cost_usd)


@pytest.mark.parametrize(
    "body",
    [
        {"question": "How much did we sell last week?"},
        {"intent": "revenue by region"},
        {"metric": "revenue", "intent": "by region, last week"},
        {"metric": "", "text": "revenue"},
        {},
    ],
)
def test_free_text_is_rejected(
    body: dict[str, Any], ask: Callable[..., Response], bedrock: BedrockServer
) -> None:
    response = ask(**body)

    assert refused(response) == (422, "free_text_rejected")
    assert "GET /v1/metrics" in response.json()["detail"]
    assert not bedrock.requests


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"metric": "revenu"}, 404, "unknown_metric"),
        ({"metric": "Revenue of\nall"}, 404, "unknown_metric"),
        ({"intent": {"grain": "day"}}, 422, "invalid_input"),
        ({"metric": "revenue", "intent": {"metric": "sales"}}, 422, "invalid_input"),
        ({"metric": "revenue", "intent": {"dimensions": ["planet"]}}, 422, "intent_refused"),
        ({"metric": "revenue", "intent": {"window": "fortnight"}}, 422, "intent_refused"),
        ({"metric": "revenue", "note": "x" * 501}, 422, "invalid_input"),
        ({"metric": "revenue", "dry_run": "perhaps"}, 422, "invalid_input"),
        ({"metric": "sales_running"}, 422, "unsupported_metric"),
        ({"metric": "sales_on_hand", "intent": {"grain": "day"}}, 422, "intent_refused"),
    ],
)
def test_bad_input_is_told_and_nothing_is_asked(
    body: dict[str, Any], status: int, code: str, ask: Callable[..., Response], bedrock: BedrockServer
) -> None:
    running = {"name": "sales_running", "label": "Running", "type": "cumulative"}
    definition = MetricDefinition.model_validate(
        {**running, "cumulative": {"metric": "sales", "trailing": "7d"}}
    )
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
    world.route("sales_running", "lake")

    response = ask(**body)

    assert refused(response) == (status, code)
    assert not bedrock.requests
    assert not GenerationLog.objects.exists()


@pytest.mark.parametrize(
    ("body", "field", "words", "choice"),
    [
        (
            {"metric": "revenue", "dimension": ["region"]},
            "dimension",
            "There are metric, intent, dry_run",
            "intent",
        ),
        (
            {"metric": "revenue", "intent": {"dimension": []}},
            "intent.dimension",
            "There are dimensions",
            "filters",
        ),
        (
            {"metric": "revenue", "intent": {"filters": [{"name": "region"}]}},
            "intent.filters.0.name",
            "There is no such member. There are dimension, op, values.",
            "dimension",
        ),
        ({"metric": "revenue", "intent": ["day"]}, "intent", "It must be an object", None),
    ],
)
def test_a_member_that_is_not_known_is_told_with_those_there_are(
    body: dict[str, Any], field: str, words: str, choice: str | None, ask: Callable[..., Response]
) -> None:
    told = next(one for one in ask(**body).json()["errors"] if one["field"] == field)

    assert words in told["detail"]
    assert choice is None or choice in told["choices"]


def test_an_unknown_metric_is_told_the_nearest(ask: Callable[..., Response]) -> None:
    told = ask(metric="on_sales").json()

    assert told["nearest"] == ["slow_sales", "sales"]
    assert "Did you mean slow_sales or sales?" in told["detail"]


def test_a_metric_without_a_route(ask: Callable[..., Response], bedrock: BedrockServer) -> None:
    Route.objects.filter(metric__name="revenue").delete()

    assert refused(ask(metric="revenue")) == (503, "no_source")


def test_what_the_guard_refuses_is_told_with_code_and_position(
    ask: Callable[..., Response], bedrock: BedrockServer
) -> None:
    bedrock.replies_with(sql="SELECT SUM(amount) AS value FROM read_csv('/etc/passwd')")

    response = ask(metric="revenue")

    told, rows = response.json(), GenerationLog.objects.order_by("pk")
    assert response.status_code == 422
    assert (told["code"], told["position"]) == (rows[1].code, rows[1].position)
    assert (told["log_id"], told["sql"]) == (rows[1].pk, rows[1].sql)
    assert {row.verdict for row in rows} == {"refused_guard"}
    assert len(rows) == len(bedrock.requests) == 2
    assert not PinnedSql.objects.exists()


@pytest.mark.parametrize(
    ("sql", "missing"),
    [
        ("SELECT SUM(amount) AS value FROM shop.sale", "window"),
        ("SELECT 1 AS value", "shop.sale"),
    ],
)
def test_what_is_not_the_question_is_told_with_what_is_missing(
    sql: str, missing: str, ask: Callable[..., Response], bedrock: BedrockServer
) -> None:
    bedrock.replies_with(sql=sql)

    response = ask(metric="revenue")

    assert refused(response) == (422, "unfaithful_sql")
    assert missing in " ".join(response.json()["missing"])
    assert not PinnedSql.objects.exists()


def test_a_model_that_is_busy_says_when_to_try_again(
    ask: Callable[..., Response], bedrock: BedrockServer, settings: Settings
) -> None:
    settings.SQL_MODEL_DEADLINE_SECONDS = 4.0
    bedrock.fails_with("ThrottlingException")

    response = ask(metric="revenue")

    assert refused(response) == (503, "model_unavailable")
    assert response.json()["retry_after"] > 0
    assert response["Retry-After"]
    row = GenerationLog.objects.get()
    assert (row.verdict, row.code) == ("model_failed", "throttled")
    assert row.latency_ms is not None
    assert not PinnedSql.objects.exists()


def test_without_a_model_it_says_how_to_configure_one(ask: Callable[..., Response]) -> None:
    response = ask(metric="revenue")

    assert refused(response) == (503, "model_unavailable")
    assert "SQL_MODEL_PROVIDER" in response.json()["detail"]


def test_a_note_reaches_the_model_and_the_log_and_changes_nothing_that_is_pinned(
    ask: Callable[..., Response], bedrock: BedrockServer, now: datetime
) -> None:
    model_writer.writes_well(bedrock, "revenue", now=now)

    first = ask(metric="revenue", note="Keep it short, please.")
    second = ask(metric="revenue", note="Shorter still.")

    assert first.status_code == 200
    assert "Keep it short, please." in bedrock.requests[0].question
    assert GenerationLog.objects.get().note == "Keep it short, please."
    assert refused(second) == (409, "already_pinned")
    assert len(bedrock.requests) == 1


def test_the_preview_is_under_the_askers_row_policy(
    bedrock: BedrockServer, now: datetime, analyst: User, ask: Callable[..., Response]
) -> None:
    analyst.row_policy = world.row_policy("north", "North")
    analyst.save()
    asked = {"dimensions": ["region"]}
    model_writer.writes_well(bedrock, "revenue", now=now, **asked)

    told = ask(metric="revenue", intent=asked).json()

    assert [row["region"] for row in told["data"]] == ["North"]
    assert told["comparison"]["verdict"] == "equal"
    assert PinnedSql.objects.get().comparison is None  # of all rows: a worker's task


def test_text_that_a_database_cannot_hold_is_logged_all_the_same(
    ask: Callable[..., Response], bedrock: BedrockServer
) -> None:
    bedrock.replies_with(sql="SELECT '\x00\ud800' AS value", explanation="\x00")

    assert ask(metric="revenue").status_code == 422
    assert GenerationLog.objects.exclude(verdict="refused_guard").count() == 0
