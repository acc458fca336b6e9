"""A language model on loopback that writes well: it answers each question with SQL that computes it."""

from datetime import datetime
from typing import Any

from catalog.models import Metric
from catalog.selectors import dictionary, governed_metric
from routing.contracts import Route
from routing.models import Route as RouteRow
from sqlgen.generation.contracts import AtomQuestion
from sqlgen.generation.shape import questions_of
from sqlgen.intent import IntentSpec
from sqlgen.models_llm.prompt import build_request
from sqlgen.tests.writing import written
from tests.emulators.bedrock import Answer, Asked, BedrockServer, Script, writes
from tests.emulators.obedient_model import sql_for
from widgets.contracts import Overrides
from widgets.plan import ask
from widgets.selectors import question_of_metric
from widgets.written import place_of

EXPLANATION = "Sales of the window, added up."


def route(metric: str, backend: str = "lake", *, generation: str = "model", trust: str = "reviewed") -> None:
    """Have a model write the SQL of a metric's route."""
    RouteRow.objects.update_or_create(
        metric=Metric.objects.get(name=metric),
        defaults={"backend": backend, "generation": generation, "trust": trust},
    )


def atoms(metric: str, *, now: datetime, **members: Any) -> tuple[AtomQuestion, ...]:
    """What a model is asked for a question on the metric's route."""
    question = question_of_metric(IntentSpec(metric=metric, **members))
    assert isinstance(question.route, Route)
    asked = ask(question, now=now, overrides=Overrides())
    return questions_of(asked.intent, governed_metric(metric), place_of(question.route, dictionary()))


def writes_well(bedrock: BedrockServer, metric: str, *, now: datetime, **members: Any) -> None:
    """From now on the model answers every atom of this question, told with a note or without."""
    bedrock.replies_with(script_of(metric, now=now, **members))


def script_of(metric: str, *, now: datetime, **members: Any) -> Script:
    """To any other question it gives the SQL of the first atom."""
    known = {_told(one): written(one) for one in atoms(metric, now=now, **members)}

    def script(asked: Asked) -> Answer:
        fitting = (sql for told, sql in known.items() if told in asked.question)
        return writes(next(fitting, next(iter(known.values()))), explanation=EXPLANATION)

    return script


def obeying(asked: Asked) -> Answer:
    """What a model writes that puts together what its prompt says, whatever is asked."""
    return writes(*sql_for(asked.question), explanation=EXPLANATION)


def _told(question: AtomQuestion) -> str:
    place = question.place
    request = build_request(
        question.intent,
        question.metric,
        dictionary=place.dictionary,
        backend=place.backend,
        dialect=place.dialect,
        zone=place.zone,
    )
    return request.question
