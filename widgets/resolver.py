"""The life of a tile, from a question to an answer: every step is a function. See docs/resolver.md."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from accounts.contracts import Reader, Viewer
from catalog.contracts import UnknownMetric
from metrics_portal import correlation
from metrics_portal.problems import PortalProblem
from routing.contracts import ErrorKind, NotSignedIn
from sqlgen.errors import IntentRefused
from widgets import answers, engine, flight, refreshing
from widgets.answers import Kept, Standing, age_seconds
from widgets.contracts import Answer, Form, Overrides, Question, ReadyAnswer, TileError, TileState
from widgets.plan import Asked, Plan, ask, plan, statement
from widgets.writing import with_sql

NO_OVERRIDES = Overrides()


def resolve(
    question: Question,
    viewer: Viewer,
    *,
    now: datetime,
    overrides: Overrides = NO_OVERRIDES,
    refresh: bool = False,
    dry_run: bool = False,
    form: Form = Form.TILE,
) -> Answer:
    """Answer a question for a viewer at a moment.

    `refresh` asks the engine whatever the cache holds; `dry_run` compiles and guards and asks nothing (the
    state stays loading). A failure is an answer too: a last good value, else the spec's sample, else failed.
    Raises UnknownMetric and IntentRefused (InvalidInput) when the caller's own words, not a saved widget's,
    are at fault.
    """
    try:
        asked = ask(question, now=now, overrides=overrides)
    except (UnknownMetric, IntentRefused) as problem:
        return _refused(question, overrides, problem)
    if question.route is None:
        return _without_engine(
            question, asked, engine.told(engine.no_route(asked.metric.name)), now=now, form=form
        )
    planned = plan(asked, question.route, viewer.row_policy, viewer.reader)
    if dry_run:
        return _explained(planned)
    try:
        engine.check_signed_in(planned, viewer.reader)
    except NotSignedIn as problem:
        return _nothing_of(planned, TileState.DENIED, engine.told(problem))
    return _answered(question, planned, viewer, now=now, refresh=refresh, form=form)


def resolve_known(
    questions: Sequence[Question], viewer: Viewer, *, now: datetime, overrides: Overrides = NO_OVERRIDES
) -> tuple[Answer | None, ...]:
    """What the cache can answer of a page's tiles, read at once; None for what has to be asked by itself.

    No engine is asked and nothing is raised: a question that cannot be resolved says so when it is asked.
    """
    plans = [_planned(question, viewer, now=now, overrides=overrides) for question in questions]
    specs = [question.spec for question in questions]
    wanted = [(one, spec) for one, spec in zip(plans, specs, strict=True) if one and spec]
    drawn = iter(answers.tiles(wanted))
    return tuple(
        _known(one, next(drawn), now) if one and spec else None
        for one, spec in zip(plans, specs, strict=True)
    )


def window_asked(question: Question, *, now: datetime, overrides: Overrides = NO_OVERRIDES) -> str | None:
    """The key of the window a question asks for; None where it cannot be resolved, which it says when asked."""
    try:
        return ask(question, now=now, overrides=overrides).window_key
    except (UnknownMetric, IntentRefused):
        return None


def _planned(question: Question, viewer: Viewer, *, now: datetime, overrides: Overrides) -> Plan | None:
    if question.route is None:
        return None
    try:
        asked = ask(question, now=now, overrides=overrides)
        return plan(asked, question.route, viewer.row_policy, viewer.reader)
    except (UnknownMetric, IntentRefused):
        return None


def _known(planned: Plan, drawn: ReadyAnswer | None, now: datetime) -> Answer | None:
    """Nothing is refreshed for a page: a stale tile asks for itself in a moment, and that starts it."""
    standing = answers.standing(drawn, planned, now) if drawn else Standing.PAST
    if drawn is None or standing is Standing.PAST:
        return None
    state = TileState.CACHED if standing is Standing.CURRENT else TileState.REFRESHING
    return _shown(planned, drawn, state, now, cache_hit=True)


def _answered(
    question: Question, planned: Plan, viewer: Viewer, *, now: datetime, refresh: bool, form: Form
) -> Answer:
    tile = (
        answers.tile(planned, question.spec) if question.spec and form is Form.TILE and not refresh else None
    )
    # A tile that is not current any more may have been drawn from an answer that is followed by a newer one.
    if tile and answers.is_current(tile, planned, now):
        return _shown(planned, tile, TileState.CACHED, now, cache_hit=True)
    held = answers.at_hand(planned) if form is Form.JSON and not refresh else None
    if held and answers.is_current(held, planned, now):
        return _shown(planned, held, TileState.CACHED, now, cache_hit=True)
    known = None if refresh else answers.kept(planned)
    if known and (served := _served(question, planned, viewer, known, form, now)):
        return served
    try:
        written = with_sql(planned, viewer, now=now)
    except engine.FAILURES as failure:
        return _degraded(question, planned, engine.told(failure), now=now, form=form)
    if written is not planned:  # who waited for the same SQL, too, may have had it answered by now
        planned, known = written, None if refresh else answers.kept(written)
        if known and (served := _served(question, planned, viewer, known, form, now)):
            return served
    outcome, ran = _flown(question, planned, viewer.reader, known, anew=refresh)
    if isinstance(outcome, TileError):
        return _degraded(question, planned, outcome, now=now, form=form)
    ready = _formed(outcome, question, planned, form)
    return _shown(planned, ready, TileState.FRESH, now, cache_hit=False, executed=ran)


def _served(
    question: Question, planned: Plan, viewer: Viewer, known: Kept, form: Form, now: datetime
) -> Answer | None:
    """An answer from the cache, fresh enough or refreshed behind; None when only a new one will do."""
    ready = _formed(known, question, planned, form)
    standing = answers.standing(ready, planned, now)
    if standing is Standing.PAST:
        return None
    if standing is Standing.STALE:
        refreshing.refresh_behind(planned, lambda: _renew(question, planned, viewer.reader))
        return _shown(planned, ready, TileState.REFRESHING, now, cache_hit=True)
    answers.hold(planned, known.ready)
    return _shown(planned, ready, TileState.CACHED, now, cache_hit=True)


def _renew(question: Question, planned: Plan, reader: Reader | None) -> None:
    """Ask the engine anew behind a stale answer; one whose reader is refused by now is stale no longer, but gone."""
    outcome, _ = _flown(question, planned, reader, None, anew=True)
    if isinstance(outcome, TileError) and outcome.kind is ErrorKind.PERMISSION_DENIED:
        answers.drop(planned, question.spec)


def _flown(
    question: Question, planned: Plan, reader: Reader | None, known: Kept | None, *, anew: bool
) -> tuple[Kept | TileError, bool]:
    """Ask the engine, once for everyone."""
    trip = flight.Trip(
        run=lambda: engine.execute(planned, reader, widget_id=question.widget_id, version=question.version),
        keep=lambda answer: answers.keep(planned, answer),
        kept=lambda: answers.kept(planned),
        known=known,
        anew=anew,
    )
    return flight.fly(planned.data_key, trip, patience_seconds=engine.patience_seconds(planned.route))


def _degraded(question: Question, planned: Plan, error: TileError, *, now: datetime, form: Form) -> Answer:
    """A failure: the last good value with its age and the reason; nothing to whom the engine denied it."""
    if error.kind is ErrorKind.PERMISSION_DENIED:
        if planned.route.by_reader:  # it is their own right that is gone, not the portal's
            answers.drop(planned, question.spec)
        return _nothing_of(planned, TileState.DENIED, error)
    last_good = answers.kept(planned)
    if error.starting_seconds is not None:
        return _starting(question, planned, error, last_good, now=now, form=form)
    if last_good is None:
        return _without_engine(question, planned.asked, error, now=now, form=form)
    ready = _formed(last_good, question, planned, form)
    return _shown(planned, ready, TileState.DEGRADED, now, cache_hit=True, error=error)


def _starting(
    question: Question, planned: Plan, error: TileError, last_good: Kept | None, *, now: datetime, form: Form
) -> Answer:
    """The engine wakes up: the last good value meanwhile, never the sample, which nobody asked to see."""
    if last_good is None:
        return _nothing_of(planned, TileState.STARTING, error)
    ready = _formed(last_good, question, planned, form)
    return _shown(planned, ready, TileState.STARTING, now, cache_hit=True, error=error)


def _without_engine(
    question: Question, asked: Asked, error: TileError, *, now: datetime, form: Form
) -> Answer:
    """No answer was ever stored: the spec's sample, marked, else nothing."""
    backend = question.route.backend if question.route else ""
    label = question.route.engine_label if question.route else ""
    nothing = _nothing(TileState.FAILED, backend, label, error, asked.window_key)
    if question.spec is None or not question.spec.sample:
        return nothing
    data = engine.sample_data(asked, question.spec.sample, error)
    sample = answers.sample(data, question.spec, form, at=now)
    return replace(nothing, state=TileState.SAMPLE, ready=sample)


def _refused(question: Question, overrides: Overrides, problem: PortalProblem) -> Answer:
    """A saved widget that no longer fits its metric is a failed tile; a caller's mistake is told to them."""
    if question.spec is None or overrides != NO_OVERRIDES:
        raise problem
    return _nothing(TileState.FAILED, "", "", engine.told(problem), None)


def _explained(planned: Plan) -> Answer:
    """A dry run: the SQL that would run, guarded."""
    try:
        sql = statement(planned).shown
    except engine.FAILURES as failure:
        return _nothing_of(planned, TileState.FAILED, engine.told(failure))
    return replace(_nothing_of(planned, TileState.LOADING, None), generated_sql=sql)


def _formed(kept: Kept, question: Question, planned: Plan, form: Form) -> ReadyAnswer:
    return answers.in_form(kept, planned, question.spec, form)


def _shown(
    planned: Plan,
    ready: ReadyAnswer,
    state: TileState,
    now: datetime,
    *,
    cache_hit: bool,
    executed: bool = False,
    error: TileError | None = None,
) -> Answer:
    empty = ready.empty and state in (TileState.FRESH, TileState.CACHED)
    return Answer(
        state=TileState.EMPTY if empty else state,
        ready=ready,
        backend=planned.route.backend,
        engine_label=planned.route.engine_label,
        cache_hit=cache_hit,
        executed=executed,
        age_seconds=age_seconds(ready, now),
        execution_ms=ready.execution_ms,
        error=error,
        generated_sql="",
        correlation_id=correlation.current(),
        window_key=ready.window_key,
    )


def _nothing_of(planned: Plan, state: TileState, error: TileError | None) -> Answer:
    route = planned.route
    return _nothing(state, route.backend, route.engine_label, error, planned.asked.window_key)


def _nothing(
    state: TileState, backend: str, engine_label: str, error: TileError | None, window_key: str | None
) -> Answer:
    return Answer(
        state=state,
        ready=None,
        backend=backend,
        engine_label=engine_label,
        cache_hit=False,
        executed=False,
        age_seconds=None,
        execution_ms=None,
        error=error,
        generated_sql="",
        correlation_id=correlation.current(),
        window_key=window_key,
    )
