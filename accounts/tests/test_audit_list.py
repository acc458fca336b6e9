"""The audit's list names what an act was about as people know it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts.models import User
from accounts.services import record_event

pytestmark = pytest.mark.django_db
WIDGET = "3f0e6a52-7d4c-4bb5-9a3b-0d9b1c2e4f55"


@pytest.fixture
def operator_page(operator: User, client: Client, settings: Settings) -> Client:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    client.force_login(operator)
    for action, subject, details in (
        ("widgets.widget.changed", WIDGET, {"title": "Claims <by> device"}),
        ("catalog.metric.changed", "claim_volume", {"affected": []}),
    ):
        record_event(actor=operator, action=action, subject=subject, details=details)
    return client


def listed(client: Client, **query: str) -> str:
    page = client.get(reverse("admin:accounts_auditevent_changelist"), query).content.decode()
    return page[page.index("result_list") :]


def test_a_widget_by_its_title_and_a_metric_by_its_name(operator_page: Client) -> None:
    page = listed(operator_page)

    assert "Claims &lt;by&gt; device" in page
    assert "claim_volume" in page
    assert WIDGET not in page


@pytest.mark.parametrize("asked", ["by> device", WIDGET])
def test_it_is_found_by_its_title_and_by_its_id(operator_page: Client, asked: str) -> None:
    page = listed(operator_page, q=asked)

    assert "Claims &lt;by&gt; device" in page
    assert "claim_volume" not in page
