"""The deterministic interpreter of people's words, evaluated."""

from datetime import datetime

from accounts.contracts import RowPolicy
from sqlgen.intent import IntentSpec
from widgets.clarifier.catalog import GovernedCatalog
from widgets.clarifier.contracts import Interpretation
from widgets.clarifier.rules import RulesInterpreter
from widgets.evaluation.attempting import Clock, attempted
from widgets.evaluation.contracts import Attempt, Verdict
from widgets.evaluation.expecting import Asked, Judged, ask, judge
from widgets.evaluation.suites import GoldenCase
from widgets.evaluation.understanding import difference


class Rules:
    """The deterministic interpreter: its question, compiled, against the suite's question, compiled."""

    name = "rules"
    model = ""

    def __init__(self) -> None:
        self._interpreter = RulesInterpreter()
        self._catalog: GovernedCatalog | None = None

    def takes(self, case: GoldenCase) -> bool:
        return True

    def refusal_of(self, case: GoldenCase) -> str | None:
        # It is told words, not names: what it cannot read it refuses in its own way.
        return "*" if case.refused else None

    def attempt(self, case: GoldenCase, at: datetime) -> Attempt:
        return attempted(lambda clock: self._answer(case, at, clock), refusal=self.refusal_of(case))

    def _answer(self, case: GoldenCase, at: datetime, clock: Clock) -> Attempt:
        self._catalog = self._catalog or GovernedCatalog(now=at, row_policy=RowPolicy())
        read = self._interpreter.interpret(case.question, self._catalog)
        if read.intent is None or not read.complete:
            clock.stop()
            reason = _not_read(read)
            return Attempt(verdict=Verdict.REFUSED, reason=reason, code="not_understood", intent=read.intent)
        got = ask(read.intent, at=at)
        clock.stop()
        if case.refused:
            return Attempt(verdict=Verdict.NOT_REFUSED, sql=got.guarded.sql, intent=read.intent)
        return _understood(case.wanted(), read.intent, got, at)


def _understood(wanted: IntentSpec, read: IntentSpec, got: Asked, at: datetime) -> Attempt:
    expected = ask(wanted, at=at)
    differs = difference(wanted, read)
    found = judge(expected, got.guarded) if _alike(expected, got) else None
    return Attempt(
        verdict=_verdict(found, differs),
        reason="" if found and found.same else f"{differs} {found.words if found else ''}".strip(),
        intent=read,
        sql=got.guarded.sql,
        expected_sql=expected.guarded.sql,
        expected=found.expected if found else (),
        got=found.got if found else (),
    )


def _alike(expected: Asked, got: Asked) -> bool:
    """Whether two answers can be laid beside each other: the same columns, from the same engine."""
    names = ([column.name for column in one.compiled.columns] for one in (expected, got))
    return next(names) == next(names) and expected.place.backend == got.place.backend


def _verdict(found: Judged | None, differs: str) -> Verdict:
    if found and found.same:
        return Verdict.CORRECT
    return Verdict.WRONG_INTENT if differs else Verdict.WRONG_RESULT


def _not_read(read: Interpretation) -> str:
    if read.candidates:
        return f"These metrics fit the words equally well: {', '.join(read.candidates)}."
    if read.intent is None:
        return "No metric was named."
    return f"Not understood: {', '.join(read.not_understood)}."
