"""What a contender makes of a golden question, and what evaluating needs to know of a contender."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from sqlgen.intent import IntentSpec
from sqlgen.models import EvaluationCase
from widgets.evaluation.suites import GoldenCase

Verdict = EvaluationCase.Verdict
RIGHT = frozenset((Verdict.CORRECT, Verdict.REFUSED_AS_EXPECTED))
REFUSALS = frozenset((Verdict.REFUSED, Verdict.REFUSED_GUARD, Verdict.REFUSED_UNFAITHFUL))


@dataclass(slots=True, kw_only=True)
class Attempt:
    """One golden question put once. `seconds` is the time to the SQL, without running it.

    `measured` is False where nobody's skill was shown: the engine or the model's service gave no answer.
    `hopeless` says that no later question will fare better. `intent` is what was understood, of an interpreter.
    """

    verdict: Verdict
    reason: str = ""
    code: str = ""
    sql: str = ""
    expected_sql: str = ""
    expected: Sequence[Sequence[str]] = ()
    got: Sequence[Sequence[str]] = ()
    tokens: int = 0
    cost_usd: Decimal | None = None
    seconds: float | None = None
    measured: bool = True
    hopeless: bool = False
    intent: IntentSpec | None = None
    correlation_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An attempt, with what the suite says of its question."""

    case: GoldenCase
    repeat: int
    attempt: Attempt
    to_be_refused: bool


class Contender(Protocol):
    """Whoever is evaluated."""

    name: str  # "bedrock", "databricks", "rules", "compiled"
    model: str  # empty where none is asked

    def takes(self, case: GoldenCase) -> bool:
        """Whether this question can show anything about the contender."""

    def refusal_of(self, case: GoldenCase) -> str | None:
        """The code it must be refused with, "*" for any, None where it is to be answered."""

    def attempt(self, case: GoldenCase, at: datetime) -> Attempt:
        """Answer at this moment; every failure is an attempt too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Shares are 0 to 1, None where nothing was measured. `false_refusals` is of what was to be answered,
    `expected_refusals` of what was to be refused; `repeatability` of the questions put more than once."""

    attempts: int
    correct: int
    not_measured: int
    accuracy: float | None
    repeatability: float | None
    false_refusals: float | None
    expected_refusals: float | None
    tokens: int
    cost_usd: Decimal | None
    median_ms: float | None
    verdicts: dict[str, int] = field(default_factory=dict)
