"""Reads across parity reports."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from catalog.models import Metric
from catalog.selectors import governed_metric
from metrics_portal.problems import InvalidInput, NotFound
from routing.models import Route
from routing.parity.contracts import Verdict
from routing.parity.models import ParityReport
from routing.parity.windows import closed_default
from routing.possible import backend_choices
from sqlgen.contracts import Grain, Window
from sqlgen.windows import resolve_window

_LOOKED_THROUGH = 20


def reports_between(sides: Mapping[tuple[str, str], Collection[int]]) -> QuerySet[ParityReport]:
    """Every report between two backends, in either order, newest first, without groups and receipts; the ids of the
    metrics are given by the two backends. One query."""
    either = Q(pk__in=())
    for (a, b), metrics in sides.items():
        either |= Q(metric__in=metrics) & (Q(backend_a=a, backend_b=b) | Q(backend_a=b, backend_b=a))
    return ParityReport.objects.filter(either).defer("groups", "sides")


def fresh_since(now: datetime) -> datetime:
    """What was found before proves nothing any more."""
    return now - timedelta(minutes=settings.PARITY_FRESH_MINUTES)


def telling_report(reports: Iterable[ParityReport], window: str) -> ParityReport | None:
    """The one of a metric's fresh reports, newest first, that speaks for two backends; `window` is the form of the
    metric's own. An older one that said otherwise does not count. One that found a part of the own window equal
    says little: any other goes before it. A difference stands until as much detail is found equal."""
    found = list(islice(reports, _LOOKED_THROUGH))
    telling = [one for one in found if one.verdict != Verdict.EQUAL or covers_own_window(one, window)]
    if not telling or telling[0].verdict != Verdict.EQUAL:
        return next(iter(telling or found), None)
    unanswered = (
        report
        for report in telling
        if report.verdict == Verdict.DIFFERENT and not _as_fine(telling[0], report)
    )
    return next(unanswered, telling[0])


def _as_fine(report: ParityReport, other: ParityReport) -> bool:
    """Whether a report looked at groups at least as small as another one's."""
    return set(report.dimensions) >= set(other.dimensions) and _coarseness(report) <= _coarseness(other)


def _coarseness(report: ParityReport) -> int:
    grains = list(Grain)
    return grains.index(Grain(report.grain)) if report.grain else len(grains)


def own_window(report: ParityReport, window: str) -> Window:
    """What a tile of the report's metric shows unless told otherwise, as far as it was over when they were compared."""
    zone = ZoneInfo(settings.TIME_ZONE)
    closed, _ = closed_default(window, now=report.at, zone=zone)
    return resolve_window(closed, now=report.at, zone=zone)


def covers_own_window(report: ParityReport, window: str) -> bool:
    """Whether the report is about all of it; a metric of the present state has none."""
    if report.window_start is None or report.window_end is None:
        return True
    own = own_window(report, window)
    return report.window_start <= own.start and report.window_end >= own.end


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
