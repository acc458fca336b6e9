"""Which backends can answer a metric here, and whose SQL."""

from collections.abc import Mapping

from catalog.definitions import MetricDefinition
from catalog.findings import suggestion
from catalog.offering import backends_of
from catalog.selectors import definitions_in_force
from metrics_portal.problems import InvalidInput
from routing.backends import configured

NOT_FOR_MODELS = "models write no SQL for a cumulative metric, or one made of it"


def check_backend(metric_name: str, backend: str, *, field: str = "backend") -> None:
    """Raises InvalidInput unless the backend is configured and has a source for the metric."""
    valid = backend_choices(metric_name)
    if backend not in valid:
        why = "" if backend in configured() else ": no backend of that name is configured here"
        raise InvalidInput(
            f"{metric_name} cannot be answered by {backend}{why}. {suggestion(backend, valid)}".strip(),
            field=field,
            value=backend,
            choices=list(valid),
        )


def backend_choices(metric_name: str) -> tuple[str, ...]:
    """The configured backends that have a source for the metric."""
    return choices_among(definitions_in_force(), metric_name)


def choices_among(definitions: Mapping[str, MetricDefinition], metric_name: str) -> tuple[str, ...]:
    """The same from definitions that are read already: no query."""
    if metric_name not in definitions:
        return ()
    return tuple(name for name in backends_of(definitions[metric_name], definitions) if name in configured())


def check_generation(metric_name: str, generation: str) -> None:
    """Raises InvalidInput where a model is to write the SQL of a metric that models write none for."""
    if generation != "compiled" and is_cumulative(metric_name, definitions_in_force()):
        raise InvalidInput(
            f"{metric_name} cannot have generation: {generation}, since {NOT_FOR_MODELS}. Choose compiled.",
            field="generation",
            value=generation,
            choices=["compiled"],
        )


def is_cumulative(metric_name: str, definitions: Mapping[str, MetricDefinition]) -> bool:
    """Whether the metric, or one that it is made of, is cumulative."""
    definition = definitions.get(metric_name)
    if definition is None:
        return False
    return definition.type == "cumulative" or any(
        is_cumulative(part, definitions) for part in definition.part_names
    )
