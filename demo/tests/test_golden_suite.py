"""The demo's golden questions: the compiler agrees with people's own SQL, a model that obeys answers every one,
and the rules interpreter is as good as the docs say."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from demo.places import Places
from demo.tests.golden import failures, portal_on, put
from sqlgen.models import EvaluationRun, GenerationBudget, GenerationLog
from tests.emulators.bedrock import BedrockServer, writes
from tests.emulators.obedient_model import sql_for
from widgets.evaluation.suites import load

# Measured; a change of the rules or of the questions may raise it.
RULES_RIGHT = 75


@pytest.fixture
def portal(db: None, places: Places, settings: Any) -> Iterator[None]:
    with portal_on(places, settings):
        yield


def test_the_suite_covers_what_can_be_asked() -> None:
    cases = load("demo").cases
    intents = [case.intent for case in cases if case.intent]
    operators = {given.op.value for intent in intents for given in intent.filters}

    assert len(cases) >= 60
    assert sum(bool(case.reference_sql) for case in cases) >= 25
    assert sum(bool(case.refused) for case in cases) >= 8
    assert sum(bool(case.refused_by_models) for case in cases) >= 2
    assert {intent.grain for intent in intents} >= {None, "day", "week", "month", "quarter"}
    assert {intent.compare for intent in intents} == {None, "previous_period", "previous_year"}
    assert operators >= {"in", "not_in", "is_null", "starts_with", "contains", "lt"}
    assert any(intent.totals for intent in intents)
    assert any(intent.limit for intent in intents)
    assert any(len(given.values) > 1 for intent in intents for given in intent.filters)


@pytest.mark.usefixtures("portal")
def test_the_compiler_agrees_with_what_people_wrote_by_hand() -> None:
    run, summary, scored = put("compiled")

    assert failures(scored) == {}
    assert summary.accuracy == 1.0
    assert run.skipped == len(load("demo").cases) - summary.attempts
    assert [one.case.id for one in scored if one.attempt.verdict == "correct" and not one.attempt.got] == []


@pytest.mark.usefixtures("portal")
def test_the_rules_are_as_good_as_measured() -> None:
    _, summary, scored = put("rules")

    assert summary.correct >= RULES_RIGHT, failures(scored)
    assert summary.expected_refusals == 1.0
    assert Counter(one.attempt.verdict.value for one in scored)["not_refused"] == 0


@pytest.mark.usefixtures("portal")
def test_a_model_that_does_as_it_is_told_answers_every_question(bedrock: BedrockServer) -> None:
    bedrock.replies_with(lambda asked: writes(*sql_for(asked.question)))

    run, summary, scored = put("bedrock")

    assert failures(scored) == {}
    assert summary.accuracy == summary.expected_refusals == 1.0
    assert summary.false_refusals == 0.0
    assert summary.tokens == sum(_tokens(call) for call in GenerationLog.objects.all()) > 0
    assert EvaluationRun.objects.get() == run
    assert run.cases.count() == len(load("demo").cases)
    assert not GenerationBudget.objects.exists()


def _tokens(call: GenerationLog) -> int:
    return call.input_tokens + call.output_tokens + call.cache_read_tokens + call.cache_write_tokens
