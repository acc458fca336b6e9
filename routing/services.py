"""Changes to routes, each written with its RouteChange and its audit event."""

from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from accounts.services import record_event
from catalog.models import Metric
from metrics_portal.problems import InvalidInput
from routing.models import Origin, ParityReport, Route, RouteChange
from routing.possible import backend_choices, check_backend, check_generation
from routing.route_settings import RouteSettings
from routing.selectors import forget

__all__ = [
    "Grounds",
    "backend_choices",
    "change_route",
    "check_backend",
    "check_route",
    "move_route",
    "remove_route",
    "store_route",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a move to another backend stands on."""

    reason: str = ""
    report: ParityReport | None = None
    undoes: RouteChange | None = None


NO_GROUNDS = Grounds()


@transaction.atomic
def change_route(*, metric: Metric, settings: RouteSettings, actor: User) -> Route:
    """Give a metric its first route, or change a route's settings, as an operator says.

    Raises InvalidInput when the backend cannot answer the metric, when a model is to write SQL that models do not
    write, when a route's backend would change (see `routing.flipping`), or when it would give up its second person,
    which only the reviewed file may.
    """
    row = Route.objects.select_for_update().filter(metric=metric).first()
    check_route(metric=metric, settings=settings, row=row)
    return store_route(metric=metric, row=row, settings=settings, origin=Origin.ADMIN, actor=actor)


def check_route(*, metric: Metric, settings: RouteSettings, row: Route | None = None) -> None:
    """Raises what `change_route` would; `row` is the route as it is, looked up where left out."""
    row = row or Route.objects.filter(metric=metric).first()
    if row is None or row.backend != settings.backend:
        check_backend(metric.name, settings.backend)
    if settings.shadow and (row is None or row.shadow != settings.shadow):
        check_backend(metric.name, settings.shadow, field="shadow")
    if row is None or row.generation != settings.generation:
        check_generation(metric.name, settings.generation)
    if row is not None:
        _check_settings_only(row, settings)


def _check_settings_only(row: Route, settings: RouteSettings) -> None:
    if row.backend != settings.backend:
        raise InvalidInput(
            f"{row.metric.name} is answered by {row.backend}. Moving it is a flip, with its own proof.",
            field="backend",
            value=settings.backend,
        )
    if row.two_people and not settings.two_people:
        raise InvalidInput(
            "That a route needs two people is taken back in the routing file only, where it is reviewed.",
            field="two_people",
            value=False,
        )


def store_route(
    *,
    metric: Metric,
    row: Route | None,
    settings: RouteSettings,
    origin: Origin,
    actor: User | None,
    grounds: Grounds = NO_GROUNDS,
) -> Route:
    """Write a route that was checked; `row` is the locked row, None for a first route. Nothing changed,
    nothing written. Call it inside a transaction."""
    before = row.as_settings() if row else None
    if row is not None and before == settings:
        return row
    row = row or Route(metric=metric)
    for member, value in settings.plain().items():
        setattr(row, member, value)
    row.save()
    _record(metric, before=before, after=settings, origin=origin, actor=actor, grounds=grounds)
    return row


def move_route(
    *, row: Route, backend: str, origin: Origin, actor: User | None, grounds: Grounds
) -> RouteChange:
    """Move a locked route to another backend that was checked. A route that moves to its shadow keeps comparing
    the two: they change places."""
    before = row.as_settings()
    shadow = row.backend if row.shadow == backend else row.shadow
    after = before.model_copy(update={"backend": backend, "shadow": shadow})
    row.backend, row.shadow = after.backend, after.shadow
    row.save()
    change = _record(row.metric, before=before, after=after, origin=origin, actor=actor, grounds=grounds)
    assert change is not None  # noqa: S101 - the backends differ
    return change


def remove_route(*, row: Route, origin: Origin, actor: User | None) -> None:
    """Take a route away; call it inside a transaction."""
    before, metric = row.as_settings(), row.metric
    row.delete()
    _record(metric, before=before, after=None, origin=origin, actor=actor, grounds=NO_GROUNDS)


def _record(
    metric: Metric,
    *,
    before: RouteSettings | None,
    after: RouteSettings | None,
    origin: Origin,
    actor: User | None,
    grounds: Grounds,
) -> RouteChange | None:
    """The audit event and, for another backend, the change that tiles show."""
    from_backend, to_backend = (before.backend if before else ""), (after.backend if after else "")
    act = "changed" if before and after else "added" if after else "removed"
    event = record_event(
        actor=actor,
        action=f"routing.route.{act}",
        subject=metric.name,
        details={
            "from": before.plain() if before else None,
            "to": after.plain() if after else None,
            "origin": origin.value,
            **_told(grounds),
        },
    )
    forget()
    transaction.on_commit(forget)
    if from_backend == to_backend:
        return None
    return RouteChange.objects.create(
        metric=metric,
        from_backend=from_backend,
        to_backend=to_backend,
        origin=origin,
        reason=grounds.reason,
        report=grounds.report,
        undoes=grounds.undoes,
        actor=actor,
        actor_name=event.actor_name,
    )


def _told(grounds: Grounds) -> dict[str, object]:
    told: dict[str, object] = {"reason": grounds.reason} if grounds.reason else {}
    if grounds.report:
        told |= {"report": grounds.report.pk, "verdict": grounds.report.verdict}
    return told | ({"undoes": grounds.undoes.pk} if grounds.undoes else {})
