"""A line of the routing file that moves a metric: what it stands on, and how that is told in the plan."""

import logging
from datetime import datetime
from typing import NamedTuple

from accounts.models import User
from catalog.findings import Finding
from catalog.models import Metric
from metrics_portal.problems import PortalProblem
from routing.flipping.proof import LONGEST_REASON, standing
from routing.models import ParityReport
from routing.parity.contracts import Verdict
from routing.parity.models import Trigger
from routing.parity.services import run_parity
from routing.services import Grounds

logger = logging.getLogger(__name__)


class Move(NamedTuple):
    """One line's move; `line` is where the file says so."""

    metric: str
    from_backend: str
    to_backend: str
    line: int


def grounds_of(move: Move, *, reason: str, file: str, actor: User | None, now: datetime) -> Grounds:
    """A fresh equal report; else the reason given; else a comparison made now, and where that does not say equal
    the file itself as the reason, with what the comparison said."""
    metric = Metric.objects.get(name=move.metric)
    known = standing(metric, move.from_backend, move.to_backend, now=now)
    if known.proven or reason:
        return Grounds(reason=reason, report=known.report)
    report, said = _compared(move, actor, now)
    if report is not None and report.verdict == Verdict.EQUAL:
        return Grounds(report=report)
    return Grounds(reason=f"{file}, line {move.line}, says so. {said}"[:LONGEST_REASON], report=report)


def words_before(move: Move, *, now: datetime) -> str:
    """What the plan says of a move that was not made yet."""
    metric = Metric.objects.get(name=move.metric)
    known = standing(metric, move.from_backend, move.to_backend, now=now)
    if known.proven:
        return known.words
    return f"{known.words} The sync compares them, and moves it with what it finds, unless --reason is given."


def words_of(grounds: Grounds) -> str:
    """What a move stands on; a warning where that is no equal report."""
    report = grounds.report
    told = f"parity report {report.pk}: {report.get_verdict_display()}" if report else "no parity report"
    proven = report is not None and report.verdict == Verdict.EQUAL
    words = f"{told}; {grounds.reason}" if grounds.reason else told
    return words if proven else f"WARNING: {words}"


def needs_people(move: Move, file: str) -> Finding:
    """A line may not do alone what needs two people."""
    return Finding(
        file=file,
        line=move.line,
        column=f"{move.metric}.backend",
        message=f"{move.metric} moves from {move.from_backend} to {move.to_backend} when two people want it.",
        hint=f"Ask for the flip in the admin or by POST /v1/routes/{move.metric}/flip and have it approved; then "
        "this line says the same.",
    )


def _compared(move: Move, actor: User | None, now: datetime) -> tuple[ParityReport | None, str]:
    """The report and its verdict in words; no report where the comparison could not be made."""
    try:
        report = run_parity(
            metric_name=move.metric,
            backend_a=move.from_backend,
            backend_b=move.to_backend,
            now=now,
            actor=actor,
            trigger=Trigger.FLIP,
        )
    except PortalProblem as problem:
        return None, f"They could not be compared: {problem.detail}"
    except Exception:
        # An engine that cannot even be asked must not keep the reviewed file from moving a metric away from it.
        logger.exception("%s and %s cannot be compared", move.from_backend, move.to_backend)
        return None, "They could not be compared; the log says why."
    reasons = " ".join(reason["detail"] for reason in report.reasons)
    return report, f"Parity found them {report.get_verdict_display()}. {reasons}".strip()
