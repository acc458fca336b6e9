"""`manage.py reroute METRIC… BACKEND`: move metrics to another backend, or take a move back."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from metrics_portal.problems import PortalProblem
from routing.flipping.services import Asker, Flipped, flip_all, undo
from routing.models import Origin, Route


class Command(BaseCommand):
    requires_system_checks = ()  # they would refuse for the route that is to be mended
    help = (
        "Move metrics to a backend, all or none. Each needs a fresh equal parity report or --reason. "
        "--undo takes the last move of each metric back, all or none."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("names", nargs="+", metavar="METRIC… BACKEND", help="With --undo metrics only.")
        parser.add_argument("--reason", default="", help="Why, where no fresh report says equal; it is kept.")
        parser.add_argument("--undo", action="store_true", help="Take the last move back; needs no report.")
        parser.add_argument("--by", help="Who acts, a username; a route that needs two people asks for it.")

    def handle(self, *args: Any, **options: Any) -> None:
        asker = Asker(user=_user(options["by"]), origin=Origin.COMMAND)
        try:
            told = _undo(options["names"], asker) if options["undo"] else _move(options, asker)
        except PortalProblem as problem:
            raise CommandError(f"{problem.detail} Nothing was moved.") from problem
        for line in told:
            self.stdout.write(line)


@transaction.atomic
def _undo(names: list[str], asker: Asker) -> list[str]:
    changes = [undo(metric_name=name, asker=asker) for name in sorted(set(names))]
    return [
        f"{change.metric.name}: back from {change.from_backend} to {change.to_backend}." for change in changes
    ]


def _move(options: dict[str, Any], asker: Asker) -> list[str]:
    *names, backend = options["names"]
    if not names:
        raise CommandError("Name the metrics, then the backend: manage.py reroute claim_volume postgres")
    there = set(
        Route.objects.filter(metric__name__in=names, backend=backend).values_list("metric__name", flat=True)
    )
    done = flip_all(
        metric_names=[name for name in names if name not in there],
        backend=backend,
        asker=asker,
        at=timezone.now(),
        reason=options["reason"],
    )
    return [*(f"{name}: answered by {backend} already." for name in sorted(there)), *map(_told, done)]


def _told(flipped: Flipped) -> str:
    if flipped.request is not None:
        request = flipped.request
        return f"{flipped.metric}: asked for (request {request.pk}); somebody else approves it in the admin."
    change = flipped.change
    assert change is not None  # noqa: S101 - one of the two is there
    on = (
        f"parity report {change.report_id} ({change.report.get_verdict_display()})"
        if change.report
        else "no report"
    )
    return f"{flipped.metric}: {change.from_backend} → {change.to_backend}, on {on}{_and(change.reason)}."


def _and(reason: str) -> str:
    return f"; {reason.rstrip('.')}" if reason else ""


def _user(name: str | None) -> User | None:
    if name is None:
        return None
    user = User.objects.filter(username=name, is_active=True).first()
    if user is None or not user.is_at_least(User.Role.OPERATOR):
        raise CommandError(f"--by {name}: no active operator has that username.")
    return user
