"""What a model's SQL answers beside what the compiled SQL answers, on the same engine, for who is to approve it."""

from datetime import datetime, timedelta

from django.db.models import Q

from accounts.contracts import RowPolicy
from catalog.contracts import GovernedMetric
from catalog.selectors import dictionary, governed
from metrics_portal.problems import PortalProblem
from routing import backends
from routing.contracts import Backend, ResultSet
from sqlgen import guard
from sqlgen.contracts import CompiledQuery, Intent
from sqlgen.generation.contracts import Place
from sqlgen.generation.results import ResultComparison, Tolerance, compare_rows
from sqlgen.generation.shape import intent_from
from sqlgen.models import LIVE, PinnedSql
from widgets.written import compiled, composed, place_at

_A_ROUND = 20


def compare_pin(pin: PinnedSql) -> ResultComparison:
    """Run a pinned text and the compiled SQL of the same question, on every row, and keep how they differ."""
    found = _compared(pin)
    PinnedSql.objects.filter(pk=pin.pk).update(comparison=found.plain())
    return found


def compare_new(*, now: datetime) -> int:
    """Compare what could not be compared when it was written, for a day; gives how many."""
    young = PinnedSql.objects.filter(status__in=LIVE, written_at__gte=now - timedelta(days=1))
    waiting = young.filter(Q(comparison__isnull=True) | Q(comparison__verdict="not compared"))
    pins = waiting.select_related("metric")[:_A_ROUND]
    for pin in pins:
        compare_pin(pin)
    return len(pins)


def answers_beside(
    query: CompiledQuery,
    intent: Intent,
    metric: GovernedMetric,
    place: Place,
    row_policy: RowPolicy,
    backend: Backend,
) -> tuple[ResultSet, ResultComparison]:
    """What a statement answers under a row policy, and how that differs from the compiled SQL's answer. `backend` is
    the place's, as it answers whoever is to see this.

    Raises BackendError where the statement itself gets no answer.
    """
    written = _answer(query, place, row_policy, backend)
    try:
        by_compiler = _answer(compiled(intent, metric, place), place, row_policy, backend)
    except PortalProblem as failure:
        return written, _not_compared(failure.detail)
    parity = metric.definition.parity
    tolerance = Tolerance(relative=parity.relative_tolerance, absolute=parity.absolute_tolerance)
    return written, compare_rows(query.columns, by_compiler.rows, written.rows, tolerance)


def _compared(pin: PinnedSql) -> ResultComparison:
    if pin.metric.closure_hash != pin.closure_hash:
        return _not_compared("The metric's definition changed after the SQL was written.")
    if pin.backend not in backends.configured():
        return _not_compared(f"{pin.backend} is not configured here any more.")
    metric, place = governed(pin.metric), place_at(pin.backend, dictionary())
    intent = intent_from(pin.intent, place.zone)
    try:
        query = composed(intent, metric, place, [pin])
        as_the_portal = backends.get(place.backend)
        return answers_beside(query, intent, metric, place, RowPolicy(), as_the_portal)[1]
    except PortalProblem as failure:
        return _not_compared(failure.detail)


def _not_compared(words: str) -> ResultComparison:
    return ResultComparison(verdict="not compared", words=words)


def _answer(query: CompiledQuery, place: Place, row_policy: RowPolicy, backend: Backend) -> ResultSet:
    guarded = guard.check(query.sql, dialect=place.dialect, policy=place.policy(row_policy))
    return backend.execute(guarded)
