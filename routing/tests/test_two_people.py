"""A route that needs two people moves when one asked and another approved what the first one saw."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AuditEvent, User
from catalog.models import Metric
from metrics_portal.problems import PortalProblem
from routing.flipping.requests import approve
from routing.models import FlipRequest, Origin, Route, RouteChange
from routing.tests.parity_world import daily, govern, route, source

REASON = "The operational server is moved tonight."
pytestmark = pytest.mark.usefixtures("trade")


@pytest.fixture
def taken(db: None) -> Metric:
    metric = govern("taken", daily("books"), source("lakehouse"))
    route("taken", "books", two_people=True)
    return metric


@pytest.fixture
def second(db: None) -> User:
    return User.objects.create_user("second", password="second-correct-horse", role="operator")


def signed_in(user: User) -> APIClient:
    client = APIClient()
    client.force_login(user)
    return client


def ask(client: APIClient, **members: Any) -> Any:
    given = {"backend": "lakehouse", "reason": REASON, **members}
    return client.post("/v1/routes/taken/flip", given, format="json")


def decide(client: APIClient, request: int, act: str = "approve") -> Any:
    return client.post(f"/v1/flip-requests/{request}/{act}", {}, format="json")


def backend_of() -> str:
    return Route.objects.get(metric__name="taken").backend


def test_one_asks_and_another_approves(taken: Metric, operator: User, second: User) -> None:
    asked = ask(signed_in(operator))

    assert (asked.status_code, asked.json()["status"], backend_of()) == (202, "open", "books")

    approved = decide(signed_in(second), asked.json()["id"])

    assert (approved.status_code, approved.json()["status"], backend_of()) == (200, "approved", "lakehouse")
    change = RouteChange.objects.get(pk=approved.json()["change"])
    assert (change.actor, change.reason) == (second, REASON)
    acts = AuditEvent.objects.filter(action__startswith="routing.flip.").order_by("pk")
    assert list(acts.values_list("action", "actor__username")) == [
        ("routing.flip.requested", "operator"),
        ("routing.flip.approved", "second"),
    ]


def test_a_program_may_ask_and_not_approve(taken: Metric, api_for: Any, second: User) -> None:
    program = api_for("operator")

    asked = ask(program)
    refused = decide(program, asked.json()["id"])

    assert (asked.status_code, refused.status_code) == (202, 403)
    assert "A person approves" in refused.json()["detail"]
    assert decide(signed_in(second), asked.json()["id"]).status_code == 200


def test_nobody_approves_their_own(taken: Metric, operator: User) -> None:
    client = signed_in(operator)

    refused = decide(client, ask(client).json()["id"])

    assert (refused.status_code, backend_of()) == (403, "books")


def test_asking_needs_proof_or_a_reason_too(taken: Metric, operator: User) -> None:
    refused = ask(signed_in(operator), reason="")

    assert (refused.status_code, refused.json()["code"]) == (409, "parity_required")
    assert not FlipRequest.objects.exists()


def test_one_request_waits_at_a_time(taken: Metric, operator: User, second: User) -> None:
    first = ask(signed_in(operator))

    refused = ask(signed_in(second))

    assert (refused.status_code, refused.json()["request"]) == (409, first.json()["id"])


def test_a_route_that_moved_meanwhile_is_not_moved(taken: Metric, operator: User, second: User) -> None:
    asked = ask(signed_in(operator))
    Route.objects.update(backend="lakehouse")

    refused = decide(signed_in(second), asked.json()["id"])

    assert (refused.status_code, refused.json()["code"]) == (409, "drifted")


def test_a_route_that_is_gone_is_told(taken: Metric, operator: User, second: User) -> None:
    asked = ask(signed_in(operator))
    Route.objects.all().delete()

    refused = decide(signed_in(second), asked.json()["id"])

    assert (refused.status_code, refused.json()["code"]) == (409, "drifted")
    assert "no route any more" in refused.json()["detail"]


def test_a_definition_that_changed_meanwhile_is_not_approved(
    taken: Metric, operator: User, second: User
) -> None:
    asked = ask(signed_in(operator))
    govern("taken", daily("books"), source("lakehouse", where="region = 'North'"))

    refused = decide(signed_in(second), asked.json()["id"])

    assert (refused.status_code, refused.json()["code"], backend_of()) == (409, "drifted", "books")


def test_a_withdrawn_request_is_over(taken: Metric, operator: User, second: User) -> None:
    asked = ask(signed_in(operator))

    assert decide(signed_in(second), asked.json()["id"], "withdraw").json()["status"] == "withdrawn"
    assert decide(signed_in(second), asked.json()["id"]).json()["code"] == "request_decided"
    assert ask(signed_in(operator)).status_code == 202


def test_undo_needs_one_person_and_no_program(
    taken: Metric, operator: User, second: User, api_for: Callable[[str], APIClient]
) -> None:
    decide(signed_in(second), ask(signed_in(operator)).json()["id"])

    program = api_for("operator").post("/v1/routes/taken/undo", {}, format="json")
    person = signed_in(operator).post("/v1/routes/taken/undo", {}, format="json")

    assert (program.status_code, person.status_code, backend_of()) == (403, 200, "books")


def test_requests_are_listed_for_operators(taken: Metric, operator: User, steward: User) -> None:
    ask(signed_in(operator))

    listed = signed_in(operator).get("/v1/flip-requests").json()

    assert [(one["metric"], one["to_backend"]) for one in listed["results"]] == [("taken", "lakehouse")]
    assert signed_in(steward).get("/v1/flip-requests").status_code == 403


def test_the_admin_page_asks_and_approves(taken: Metric, operator: User, second: User) -> None:
    page, given = reverse("admin:routing_flip"), {"shown": "taken", "backend": "lakehouse"}
    asking, approving = Client(), Client()
    asking.force_login(operator)
    approving.force_login(second)

    asking.post(
        page, {**given, "act": "flip", "metric": "taken", "expected_backend": "books", "reason": REASON}
    )
    waiting = FlipRequest.objects.get()
    own = asking.get(f"{page}?metric=taken").content.decode()
    other = approving.get(f"{page}?metric=taken").content.decode()
    approving.post(page, {**given, "act": "approve", "request": waiting.pk})

    assert ("Somebody else approves it." in own, "Approve and move" in own) == (True, False)
    assert "Approve and move" in other
    assert backend_of() == "lakehouse"


@pytest.mark.django_db(transaction=True)
def test_of_two_approvals_at_once_one_wins(taken: Metric, operator: User, second: User) -> None:
    third = User.objects.create_user("third", password="third-correct-horse", role="operator")
    request = ask(signed_in(operator)).json()["id"]
    start, outcomes = threading.Barrier(2), []

    def approve_once(actor: User) -> None:
        try:
            start.wait(timeout=10)
            approve(request_id=request, actor=actor, token=False, origin=Origin.ADMIN, at=timezone.now())
            outcomes.append("done")
        except PortalProblem as problem:
            outcomes.append(problem.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=approve_once, args=(actor,)) for actor in (second, third)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(outcomes) == ["done", "request_decided"]
    assert RouteChange.objects.filter(to_backend="lakehouse").count() == 1
