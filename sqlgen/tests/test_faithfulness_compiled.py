"""What the compiler writes for an atom is faithful: nothing it says is beyond what the check can follow."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from catalog.contracts import GovernedMetric
from sqlgen.compiler import compile_intent
from sqlgen.contracts import Dialect, Grain
from sqlgen.errors import IntentRefused, NoSource
from sqlgen.shape import dimension_names, has_time, simple_parts
from sqlgen.tests.faithfulness_world import DIALECTS, Question, ask, demo
from sqlgen.tests.questions import METRICS, questions

CUMULATIVE = ("claims_28d", "cost_mtd", "customers_7d")
PROPERTY = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
ATOMS = tuple(name for name, metric in demo().metrics.items() if metric.definition.type != "cumulative")


def _compiled(question: Question) -> str:
    return compile_intent(
        question.intent,
        question.metric,
        backend=question.backend,
        dialect=question.dialect,
        dictionary=question.dictionary,
        zone=question.zone,
    ).sql


@pytest.mark.parametrize("dialect", DIALECTS)
@PROPERTY
@given(asked=questions(tuple(name for name in METRICS if name not in CUMULATIVE)))
def test_what_the_compiler_writes_of_the_example_is_faithful(dialect: Dialect, asked: dict[str, Any]) -> None:
    atom = {
        **asked,
        "compare": None,
        "totals": False,
        "limit": None if asked["grain"] else asked.get("limit"),
    }
    metric = atom.pop("metric")
    question = ask("example", metric, backend="lake", dialect=dialect, asked=atom)

    question.check(_compiled(question))


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", ATOMS)
def test_what_the_compiler_writes_of_the_demo_is_faithful(name: str, dialect: Dialect) -> None:
    metric, asked = demo().metrics[name], 0
    for grain in (None, *Grain) if has_time(metric) else (None,):
        for dimension in (None, *dimension_names(metric)):
            dimensions = [dimension] if dimension else []
            atom = {"grain": grain, "dimensions": dimensions}
            question = ask("demo", name, backend=dialect, dialect=dialect, asked=atom)
            try:
                sql = _compiled(question)
            except (IntentRefused, NoSource):
                continue  # no source there, or its dates have no hour
            question.check(sql)
            asked += 1

    assert asked or dialect not in _backends(metric)


def _backends(metric: GovernedMetric) -> set[str]:
    """The backends on which every part has a source."""
    offered = [
        {backend for source in part.definition.sources for backend in source.backends}
        for part in simple_parts(metric)
    ]
    return set.intersection(*offered)
