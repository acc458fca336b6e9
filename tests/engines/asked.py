"""All that the engines are asked: every demo metric with every source, and its questions. Needs no engine."""

from collections.abc import Mapping

from django.conf import settings

from catalog.contracts import Dictionary, GovernedMetric
from catalog.dictionary.loader import load_dictionary
from catalog.dictionary.types import TypeFamily, families_of
from sqlgen.shape import simple_parts
from tests.engines.questions import Question, questions
from tests.engines.variants import variants


def demo_questions() -> tuple[Mapping[str, GovernedMetric], Mapping[str, list[Question]]]:
    """The metrics by name, and what each is asked."""
    metrics = variants()
    dictionary = load_dictionary(str(settings.BASE_DIR / "data-dictionary"))
    by_day = {name for name, metric in metrics.items() if _keeps_days_only(metric, dictionary)}
    return metrics, questions(metrics, by_day=by_day)


def _keeps_days_only(metric: GovernedMetric, dictionary: Dictionary) -> bool:
    return any(
        families_of(dictionary.tables[source.table].columns[source.time].data_types) == {TypeFamily.DATE}
        for part in simple_parts(metric)
        for source in part.definition.sources
        if source.time and "." not in source.time
    )
