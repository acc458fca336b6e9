"""What both sides are asked: one closed window, one grain, the dimensions both have."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from catalog.contracts import GovernedMetric
from routing.backends.registry import label_of
from routing.parity.contracts import Reason, Why
from routing.parity.sources import common_dimensions, dimensions_missing
from routing.parity.windows import closed_default, closed_of
from sqlgen.contracts import Grain, Intent
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent
from sqlgen.shape import has_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """One intent for both sides. `chosen` tells that its dimensions were ours to choose."""

    intent: Intent
    chosen: bool
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...]

    def without_dimensions(self) -> "Questions":
        """The same without groups, said in a note."""
        named = ", ".join(self.intent.dimensions)
        note = f"There are too many groups of {named} for one answer; the whole was compared instead."
        whole = replace(self.intent, dimensions=())
        return replace(self, intent=whole, chosen=False, notes=(*self.notes, note))

    def in_zone(self, zone: tzinfo) -> Intent:
        """The intent with the same days, as another zone counts them."""
        window = self.intent.window
        if window is None:
            return self.intent
        start, end = (edge.replace(tzinfo=zone) for edge in (window.start, window.end))
        return replace(self.intent, window=replace(window, start=start, end=end))


def questions(
    metric: GovernedMetric,
    backends: tuple[str, str],
    *,
    now: datetime,
    zone: ZoneInfo,
    window: str | None,
    dimensions: Sequence[str] | None,
    grain: Grain | None,
) -> Questions:
    """What both sides are asked; raises IntentRefused for what the metric cannot be asked."""
    form, notes = _window(metric, window, now, zone)
    spec = IntentSpec(
        metric=metric.name,
        window=form,
        grain=(grain or Grain(metric.definition.default.grain)) if form else grain,
        totals=form is not None,
        dimensions=tuple(dimensions) if dimensions is not None else common_dimensions(metric, *backends)[:1],
    )
    intent = resolve_intent(spec, metric, now=now, zone=zone)
    intent, reasons = _cut_by_what_both_have(metric, backends, intent)
    chosen = dimensions is None and bool(intent.dimensions)
    return Questions(intent=intent, chosen=chosen, reasons=reasons, notes=notes)


def _window(
    metric: GovernedMetric, asked: str | None, now: datetime, zone: ZoneInfo
) -> tuple[str | None, tuple[str, ...]]:
    """The closed window's form, None for a metric of the present state (which refuses one itself)."""
    if not has_time(metric):
        return asked, ("The metric tells the present state; both sides were asked one after the other.",)
    if asked is not None:
        form, note = closed_of(asked, now=now, zone=zone)
    else:
        form, note = closed_default(metric.definition.default.window, now=now, zone=zone)
    return form, (note,) if note else ()


def _cut_by_what_both_have(
    metric: GovernedMetric, backends: tuple[str, str], intent: Intent
) -> tuple[Intent, tuple[Reason, ...]]:
    """The intent without the dimensions a side lacks, and a reason for each."""
    lacking = {backend: dimensions_missing(metric, backend, intent.dimensions) for backend in backends}
    reasons = tuple(
        Reason(Why.DIMENSION, f"On {label_of(backend)}, {metric.name} cannot be cut by {', '.join(names)}.")
        for backend, names in lacking.items()
        if names
    )
    gone = {name for names in lacking.values() for name in names}
    kept = tuple(name for name in intent.dimensions if name not in gone)
    return replace(intent, dimensions=kept), reasons
