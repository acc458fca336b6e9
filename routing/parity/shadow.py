"""Comparisons on schedule, of routes with a shadow: a few at a time, and only where nobody waits for a slot."""

import logging
import random
from datetime import datetime, timedelta
from functools import cache, partial

from django.conf import settings
from django.db.models import Max, Q

from metrics_portal.problems import PortalProblem
from routing.contracts import BackendError, ErrorKind
from routing.models import Route
from routing.parity.models import ParityReport, Trigger
from routing.parity.services import run_parity
from routing.warehouse.rest import rests

logger = logging.getLogger(__name__)

ROUND_SECONDS = 300


def compare_shadows(*, now: datetime) -> tuple[ParityReport, ...]:
    """Compare a sample of the shadowed routes that are due; gives the reports that were made.

    A round takes at most settings.PARITY_SHADOW_SAMPLE routes, by chance, and ends at the first backend that has no
    free slot: readers come first. An engine that gives no answer is logged, and asked again in a later round; a
    warehouse that rests is not woken.
    """
    resting = cache(partial(rests, now=now))
    due = [route for route in _due(now) if not (resting(route.backend) or resting(route.shadow))]
    sample = random.sample(due, min(len(due), settings.PARITY_SHADOW_SAMPLE))  # chance, not a secret
    made: list[ParityReport] = []
    for route in sample:
        try:
            made.append(_compare(route, now))
        except BackendError as error:
            logger.info("shadow of %s was not compared: %s", route.metric.name, error.detail)
            if error.kind is ErrorKind.OVERLOADED:
                break
        except PortalProblem as problem:
            # A shadow without a source, say: the boot checks name it, the other routes are compared all the same.
            logger.warning("shadow of %s cannot be compared: %s", route.metric.name, problem.detail)
    return tuple(made)


def _due(now: datetime) -> list[Route]:
    """Shadowed routes of live metrics that were not compared on schedule for settings.PARITY_SHADOW_MINUTES."""
    on_schedule = Q(metric__parity_reports__trigger=Trigger.SHADOW)
    since = now - timedelta(minutes=settings.PARITY_SHADOW_MINUTES)
    shadowed = Route.objects.exclude(shadow="").filter(metric__retired_at=None).select_related("metric")
    dated = shadowed.annotate(compared_at=Max("metric__parity_reports__at", filter=on_schedule))
    return list(dated.filter(Q(compared_at=None) | Q(compared_at__lt=since)))


def _compare(route: Route, now: datetime) -> ParityReport:
    return run_parity(
        metric_name=route.metric.name,
        backend_a=route.backend,
        backend_b=route.shadow,
        now=now,
        actor=None,
        trigger=Trigger.SHADOW,
    )
