"""Steps 1 to 4 of a tile's life: question → asked (dates) → plan (route and key) → statement (guarded SQL).

All three are memoised in the process, so that an answer from the cache costs no resolving, no SQL and no
check.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlglot
from django.conf import settings

from accounts.contracts import Reader, RowPolicy
from catalog.contracts import Dictionary, GovernedMetric
from catalog.selectors import dictionary, governed_metric
from routing.contracts import Route
from sqlgen import guard
from sqlgen.compiler import compile_intent
from sqlgen.contracts import CompiledQuery, Intent
from sqlgen.generation.contracts import Standing
from sqlgen.generation.selectors import texts
from sqlgen.guard import GuardedQuery
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent
from sqlgen.shape import has_time
from sqlgen.windows import key_of
from widgets.contracts import Overrides, Question
from widgets.memo import Memo
from widgets.written import (
    COMPILED,
    STANDS_IN,
    Credit,
    composed,
    credit,
    not_ready,
    place_of,
    standing_of,
    writer_key,
)

# Part of every key: raise it when the shape of what is cached changes, so that old entries are not read.
FORMAT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its overrides laid on and its dates resolved.

    `window_key` is the same while an answer still answers it (`sqlgen.windows.key_of`).
    """

    spec: IntentSpec
    spec_json: str  # stands for `spec` in keys: 1, 1.0 and true are equal in Python and are not in SQL
    metric: GovernedMetric
    intent: Intent
    window_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An asked question on the engine that is to answer it, for every viewer with this row policy; on a backend that
    answers each reader by their own rights for one of them alone, whom `reader_key` stands for (else empty).

    `question_key` names the question across days and processes, whoever asks. It holds the window as it was asked for,
    not its dates, so that yesterday's answer is at hand as the last good value; `asked.window_key` tells the two
    apart. `standing` tells which pinned SQL stands ready where a model writes it, None where it is compiled.
    """

    asked: Asked
    route: Route
    row_policy: RowPolicy
    dictionary: Dictionary
    question_key: str
    standing: Standing | None
    reader_key: str = ""

    @property
    def data_key(self) -> str:
        """Names the answer: everything that is kept of it goes by this."""
        return f"{self.question_key}:{self.reader_key}" if self.reader_key else self.question_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What runs: `compiled` tells what its columns mean, `shown` is the guarded SQL laid out for people."""

    compiled: CompiledQuery
    guarded: GuardedQuery
    shown: str
    credit: Credit


# Whom nothing is ever kept for: a reader who brought nothing that tells who they are is refused.
_NOBODY = "nobody"

_metrics: Memo[tuple[str, str], GovernedMetric] = Memo(512)
_asked: Memo[object, Asked] = Memo(2048)
_plans: Memo[object, Plan] = Memo(4096)
_statements: Memo[object, Statement] = Memo(1024)


def ask(question: Question, *, now: datetime, overrides: Overrides) -> Asked:
    """Resolve a question at a moment, to the minute; raises UnknownMetric and IntentRefused."""
    minute = now.replace(second=0, microsecond=0)
    keeps_window = bool(question.spec and question.spec.options.fixed_window)
    key = (
        question.intent.model_dump_json(),
        question.closure_hash,
        overrides.window,
        overrides.compare,
        tuple(given.model_dump_json() for given in overrides.filters),
        overrides.page,
        keeps_window,
        minute,
        question.route and question.route.backend,  # a source may cover a window of its own
    )
    return _asked.get_or_make(key, lambda: _ask(question, minute, overrides, keeps_window))


def plan(asked: Asked, route: Route, row_policy: RowPolicy, reader: Reader | None) -> Plan:
    """Put an asked question on its engine under a viewer's row policy, and as the reader they are to it."""
    words, standing = dictionary(), standing_of(asked.intent, asked.metric, route)
    reader_key = (reader.key if reader else _NOBODY) if route.by_reader else ""
    key = (
        asked.spec_json,
        asked.intent.window,
        asked.metric.closure_hash,
        route,
        words.version,
        row_policy.key,
        standing,
        reader_key,
    )
    return _plans.get_or_make(
        key,
        lambda: Plan(
            asked=asked,
            route=route,
            row_policy=row_policy,
            dictionary=words,
            question_key=_question_key(asked, route, words.version, row_policy, writer_key(route, standing)),
            standing=standing,
            reader_key=reader_key,
        ),
    )


def statement(planned: Plan) -> Statement:
    """Compile, or compose what a model wrote, and guard.

    Raises NoSource, IntentRefused and GuardViolation; of a model's SQL UnfaithfulSql, and ApprovalPending where
    none stands ready.
    """
    asked, route = planned.asked, planned.route
    key = (
        asked.spec_json,
        asked.intent.window,
        asked.metric.closure_hash,
        route.backend,
        planned.dictionary.version,
        planned.row_policy.key,
        writer_key(route, planned.standing),
    )
    return _statements.get_or_make(key, lambda: _statement(planned))


def _ask(question: Question, minute: datetime, overrides: Overrides, keeps_window: bool) -> Asked:
    name = question.intent.metric
    metric = _metrics.get_or_make((name, question.closure_hash), lambda: governed_metric(name))
    zone = ZoneInfo(settings.TIME_ZONE)
    spec = _laid_over(question.intent, overrides, metric, keeps_window)
    backend = question.route.backend if question.route else None
    intent = resolve_intent(spec, metric, now=minute, zone=zone, backend=backend)
    return Asked(
        spec=spec,
        spec_json=spec.model_dump_json(),
        metric=metric,
        intent=intent,
        window_key=key_of(intent.window),
    )


def _laid_over(
    spec: IntentSpec, overrides: Overrides, metric: GovernedMetric, keeps_window: bool
) -> IntentSpec:
    changes: dict[str, object] = {}
    timeless = keeps_window or not has_time(metric)
    if overrides.window and not (overrides.page and timeless):
        changes["window"] = overrides.window
    if overrides.compare and not (overrides.page and timeless):
        changes["compare"] = None if overrides.compare == "none" else overrides.compare
    if overrides.filters:
        changes["filters"] = (*spec.filters, *overrides.filters)
    return spec.model_copy(update=changes) if changes else spec


def _question_key(
    asked: Asked, route: Route, dictionary_version: str, row_policy: RowPolicy, writer: str
) -> str:
    parts = [
        FORMAT,
        asked.spec_json,
        asked.metric.closure_hash,
        dictionary_version,
        route.backend,
        route.dialect,
        row_policy.key,
        writer,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _statement(planned: Plan) -> Statement:
    place = place_of(planned.route, planned.dictionary)
    query, by = _query(planned)
    guarded = guard.check(query.sql, dialect=place.dialect, policy=place.policy(planned.row_policy))
    return Statement(compiled=query, guarded=guarded, shown=_laid_out(guarded), credit=by)


def _query(planned: Plan) -> tuple[CompiledQuery, Credit]:
    asked, route, standing = planned.asked, planned.route, planned.standing
    if standing is not None and standing.pins:
        place = place_of(route, planned.dictionary)
        return composed(asked.intent, asked.metric, place, texts(standing.pins)), credit(standing.pins)
    if standing is not None and route.generation == "model":
        raise not_ready(standing)
    return compiled_for(planned), COMPILED if standing is None else STANDS_IN


def compiled_for(planned: Plan) -> CompiledQuery:
    """The compiler's SQL for a plan, whoever writes the one that runs; raises NoSource and IntentRefused."""
    return compile_intent(
        planned.asked.intent,
        planned.asked.metric,
        backend=planned.route.backend,
        dialect=planned.route.dialect,
        dictionary=planned.dictionary,
        zone=ZoneInfo(settings.TIME_ZONE),
    )


def _laid_out(guarded: GuardedQuery) -> str:
    return sqlglot.transpile(guarded.sql, read=guarded.dialect, write=guarded.dialect, pretty=True)[0]
