"""What the compiler writes for an atom is faithful: nothing it says is beyond what the check can follow."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from catalog.contracts import GovernedMetric
from sqlgen.compiler import compile_intent
from sqlgen.contracts import Dialect, Grain
from sqlgen.errors import IntentRefused, NoSource
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.shape import dimension_names, has_time, simple_parts
from sqlgen.tests import example
from sqlgen.tests.asking import intent_of
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


def test_a_definition_that_cannot_be_followed_is_told_as_a_refusal() -> None:
    metric = example.simple(measure="SUM(POWER(satisfaction, 2))")
    question = Question(
        metric=metric,
        intent=intent_of(metric, window="mtd"),
        dictionary=example.dictionary(),
        backend="lake",
        dialect="duckdb",
    )

    with pytest.raises(UnfaithfulSql, match="its definition cannot be followed: POWER"):
        question.check(_compiled(question))


def test_a_wide_decimal_of_databricks_is_divided_as_a_double_only() -> None:
    wide = replace(example.dictionary().tables["l3.ev_claim"].columns["cost"], data_types=("decimal(38,18)",))
    question = ask("example", "cost_each", backend="lake", dialect="databricks", asked={"window": "mtd"})
    table = question.dictionary.tables["l3.ev_claim"]
    tables = {
        **question.dictionary.tables,
        table.key: replace(table, columns={**table.columns, "cost": wide}),
    }
    there = replace(question, dictionary=replace(question.dictionary, tables=tables))
    as_double = _compiled(there)
    assert "CAST(SUM(`ev_claim`.`cost`) AS DOUBLE)" in as_double
    as_decimal = as_double.replace("CAST(SUM(`ev_claim`.`cost`) AS DOUBLE)", "SUM(`ev_claim`.`cost`)")

    there.check(as_double)
    question.check(as_decimal)  # twelve digits, two of them behind the point, leave enough
    with pytest.raises(UnfaithfulSql, match="The value must be"):
        there.check(as_decimal)


def _backends(metric: GovernedMetric) -> set[str]:
    """The backends on which every part has a source."""
    offered = [
        {backend for source in part.definition.sources for backend in source.backends}
        for part in simple_parts(metric)
    ]
    return set.intersection(*offered)
