"""What a page of moves shows before anybody confirms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from routing.flipping.models import FlipRequest
from routing.flipping.proof import Standing, standing
from routing.flipping.services import last_move
from routing.models import Route, RouteChange
from routing.possible import backend_choices


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
    routes = list(routes)
    offered = [set(backend_choices(route.metric.name)) for route in routes]
    common = set.intersection(*offered) if offered else set()
    return tuple(sorted(name for name in common if any(route.backend != name for route in routes)))


def movable(route: Route, target: str, *, now: datetime) -> Movable:
    moves = bool(target) and target != route.backend
    return Movable(
        route=route,
        standing=standing(route.metric, route.backend, target, now=now) if moves else None,
        last_move=last_move(route.metric),
        waiting=route.metric.flip_requests.filter(status=FlipRequest.Status.OPEN).first(),
    )
