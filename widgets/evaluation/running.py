"""An evaluation from its first question to its figures, kept as it goes."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Any

from django.utils import timezone

from accounts.models import User
from catalog.selectors import dictionary
from metrics_portal import correlation
from sqlgen.generation.log import storable
from sqlgen.models import EvaluationCase, EvaluationRun
from widgets.evaluation.contracts import Attempt, Contender, Scored, Summary, Verdict
from widgets.evaluation.suites import GoldenCase, Suite
from widgets.evaluation.summary import summarise

IN_A_ROW = 3  # answers that did not come, after which no more are waited for
_NO_ANSWER = (Verdict.MODEL_FAILED, Verdict.ENGINE_FAILED)
Tell = Callable[[Scored], None]


def evaluate(
    suite: Suite,
    contender: Contender,
    *,
    at: datetime,
    repeats: int = 1,
    limit: int | None = None,
    actor: User | None = None,
    tell: Tell = lambda scored: None,
) -> tuple[EvaluationRun, Summary]:
    """Put the suite's questions, or the first `limit` of those the contender takes, each `repeats` times.

    Every window is resolved at `at`. Each attempt is stored when it is made and told to `tell`. The run stops
    where no later question could fare better: see `EvaluationRun.stopped`.
    """
    taken = [case for case in suite.cases if contender.takes(case)][:limit]
    run = EvaluationRun.objects.create(
        suite=suite.name,
        suite_hash=suite.hash,
        dictionary_version=dictionary().version,
        provider=contender.name,
        model=contender.model,
        repeats=repeats,
        actor_name=actor.as_viewer().name if actor else "the portal",
        as_of=at,
        skipped=len(suite.cases) - len(taken),
    )
    scored: list[Scored] = []
    for case in taken:
        for repeat in range(1, repeats + 1):
            scored.append(_put(run, case, repeat, contender, at))
            tell(scored[-1])
            if words := _why_stop(scored):
                left = len(taken) * repeats - len(scored)
                run.stopped = f"{words} {left} of {len(taken) * repeats} questions were not put."
                run.skipped = len(suite.cases) - len({one.case.id for one in scored})
                return run, _finish(run, scored)
    return run, _finish(run, scored)


def _put(run: EvaluationRun, case: GoldenCase, repeat: int, contender: Contender, at: datetime) -> Scored:
    attempt = contender.attempt(case, at)
    EvaluationCase.objects.create(run=run, case=case.id, repeat=repeat, **_row(case, attempt))
    refused = contender.refusal_of(case) is not None
    return Scored(case=case, repeat=repeat, attempt=attempt, to_be_refused=refused)


def _row(case: GoldenCase, attempt: Attempt) -> dict[str, Any]:
    intent = attempt.intent or case.intent
    return {
        "question": case.question,
        "intent": intent.model_dump(mode="json", exclude_defaults=True) if intent else None,
        "verdict": attempt.verdict,
        "reason": storable(attempt.reason),
        "code": attempt.code,
        "sql": storable(attempt.sql),
        "expected_sql": attempt.expected_sql,
        "expected": [[storable(value) for value in row] for row in attempt.expected],
        "got": [[storable(value) for value in row] for row in attempt.got],
        "tokens": attempt.tokens,
        "cost_usd": attempt.cost_usd,
        "latency_ms": None if attempt.seconds is None else attempt.seconds * 1_000,
        "correlation_id": attempt.correlation_id or correlation.current(),
    }


def _why_stop(scored: list[Scored]) -> str:
    last = scored[-1].attempt
    if last.hopeless:
        return f"Stopped: {last.reason}"
    recent = [one.attempt for one in scored[-IN_A_ROW:]]
    if len(recent) == IN_A_ROW and all(one.verdict in _NO_ANSWER and not one.measured for one in recent):
        return f"Stopped after {IN_A_ROW} answers in a row that did not come. {last.reason}"
    return ""


def _finish(run: EvaluationRun, scored: list[Scored]) -> Summary:
    found = summarise(scored)
    for each in fields(found):
        if each.name != "verdicts":  # its rows tell
            setattr(run, each.name, getattr(found, each.name))
    run.finished_at = timezone.now()
    run.save()
    return found
