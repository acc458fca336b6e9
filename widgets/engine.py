"""Steps 7 and 8: ask the engine, and make an answer of what it says; or say why there is none."""

import logging
from datetime import datetime
from uuid import UUID

from django.conf import settings

from accounts.contracts import Reader
from metrics_portal import correlation
from metrics_portal.problems import PortalProblem
from routing import backends
from routing.contracts import Backend, BackendError, BackendStarting, ErrorKind, NoRoute, ResultSet, Route
from routing.freshness import loaded_at, longest_look_seconds
from sqlgen.compiler.columns import output_columns
from sqlgen.contracts import Row
from sqlgen.errors import IntentRefused, NoSource, NotANumber
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.generation.errors import ApprovalPending, BudgetSpent, EarlierRefusal, NotForModels, UnknownPin
from sqlgen.guard import GuardViolation
from sqlgen.models_llm.contracts import ModelError
from sqlgen.series import align
from widgets import selectors
from widgets.answers import Kept, made
from widgets.contracts import AskedAs, Provenance, TileData, TileError, TileState
from widgets.plan import Asked, Plan, Statement, statement
from widgets.specs import SampleRow

logger = logging.getLogger(__name__)

# Beside the query's own deadline: the wait for a slot, and stopping a query that is over its time.
_SLOT_AND_STOP_SECONDS = 10.0

# What may stand between a question and its answer without being our fault or the reader's.
FAILURES = (
    BackendError,
    GuardViolation,
    UnfaithfulSql,
    ModelError,
    BudgetSpent,
    ApprovalPending,
    EarlierRefusal,
    NotForModels,
    UnknownPin,
    NoSource,
    NotANumber,
    NoRoute,
    IntentRefused,
)
_KINDS: tuple[tuple[type[PortalProblem], ErrorKind], ...] = (
    (GuardViolation, ErrorKind.GUARD_VIOLATION),
    (UnfaithfulSql, ErrorKind.UNFAITHFUL_SQL),
    (ApprovalPending, ErrorKind.APPROVAL_PENDING),
    (ModelError, ErrorKind.MODEL_UNAVAILABLE),
    (BudgetSpent, ErrorKind.MODEL_UNAVAILABLE),
    (NotForModels, ErrorKind.MODEL_UNAVAILABLE),
    (UnknownPin, ErrorKind.MODEL_UNAVAILABLE),
    (NotANumber, ErrorKind.NOT_A_NUMBER),
)
_KIND_OF_VERDICT = {
    "refused_guard": ErrorKind.GUARD_VIOLATION,
    "refused_unfaithful": ErrorKind.UNFAITHFUL_SQL,
}


def execute(
    plan: Plan, reader: Reader | None, *, widget_id: UUID | None = None, version: int | None = None
) -> Kept | TileError:
    """Ask the engine, as the reader where it answers each by their own rights; a failure is logged with its cause and
    given back as a value.

    `widget_id` is who asked, for the engine's own records; the answer is every widget's with this question.
    `version` is the configuration's, where it is known: what it covers is then remembered.
    """
    try:
        ready = statement(plan)
        backend = backend_of(plan, reader)
        # First: a load that ends between the two makes the data look older than it is, not newer.
        loaded = loaded_at(plan.route.backend, ready.guarded.tables, reader)
        result = backend.execute(ready.guarded, tags=tags_of(plan, widget_id))
        data = _tile_data(plan, ready, result, loaded, version)
    except FAILURES as failure:
        return told(failure)
    return made(plan, data, asked_at=result.asked_at, execution_ms=result.execution_ms)


def check_signed_in(plan: Plan, reader: Reader | None) -> None:
    """Raises NotSignedIn where the plan's backend answers each reader by their own rights and this one brought nothing
    that tells who they are. No answer that is kept is theirs either."""
    if plan.route.by_reader:
        backends.check_signed_in(plan.route.backend, reader)


def backend_of(plan: Plan, reader: Reader | None) -> Backend:
    """The plan's backend, as it answers the reader the plan was made for; raises NotSignedIn."""
    if plan.route.by_reader and reader is not None and reader.key != plan.reader_key:
        raise ValueError("A plan that was made for one reader was to be run as another.")
    return backends.for_reader(plan.route.backend, reader)


def no_route(metric: str) -> NoRoute:
    hint = "Check its line in the routing file, then run manage.py sync_routing."
    return NoRoute(f"{metric} has no route to an engine that is configured here. {hint}")


def tags_of(plan: Plan, widget_id: UUID | None = None) -> dict[str, str]:
    """What a query is for, told to the engine's own records."""
    tags = {
        "metric": plan.asked.metric.name,
        "revision": str(plan.asked.metric.revision),
        "correlation_id": correlation.current(),
    }
    return tags | ({"widget": str(widget_id)} if widget_id else {})


def asked_as(plan: Plan) -> AskedAs:
    """By whose rights the plan's backend answers."""
    return "reader" if plan.route.by_reader else "portal"


def patience_seconds(route: Route) -> float:
    """How long a run may take before its leader is taken for dead: a little over what its parts may take."""
    deadline = float(str(settings.SQL_BACKENDS[route.backend]["deadline_seconds"]))
    return longest_look_seconds(route.backend) + deadline + _SLOT_AND_STOP_SECONDS


def told(failure: PortalProblem) -> TileError:
    """A failure as the tile tells it: our words, with its cause in the log."""
    starting = failure if isinstance(failure, BackendStarting) else None
    error = TileError(
        kind=_kind(failure),
        detail=starting.fact if starting else failure.detail,
        retry_after=failure.retry_after,
        starting_seconds=starting.elapsed_seconds if starting else None,
    )
    logger.warning("no live answer: %s: %s", error.kind, error.detail, exc_info=failure.__cause__)
    return error


def _kind(failure: PortalProblem) -> ErrorKind:
    if isinstance(failure, BackendError):
        return failure.kind
    if isinstance(failure, EarlierRefusal):
        return _KIND_OF_VERDICT.get(failure.verdict, ErrorKind.MODEL_UNAVAILABLE)
    return next((kind for one, kind in _KINDS if isinstance(failure, one)), ErrorKind.NO_SOURCE)


def sample_data(asked: Asked, sample: tuple[SampleRow, ...], error: TileError) -> TileData:
    """The spec's own sample, as a visual draws it. It came from nowhere, so it has no provenance."""
    rows = tuple(Row(bucket=row.bucket, dimensions=row.dimensions, value=row.value) for row in sample)
    return TileData(
        definition=asked.metric.definition,
        intent=asked.intent,
        columns=output_columns(asked.intent, asked.metric),
        rows=rows,
        totals=None,
        truncated=False,
        state=TileState.SAMPLE,
        provenance=None,
        error=error,
        correlation_id=correlation.current(),
    )


def _tile_data(
    plan: Plan, ready: Statement, result: ResultSet, loaded: datetime | None, version: int | None
) -> TileData:
    intent = plan.asked.intent
    rows, totals = align(intent, ready.compiled.columns, result.rows, truncated=result.truncated)
    return TileData(
        definition=plan.asked.metric.definition,
        intent=intent,
        columns=ready.compiled.columns,
        rows=rows,
        totals=totals,
        truncated=result.truncated,
        state=TileState.FRESH,
        provenance=_provenance(plan, ready, result, loaded),
        annotations=selectors.annotations(intent, asked_at=result.asked_at, version=version),
        correlation_id=correlation.current(),
    )


def _provenance(plan: Plan, ready: Statement, result: ResultSet, loaded: datetime | None) -> Provenance:
    metric, route, window = plan.asked.metric, plan.route, plan.asked.intent.window
    return Provenance(
        metric=metric.name,
        metric_label=metric.definition.label,
        revision=metric.revision,
        definition_hash=metric.hash,
        defined_by=metric.author,
        owner=metric.definition.owner,
        backend=route.backend,
        dialect=route.dialect,
        engine_label=route.engine_label,
        generation=ready.credit.generation,
        written_by=ready.credit.written_by,
        approved_by=ready.credit.approved_by,
        approved_at=ready.credit.approved_at,
        sql=ready.shown,
        query_id=result.query_id,
        query_url=result.query_url,
        asked_at=result.asked_at,
        data_loaded_at=loaded,
        execution_ms=result.execution_ms,
        window_start=window.start if window else None,
        window_end=window.end if window else None,
        time_zone=settings.TIME_ZONE,
        cache_seconds=route.cache_seconds,
        asked_as=asked_as(plan),
        correlation_id=correlation.current(),
    )
