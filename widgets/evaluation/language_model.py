"""The configured language model, evaluated."""

from datetime import datetime

from accounts.models import User
from metrics_portal import correlation
from sqlgen.generation.asking import Asking, write_sql
from sqlgen.generation.compose import compose
from sqlgen.generation.shape import questions_of
from sqlgen.models import GenerationLog
from widgets.evaluation.attempting import Clock, attempted
from widgets.evaluation.contracts import Attempt, Verdict
from widgets.evaluation.expecting import ask, guarded, judge
from widgets.evaluation.suites import GoldenCase
from widgets.generation_schema import GenerationRequest


class LanguageModel:
    """The configured model, asked as a tile asks it: guard, faithfulness, a second try, and put together."""

    def __init__(self, name: str, model: str, actor: User | None) -> None:
        self.name = name
        self.model = model
        self._actor = actor

    def takes(self, case: GoldenCase) -> bool:
        return True

    def refusal_of(self, case: GoldenCase) -> str | None:
        return case.refused or case.refused_by_models or None

    def attempt(self, case: GoldenCase, at: datetime) -> Attempt:
        marked = correlation.adopt(None)
        found = attempted(lambda clock: self._answer(case, at, clock), refusal=self.refusal_of(case))
        calls = list(GenerationLog.objects.filter(correlation_id=marked).order_by("pk"))
        found.correlation_id = marked
        found.tokens = sum(_tokens(call) for call in calls)
        costs = [call.cost_usd for call in calls if call.cost_usd is not None]
        # A call that gave nothing cost nothing that is known of.
        if costs and len(costs) == sum(bool(_tokens(call)) for call in calls):
            found.cost_usd = sum(costs[1:], costs[0])
        if not found.sql and calls:
            found.sql = calls[-1].sql
        return found

    def _answer(self, case: GoldenCase, at: datetime, clock: Clock) -> Attempt:
        if case.intent is None:
            GenerationRequest.read({"question": case.question})  # as the API reads words without a metric
        asked = ask(case.wanted(), at=at)
        # Marked as a dry run: no tile takes what comes of an evaluation for something it was told.
        asking = Asking(asker=self._actor, at=at, dry_run=True, budgeted=False)
        questions = questions_of(asked.intent, asked.metric, asked.place)
        texts = [(one, write_sql(one, asking, keep=lambda row: row.save()).sql) for one in questions]
        clock.stop()
        query = guarded(compose(asked.intent, texts).sql, asked.place)
        found = judge(asked, query)
        return Attempt(
            verdict=Verdict.CORRECT if found.same else Verdict.WRONG_RESULT,
            reason="" if found.same else found.words,
            sql=query.sql,
            expected_sql=asked.guarded.sql,
            expected=found.expected,
            got=found.got,
        )


def _tokens(call: GenerationLog) -> int:
    return call.input_tokens + call.output_tokens + call.cache_read_tokens + call.cache_write_tokens
