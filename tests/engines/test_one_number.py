"""One metric, three engines, the same number: every demo metric, over the edges of calendars, clocks and names."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from catalog.contracts import GovernedMetric
from catalog.dictionary.types import TypeFamily, families_of
from sqlgen.shape import simple_parts
from tests.engines.comparing import differences
from tests.engines.questions import Question, questions_for
from tests.engines.variants import ENGINES, variants
from tests.engines.world import World

METRICS = variants()
_AT_ONCE = 3  # Spark waits for itself now and then; two cores have no more to give


@pytest.mark.parametrize("name", METRICS)
def test_three_engines_give_the_same_rows(name: str, demo: World) -> None:
    metric = METRICS[name]
    asked = list(questions_for(metric, by_day=_kept_by_day(metric, demo)))

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(pool.map(lambda question: _told(demo, metric, question), asked))

    assert [told for told in found if told] == []


def _told(demo: World, metric: GovernedMetric, question: Question) -> str:
    intent = demo.intent(metric, question.zone, question.asked)
    queries = {name: demo.compiled(metric, intent, name, question.zone) for name in ENGINES}
    told = differences({name: demo.aligned(intent, query, name) for name, query in queries.items()})
    demo.compared.append(metric.name)
    sql = "\n".join(query.sql for query in queries.values())
    return f"{question.zone.key} {question.asked}: {'; '.join(told)}\n{sql}" if told else ""


def _kept_by_day(metric: GovernedMetric, demo: World) -> bool:
    return any(
        families_of(demo.dictionary.tables[source.table].columns[source.time].data_types) == {TypeFamily.DATE}
        for part in simple_parts(metric)
        for source in part.definition.sources
        if source.time and "." not in source.time
    )
