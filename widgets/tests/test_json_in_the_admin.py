"""JSON that a reader of the admin may not edit: over lines, and nothing our Content-Security-Policy refuses."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django import Settings

from accounts.models import AuditEvent, RowPolicyRecord, User
from sqlgen.models import EvaluationCase, EvaluationRun
from widgets.models import Widget
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


@pytest.fixture
def reader(client: Client, steward: User, settings: Settings) -> Client:
    """Somebody whose role may look at everything in the admin and change nothing."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    Group.objects.get(name="steward").permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(steward)
    return client


def audit_event() -> AuditEvent:
    return AuditEvent.objects.create(
        action="widgets.widget.changed", subject="1", details={"title": "<b>Åland"}, correlation_id="req-1"
    )


def row_policy() -> RowPolicyRecord:
    return RowPolicyRecord.objects.create(name="North", rules={"shop.sale": {"region": ["<b>Åland"]}})


def widget() -> Widget:
    intent = {"metric": "sales", "window": "mtd"}
    return create_widget(spec={"title": "<b>Åland", "visual": "kpi", "intent": intent}, actor=None)


def golden_question(**members: Any) -> EvaluationCase:
    run = EvaluationRun.objects.create(suite="demo", provider="rules", repeats=1, as_of="2026-03-05T00:00Z")
    return run.cases.create(case="one", repeat=1, **{"intent": {"metric": "<b>Åland"}, **members})


def page_of(row: Model, reader: Client) -> str:
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    page = reader.get(address)
    assert page.status_code == 200
    return page.content.decode()


@pytest.mark.parametrize(
    ("make", "lines"),
    [
        (audit_event, '{\n  "title": "<b>Åland"\n}'),
        (row_policy, '{\n  "shop.sale": {\n    "region": [\n      "<b>Åland"\n    ]\n  }\n}'),
        (widget, '{\n  "title": "<b>Åland",'),
        (golden_question, '{\n  "metric": "<b>Åland"\n}'),
    ],
)
def test_it_is_laid_out_without_inline_styles(make: Callable[[], Model], lines: str, reader: Client) -> None:
    page = page_of(make(), reader)

    assert escape(lines) in page
    assert "style=" not in page.partition('id="content-main"')[2]


def test_none_is_shown_as_other_fields_without_a_value(reader: Client) -> None:
    page = page_of(golden_question(intent=None), reader)

    assert "null" not in page.partition('id="content-main"')[2]
