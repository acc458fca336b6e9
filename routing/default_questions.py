"""Does every metric's own question, its default window on its route, become SQL that may run? No engine is asked."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

from catalog.contracts import Dictionary, GovernedMetric
from catalog.selectors import dictionary
from metrics_portal.problems import PortalProblem
from routing.backends.registry import ENGINES
from sqlgen.compiler import compile_intent
from sqlgen.contracts import Dialect
from sqlgen.guard import Policy, check
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent


def default_question_findings(
    routed: Iterable[tuple[GovernedMetric, str]], *, now: datetime
) -> Iterator[CheckMessage]:
    """Findings for metrics and the configured backends they are routed to; the dictionary is read once."""
    try:
        words = dictionary()
    except (PortalProblem, ImproperlyConfigured) as problem:
        yield Error(
            f"The data dictionary cannot be used: {problem}",
            hint="Run manage.py validate_dictionary.",
            id="routing.E009",
        )
        return
    for metric, backend in routed:
        dialect = ENGINES[str(settings.SQL_BACKENDS[backend]["engine"])].dialect
        try:
            _ask(metric, backend, dialect, words, now)
        except PortalProblem as problem:
            yield Error(
                f"The metric {metric.name} cannot be asked on {backend}: {problem.detail}",
                hint=f"Change its definition, or route it elsewhere in {settings.ROUTING_FILE}.",
                id="routing.E008",
            )


def _ask(metric: GovernedMetric, backend: str, dialect: Dialect, words: Dictionary, now: datetime) -> None:
    zone = ZoneInfo(settings.TIME_ZONE)
    intent = resolve_intent(IntentSpec(metric=metric.name), metric, now=now, zone=zone, backend=backend)
    compiled = compile_intent(intent, metric, backend=backend, dialect=dialect, dictionary=words, zone=zone)
    check(compiled.sql, dialect=dialect, policy=Policy.from_dictionary(words, dialect=dialect, row_cap=1))
