"""A daily budget per person: told clearly, renewed at local midnight, never spent twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.contracts import Viewer
from accounts.models import User
from routing.contracts import ErrorKind
from sqlgen.generation import budget, selectors
from sqlgen.generation.errors import BudgetSpent
from sqlgen.models import GenerationBudget, GenerationLog
from sqlgen.models_llm.contracts import SqlRequest, Usage
from tests.emulators.bedrock import BedrockServer
from widgets.contracts import Form
from widgets.resolver import resolve
from widgets.tests import model_writer, world
from widgets.tests.test_one_flight import at_once

REQUEST = SqlRequest(
    system=(), question="x" * 300, prompt_hash="", max_output_tokens=899
)  # 1,000 tokens at most
MORNING = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_calls_are_counted_per_person_and_day(analyst: User, viewer: User, settings: Settings) -> None:
    settings.GENERATION_DAILY_LIMIT = 2
    for asker in (analyst, analyst, viewer, None):
        budget.reserve(asker, REQUEST, at=MORNING)

    with pytest.raises(BudgetSpent, match="All 2 questions") as refused:
        budget.reserve(analyst, REQUEST, at=MORNING)

    assert refused.value.status == 429
    assert refused.value.members["renews_at"] == "2026-03-06T00:00:00+00:00"
    assert refused.value.retry_after == 15 * 3600
    budget.reserve(analyst, REQUEST, at=MORNING + timedelta(days=1))


@pytest.mark.django_db
def test_tokens_are_reserved_before_and_settled_after(analyst: User, settings: Settings) -> None:
    settings.GENERATION_DAILY_TOKENS = 1_500

    reserved = budget.reserve(analyst, REQUEST, at=MORNING)
    with pytest.raises(BudgetSpent, match="500 of 1,500 tokens"):
        budget.reserve(analyst, REQUEST, at=MORNING)
    budget.settle(analyst, reserved=reserved, usage=Usage(input_tokens=60, output_tokens=40), at=MORNING)
    budget.reserve(analyst, REQUEST, at=MORNING)

    row = GenerationBudget.objects.get()
    assert (row.calls, row.tokens) == (2, 1_100)


@pytest.mark.django_db(transaction=True)
def test_the_last_call_is_taken_once(analyst: User, settings: Settings) -> None:
    settings.GENERATION_DAILY_LIMIT = 3

    def ask() -> bool:
        try:
            budget.reserve(analyst, REQUEST, at=MORNING)
        except BudgetSpent:
            return False
        return True

    taken = at_once(12, ask)

    assert sum(bool(one) for one in taken) == 3
    assert GenerationBudget.objects.get().calls == 3


@pytest.mark.django_db
@pytest.mark.usefixtures("governed")
def test_over_the_api_it_is_a_429_that_says_when_it_renews(
    api_for: Callable[[str | None], APIClient], bedrock: BedrockServer, now: datetime, settings: Settings
) -> None:
    settings.GENERATION_DAILY_LIMIT = 1
    model_writer.writes_well(bedrock, "revenue", now=now)
    client, address = api_for("analyst"), "/v1/widgets/sql/generate"

    first = client.post(address, {"metric": "revenue", "dry_run": True}, format="json")
    second = client.post(address, {"metric": "revenue", "dry_run": True}, format="json")
    other = api_for("steward").post(address, {"metric": "revenue", "dry_run": True}, format="json")

    assert [first.status_code, second.status_code, other.status_code] == [200, 429, 200]
    told = second.json()
    assert told["code"] == "generation_budget_spent"
    assert datetime.fromisoformat(told["renews_at"]) > timezone.now()
    assert int(second["Retry-After"]) == told["retry_after"]
    assert [row.verdict for row in GenerationLog.objects.order_by("pk")] == [
        "accepted",
        "over_budget",
        "accepted",
    ]
    assert len(bedrock.requests) == 2


@pytest.mark.django_db
@pytest.mark.usefixtures("governed")
def test_a_tile_over_budget_says_so_to_its_reader_alone(
    viewer: User, analyst: User, bedrock: BedrockServer, now: datetime, settings: Settings
) -> None:
    settings.GENERATION_DAILY_LIMIT = 1
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    budget.reserve(viewer, REQUEST, at=now)

    def ask(person: Viewer) -> tuple[object, object]:
        selectors.forget()
        found = resolve(world.ask_for("revenue"), person, now=now, form=Form.JSON)
        return found.state.value, found.error and found.error.kind

    spent = [ask(viewer.as_viewer()), ask(viewer.as_viewer())]

    assert spent == [("failed", ErrorKind.MODEL_UNAVAILABLE)] * 2
    assert GenerationLog.objects.count() == 1  # a tile that asks every 20 s writes no row each time
    assert ask(analyst.as_viewer()) == ("fresh", None)


@pytest.mark.django_db
@pytest.mark.usefixtures("governed")
@pytest.mark.parametrize("service", ["bedrock", "model_serving"])
def test_an_answer_of_no_use_is_logged_and_charged_as_the_service_counted_it(
    service: str,
    request: pytest.FixtureRequest,
    api_for: Callable[[str | None], APIClient],
    settings: Settings,
) -> None:
    settings.SQL_MODEL_PRICES = {"input": "3", "output": "15", "cache_read": "", "cache_write": ""}
    server = request.getfixturevalue(service)
    if service == "bedrock":
        server.stops_with("end_turn", {"text": "I would rather not."})
    else:
        server.says({"role": "assistant", "content": "I would rather not."}, "stop")

    told = api_for("analyst").post("/v1/widgets/sql/generate", {"metric": "revenue"}, format="json").json()

    row, spent = GenerationLog.objects.get(), GenerationBudget.objects.get()
    tokens = row.input_tokens + row.output_tokens + row.cache_read_tokens + row.cache_write_tokens
    assert told["reason"] == "malformed"
    assert (row.verdict, row.request_id != "") == ("model_failed", True)
    assert min(tokens, row.output_tokens, row.cost_usd or 0) > 0
    assert (spent.calls, spent.tokens) == (1, tokens)


@pytest.mark.django_db
@pytest.mark.usefixtures("governed")
def test_where_the_service_told_no_usage_what_was_reserved_stands(
    api_for: Callable[[str | None], APIClient], bedrock: BedrockServer, settings: Settings
) -> None:
    bedrock.breaks_off()

    api_for("analyst").post("/v1/widgets/sql/generate", {"metric": "revenue"}, format="json")

    assert GenerationBudget.objects.get().tokens > settings.SQL_MODEL_MAX_OUTPUT_TOKENS
    assert GenerationLog.objects.get().output_tokens == 0
