"""Can a model write the SQL of every route that wants it to?"""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

from catalog.definitions import MetricDefinition
from routing.models import Route
from routing.possible import NOT_FOR_MODELS, is_cumulative
from sqlgen.models_llm import registry


def generation_findings(
    definitions: Mapping[str, MetricDefinition], routes: Mapping[str, Route]
) -> Iterator[CheckMessage]:
    """An error for each route whose metric models write no SQL for; a warning where no model is configured.

    It is a warning because SQL that is pinned runs without a model; new questions get none.
    """
    wanted = {
        name: row.generation
        for name, row in sorted(routes.items())
        if row.generation != "compiled" and name in definitions
    }
    for name, generation in wanted.items():
        if is_cumulative(name, definitions):
            yield Error(
                f"The route of {name} has generation: {generation}, and {NOT_FOR_MODELS}.",
                hint=f"Set generation: compiled in its line of {settings.ROUTING_FILE}.",
                id="routing.E010",
            )
    if wanted and not registry.configured():
        yield Warning(
            f"A model is to write the SQL of {', '.join(wanted)}, and none is configured. Only SQL that is pinned "
            "already can answer.",
            hint=f"Set {' and '.join(registry.missing_settings()) or 'SQL_MODEL_PROVIDER'} (docs/sql-generator.md), "
            "or generation: compiled.",
            id="routing.W010",
        )
