"""POST /v1/widgets/sql/generate: what is written and kept, with what is left behind."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings
from rest_framework.response import Response
from rest_framework.test import APIClient

from accounts.models import User
from sqlgen.generation.approval import approve, reject
from sqlgen.models import GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer, writes
from widgets.tests import model_writer, world
from widgets.tests.generate_calls import asking, refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SERIES: dict[str, Any] = {"grain": "day", "window": "last_7_days", "dimensions": ["region"], "totals": True}


@pytest.fixture
def ask(api_for: Callable[[str | None], APIClient]) -> Callable[..., Response]:
    return asking(api_for("analyst"))


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
