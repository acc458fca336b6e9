"""One metric, three engines, the same number: every demo metric, over the edges of calendars, clocks and names."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings

from catalog.contracts import GovernedMetric
from tests.engines.asked import demo_questions
from tests.engines.comparing import differences
from tests.engines.made_up import made_up
from tests.engines.questions import Question
from tests.engines.variants import ENGINES
from tests.engines.world import World

METRICS, ASKED = demo_questions()
_AT_ONCE = 3  # Spark waits for itself now and then; two cores have no more to give


@pytest.mark.parametrize("name", METRICS)
def test_three_engines_give_the_same_rows(name: str, demo: World) -> None:
    metric = METRICS[name]

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(pool.map(lambda question: _told(demo, metric, question), ASKED[name]))

    assert [told for told in found if told] == []


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(made=made_up(METRICS, ASKED))
def test_questions_nobody_thought_of_have_one_answer(made: tuple[str, Question], demo: World) -> None:
    name, question = made

    assert _told(demo, METRICS[name], question) == ""


def _told(demo: World, metric: GovernedMetric, question: Question) -> str:
    intent = demo.intent(metric, question.zone, question.asked)
    queries = {name: demo.compiled(metric, intent, name, question.zone) for name in ENGINES}
    told = differences({name: demo.aligned(intent, query, name) for name, query in queries.items()})
    demo.compared.append(metric.name)
    sql = "\n".join(query.sql for query in queries.values())
    return f"{question.zone.key} {question.asked}: {'; '.join(told)}\n{sql}" if told else ""
