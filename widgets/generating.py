"""SQL from a model for whoever asks on purpose: written, checked, pinned, and shown beside the compiled SQL."""

from dataclasses import dataclass, replace
from datetime import datetime

from accounts.contracts import Reader, Viewer
from accounts.models import User
from catalog.selectors import governed_metric
from routing.contracts import NoRoute, ResultSet
from sqlgen import guard
from sqlgen.contracts import CompiledQuery
from sqlgen.generation import selectors
from sqlgen.generation.asking import Asking
from sqlgen.generation.compose import compose
from sqlgen.generation.contracts import AtomQuestion, Place
from sqlgen.generation.errors import AlreadyPinned
from sqlgen.generation.pinning import pinned_or_written, rehearsed
from sqlgen.generation.results import ResultComparison
from sqlgen.generation.shape import check_writable, intent_from, questions_of
from sqlgen.intent import IntentSpec
from sqlgen.models import GenerationLog, PinnedSql
from widgets.comparing import answers_beside, compare_pin
from widgets.contracts import Overrides
from widgets.engine import backend_of
from widgets.plan import Plan, ask, compiled_for, plan
from widgets.selectors import question_of_metric
from widgets.writing import compare_behind
from widgets.written import place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """SQL for one atom of the question. `pin` is None for a dry run, `log` where its row was deleted by age."""

    question: AtomQuestion
    sql: str
    explanation: str
    log: GenerationLog | None
    pin: PinnedSql | None
    asked_model: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What was written for a question, and the guarded statement made of it. Nothing ran in a dry run:
    `result` and `comparison` are None then."""

    plan: Plan
    parts: tuple[Part, ...]
    guarded_sql: str
    compiled_sql: str
    result: ResultSet | None = None
    comparison: ResultComparison | None = None


def generate(
    spec: IntentSpec, *, asker: User, viewer: Viewer, now: datetime, dry_run: bool, note: str
) -> Generated:
    """Have the SQL of a question written by a model. What is pinned for it already is not asked for again. `viewer` is
    the asker: its rows are theirs to see.

    A dry run always asks the model, and pins and runs nothing. Raises UnknownMetric, IntentRefused, NotForModels,
    NoRoute, ModelError, BudgetSpent, GuardViolation, UnfaithfulSql, AlreadyPinned, TooManyUnapproved
    and BackendError.
    """
    planned = _planned(spec, viewer, now)
    if not dry_run:  # before a model is asked: nothing is written for who may not see what comes of it
        backend_of(planned, viewer.reader)
    place = place_of(planned.route, planned.dictionary)
    compiled = compiled_for(planned)  # a question that cannot be compiled is refused in the compiler's words
    questions = questions_of(planned.asked.intent, planned.asked.metric, place)
    asking = Asking(asker=asker, at=now, note=note, dry_run=dry_run)
    if note and not dry_run:
        _check_unpinned(questions)
    parts = tuple(
        _rehearsed(one, asking) if dry_run else _pinned(one, asking, planned.route.trust) for one in questions
    )
    query = compose(planned.asked.intent, [(part.question, part.sql) for part in parts])
    policy = place.policy(planned.row_policy)
    written = Generated(
        plan=planned,
        parts=parts,
        guarded_sql=guard.check(query.sql, dialect=place.dialect, policy=policy).sql,
        compiled_sql=compiled.sql,
    )
    return written if dry_run else _answered(written, query, place, viewer.reader)


def _answered(written: Generated, query: CompiledQuery, place: Place, reader: Reader | None) -> Generated:
    """With the rows it gives, beside those of the compiled SQL."""
    planned = written.plan
    for part in written.parts:
        _compare_for_approval(part, planned)
    intent, metric = planned.asked.intent, planned.asked.metric
    backend = backend_of(planned, reader)
    result, comparison = answers_beside(query, intent, metric, place, planned.row_policy, backend)
    return replace(written, result=result, comparison=comparison)


def _planned(spec: IntentSpec, viewer: Viewer, now: datetime) -> Plan:
    metric = governed_metric(spec.metric)
    check_writable(metric)
    question = question_of_metric(spec)
    if question.route is None:
        raise NoRoute(f"{metric.name} has no route to an engine that is configured here.", metric=metric.name)
    asked = ask(question, now=now, overrides=Overrides())
    return plan(asked, question.route, viewer.row_policy, viewer.reader)


def _check_unpinned(questions: tuple[AtomQuestion, ...]) -> None:
    for question in questions:
        if pin := selectors.live_pin(question.key):
            raise AlreadyPinned(
                f"{pin.model} wrote SQL for this already ({pin.get_status_display()}). A note changes "
                "nothing about it: have it rejected or retired first, or try the note with dry_run.",
                pin=pin.pk,
                field="note",
            )


def _rehearsed(question: AtomQuestion, asking: Asking) -> Part:
    row = rehearsed(question, asking)
    return Part(
        question=question, sql=row.sql, explanation=row.explanation, log=row, pin=None, asked_model=True
    )


def _pinned(question: AtomQuestion, asking: Asking, trust: str) -> Part:
    pin, asked_model = pinned_or_written(question, asking, trust=trust)
    return Part(
        # The text was written for the window of then; what composes it binds it to the one of now.
        question=AtomQuestion(
            intent=intent_from(pin.intent, question.place.zone),
            metric=question.metric,
            place=question.place,
            key=question.key,
        ),
        sql=pin.sql,
        explanation=pin.explanation,
        log=pin.log,
        pin=pin,
        asked_model=asked_model,
    )


def _compare_for_approval(part: Part, planned: Plan) -> None:
    """Whoever approves sees the comparison over every row, by the portal's own rights: made here unless the asker may
    see only some, or what their own rights show."""
    if part.pin is None or part.pin.comparison is not None:
        return
    if planned.row_policy.rules or planned.route.by_reader:
        compare_behind(part.pin)
    else:
        compare_pin(part.pin)
