"""Two people: one asks, another approves. What drifted in between is not approved."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.services import record_event
from metrics_portal.problems import Conflict, Forbidden, InvalidInput, NotFound
from routing.flipping.models import FlipRequest
from routing.flipping.proof import proof_of
from routing.models import Origin, ParityReport, Route
from routing.possible import check_backend
from routing.services import Grounds, move_route


class RequestDecided(Conflict):
    code = "request_decided"
    title = "The request was decided already"


class Drifted(Conflict):
    """The route or the definition is not what the author of the request saw."""

    code = "drifted"


def propose(
    *, row: Route, backend: str, reason: str, report: ParityReport | None, actor: User | None, at: datetime
) -> FlipRequest:
    """A request to move a locked route that needs two people. Raises Conflict while another one is open."""
    metric = row.metric
    if actor is None:
        raise InvalidInput(
            f"{metric.name} moves when two people want it. Say who asks (manage.py reroute --by USERNAME).",
            field="by",
        )
    waiting = metric.flip_requests.filter(status=FlipRequest.Status.OPEN).first()
    if waiting is not None:
        raise Conflict(
            f"A request to move {metric.name} to {waiting.to_backend} waits already, by "
            f"{waiting.proposed_by_name}. Approve or withdraw it first.",
            request=waiting.pk,
        )
    request = FlipRequest.objects.create(
        metric=metric,
        from_backend=row.backend,
        to_backend=backend,
        reason=reason,
        report=report,
        closure_hash=metric.closure_hash,
        proposed_by=actor,
        proposed_by_name=actor.as_viewer().name,
        proposed_at=at,
    )
    _record(request, "requested", actor)
    return request


@transaction.atomic
def approve(*, request_id: int, actor: User, token: bool, origin: Origin, at: datetime) -> FlipRequest:
    """Approve a request and move the route.

    Raises Forbidden for its author and for a token, RequestDecided for one that is not open any more, Drifted
    when the route or the definition changed since, ParityRequired when it has no reason and its report got old.
    """
    request = _locked(request_id)
    if token:
        raise Forbidden("A person approves a flip. A token may only propose one.")
    if request.proposed_by_id == actor.pk:
        raise Forbidden("Somebody else than who asked for it approves a flip.")
    row = _route_still_so(request)
    check_backend(row.metric.name, request.to_backend)
    report = proof_of(row.metric, row.backend, request.to_backend, reason=request.reason, now=at)
    reason = request.reason or f"Asked for by {request.proposed_by_name}."
    grounds = Grounds(reason=reason, report=report or request.report)
    request.change = move_route(
        row=row, backend=request.to_backend, origin=origin, actor=actor, grounds=grounds
    )
    return _decide(request, FlipRequest.Status.APPROVED, actor, at)


@transaction.atomic
def withdraw(*, request_id: int, actor: User, at: datetime) -> FlipRequest:
    """Take a request back, or decline it; any operator may. Raises RequestDecided."""
    return _decide(_locked(request_id), FlipRequest.Status.WITHDRAWN, actor, at)


def _locked(request_id: int) -> FlipRequest:
    request = (
        FlipRequest.objects.select_for_update(of=("self",))
        .select_related("metric", "report", "proposed_by")
        .filter(pk=request_id)
        .first()
    )
    if request is None:
        raise NotFound(f"There is no flip request {request_id}. See GET /v1/flip-requests.")
    if request.status != FlipRequest.Status.OPEN:
        raise RequestDecided(
            f"The request to move {request.metric.name} is {request.get_status_display()}, by "
            f"{request.decided_by_name}.",
            status_of_request=request.status,
        )
    return request


def _route_still_so(request: FlipRequest) -> Route:
    """The route, locked, as the author of the request saw it; raises Drifted."""
    rows = Route.objects.select_for_update(of=("self",)).select_related("metric")
    row = rows.filter(metric=request.metric).first()
    if row is None:  # the routing file took it away with its metric
        raise Drifted(f"{request.metric.name} has no route any more. Withdraw the request.")
    if row.backend != request.from_backend:
        raise Drifted(
            f"{row.metric.name} is answered by {row.backend} now; the request was to move it from "
            f"{request.from_backend}. Withdraw it and ask again."
        )
    if row.metric.closure_hash != request.closure_hash:
        raise Drifted(
            f"The definition of {row.metric.name} changed since the request. Withdraw it, compare and ask again."
        )
    return row


def _decide(request: FlipRequest, status: FlipRequest.Status, actor: User, at: datetime) -> FlipRequest:
    request.status, request.decided_at = status, at
    request.decided_by, request.decided_by_name = actor, actor.as_viewer().name
    request.save()
    _record(request, status.value, actor)
    return request


def _record(request: FlipRequest, act: str, actor: User) -> None:
    record_event(
        actor=actor,
        action=f"routing.flip.{act}",
        subject=request.metric.name,
        details={
            "request": request.pk,
            "from": request.from_backend,
            "to": request.to_backend,
            "reason": request.reason,
            "report": request.report_id,
        },
    )
