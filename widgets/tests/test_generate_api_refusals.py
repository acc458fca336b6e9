"""POST /v1/widgets/sql/generate: each refusal says what to do, and leaves nothing half-made."""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_django import Settings
from rest_framework.response import Response
from rest_framework.test import APIClient

from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.services import save_definition
from routing.models import Route
from sqlgen.models import GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer
from widgets.tests import world
from widgets.tests.generate_calls import asking, refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SERIES: dict[str, Any] = {"grain": "day", "window": "last_7_days", "dimensions": ["region"], "totals": True}


@pytest.fixture
def ask(api_for: Callable[[str | None], APIClient]) -> Callable[..., Response]:
    return asking(api_for("analyst"))


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


def test_text_that_a_database_cannot_hold_is_logged_all_the_same(
    ask: Callable[..., Response], bedrock: BedrockServer
) -> None:
    bedrock.replies_with(sql="SELECT '\x00\ud800' AS value", explanation="\x00")

    assert ask(metric="revenue").status_code == 422
    assert GenerationLog.objects.exclude(verdict="refused_guard").count() == 0
