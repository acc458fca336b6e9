"""What a metric can be cut by: all that the catalog allows, and where not every engine of the metric can do it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from catalog.contracts import Dictionary, GovernedMetric
from catalog.definitions import TIME_DIMENSIONS
from catalog.offering import backends_of, dimensions_on
from metrics_portal.problems import PortalProblem
from routing.backends import registry
from sqlgen.compiler import compile_intent
from sqlgen.compiler.columns import dimension_label
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent
from sqlgen.shape import definitions_of, dimension_names


@dataclass(frozen=True, slots=True)
class Cut:
    """A dimension by the name people know it by; `only` names the engines that have it, where others have not."""

    label: str
    only: str


def cuts_of(
    metric: GovernedMetric, dictionary: Dictionary, *, now: datetime, zone: ZoneInfo
) -> tuple[Cut, ...]:
    definitions = definitions_of(metric)
    backends = [name for name in backends_of(metric.definition, definitions) if name in registry.configured()]
    able = {
        backend: {
            *(each.name for each in dimensions_on(metric.definition, backend, definitions)),
            *_time_dimensions(metric, backend, dictionary, now, zone),
        }
        for backend in backends
    }
    return tuple(
        Cut(dimension_label(metric, name), _only([each for each in backends if name in able[each]], backends))
        for name in dimension_names(metric)
        if any(name in names for names in able.values())
    )


def _only(having: list[str], backends: list[str]) -> str:
    return "" if having == backends else ", ".join(registry.label_of(name) for name in having)


def _time_dimensions(
    metric: GovernedMetric, backend: str, dictionary: Dictionary, now: datetime, zone: ZoneInfo
) -> Iterator[str]:
    """Those the compiler makes of the metric's time there: what is kept by day has no hour."""
    for name in TIME_DIMENSIONS:
        try:
            spec = IntentSpec(metric=metric.name, dimensions=(name,))
            intent = resolve_intent(spec, metric, now=now, zone=zone, backend=backend)
            compile_intent(
                intent,
                metric,
                backend=backend,
                dialect=registry.engine_of(backend).dialect,
                dictionary=dictionary,
                zone=zone,
            )
        except PortalProblem:
            continue
        yield name
