"""Which source of each simple part answers on a backend, and what its time is."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.contracts import Dictionary, GovernedMetric
from catalog.definitions import TIME_DIMENSIONS, Source
from catalog.dictionary.paths import ColumnPath, find_time
from sqlgen.compiler.types import Family, family_of
from sqlgen.contracts import Dialect
from sqlgen.shape import dimension_of, simple_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSource:
    """A simple metric's source on one backend. `time` is None for one that tells the present state."""

    part: str
    backend: str
    dialect: Dialect
    source: Source
    time: ColumnPath | None

    @property
    def family(self) -> Family | None:
        return family_of(self.time.column, self.dialect) if self.time else None

    @property
    def measure(self) -> str:
        """The measure as the backend's dialect has it."""
        return self.source.overrides.get(self.dialect, self.source.measure)


def sources_of(
    metric: GovernedMetric,
    *,
    backend: str,
    dialect: Dialect,
    dimensions: tuple[str, ...],
    dictionary: Dictionary,
) -> tuple[PartSource, ...]:
    """One source for each simple part, in the order of the parts; the compiler chooses the same ones."""
    found = {part.name: _chosen(part, backend, dimensions) for part in simple_parts(metric)}
    return tuple(
        PartSource(
            part=name,
            backend=backend,
            dialect=dialect,
            source=source,
            time=find_time(dictionary, source) if source.time else None,
        )
        for name, source in found.items()
    )


def common_dimensions(metric: GovernedMetric, a: str, b: str) -> tuple[str, ...]:
    """The dimensions every part has on both backends, in the order of the first part's source."""
    offers = [
        {dimension.name for source in _on(part, backend) for dimension in source.dimensions}
        for part in simple_parts(metric)
        for backend in (a, b)
    ]
    first = next(simple_parts(metric))
    named = [dimension.name for source in _on(first, a) for dimension in source.dimensions]
    return tuple(name for name in dict.fromkeys(named) if all(name in offer for offer in offers))


def dimensions_missing(metric: GovernedMetric, backend: str, dimensions: tuple[str, ...]) -> tuple[str, ...]:
    """The dimensions that some part cannot be cut by on the backend; a time's weekday and hour are none of a
    source's."""
    return tuple(
        name
        for name in dimensions
        if name not in TIME_DIMENSIONS
        and not all(
            any(dimension_of(source, name) for source in _on(part, backend)) for part in simple_parts(metric)
        )
    )


def _on(part: GovernedMetric, backend: str) -> Iterator[Source]:
    return (source for source in part.definition.sources if backend in source.backends)


def _chosen(part: GovernedMetric, backend: str, dimensions: tuple[str, ...]) -> Source:
    offered = list(_on(part, backend))

    def fits(source: Source) -> tuple[bool, bool]:
        named = [name for name in dimensions if name not in TIME_DIMENSIONS]
        return all(dimension_of(source, name) for name in named), source.time is not None

    return max(offered, key=fits)  # the first of the best
