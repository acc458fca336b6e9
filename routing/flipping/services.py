"""Moves: proven or reasoned, by one person or two, each taken back in one step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from django.db import transaction

from accounts.models import User
from catalog.models import Metric
from metrics_portal.problems import Conflict, Forbidden, NotFound
from routing.flipping.models import FlipRequest
from routing.flipping.proof import clean_reason, proof_of
from routing.flipping.requests import propose
from routing.models import Origin, Route, RouteChange
from routing.possible import check_backend
from routing.services import Grounds, move_route


class AlreadyThere(Conflict):
    code = "already_there"
    title = "The metric is answered there already"


class NothingToUndo(Conflict):
    code = "nothing_to_undo"
    title = "There is no move to take back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who moves a route, and from where. `token` tells a program's bearer token from a person."""

    user: User | None  # None: whoever may run manage.py on the machine
    origin: Origin
    token: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flipped:
    """What a flip did: the change, or for a route that needs two people the request that now waits."""

    metric: str
    change: RouteChange | None
    request: FlipRequest | None


def flip(
    *,
    metric_name: str,
    backend: str,
    asker: Asker,
    at: datetime,
    reason: str = "",
    expected_backend: str | None = None,
) -> Flipped:
    """Move one metric; see `flip_all`."""
    (flipped,) = flip_all(
        metric_names=[metric_name],
        backend=backend,
        asker=asker,
        at=at,
        reason=reason,
        expected={} if expected_backend is None else {metric_name: expected_backend},
    )
    return flipped


@transaction.atomic
def flip_all(
    *,
    metric_names: Iterable[str],
    backend: str,
    asker: Asker,
    at: datetime,
    reason: str = "",
    expected: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Flipped, ...]:
    """Move the metrics to a backend, all or none; every process follows within one second.

    Each needs a fresh equal report between the two backends, or a written reason. A route that needs two people
    is not moved: a request waits for the second. Raises ParityRequired, AlreadyThere, InvalidInput (a backend
    without a source), Conflict when a route is not at its `expected` backend any more, NotFound without a route.
    """
    reason = clean_reason(reason)
    # In one order, so that two flips of many wait for each other instead of locking each other out.
    rows = [locked_route(name) for name in sorted(set(metric_names))]
    return tuple(_flip(row, backend, asker, at, reason, expected.get(row.metric.name)) for row in rows)


def _flip(
    row: Route, backend: str, asker: Asker, at: datetime, reason: str, expected_backend: str | None
) -> Flipped:
    name = row.metric.name
    check_backend(name, backend)
    _check_expected(row, expected_backend)
    if row.backend == backend:
        raise AlreadyThere(f"{name} is answered by {backend} already.", metric=name, backend=backend)
    report = proof_of(row.metric, row.backend, backend, reason=reason, now=at)
    if row.two_people:
        request = propose(row=row, backend=backend, reason=reason, report=report, actor=asker.user, at=at)
        return Flipped(metric=name, change=None, request=request)
    grounds = Grounds(reason=reason, report=report)
    change = move_route(row=row, backend=backend, origin=asker.origin, actor=asker.user, grounds=grounds)
    return Flipped(metric=name, change=change, request=None)


@transaction.atomic
def undo(*, metric_name: str, asker: Asker, expected_backend: str | None = None) -> RouteChange:
    """Take the metric's last move back, in one step and without a report: it is where it was.

    One person may, of a route that needs two as well; a token may not there. Raises NothingToUndo when it never
    moved or the last move was an undo itself, Conflict when it is not at `expected_backend` any more.
    """
    row = locked_route(metric_name)
    _check_expected(row, expected_backend)
    if row.two_people and asker.token:
        raise Forbidden(f"{metric_name} needs people: a token may propose a flip, not take one back.")
    last = last_move(row.metric)
    if last is None or last.to_backend != row.backend:
        raise NothingToUndo(f"{metric_name} has not moved since it got its route.", metric=metric_name)
    if last.undoes_id is not None:
        raise NothingToUndo(
            f"The last move of {metric_name} took one back already, by {last.actor_name}. Flip it to move it again.",
            metric=metric_name,
        )
    check_backend(metric_name, last.from_backend)
    reason = f"Undo of the move from {last.from_backend} to {last.to_backend} by {last.actor_name}."
    grounds = Grounds(reason=reason, undoes=last)
    return move_route(
        row=row, backend=last.from_backend, origin=asker.origin, actor=asker.user, grounds=grounds
    )


def last_move(metric: Metric) -> RouteChange | None:
    """The metric's last change from one backend to another."""
    return metric.route_changes.exclude(from_backend="").exclude(to_backend="").first()


def locked_route(metric_name: str) -> Route:
    """The route's row, held until the transaction ends; raises NotFound."""
    rows = Route.objects.select_for_update(of=("self",)).select_related("metric")
    row = rows.filter(metric__name=metric_name).first()
    if row is None:
        raise NotFound(
            f"There is no route for {metric_name}. See GET /v1/routes for all of them.", metric=metric_name
        )
    return row


def _check_expected(row: Route, expected_backend: str | None) -> None:
    if expected_backend is not None and row.backend != expected_backend:
        raise Conflict(
            f"{row.metric.name} is answered by {row.backend} now, not by {expected_backend}. Look at it again.",
            metric=row.metric.name,
            backend=row.backend,
        )
