"""Reads across parity reports."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet

from catalog.models import Metric
from catalog.selectors import governed_metric
from metrics_portal.problems import InvalidInput, NotFound
from routing.models import Route
from routing.parity.models import ParityReport
from routing.possible import backend_choices


def reports_of(metric: Metric, a: str, b: str) -> QuerySet[ParityReport]:
    """Every report between two backends, in either order, newest first, without groups and receipts."""
    both = Q(backend_a=a, backend_b=b) | Q(backend_a=b, backend_b=a)
    return metric.parity_reports.filter(both).defer("groups", "sides")


def fresh_report(metric: Metric, a: str, b: str, *, now: datetime) -> ParityReport | None:
    """The newest report between two backends that is not too old to prove anything, of what the metric means
    now. An older one that said otherwise does not count."""
    since = now - timedelta(minutes=settings.PARITY_FRESH_MINUTES)
    return reports_of(metric, a, b).filter(at__gte=since, closure_hash=metric.closure_hash).first()


def history(metric: Metric, *, limit: int) -> list[ParityReport]:
    """The newest reports of a metric, without their groups and SQL; one query."""
    return list(metric.parity_reports.defer("groups", "sides").select_related("metric")[:limit])


def report_by_id(number: int) -> ParityReport:
    """The report; raises NotFound."""
    found = ParityReport.objects.select_related("metric").filter(pk=number).first()
    if found is None:
        raise NotFound(
            f"There is no parity report {number}. Old ones are deleted unless a move stands on them."
        )
    return found


def sides_of(metric_name: str, a: str | None, b: str | None) -> tuple[str, str]:
    """Both backends: the one that answers and its shadow, or the only other one. Raises InvalidInput when the
    other one is to be chosen, UnknownMetric."""
    governed_metric(metric_name)
    route = Route.objects.filter(metric__name=metric_name).first()
    offered = backend_choices(metric_name)
    a = a or (route.backend if route else next(iter(offered), ""))
    others = [name for name in offered if name != a]
    if b is None and route is not None and route.shadow in others:
        b = route.shadow
    if b is None and len(others) != 1:
        raise InvalidInput(
            f"Name the backend to compare {a} with. {metric_name} is also on: {', '.join(others) or 'none'}.",
            field="backend_b",
            value=None,
            choices=others,
        )
    return a, b or others[0]
