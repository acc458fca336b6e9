"""Changes to routes, each written with its RouteChange and its audit event."""

from django.db import transaction

from accounts.models import User
from accounts.services import record_event
from catalog.findings import suggestion
from catalog.models import Metric
from catalog.offering import backends_of
from catalog.selectors import definitions_in_force
from metrics_portal.problems import InvalidInput
from routing.backends import configured
from routing.models import Origin, Route, RouteChange
from routing.route_settings import RouteSettings
from routing.selectors import forget


@transaction.atomic
def change_route(*, metric: Metric, settings: RouteSettings, actor: User) -> Route:
    """Route a metric as an operator says; raises InvalidInput when its backend cannot answer it."""
    check_backend(metric.name, settings.backend)
    row = Route.objects.select_for_update().filter(metric=metric).first()
    return store_route(metric=metric, row=row, settings=settings, origin=Origin.ADMIN, actor=actor)


def check_backend(metric_name: str, backend: str) -> None:
    """Raises InvalidInput unless the backend is configured and has a source for the metric."""
    valid = backend_choices(metric_name)
    if backend not in valid:
        raise InvalidInput(
            f"{metric_name} cannot be answered by {backend}. {suggestion(backend, valid)}".strip(),
            field="backend",
            value=backend,
            choices=list(valid),
        )


def backend_choices(metric_name: str) -> tuple[str, ...]:
    """The configured backends that have a source for the metric."""
    definitions = definitions_in_force()
    if metric_name not in definitions:
        return ()
    return tuple(name for name in backends_of(definitions[metric_name], definitions) if name in configured())


def store_route(
    *, metric: Metric, row: Route | None, settings: RouteSettings, origin: Origin, actor: User | None
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
    _record(metric, before=before, after=settings, origin=origin, actor=actor)
    return row


def remove_route(*, row: Route, origin: Origin, actor: User | None) -> None:
    """Take a route away; call it inside a transaction."""
    before, metric = row.as_settings(), row.metric
    row.delete()
    _record(metric, before=before, after=None, origin=origin, actor=actor)


def _record(
    metric: Metric,
    *,
    before: RouteSettings | None,
    after: RouteSettings | None,
    origin: Origin,
    actor: User | None,
) -> None:
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
        },
    )
    if from_backend != to_backend:
        RouteChange.objects.create(
            metric=metric,
            from_backend=from_backend,
            to_backend=to_backend,
            origin=origin,
            actor=actor,
            actor_name=event.actor_name,
        )
    forget()
    transaction.on_commit(forget)
