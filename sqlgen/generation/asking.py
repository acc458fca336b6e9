"""Asking a model once: budget, call, guard, faithfulness, log. A refused text is asked for once more."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from accounts.models import User
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.generation import budget, log
from sqlgen.generation.checking import check_text
from sqlgen.generation.contracts import AtomQuestion
from sqlgen.generation.errors import BudgetSpent
from sqlgen.generation.lasting import check_lasts
from sqlgen.generation.log import Verdict
from sqlgen.guard import GuardViolation
from sqlgen.models import GenerationLog
from sqlgen.models_llm import registry
from sqlgen.models_llm.contracts import ModelError, ModelReply, Provider, SqlRequest
from sqlgen.models_llm.prompt import build_request

_WORTH_A_CALL_SECONDS = 3.0
_TRANSIENT_SECONDS = 60  # where a provider does not say when to try again

Keep = Callable[[GenerationLog], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks, when, with which words beside the question; `dry_run` marks the log's row.

    What an operator measures with bounds of its own (an evaluation) is not `budgeted`: it takes nothing from
    what people, or the portal's tiles, may ask that day.
    """

    asker: User | None
    at: datetime
    note: str = ""
    dry_run: bool = False
    budgeted: bool = True


def write_sql(question: AtomQuestion, asking: Asking, keep: Keep) -> GenerationLog:
    """SQL for an atom that the guard and the faithfulness check accepted; `keep` stores its row.

    What is refused is asked for once more, with the refusal, while there is time. Raises ModelError,
    BudgetSpent, GuardViolation, UnfaithfulSql, and what the compiler raises; each call has its row in the log.
    """
    give_up_at = time.monotonic() + settings.SQL_MODEL_DEADLINE_SECONDS
    provider = registry.provider()
    try:
        return _try(provider, question, asking, asking.note, give_up_at, keep)
    except (GuardViolation, UnfaithfulSql) as refusal:
        if give_up_at - time.monotonic() < _WORTH_A_CALL_SECONDS:
            raise
        told = f"{asking.note}\nThe SQL you wrote before was refused: {refusal.detail}".strip()
        try:
            return _try(provider, question, asking, told, give_up_at, keep)
        except (ModelError, BudgetSpent):
            raise refusal from None  # the first one says more about the question


def _try(
    provider: Provider, question: AtomQuestion, asking: Asking, note: str, give_up_at: float, keep: Keep
) -> GenerationLog:
    row = log.draft(question, asker=asking.asker, note=asking.note, dry_run=asking.dry_run)
    place = question.place
    request = build_request(
        question.intent,
        question.metric,
        dictionary=place.dictionary,
        backend=place.backend,
        dialect=place.dialect,
        zone=place.zone,
        note=note,
    )
    log.asked(row, provider, request)
    reply = _reply(provider, request, row, asking, give_up_at)
    log.answered(row, reply)
    _check(question, reply.sql, row, asking)
    row.verdict = Verdict.ACCEPTED
    keep(row)
    return row


def _reply(
    provider: Provider, request: SqlRequest, row: GenerationLog, asking: Asking, give_up_at: float
) -> ModelReply:
    reserved = _reserved(request, row, asking) if asking.budgeted else 0
    started = time.perf_counter()
    try:
        reply = provider.write_sql(request, deadline_seconds=max(0.1, give_up_at - time.monotonic()))
    except ModelError as failure:
        wait = timedelta(seconds=failure.retry_after or _TRANSIENT_SECONDS)
        message, retry_at = failure.detail, asking.at + wait
        row.latency_ms = (time.perf_counter() - started) * 1_000
        if asking.budgeted:
            budget.settle(asking.asker, reserved=reserved, usage=failure.usage, at=asking.at)
        log.charged(row, failure)
        log.refused(row, Verdict.MODEL_FAILED, code=failure.reason, message=message, retry_at=retry_at)
        raise
    if asking.budgeted:
        budget.settle(asking.asker, reserved=reserved, usage=reply.usage, at=asking.at)
    return reply


def _reserved(request: SqlRequest, row: GenerationLog, asking: Asking) -> int:
    try:
        return budget.reserve(asking.asker, request, at=asking.at)
    except BudgetSpent as spent:
        log.refused(
            row,
            Verdict.OVER_BUDGET,
            code=spent.code,
            message=spent.detail,
            retry_at=budget.renews_at(asking.at),
        )
        raise


def _check(question: AtomQuestion, sql: str, row: GenerationLog, asking: Asking) -> None:
    """The guard first: nothing else reads text that it has not accepted."""
    retry_at = asking.at + timedelta(seconds=settings.GENERATION_BACKOFF_SECONDS)
    try:
        check_text(sql, question)
        check_lasts(sql, question)
    except (GuardViolation, UnfaithfulSql) as refusal:
        by_guard = isinstance(refusal, GuardViolation)
        log.refused(
            row,
            Verdict.REFUSED_GUARD if by_guard else Verdict.REFUSED_UNFAITHFUL,
            code=refusal.code,
            message=refusal.detail,
            position=refusal.members.get("position"),
            retry_at=retry_at,
        )
        # The position is one of this text, and whoever asked has it from nowhere else.
        refusal.members |= {"sql": row.sql, "log_id": row.pk}
        raise
