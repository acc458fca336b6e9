"""A process remembers what a widget asks until something that could change it is committed, by anyone, anyhow."""

import pytest
from rest_framework.test import APIClient

from catalog.models import Metric
from routing.models import Route
from widgets.models import Widget
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SPEC = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}


@pytest.fixture
def asked(api: APIClient) -> str:
    """The address of a widget's data that was asked a moment ago."""
    address = f"/v1/widgets/{create_widget(spec=SPEC, actor=None).pk}/data"
    assert api.post(address, {}, format="json").json()["metric"] == "revenue"
    return address


def test_a_route_changed_in_bulk_is_seen_at_once(api: APIClient, asked: str) -> None:
    Route.objects.filter(metric__name="revenue").update(cache_seconds=7)

    assert api.post(asked, {"refresh": True}, format="json").json()["provenance"]["cache_seconds"] == 7


def test_a_spec_changed_in_bulk_is_seen_at_once(api: APIClient, asked: str) -> None:
    spec = {**SPEC, "spec_version": 1, "intent": {"metric": "sales", "window": "last_30_days"}}
    Widget.objects.update(spec=spec, metric=Metric.objects.get(name="sales"))

    assert api.post(asked, {}, format="json").json()["metric"] == "sales"


def test_a_metric_retired_in_bulk_is_seen_at_once(api: APIClient, asked: str) -> None:
    Metric.objects.filter(name="revenue").update(live_revision=None)

    assert api.post(asked, {}, format="json").json()["state"] == "failed"


def test_a_widget_that_is_gone_is_gone_at_once(api: APIClient, asked: str) -> None:
    Widget.objects.all().delete()

    assert api.post(asked, {}, format="json").status_code == 404
