"""What a page of moves shows before anybody confirms."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from catalog.selectors import definitions_in_force
from routing.flipping.models import FlipRequest
from routing.flipping.proof import Move, Standing, standings
from routing.models import Route, RouteChange
from routing.possible import choices_among


@dataclass(frozen=True, slots=True, kw_only=True)
class Movable:
    """A route and what a move to the chosen backend stands on; `standing` is None where nothing would move."""

    route: Route
    standing: Standing | None
    last_move: RouteChange | None
    waiting: FlipRequest | None

    @property
    def can_undo(self) -> bool:
        last = self.last_move
        return last is not None and last.undoes_id is None and last.to_backend == self.route.backend


def routes_named(names: Iterable[str]) -> list[Route]:
    """The routes of these metrics, by name."""
    found = Route.objects.select_related("metric").filter(metric__name__in=set(names))
    return list(found.order_by("metric__name"))


def targets_of(routes: Iterable[Route]) -> tuple[str, ...]:
    """The backends that all of them could move to and not all of them are on."""
    routes, definitions = list(routes), definitions_in_force()
    offered = [set(choices_among(definitions, route.metric.name)) for route in routes]
    common = set.intersection(*offered) if offered else set()
    return tuple(sorted(name for name in common if any(route.backend != name for route in routes)))


def movables(routes: Iterable[Route], target: str, *, now: datetime) -> list[Movable]:
    """Each route with all that its move to the backend stands on; five queries for any number of routes."""
    routes = list(routes)
    metrics = [route.metric_id for route in routes]
    proven = standings(_moves(routes, target), now=now)
    moved = last_moves(metrics)
    waiting = FlipRequest.objects.filter(metric__in=metrics, status=FlipRequest.Status.OPEN)
    open_requests = {request.metric_id: request for request in waiting}
    return [
        Movable(
            route=route,
            standing=proven.get(route.metric_id),
            last_move=moved.get(route.metric_id),
            waiting=open_requests.get(route.metric_id),
        )
        for route in routes
    ]


def _moves(routes: Iterable[Route], target: str) -> list[Move]:
    definitions = definitions_in_force()
    return [
        Move(
            metric=route.metric,
            from_backend=route.backend,
            to_backend=target,
            window=definitions[route.metric.name].default.window,
        )
        for route in routes
        if target and target != route.backend and route.metric.name in definitions
    ]


def last_moves(metrics: Collection[int]) -> dict[int, RouteChange]:
    """The last change of each metric from one backend to another, by the metric's id; one query."""
    changes = RouteChange.objects.filter(metric__in=metrics).exclude(from_backend="").exclude(to_backend="")
    newest = changes.order_by("metric_id", "-at", "-pk").distinct("metric_id")
    return {change.metric_id: change for change in newest}
