"""Many attempts in a few figures. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from statistics import median

from widgets.evaluation.contracts import REFUSALS, RIGHT, Scored, Summary, Verdict


def summarise(scored: Sequence[Scored]) -> Summary:
    """The figures of a run, or of as much of it as there is."""
    measured = [one for one in scored if one.attempt.measured]
    to_answer = [one for one in measured if not one.to_be_refused]
    to_refuse = [one for one in measured if one.to_be_refused]
    right = [one for one in measured if one.attempt.verdict in RIGHT]
    took = [one.attempt.seconds * 1_000 for one in scored if one.attempt.seconds is not None]
    return Summary(
        attempts=len(scored),
        correct=len(right),
        not_measured=len(scored) - len(measured),
        accuracy=_share(len(right), len(measured)),
        repeatability=_repeatability(measured),
        false_refusals=_share(_count(to_answer, REFUSALS), len(to_answer)),
        expected_refusals=_share(_count(to_refuse, {Verdict.REFUSED_AS_EXPECTED}), len(to_refuse)),
        tokens=sum(one.attempt.tokens for one in scored),
        cost_usd=_cost(scored),
        median_ms=median(took) if took else None,
        verdicts=dict(Counter(one.attempt.verdict.value for one in scored)),
    )


def _repeatability(measured: Iterable[Scored]) -> float | None:
    """The share of questions whose every repeat got the same verdict with the same SQL."""
    seen: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in measured:
        seen[one.case.id].append((one.attempt.verdict, one.attempt.sql))
    repeated = [outcomes for outcomes in seen.values() if len(outcomes) > 1]
    return _share(sum(len(set(outcomes)) == 1 for outcomes in repeated), len(repeated))


def _cost(scored: Iterable[Scored]) -> Decimal | None:
    """None where a call's cost is not known: a sum with a gap in it would be false."""
    called = [one.attempt for one in scored if one.attempt.tokens]
    costs = [attempt.cost_usd for attempt in called if attempt.cost_usd is not None]
    return sum(costs, Decimal(0)) if called and len(costs) == len(called) else None


def _count(scored: Iterable[Scored], verdicts: Iterable[Verdict]) -> int:
    wanted = set(verdicts)
    return sum(one.attempt.verdict in wanted for one in scored)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
