"""What a move stands on: a fresh report that found both sides equal over the metric's own window at least, or a
written reason."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import F

from catalog.models import Metric
from catalog.selectors import governed
from metrics_portal.problems import Conflict, InvalidInput
from routing.backends.registry import label_of
from routing.parity.contracts import Verdict
from routing.parity.models import ParityReport
from routing.parity.selectors import (
    covers_own_window,
    fresh_since,
    own_window,
    reports_between,
    telling_report,
)
from sqlgen.windows import window_words

SHORTEST_REASON, LONGEST_REASON = 10, 400  # characters


class ParityRequired(Conflict):
    """Neither a fresh equal report nor a reason. `detail` says which report there is, and what to do."""

    code = "parity_required"
    title = "A move needs proof or a reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of two backends now. `report` is the fresh one; `words` tell it in a sentence."""

    report: ParityReport | None
    proven: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move that may come; `window` is the form of the metric's own."""

    metric: Metric
    from_backend: str
    to_backend: str
    window: str


def standing(metric: Metric, from_backend: str, to_backend: str, *, now: datetime) -> Standing:
    """How well a move is proven at this moment."""
    window = governed(metric).definition.default.window
    move = Move(metric=metric, from_backend=from_backend, to_backend=to_backend, window=window)
    return standings([move], now=now)[metric.pk]


def standings(moves: Sequence[Move], *, now: datetime) -> dict[int, Standing]:
    """How well each move is proven at this moment, by the metric's id; two queries for any number of them."""
    sides: dict[tuple[str, str], list[int]] = defaultdict(list)
    for move in moves:
        sides[move.from_backend, move.to_backend].append(move.metric.pk)
    made = reports_between(sides)
    fresh: dict[int, list[ParityReport]] = defaultdict(list)
    for report in made.filter(at__gte=fresh_since(now), closure_hash=F("metric__closure_hash")):
        fresh[report.metric_id].append(report)
    newest = made.order_by("metric_id", "-at", "-pk").distinct("metric_id")
    last = {report.metric_id: report for report in newest}
    return {
        move.metric.pk: _standing(move, fresh[move.metric.pk], last.get(move.metric.pk), now)
        for move in moves
    }


def _standing(
    move: Move, fresh: Sequence[ParityReport], last: ParityReport | None, now: datetime
) -> Standing:
    report = telling_report(fresh, move.window)
    if report is None:
        return Standing(report=None, proven=False, words=_no_fresh(move, last, now))
    said = f"The report made {_ago(report, now)} found both sides {report.get_verdict_display()}"
    if report.verdict == Verdict.EQUAL and not covers_own_window(report, move.window):
        own = own_window(report, move.window).label
        words = (
            f"{said}, but over {window_words(report.window_label)} only. "
            f"A move needs {window_words(own)}, the metric's own window."
        )
        return Standing(report=report, proven=False, words=words)
    over = f" over {window_words(report.window_label)}" if report.window_label else ""
    return Standing(report=report, proven=report.verdict == Verdict.EQUAL, words=f"{said}{over}.")


def proof_of(
    metric: Metric, from_backend: str, to_backend: str, *, reason: str, now: datetime
) -> ParityReport | None:
    """The fresh report a move goes with, whatever it says; raises ParityRequired unless it says equal or there
    is a reason."""
    known = standing(metric, from_backend, to_backend, now=now)
    if not known.proven and not reason:
        raise ParityRequired(
            f"{metric.name} may not move from {label_of(from_backend)} to {label_of(to_backend)} yet. {known.words} "
            "Compare again, or give a written reason.",
            metric=metric.name,
            report=known.report.pk if known.report else None,
            verdict=known.report.verdict if known.report else None,
        )
    return known.report


def clean_reason(reason: str) -> str:
    """The reason without white space around it, empty for none; raises InvalidInput for one that says nothing or
    too much."""
    reason = " ".join(reason.split())
    if reason and not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise InvalidInput(
            f"A reason has {SHORTEST_REASON} to {LONGEST_REASON} characters; this one has {len(reason)}.",
            field="reason",
            value=reason[:80],
        )
    return reason


def _no_fresh(move: Move, last: ParityReport | None, now: datetime) -> str:
    if last is None:
        return f"{label_of(move.from_backend)} and {label_of(move.to_backend)} were never compared for it."
    if last.closure_hash != move.metric.closure_hash:
        return f"Its definition changed since the last report, made {_ago(last, now)}."
    return f"The last report was made {_ago(last, now)}; one is good for {settings.PARITY_FRESH_MINUTES} minutes."


def _ago(report: ParityReport, now: datetime) -> str:
    minutes = max(0, round((now - report.at).total_seconds() / 60))
    if minutes < 1:
        return "just now"
    if minutes < 120:
        return f"{minutes} minute{'s' if minutes > 1 else ''} ago"
    hours = minutes // 60
    return f"{hours} hours ago" if hours < 48 else f"{hours // 24} days ago"
