"""What a metric offers on which backend. What is made of parts offers what all of its parts offer."""

from collections.abc import Mapping

from catalog.definitions import Dimension, MetricDefinition

Known = Mapping[str, MetricDefinition]


def backends_of(definition: MetricDefinition, known: Known) -> tuple[str, ...]:
    """The backends that can answer the metric, by name; `known` holds its parts."""
    if definition.type == "simple":
        return tuple(sorted({backend for source in definition.sources for backend in source.backends}))
    parts = [set(backends_of(known[name], known)) for name in definition.part_names]
    return tuple(sorted(set.intersection(*parts))) if parts else ()


def dimensions_on(definition: MetricDefinition, backend: str, known: Known) -> tuple[Dimension, ...]:
    """The dimensions the metric has on a backend, in the order of its first part's source."""
    if definition.type == "simple":
        return next((source.dimensions for source in definition.sources if backend in source.backends), ())
    offers = [dimensions_on(known[name], backend, known) for name in definition.part_names]
    if not offers:
        return ()
    common = set.intersection(*({dimension.name for dimension in offer} for offer in offers))
    return tuple(dimension for dimension in offers[0] if dimension.name in common)


def has_time(definition: MetricDefinition, known: Known) -> bool:
    """Whether the metric can be asked for a window; without a time it tells of the present state."""
    if definition.type == "simple":
        return any(source.time for source in definition.sources)
    return all(has_time(known[name], known) for name in definition.part_names)
