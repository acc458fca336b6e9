"""Operators compare, move and take back, one route or many, from the admin's list."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from routing.models import ParityReport, Route
from routing.parity.services import compare_each
from routing.tests.parity_world import WINDOW, daily, govern, route, source

REASON = "The operational server is moved tonight."
PAGE = "/admin/routing/route/flip/"
pytestmark = pytest.mark.usefixtures("trade", "plain_static")


@pytest.fixture
def plain_static(settings: Settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def two(db: None) -> None:
    """Two metrics on books: the sides of one agree, of the other they do not."""
    govern("taken", daily("books"), source("lakehouse"), default={"window": WINDOW})
    govern("spent", source("books", "lakehouse", table="trade.altered"), default={"window": WINDOW})
    for name in ("taken", "spent"):
        route(name, "books")


@pytest.fixture
def client_of(user_for: Callable[[str], User]) -> Callable[[str], Client]:
    def make(role: str) -> Client:
        client = Client()
        client.force_login(user_for(role))
        return client

    return make


def choose(client: Client, action: str) -> Any:
    chosen = list(Route.objects.values_list("pk", flat=True))
    given = {"action": action, "_selected_action": chosen}
    return client.post(reverse("admin:routing_route_changelist"), given, follow=True)


def flip(client: Client, *names: str, **members: str) -> str:
    seen = ["books"] * len(names)
    given = {
        "act": "flip",
        "metric": names,
        "expected_backend": seen,
        "shown": names,
        "backend": "lakehouse",
        **members,
    }
    return str(client.post(PAGE, given, follow=True).content.decode())


def backends() -> dict[str, str]:
    return {row.metric.name: row.backend for row in Route.objects.select_related("metric")}


def test_many_are_compared_and_told(two: None, client_of: Callable[[str], Client]) -> None:
    page = choose(client_of("steward"), "compare").content.decode()

    assert "taken, PostgreSQL (books) and DuckDB (lakehouse): equal." in page
    assert "spent, PostgreSQL (books) and DuckDB (lakehouse): different." in page
    for report in ParityReport.objects.all():
        assert reverse("routing:parity-report", args=[report.pk]) in page


def test_one_that_cannot_be_compared_does_not_keep_the_others(
    two: None, client_of: Callable[[str], Client]
) -> None:
    govern("spent", source("books"), default={"window": WINDOW})

    page = choose(client_of("operator"), "compare").content.decode()

    assert "spent was not compared: Name the backend" in page
    assert "taken, PostgreSQL (books) and DuckDB (lakehouse): equal." in page


def test_the_page_says_what_each_move_stands_on(two: None, client_of: Callable[[str], Client]) -> None:
    operator = client_of("operator")
    choose(operator, "compare")

    page = choose(operator, "move").content.decode()

    assert "Proven. The report made just now found both sides equal over 2026-06-01..2026-07-01." in page
    assert (
        "Not proven. The report made just now found both sides different over 2026-06-01..2026-07-01." in page
    )
    assert "Move to DuckDB (lakehouse)" in page


@pytest.mark.parametrize("names", [("taken",), ("taken", "spent", "kept", "given")])
def test_a_page_of_many_moves_takes_the_queries_of_one(
    two: None, client_of: Callable[[str], Client], operator: User, names: tuple[str, ...]
) -> None:
    for name in ("kept", "given"):
        govern(name, daily("books"), source("lakehouse"), default={"window": WINDOW})
        route(name, "books")
    page = client_of("operator")
    compare_each(metric_names=["taken", "spent", "kept"], actor=operator, now=timezone.now())
    flip(page, "taken", "spent", reason=REASON)
    for name in ("taken", "spent"):
        page.post(PAGE, {"act": "undo", "metric": name, "expected_backend": "lakehouse", "shown": name})
    asked = urlencode({"metric": names, "backend": "lakehouse"}, doseq=True)
    page.get(f"{PAGE}?{asked}")

    with CaptureQueriesContext(connection) as captured:
        page.get(f"{PAGE}?{asked}")

    # Who asks, with which rights of their own and of their role (4); the routes, the definitions (for the targets and
    # for the windows), fresh reports, the last ones, the last moves, the open requests.
    assert len(captured) == 11, [query["sql"][:120] for query in captured.captured_queries]


def test_all_move_or_none(two: None, client_of: Callable[[str], Client]) -> None:
    operator = client_of("operator")
    choose(operator, "compare")

    refused = flip(operator, "taken", "spent")
    assert "spent may not move from PostgreSQL (books) to DuckDB (lakehouse) yet." in refused
    assert backends() == {"taken": "books", "spent": "books"}

    flip(operator, "taken", "spent", reason=REASON)
    assert backends() == {"taken": "lakehouse", "spent": "lakehouse"}


def test_what_was_written_is_still_there_when_a_move_is_refused(
    two: None, client_of: Callable[[str], Client]
) -> None:
    page = flip(client_of("operator"), "taken", "spent", reason="Tonight.")

    assert "A reason has 10 to 400 characters; this one has 8. Nothing was changed." in page
    assert ">Tonight.</textarea>" in page
    assert "Move to DuckDB (lakehouse)" in page
    assert backends() == {"taken": "books", "spent": "books"}


def test_what_somebody_moved_since_the_page_was_drawn_stays(
    two: None, client_of: Callable[[str], Client], settings: Settings
) -> None:
    operator = client_of("operator")
    shown = operator.get(f"{PAGE}?metric=taken&metric=spent&backend=lakehouse").content.decode()
    route("taken", "attic")

    refused = flip(operator, "taken", "spent", reason=REASON)

    assert shown.count('name="expected_backend" value="books"') == 2
    assert "taken is answered by attic now, not by books. Look at it again. Nothing was changed." in refused
    assert backends() == {"taken": "attic", "spent": "books"}


def test_a_form_that_does_not_say_what_it_showed_moves_nothing(
    two: None, client_of: Callable[[str], Client]
) -> None:
    given = {"act": "flip", "metric": "taken", "backend": "lakehouse", "reason": REASON}
    page = client_of("operator").post(PAGE, given, follow=True).content.decode()

    assert "which backend answered it when you looked" in page
    assert backends()["taken"] == "books"


def test_those_after_the_time_is_up_are_told_and_not_compared(two: None, operator: User) -> None:
    told = compare_each(metric_names=["taken", "spent"], actor=operator, now=timezone.now(), seconds=0.0)

    assert [one.words.partition(":")[0] for one in told] == [
        "taken was not compared",
        "spent was not compared",
    ]
    assert ParityReport.objects.count() == 0


def test_a_move_is_taken_back_on_the_page(two: None, client_of: Callable[[str], Client]) -> None:
    operator = client_of("operator")
    moved = flip(operator, "taken", reason=REASON)
    assert "Undo: back to PostgreSQL (books)" in moved

    given = {"act": "undo", "metric": "taken", "expected_backend": "lakehouse", "shown": "taken"}
    back = operator.post(PAGE, given, follow=True).content.decode()

    assert "taken is back on PostgreSQL (books)." in back
    assert "Undo: back to" not in back


def test_stewards_move_nothing(two: None, client_of: Callable[[str], Client]) -> None:
    steward = client_of("steward")

    assert steward.get(f"{PAGE}?metric=taken").status_code == 403
    assert steward.post(PAGE, {"act": "flip", "metric": "taken", "backend": "lakehouse"}).status_code == 403
    assert backends()["taken"] == "books"


@pytest.mark.parametrize("given", [{"act": "drop"}, {"act": "approve", "request": "x"}])
def test_what_the_page_does_not_know_changes_nothing(
    two: None, client_of: Callable[[str], Client], given: dict[str, str]
) -> None:
    page = client_of("operator").post(PAGE, given, follow=True).content.decode()

    assert "Nothing was changed." in page
