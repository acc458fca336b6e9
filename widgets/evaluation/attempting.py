"""What all contenders share: an attempt that always ends in a verdict."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from metrics_portal.problems import PortalProblem
from routing.contracts import BackendError
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.guard import GuardViolation
from sqlgen.models_llm.contracts import ModelError
from widgets.evaluation.contracts import REFUSALS, Attempt, Verdict

# Of a model's failures, those that say something about the model; the others are its service's, or ours.
_OF_THE_MODEL = ("malformed", "refused", "refused_request", "cut_off")
_HOPELESS = ("not_configured", "credentials", "no_access", "not_found")


@dataclass(slots=True)
class Clock:
    """Seconds from the start of an attempt to its SQL."""

    started: float = field(default_factory=time.perf_counter)
    seconds: float | None = None

    def stop(self) -> None:
        self.seconds = time.perf_counter() - self.started


def attempted(answer: Callable[[Clock], Attempt], *, refusal: str | None) -> Attempt:
    """Run an attempt, its failures turned into verdicts. `refusal` is the code that is expected, "*" for any."""
    clock = Clock()
    try:
        found = answer(clock)
    except PortalProblem as problem:
        found = _failed(problem)
    found.seconds = clock.seconds if found.verdict is not Verdict.MODEL_FAILED else None
    return found if refusal is None else _to_be_refused(found, refusal)


def _failed(problem: PortalProblem) -> Attempt:
    if isinstance(problem, ModelError):
        return Attempt(
            verdict=Verdict.MODEL_FAILED,
            reason=problem.detail,
            code=problem.reason,
            measured=problem.reason in _OF_THE_MODEL,
            hopeless=problem.reason in _HOPELESS,
        )
    if isinstance(problem, BackendError):
        verdict = Verdict.ENGINE_FAILED
        return Attempt(verdict=verdict, reason=problem.detail, code=problem.code, measured=False)
    kinds = {GuardViolation: Verdict.REFUSED_GUARD, UnfaithfulSql: Verdict.REFUSED_UNFAITHFUL}
    verdict = next((kinds[kind] for kind in kinds if isinstance(problem, kind)), Verdict.REFUSED)
    return Attempt(verdict=verdict, reason=problem.detail, code=problem.code)


def _to_be_refused(found: Attempt, code: str) -> Attempt:
    if found.verdict in REFUSALS:
        if code in ("*", found.code):
            found.verdict = Verdict.REFUSED_AS_EXPECTED
        else:
            found.reason = f"Refused as {found.code}, where {code} was expected: {found.reason}"
    elif found.measured and found.verdict is not Verdict.MODEL_FAILED:
        found.verdict = Verdict.NOT_REFUSED
        found.reason = found.reason or "It was answered; the suite says that it must be refused."
    return found
