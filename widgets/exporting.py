"""Every row of a metric, streamed: plan → route → SQL → guard as for a tile, then straight from the engine.

Nothing is cached and nothing stands in: an export is the engine's answer or a failure.
"""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings

from accounts.contracts import Viewer
from accounts.models import User
from accounts.services import record_event
from routing.contracts import RowStream
from routing.freshness import loaded_at
from sqlgen import guard
from sqlgen.guard import GuardedQuery, GuardViolation
from widgets import engine
from widgets.contracts import Overrides, Question
from widgets.plan import Plan, Statement, ask, plan, statement
from widgets.writing import with_sql
from widgets.written import place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Rows under way, and where they come from. Whoever holds one must close its `rows`, whatever happens."""

    plan: Plan
    statement: Statement
    rows: RowStream
    data_loaded_at: datetime | None  # None: unknown, and said so


def export(question: Question, actor: User, viewer: Viewer, *, now: datetime) -> Export:
    """Ask the engine for every row, under the row policy of the actor, who is the viewer, and as the reader they are to
    the engine; the first are there when this returns. The audit tells who took what.

    Raises UnknownMetric and IntentRefused where the question does not fit, NoRoute and whatever else stands
    between a question and its answer (engine.FAILURES).
    """
    asked = ask(question, now=now, overrides=Overrides())
    if question.route is None:
        raise engine.no_route(asked.metric.name)
    planned = plan(asked, question.route, viewer.row_policy, viewer.reader)
    backend = engine.backend_of(planned, viewer.reader)
    planned = with_sql(planned, viewer, now=now)
    ready = statement(planned)
    guarded, max_rows = _guarded(planned, ready)
    data_loaded_at = loaded_at(question.route.backend, guarded.tables, viewer.reader)
    rows = backend.stream(guarded, max_rows=max_rows, tags=engine.tags_of(planned))
    with ExitStack() as unless_told:
        unless_told.callback(rows.close)
        record_event(
            actor=actor,
            action="widgets.metric.exported",
            subject=asked.metric.name,
            details={
                "intent": asked.spec.model_dump(mode="json", exclude_defaults=True),
                "backend": question.route.backend,
                "asked_as": engine.asked_as(planned),
                "query_id": rows.query_id,
            },
        )
        unless_told.pop_all()
    return Export(plan=planned, statement=ready, rows=rows, data_loaded_at=data_loaded_at)


def _guarded(planned: Plan, ready: Statement) -> tuple[GuardedQuery, int]:
    """The statement guarded anew with an export's row cap, and that cap.

    The guard bounds an answer as a whole, its long texts counted in: where they are many, an export may have
    fewer rows, yet never fewer than a tile.
    """
    place = place_of(planned.route, planned.dictionary)
    rows, fewest = settings.EXPORT_MAX_ROWS, place.row_cap - 1
    while True:
        policy = replace(place, row_cap=rows + 1).policy(planned.row_policy)
        try:
            return guard.check(ready.compiled.sql, dialect=place.dialect, policy=policy), rows
        except GuardViolation as violation:
            if violation.code != "too_large" or rows <= fewest:
                raise
            rows = max(rows // 2, fewest)
