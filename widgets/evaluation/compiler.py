"""The compiler, evaluated."""

from datetime import datetime

from sqlgen.generation.results import Tolerance
from widgets.evaluation.attempting import Clock, attempted
from widgets.evaluation.contracts import Attempt, Verdict
from widgets.evaluation.expecting import ask, guarded, judge
from widgets.evaluation.references import filled_in
from widgets.evaluation.suites import GoldenCase

_EXACTLY = Tolerance(relative=0.0, absolute=0.0)


class Compiler:
    """The compiled SQL against what a person wrote for the same question, on the backend it was written for."""

    name = "compiled"
    model = ""

    def takes(self, case: GoldenCase) -> bool:
        return case.intent is not None and bool(case.reference_sql or case.refused)

    def refusal_of(self, case: GoldenCase) -> str | None:
        return case.refused or None

    def attempt(self, case: GoldenCase, at: datetime) -> Attempt:
        return attempted(lambda clock: self._answer(case, at, clock), refusal=self.refusal_of(case))

    def _answer(self, case: GoldenCase, at: datetime, clock: Clock) -> Attempt:
        asked = ask(case.wanted(), at=at, backend=case.reference_backend if case.reference_sql else "")
        clock.stop()
        if not case.reference_sql:
            return Attempt(verdict=Verdict.NOT_REFUSED, sql=asked.guarded.sql)
        reference = guarded(filled_in(case.reference_sql, asked.intent, asked.place.zone), asked.place)
        found = judge(asked, reference, _EXACTLY)
        return Attempt(
            verdict=Verdict.CORRECT if found.same else Verdict.WRONG_RESULT,
            reason="" if found.same else f"The compiled SQL and the reference differ. {found.words}",
            sql=asked.guarded.sql,
            expected_sql=reference.sql,
            # The reference is what is expected here; the compiled answer is what is looked at.
            expected=found.got,
            got=found.expected,
        )
