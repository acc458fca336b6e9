"""Model-written SQL in the admin: who sees what, and a decision with everything it needs on one page."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from catalog.models import Metric
from sqlgen.generation.asking import Asking
from sqlgen.generation.pinning import pinned_or_written
from sqlgen.models import GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer
from widgets.comparing import compare_pin
from widgets.tests import model_writer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


@pytest.fixture
def pin(bedrock: BedrockServer, now: datetime, analyst: User) -> PinnedSql:
    model_writer.writes_well(bedrock, "revenue", now=now, dimensions=["region"])
    (question,) = model_writer.atoms("revenue", now=now, dimensions=["region"])
    pin, _ = pinned_or_written(question, Asking(asker=analyst, at=now, note="By region."), trust="reviewed")
    compare_pin(PinnedSql.objects.select_related("metric").get(pk=pin.pk))
    return pin


def decide(pin: PinnedSql) -> str:
    return reverse("admin:sqlgen_pinnedsql_decide", args=[pin.pk])


def test_the_approver_sees_what_there_is_to_see_and_approves(
    client: Client, steward: User, pin: PinnedSql
) -> None:
    client.force_login(steward)

    page = client.get(decide(pin)).content.decode()
    done = client.post(decide(pin), {"act": "approve"}, follow=True)

    for words in (
        "revenue, by region",
        "by analyst",
        "By region.",
        "WITH answer AS",
        "+++ model",
        "--- compiled",
    ):
        assert words in page, words
    assert "-ORDER BY" not in page  # the portal orders, so the model dropped nothing
    assert "Equal: 4 rows each." in page
    assert model_writer.EXPLANATION in page
    assert "Approved." in done.content.decode()
    pin.refresh_from_db()
    assert (pin.status, pin.approved_by) == ("approved", steward)


def test_the_row_leads_to_the_decision(client: Client, steward: User, pin: PinnedSql) -> None:
    client.force_login(steward)

    page = client.get(reverse("admin:sqlgen_pinnedsql_change", args=[pin.pk])).content.decode()
    link = reverse("admin:sqlgen_pinnedsql_open_decision", args=[pin.pk])

    assert link in page
    assert client.get(link)["Location"] == decide(pin)


def test_what_is_ended_applies_no_more_and_leads_to_no_decision(
    client: Client, steward: User, pin: PinnedSql
) -> None:
    client.force_login(steward)
    address = reverse("admin:sqlgen_pinnedsql_change", args=[pin.pk])
    before = client.get(address).content.decode()

    client.post(decide(pin), {"act": "reject", "reason": "Too wide."})
    after = client.get(address).content.decode()

    leads = reverse("admin:sqlgen_pinnedsql_open_decision", args=[pin.pk])
    assert [leads in page for page in (before, after)] == [True, False]
    listed = client.get(reverse("admin:sqlgen_pinnedsql_changelist")).context["cl"]
    assert [listed.model_admin.in_force(row) for row in listed.result_list] == [False]


def test_a_rejection_without_a_reason_is_told(client: Client, steward: User, pin: PinnedSql) -> None:
    client.force_login(steward)

    page = client.post(decide(pin), {"act": "reject", "reason": ""}, follow=True).content.decode()
    client.post(decide(pin), {"act": "reject", "reason": "Too wide."})

    assert "Say why" in page
    pin.refresh_from_db()
    assert (pin.status, pin.reason) == ("rejected", "Too wide.")


def test_what_is_no_act_is_refused(client: Client, steward: User, pin: PinnedSql) -> None:
    client.force_login(steward)

    page = client.post(decide(pin), {"act": "burn"}, follow=True).content.decode()

    assert "burn" in page
    pin.refresh_from_db()
    assert pin.status == "proposed"


def test_the_asker_finds_no_button_to_approve(
    client: Client, pin: PinnedSql, steward: User, bedrock: BedrockServer
) -> None:
    PinnedSql.objects.update(asker=steward)
    client.force_login(steward)

    page = client.get(decide(pin)).content.decode()
    refused = client.post(decide(pin), {"act": "approve"}, follow=True).content.decode()

    assert 'value="approve"' not in page
    assert "someone else" in page.lower()
    assert "Someone else, a steward or an operator, must approve it." in refused


def test_a_changed_definition_is_said_on_the_page(client: Client, pin: PinnedSql, steward: User) -> None:
    Metric.objects.filter(name="revenue").update(closure_hash="another")
    client.force_login(steward)

    page = client.get(decide(pin)).content.decode()

    assert 'value="approve"' not in page
    assert "definition changed" in page


@pytest.mark.parametrize(
    ("role", "status"), [("viewer", 302), ("analyst", 302), ("steward", 200), ("operator", 200)]
)
def test_who_may_enter(
    role: str, status: int, client: Client, pin: PinnedSql, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(role))
    pages = (
        reverse("admin:sqlgen_generationlog_changelist"),
        reverse("admin:sqlgen_generationlog_change", args=[pin.log_id]),
        reverse("admin:sqlgen_pinnedsql_changelist"),
        reverse("admin:sqlgen_pinnedsql_change", args=[pin.pk]),
        decide(pin),
    )

    assert {client.get(page).status_code for page in pages} == {status}


def test_the_log_tells_the_whole_call_and_cannot_be_changed(
    client: Client, operator: User, pin: PinnedSql
) -> None:
    client.force_login(operator)
    row = GenerationLog.objects.get()
    address = reverse("admin:sqlgen_generationlog_change", args=[row.pk])

    page = client.get(address).content.decode()
    client.post(address, {"sql": "SELECT 2"})
    deleted = client.post(reverse("admin:sqlgen_generationlog_delete", args=[row.pk]), {"post": "yes"})

    for words in (
        row.prompt_hash,
        row.model,
        row.correlation_id,
        "accepted",
        "Asked by",
        "Took",
        "+++ model",
        "Equal: 4 rows each.",
    ):
        assert words in page, words
    assert reverse("admin:sqlgen_generationlog_history", args=[row.pk]) not in page
    assert "<span style=" not in page  # the Content-Security-Policy refuses inline styles
    assert deleted.status_code == 403
    assert GenerationLog.objects.get().sql == row.sql


def test_lists_say_why_no_sql_came_and_how_results_compare(
    client: Client, operator: User, pin: PinnedSql
) -> None:
    GenerationLog.objects.update(verdict=GenerationLog.Verdict.MODEL_FAILED, code="no_access")
    client.force_login(operator)

    log = client.get(reverse("admin:sqlgen_generationlog_changelist")).content.decode()
    pins = client.get(reverse("admin:sqlgen_pinnedsql_changelist")).content.decode()

    assert "no access" in log
    assert "equal" in pins


def test_the_log_names_the_settings_of_a_spent_budget(client: Client, operator: User, pin: PinnedSql) -> None:
    told = "All 12 questions to a model that one person has a day are asked."
    GenerationLog.objects.update(verdict=GenerationLog.Verdict.OVER_BUDGET, message=told)
    client.force_login(operator)

    page = client.get(reverse("admin:sqlgen_generationlog_change", args=[pin.log_id])).content.decode()

    assert f"{told} The settings are GENERATION_DAILY_LIMIT (questions) and GENERATION_DAILY_TOKENS" in page
    assert "unknown" not in page  # nothing was asked, so nothing was paid


def test_a_text_that_would_keep_a_parser_busy_for_hours_is_shown_at_once(
    client: Client, operator: User, pin: PinnedSql
) -> None:
    bomb = "SELECT " + "ARRAY[" * 40 + "1" + "]" * 40
    GenerationLog.objects.update(sql=bomb, verdict=GenerationLog.Verdict.REFUSED_GUARD)
    client.force_login(operator)

    page = client.get(reverse("admin:sqlgen_generationlog_change", args=[pin.log_id])).content.decode()

    assert f"+{bomb}" in page


@pytest.mark.parametrize("listed", ["generationlog", "pinnedsql"])
def test_lists_take_as_many_queries_however_long_they_are(
    listed: str, client: Client, operator: User, pin: PinnedSql
) -> None:
    client.force_login(operator)
    address, row = reverse(f"admin:sqlgen_{listed}_changelist"), GenerationLog.objects.get()
    client.get(address)

    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(10):
        row.pk, row.shape_key = None, f"shape {number}"
        row.save()
        pin.pk, pin.shape_key = None, f"shape {number}"
        pin.save()
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)


def test_a_metrics_page_leads_there(client: Client, operator: User, pin: PinnedSql) -> None:
    client.force_login(operator)

    page = client.get(reverse("admin:catalog_metric_change", args=[pin.metric_id])).content.decode()

    assert "SQL of models: 1, 1 to approve" in page
    assert "Generations: 1" in page
