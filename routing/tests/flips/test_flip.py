"""A metric moves on a fresh report that says equal, or for a written reason; every move can be taken back."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AuditEvent, User
from catalog.models import Metric
from metrics_portal.problems import InvalidInput, PortalProblem
from routing.flipping.services import Asker, flip, flip_all, undo
from routing.models import Origin, ParityReport, Route, RouteChange
from routing.parity.services import purge_reports
from routing.selectors import flips
from routing.tests.flips.moving import REASON, backend_of, compare, move
from routing.tests.parity_world import govern, route, source

pytestmark = pytest.mark.usefixtures("trade")


def test_a_fresh_equal_report_moves_it(taken: Metric, operator_api: APIClient) -> None:
    report = compare()

    answer = move(operator_api)

    assert answer.status_code == 200, answer.json()
    assert (answer.json()["report"], answer.json()["origin"]) == (report.pk, "api")
    assert backend_of() == "lakehouse"
    event = AuditEvent.objects.filter(action="routing.route.changed", subject="taken").latest("pk")
    assert (event.details["report"], event.details["verdict"]) == (report.pk, "equal")


def test_without_proof_and_reason_it_stays(taken: Metric, operator_api: APIClient) -> None:
    refused = move(operator_api)

    assert (refused.status_code, refused.json()["code"]) == (409, "parity_required")
    assert "were never compared" in refused.json()["detail"]
    assert backend_of() == "books"


def test_a_written_reason_moves_it_and_is_kept(taken: Metric, operator_api: APIClient) -> None:
    assert move(operator_api, reason=f"  {REASON} ").status_code == 200

    change = RouteChange.objects.latest("pk")
    assert (change.reason, change.report, change.actor_name) == (REASON, None, "operator")
    event = AuditEvent.objects.filter(action="routing.route.changed").latest("pk")
    assert event.details["reason"] == REASON


@pytest.mark.parametrize("reason", ["because", "x" * 401])
def test_a_reason_says_something(taken: Metric, operator_api: APIClient, reason: str) -> None:
    refused = move(operator_api, reason=reason)

    assert (refused.status_code, refused.json()["field"]) == (422, "reason")


@pytest.mark.parametrize(
    ("members", "status", "told"),
    [
        ({"backend": "warehouse"}, 422, "cannot be answered by warehouse"),
        ({"backend": "books", "reason": REASON}, 409, "answered by books already"),
        ({"expected_backend": "lakehouse", "reason": REASON}, 409, "answered by books now, not by lakehouse"),
        ({"bakend": "lakehouse"}, 422, "bakend"),
    ],
)
def test_what_cannot_be_is_refused(
    taken: Metric, operator_api: APIClient, members: dict[str, str], status: int, told: str
) -> None:
    refused = move(operator_api, **members)

    assert refused.status_code == status
    assert told in refused.content.decode()


def test_an_unknown_route_is_told(operator_api: APIClient, taken: Metric) -> None:
    refused = operator_api.post("/v1/routes/takn/flip", {"backend": "books"}, format="json")

    assert refused.status_code == 404


def test_undo_is_one_step_and_needs_no_report(taken: Metric, operator_api: APIClient) -> None:
    move(operator_api, reason=REASON)
    moved = RouteChange.objects.latest("pk")

    answer = operator_api.post("/v1/routes/taken/undo", {}, format="json")

    assert answer.status_code == 200
    assert (answer.json()["to_backend"], answer.json()["undoes"]) == ("books", moved.pk)
    assert backend_of() == "books"
    assert (
        AuditEvent.objects.filter(action="routing.route.changed").latest("pk").details["undoes"] == moved.pk
    )


def test_an_undo_is_not_undone_and_a_route_that_never_moved_neither(
    taken: Metric, operator_api: APIClient
) -> None:
    never = operator_api.post("/v1/routes/taken/undo", {}, format="json")
    move(operator_api, reason=REASON)
    operator_api.post("/v1/routes/taken/undo", {}, format="json")
    again = operator_api.post("/v1/routes/taken/undo", {}, format="json")

    assert [(one.status_code, one.json()["code"]) for one in (never, again)] == [(409, "nothing_to_undo")] * 2
    assert backend_of() == "books"


def test_a_move_shows_on_the_series_with_what_it_stood_on(taken: Metric, operator_api: APIClient) -> None:
    report = compare()
    move(operator_api, reason=REASON)
    now = timezone.now()

    (found,) = flips("taken", start=now - timedelta(hours=1), end=now + timedelta(hours=1))

    assert (found.report, found.words) == (report.pk, f"moved to DuckDB (lakehouse); parity: equal; {REASON}")


def test_a_route_that_moves_to_its_shadow_changes_places_with_it(
    taken: Metric, operator_api: APIClient
) -> None:
    route("taken", "books", shadow="lakehouse")

    move(operator_api, reason=REASON)

    assert (Route.objects.get().backend, Route.objects.get().shadow) == ("lakehouse", "books")


def test_all_are_moved_or_none(taken: Metric, operator: User) -> None:
    govern("sold", source("books", measure="COUNT(sale_id)"))
    route("sold", "books")
    asker = Asker(user=operator, origin=Origin.ADMIN)
    with pytest.raises(InvalidInput, match="sold cannot be answered by lakehouse"):
        flip_all(
            metric_names=["taken", "sold"], backend="lakehouse", asker=asker, at=timezone.now(), reason=REASON
        )

    assert (backend_of("taken"), backend_of("sold")) == ("books", "books")


def test_reports_are_kept_while_a_move_stands_on_them(
    taken: Metric, operator_api: APIClient, settings: Any
) -> None:
    stood_on, idle = compare(), compare(now=timezone.now() - timedelta(minutes=1))
    move(operator_api)
    later = timezone.now() + timedelta(days=settings.PARITY_KEPT_DAYS + 1)

    assert purge_reports(now=later) == 1
    assert list(ParityReport.objects.values_list("pk", flat=True)) == [stood_on.pk]
    assert idle.pk != stood_on.pk


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", ["flip", "undo"])
def test_of_two_at_once_one_wins(taken: Metric, operator: User, act: str) -> None:
    asker = Asker(user=operator, origin=Origin.API)
    if act == "undo":
        flip(metric_name="taken", backend="lakehouse", asker=asker, at=timezone.now(), reason=REASON)
    before, start, outcomes = RouteChange.objects.count(), threading.Barrier(2), []

    def act_once() -> None:
        try:
            start.wait(timeout=10)
            if act == "flip":
                flip(metric_name="taken", backend="lakehouse", asker=asker, at=timezone.now(), reason=REASON)
            else:
                undo(metric_name="taken", asker=asker)
            outcomes.append("done")
        except PortalProblem as problem:
            outcomes.append(problem.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=act_once) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(outcomes) == sorted(["done", {"flip": "already_there", "undo": "nothing_to_undo"}[act]])
    assert RouteChange.objects.count() == before + 1
