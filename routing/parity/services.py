"""Comparisons made and kept."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from accounts.models import User
from accounts.services import record_event
from catalog.models import Metric
from catalog.selectors import governed_metric
from metrics_portal import correlation
from metrics_portal.problems import InvalidInput, PortalProblem
from routing.backends.registry import label_of
from routing.parity.compare import compare
from routing.parity.contracts import Verdict
from routing.parity.models import ParityReport, Trigger
from routing.parity.selectors import sides_of
from routing.parity.stored import KEPT_GROUPS, KEPT_ON_SCHEDULE, fields_of
from routing.possible import check_backend
from sqlgen.contracts import Grain

_EACH_SECONDS = 20.0
_LATER = "{} was not compared: those before it took their time. Choose it again."


def run_parity(
    *,
    metric_name: str,
    backend_a: str,
    backend_b: str,
    now: datetime,
    actor: User | None,
    trigger: Trigger,
    window: str | None = None,
    dimensions: Sequence[str] | None = None,
    grain: Grain | None = None,
) -> ParityReport:
    """Compare a metric on two backends and keep the report; see `routing.parity.compare.compare`.

    A comparison on schedule runs only where a slot is free at once. Raises UnknownMetric, InvalidInput (a
    backend without a source, twice the same, a window that is not over) and BackendError.
    """
    metric = governed_metric(metric_name)
    for backend, field in ((backend_a, "backend_a"), (backend_b, "backend_b")):
        check_backend(metric_name, backend, field=field)
    if backend_a == backend_b:
        raise InvalidInput(
            f"{backend_a} is both sides. Name two backends.", field="backend_b", value=backend_b
        )
    found = compare(
        metric,
        backend_a,
        backend_b,
        now=now,
        window=window,
        dimensions=dimensions,
        grain=grain,
        slot_wait_seconds=0.0 if trigger is Trigger.SHADOW else None,
    )
    kept = KEPT_ON_SCHEDULE if trigger is Trigger.SHADOW else KEPT_GROUPS
    return _keep(fields_of(found, kept_groups=kept), metric_name, actor, trigger, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One of several comparisons, in a sentence; `report` is None where it could not be made."""

    words: str
    report: ParityReport | None

    @property
    def equal(self) -> bool:
        return self.report is not None and self.report.verdict == Verdict.EQUAL


def compare_each(
    *, metric_names: Iterable[str], actor: User, now: datetime, seconds: float = _EACH_SECONDS
) -> tuple[Compared, ...]:
    """Compare each routed metric with its shadow, or the only other backend; one that cannot be compared does
    not keep the others from it. After so many `seconds` no further one is begun, which is told of each: somebody
    waits for the page."""
    until = time.monotonic() + seconds
    return tuple(
        _compared(name, actor, now)
        if time.monotonic() < until
        else Compared(words=_LATER.format(name), report=None)
        for name in metric_names
    )


def _compared(name: str, actor: User, now: datetime) -> Compared:
    try:
        a, b = sides_of(name, None, None)
        report = run_parity(
            metric_name=name, backend_a=a, backend_b=b, now=now, actor=actor, trigger=Trigger.MANUAL
        )
    except PortalProblem as problem:
        return Compared(words=f"{name} was not compared: {problem.detail}", report=None)
    return Compared(
        words=f"{name}, {label_of(a)} and {label_of(b)}: {report.get_verdict_display()}.", report=report
    )


@transaction.atomic
def _keep(
    members: dict[str, object], metric_name: str, actor: User | None, trigger: Trigger, now: datetime
) -> ParityReport:
    report = ParityReport.objects.create(
        metric=Metric.objects.get(name=metric_name),
        trigger=trigger,
        actor=actor,
        actor_name=actor.as_viewer().name if actor else "the portal",
        at=now,
        correlation_id=correlation.current(),
        **members,
    )
    if trigger is not Trigger.SHADOW:  # the reports themselves are the record of a schedule
        record_event(
            actor=actor,
            action="routing.parity.compared",
            subject=metric_name,
            details={"report": report.pk, "backends": list(report.backends), "verdict": report.verdict},
        )
    return report


def purge_reports(*, now: datetime) -> int:
    """Delete reports older than settings.PARITY_KEPT_DAYS that no move or request stands on; gives how many."""
    outdated = ParityReport.objects.filter(
        at__lt=now - timedelta(days=settings.PARITY_KEPT_DAYS), route_changes=None, flip_requests=None
    )
    return outdated.delete()[0]
