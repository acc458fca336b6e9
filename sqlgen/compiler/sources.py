"""Which source of a simple metric answers on a backend."""

from catalog.contracts import GovernedMetric
from catalog.definitions import TIME_DIMENSIONS, Source
from catalog.findings import nearest
from sqlgen.compiler.context import Ask
from sqlgen.errors import IntentRefused, NoSource
from sqlgen.shape import dimension_of


def choose_source(metric: GovernedMetric, ask: Ask, backend: str) -> Source:
    """The first source on the backend that has every dimension asked for.

    Raises NoSource when the backend has none at all, IntentRefused when none has those dimensions.
    """
    offered = [source for source in metric.definition.sources if backend in source.backends]
    if not offered:
        known = sorted({name for source in metric.definition.sources for name in source.backends})
        raise NoSource(
            f"{metric.name} has no source on {backend}. It has one on: {', '.join(known)}.",
            metric=metric.name,
            backend=backend,
        )
    wanted = _wanted(ask)
    for source in offered:
        if all(dimension_of(source, name) for name in wanted) and (source.time or ask.window is None):
            return source
    raise _refused(metric, offered, wanted, backend)


def _wanted(ask: Ask) -> tuple[str, ...]:
    names = (*ask.dimensions, *(given.dimension for given in ask.filters))
    return tuple(name for name in dict.fromkeys(names) if name not in TIME_DIMENSIONS)


def _refused(
    metric: GovernedMetric, offered: list[Source], wanted: tuple[str, ...], backend: str
) -> IntentRefused:
    best = max(offered, key=lambda source: sum(bool(dimension_of(source, name)) for name in wanted))
    missing = [name for name in wanted if not dimension_of(best, name)]
    choices = [dimension.name for dimension in best.dimensions]
    if not missing:
        return IntentRefused(
            f"On {backend}, {metric.name} has no time: it takes no window.", field="window", value=metric.name
        )
    listed = f"It can by: {', '.join(choices)}." if choices else "Its source there has no dimension."
    return IntentRefused(
        f"On {backend}, {metric.name} cannot be cut by {', '.join(missing)}. {listed}",
        field="dimensions",
        value=missing[0],
        choices=choices,
        nearest=nearest(missing[0], choices),
    )
