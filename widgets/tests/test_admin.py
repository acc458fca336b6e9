"""Operators keep widgets and dashboards in the admin, by the same rules as the API."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AuditEvent, User
from widgets.models import Widget
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SPEC: dict[str, Any] = {"title": "Sales", "visual": "kpi", "intent": {"metric": "sales", "window": "mtd"}}


@pytest.fixture
def admin(operator: User, client: Client) -> Client:
    operator.is_staff = operator.is_superuser = True
    operator.save()
    client.force_login(operator)
    return client


def test_a_widget_is_added_with_its_audit_event(admin: Client, operator: User) -> None:
    response = admin.post(reverse("admin:widgets_widget_add"), {"key": "sales", "spec": json.dumps(SPEC)})

    widget = Widget.objects.get()
    assert response.status_code == 302
    assert (widget.key, widget.title, widget.metric.name, widget.owner) == (
        "sales",
        "Sales",
        "sales",
        operator,
    )
    assert AuditEvent.objects.filter(action="widgets.widget.created").exists()


def test_a_spec_that_cannot_be_drawn_is_refused_in_the_form(admin: Client) -> None:
    bad = {**SPEC, "visual": "bar"}

    response = admin.post(reverse("admin:widgets_widget_add"), {"spec": json.dumps(bad)})

    assert response.status_code == 200
    assert b"a bar needs exactly 1" in response.content
    assert not Widget.objects.exists()


def test_a_change_is_saved_and_audited(admin: Client) -> None:
    widget = create_widget(spec=SPEC, actor=None)

    admin.post(
        reverse("admin:widgets_widget_change", args=[widget.pk]),
        {"spec": json.dumps({**SPEC, "title": "Sold"})},
    )

    widget.refresh_from_db()
    assert widget.title == "Sold"
    assert AuditEvent.objects.filter(action="widgets.widget.changed").exists()


@pytest.mark.parametrize("page", ["widget", "dashboard"])
def test_lists_open_and_search(admin: Client, page: str) -> None:
    create_widget(spec=SPEC, actor=None)

    assert admin.get(reverse(f"admin:widgets_{page}_changelist") + "?q=sales").status_code == 200
    assert admin.get(reverse(f"admin:widgets_{page}_add")).status_code == 200


def test_a_spec_is_edited_over_lines(admin: Client) -> None:
    widget = create_widget(spec=SPEC, actor=None)

    page = admin.get(reverse("admin:widgets_widget_change", args=[widget.pk]))

    assert '{\n  "title": "Sales"' in page.context["adminform"].form["spec"].value()
