"""Routes with a shadow are compared on schedule: sampled, when due, and never in the way of readers."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEvent, User
from routing.checks import boot_findings
from routing.models import ParityReport
from routing.parity.shadow import compare_shadows
from routing.tasks import compare_shadows as task
from routing.tests.parity_world import WINDOW, daily, govern, route, source

pytestmark = pytest.mark.usefixtures("trade")


def shadowed(*names: str) -> None:
    for name in names:
        govern(name, daily("books"), source("lakehouse"), default={"window": WINDOW})
        route(name, "books", shadow="lakehouse")


@pytest.fixture
def now() -> datetime:
    return timezone.now()


def test_a_round_compares_a_sample_of_what_is_due(db: None, settings: Any, now: datetime) -> None:
    settings.PARITY_SHADOW_SAMPLE = 2
    shadowed("first", "second", "third")
    govern("alone", source("books"))
    route("alone", "books")

    rounds = [len(compare_shadows(now=now)) for _ in range(3)]

    assert rounds == [2, 1, 0]
    assert set(ParityReport.objects.values_list("metric__name", "trigger", "verdict")) == {
        (name, "shadow", "equal") for name in ("first", "second", "third")
    }
    assert not AuditEvent.objects.filter(action="routing.parity.compared").exists()


def test_it_is_due_again_after_a_while(db: None, settings: Any, now: datetime) -> None:
    shadowed("first")
    compare_shadows(now=now)
    soon, later = (now + timedelta(minutes=settings.PARITY_SHADOW_MINUTES + step) for step in (-1, 1))

    assert (len(compare_shadows(now=soon)), len(compare_shadows(now=later))) == (0, 1)


def test_a_busy_backend_is_left_alone(db: None, settings: Any, now: datetime) -> None:
    shadowed("first")
    taken = [f"slot:lakehouse:{number}" for number in range(settings.SQL_BACKENDS["lakehouse"]["slots"])]
    for key in taken:
        caches["leases"].add(key, "a reader", 30)

    begun = timezone.now()
    while_busy = compare_shadows(now=now)
    waited = timezone.now() - begun
    for key in taken:
        caches["leases"].delete(key)

    assert while_busy == ()
    assert waited < timedelta(seconds=4)  # a reader would have waited five for a slot
    assert len(compare_shadows(now=now)) == 1


def test_an_engine_that_is_away_is_asked_again_later(db: None, trade: Path, now: datetime) -> None:
    shadowed("first")
    away = trade.with_suffix(".away")
    trade.rename(away)
    try:
        assert compare_shadows(now=now) == ()
    finally:
        away.rename(trade)

    assert task() == 1


def test_the_trend_is_drawn(db: None, steward: User, now: datetime, settings: Any) -> None:
    shadowed("first")
    for hours in (3, 2, 1):
        compare_shadows(now=now - timedelta(hours=hours * 2))
    client = Client()
    client.force_login(steward)

    page = client.get("/routes/first/parity/").content.decode()

    assert page.count('<rect class="good"') == 3
    assert "equal, 0%" in page


@pytest.mark.parametrize("shadow", ["warehouse", "lakehouse"])
def test_a_shadow_that_cannot_be_compared_with_is_told_at_the_start(db: None, shadow: str) -> None:
    govern("first", source("books"))
    route("first", "books", shadow=shadow)

    told = [str(finding.msg) for finding in boot_findings() if finding.id == "routing.W003"]

    assert len(told) == 1
    assert f"The metric first is compared with its shadow {shadow}, which" in told[0]
