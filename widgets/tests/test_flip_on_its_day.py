"""A move is a pin on the series it moved: inside the window at its day, on its own day at the series' end."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from accounts.models import User
from catalog.models import Metric
from routing.models import Origin, RouteChange
from widgets.charts.labels import words
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


@pytest.fixture
def reader(client: Client, viewer: User) -> Client:
    client.force_login(viewer)
    return client


@pytest.fixture
def moved(governed: None) -> None:
    RouteChange.objects.create(
        metric=Metric.objects.get(name="revenue"),
        from_backend="ops",
        to_backend="lake",
        origin=Origin.ADMIN,
        actor_name="Somebody",
    )


def series(reader: Client, **intent: Any) -> str:
    spec = {
        "title": "Revenue",
        "visual": "line",
        "intent": {"metric": "revenue", "grain": "day", **intent},
    }
    widget = create_widget(spec=spec, actor=None)
    return str(reader.get(f"/tiles/{widget.pk}/").content.decode())


def test_on_its_day_it_stands_at_the_end_of_a_series_that_ends_with_yesterday(
    reader: Client, moved: None
) -> None:
    today = words(settings.PORTAL_LOCALE).day(timezone.localdate())

    assert f"{today}: moved to DuckDB" in series(reader, window="last_7_days")


def test_inside_the_window_it_needs_no_day(reader: Client, moved: None) -> None:
    start, end = timezone.localdate() - timedelta(days=5), timezone.localdate() + timedelta(days=1)

    drawn = series(reader, window=f"{start}..{end}")

    assert "moved to DuckDB" in drawn
    assert ": moved to" not in drawn


def test_a_window_that_was_over_before_knows_nothing_of_it(reader: Client, moved: None) -> None:
    start, end = timezone.localdate() - timedelta(days=9), timezone.localdate() - timedelta(days=2)

    assert "moved to" not in series(reader, window=f"{start}..{end}")
