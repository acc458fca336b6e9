"""What a metric can be asked: its dimensions, whether it has a time, whether its values add up."""

from collections.abc import Iterator

from catalog.contracts import GovernedMetric
from catalog.definitions import TIME_DIMENSIONS, Dimension, MetricDefinition, Source
from sqlgen.measures import is_additive, is_linear, zero_when_empty


def simple_parts(metric: GovernedMetric) -> Iterator[GovernedMetric]:
    """The simple metrics beneath a metric, itself when it is one; those that read tables."""
    if metric.definition.type == "simple":
        yield metric
    for name in metric.definition.part_names:
        yield from simple_parts(metric.parts[name])


def has_time(metric: GovernedMetric) -> bool:
    """Whether the metric has a window: every part does. Without one it is a metric of the present state."""
    return all(any(source.time for source in part.definition.sources) for part in simple_parts(metric))


def dimension_names(metric: GovernedMetric) -> tuple[str, ...]:
    """The dimensions that every part offers on at least one source, with `weekday` and `hour` where it has a
    time.
    """
    offered = [_offered(part) for part in simple_parts(metric)]
    common = [name for name in offered[0] if all(name in names for names in offered)]
    return (*common, *(TIME_DIMENSIONS if has_time(metric) else ()))


def definitions_of(metric: GovernedMetric) -> dict[str, MetricDefinition]:
    """The definitions of a metric's parts and of theirs, by name."""
    found: dict[str, MetricDefinition] = {}
    for part in metric.parts.values():
        found |= {part.name: part.definition, **definitions_of(part)}
    return found


def dimension_of(source: Source, name: str) -> Dimension | None:
    return next((dimension for dimension in source.dimensions if dimension.name == name), None)


def own_window(metric: GovernedMetric, backend: str | None) -> str:
    """The window the metric is asked for on a backend when a question names none."""
    definition = metric.definition
    named = (source.window for source in definition.sources if backend in source.backends and source.window)
    return next(named, definition.default.window)


def fill_of(metric: GovernedMetric) -> int | None:
    """The value where there are no rows: 0 for counts and sums, None where nothing can be said (ratios,
    averages).
    """
    definition = metric.definition
    if definition.type == "simple":
        return 0 if all(zero_when_empty(source.measure) for source in definition.sources) else None
    if definition.type == "ratio" or (definition.expression and not is_linear(definition.expression)):
        return None
    return 0 if all(fill_of(metric.parts[name]) == 0 for name in definition.part_names) else None


def adds_up(source: Source) -> bool:
    """Whether daily values of this source may be summed into longer ones."""
    return is_additive(source.measure)


def _offered(part: GovernedMetric) -> dict[str, None]:
    return {dimension.name: None for source in part.definition.sources for dimension in source.dimensions}
