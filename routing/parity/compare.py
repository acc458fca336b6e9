"""The comparison itself: one question, both backends, every group side by side."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.conf import settings

from catalog.contracts import GovernedMetric
from catalog.selectors import dictionary
from routing import backends
from routing.backends import registry
from routing.parity.asking import TOTAL, Asking, SideAnswer, ask
from routing.parity.contracts import Comparison, Difference, Reason, Tolerance, Verdict, Why
from routing.parity.coverage import not_loaded
from routing.parity.meaning import reasons_in_definition
from routing.parity.numbers import difference
from routing.parity.questions import Questions, questions
from routing.parity.sources import PartSource, sources_of
from sqlgen.compiler.types import Family
from sqlgen.contracts import Grain
from sqlgen.shape import fill_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Both sides' sources, part by part."""

    a: tuple[PartSource, ...]
    b: tuple[PartSource, ...]


def compare(
    metric: GovernedMetric,
    backend_a: str,
    backend_b: str,
    *,
    now: datetime,
    window: str | None = None,
    dimensions: Sequence[str] | None = None,
    grain: Grain | None = None,
    slot_wait_seconds: float | None = None,
) -> Comparison:
    """Ask both backends the same of a closed window and lay the answers side by side.

    Left out, the window is the metric's own (or the last closed one of its kind), the grain the metric's own,
    and the dimension the first that both have. No row policy binds the queries. Raises IntentRefused for a
    window that is not over or a name the metric does not have, BackendError when a side gives no answer.
    """
    started = time.perf_counter()
    zone, words = ZoneInfo(settings.TIME_ZONE), dictionary()
    asking = Asking(metric=metric, dictionary=words, zone=zone, slot_wait_seconds=slot_wait_seconds)
    sides = (backend_a, backend_b)
    asked = questions(metric, sides, now=now, zone=zone, window=window, dimensions=dimensions, grain=grain)
    asked, a, b = _ask_both(asking, sides, asked)
    pair = _Pair(
        a=_sources(asking, backend_a, asked.intent.dimensions),
        b=_sources(asking, backend_b, asked.intent.dimensions),
    )
    total, groups = _differences(metric, a, b)
    reasons = tuple(_reasons(asking, pair, asked, a, b, (total, *groups)))
    agree = all(each.within for each in (total, *groups))
    verdict = Verdict.NOT_COMPARABLE if reasons else Verdict.EQUAL if agree else Verdict.DIFFERENT
    return Comparison(
        metric=metric.name,
        revision=metric.revision,
        closure_hash=metric.closure_hash,
        a=a.side,
        b=b.side,
        window=asked.intent.window,
        grain=asked.intent.grain,
        dimensions=asked.intent.dimensions,
        tolerance=tolerance_of(metric),
        total=total,
        groups=groups,
        verdict=verdict,
        reasons=reasons,
        notes=(*asked.notes, *_asked_as_the_portal(sides)),
        duration_ms=(time.perf_counter() - started) * 1000,
    )


def _asked_as_the_portal(sides: tuple[str, str]) -> Iterator[str]:
    """A comparison is nobody's in particular: what its numbers say of a reader's is told where they may differ."""
    for backend in filter(backends.by_reader, sides):
        label = registry.label_of(backend)
        yield (
            f"{label} was asked by the portal's own rights. Its readers are answered by theirs, and may be shown other"
            " numbers."
        )


def tolerance_of(metric: GovernedMetric) -> Tolerance:
    """The definition's, as exact as it was written."""
    given = metric.definition.parity
    return Tolerance(
        relative=Decimal(repr(given.relative_tolerance)), absolute=Decimal(repr(given.absolute_tolerance))
    )


def _ask_both(
    asking: Asking, sides: tuple[str, str], asked: Questions
) -> tuple[Questions, SideAnswer, SideAnswer]:
    """Both answers; where the groups are too many for one answer and nobody asked for them, without them."""
    a, b = (ask(asking, side, asked.intent) for side in sides)
    if (a.truncated or b.truncated) and asked.chosen:
        return _ask_both(asking, sides, asked.without_dimensions())
    return asked, a, b


def _sources(asking: Asking, backend: str, dimensions: tuple[str, ...]) -> tuple[PartSource, ...]:
    return sources_of(
        asking.metric,
        backend=backend,
        dialect=registry.engine_of(backend).dialect,
        dimensions=dimensions,
        dictionary=asking.dictionary,
    )


def _differences(
    metric: GovernedMetric, a: SideAnswer, b: SideAnswer
) -> tuple[Difference, tuple[Difference, ...]]:
    tolerance, fill = tolerance_of(metric), fill_of(metric)
    total = difference(TOTAL, a.total, b.total, tolerance=tolerance, fill=fill)
    keys = dict.fromkeys((*a.groups, *b.groups))
    found = [
        difference(key, a.groups.get(key), b.groups.get(key), tolerance=tolerance, fill=fill) for key in keys
    ]
    return total, tuple(sorted(found, key=_gravity))


def _gravity(one: Difference) -> tuple[bool, bool, Decimal, str, tuple[str, ...]]:
    """The worst first: out of tolerance, missing, far apart; then by bucket and name."""
    return one.within, not one.missing, -(one.absolute or Decimal(0)), str(one.bucket or ""), one.dimensions


def _reasons(
    asking: Asking,
    pair: _Pair,
    asked: Questions,
    a: SideAnswer,
    b: SideAnswer,
    differences: Iterable[Difference],
) -> Iterator[Reason]:
    yield from asked.reasons
    yield from reasons_in_definition(asking.metric.definition, pair.a, pair.b)
    if asked.intent.window is not None:
        yield from not_loaded(
            pair.a,
            pair.b,
            window=asked.intent.window,
            dictionary=asking.dictionary,
            zone=asking.zone,
            slot_wait_seconds=asking.slot_wait_seconds,
        )
    yield from _unusable(a, b)
    if not all(each.within for each in differences):
        yield from _other_state(asked, a, b)
        yield from _other_zone(asking, pair, asked, a, b)


def _unusable(a: SideAnswer, b: SideAnswer) -> Iterator[Reason]:
    for answer in (a, b):
        if answer.truncated:
            yield Reason(
                Why.CUT,
                f"{answer.side.engine_label} has more groups than one answer holds "
                f"({answer.side.row_count:,} rows). Choose fewer dimensions or a coarser grain.",
            )
    if not a.groups and not b.groups and not (a.total or b.total):
        yield Reason(Why.NO_ROWS, "Neither side has a row in this window: there is nothing to compare.")


def _other_state(asked: Questions, a: SideAnswer, b: SideAnswer) -> Iterator[Reason]:
    """Without a window, numbers of two moments differ without a fault of either side."""
    loaded = a.side.data_loaded_at, b.side.data_loaded_at
    if asked.intent.window is None and loaded[0] != loaded[1]:
        told = [f"{at:%Y-%m-%d %H:%M} UTC" if at else "an unknown time" for at in loaded]
        left, right = registry.label_of(a.side.backend), registry.label_of(b.side.backend)
        yield Reason(
            Why.OTHER_STATE,
            f"Both tell the present state, {left} as loaded at {told[0]}, {right} as loaded at "
            f"{told[1]}. Compare again when both were loaded.",
        )


def _other_zone(
    asking: Asking, pair: _Pair, asked: Questions, a: SideAnswer, b: SideAnswer
) -> Iterator[Reason]:
    """The side that keeps points in time is asked again with UTC days: if it agrees then, the other side's days
    are UTC's, not the portal's."""
    mixed = {side.family for side in pair.a} != {side.family for side in pair.b}
    for sources, answer, other in ((pair.a, a, b), (pair.b, b, a)):
        if not mixed or {side.family for side in sources} != {Family.INSTANT} or asking.zone.key == "UTC":
            continue
        mine, theirs = registry.label_of(answer.side.backend), registry.label_of(other.side.backend)
        in_utc = replace(asking, zone=ZoneInfo("UTC"))
        again = ask(in_utc, answer.side.backend, asked.in_zone(UTC))
        total, groups = _differences(asking.metric, again, other)
        if all(each.within for each in (total, *groups)):
            yield Reason(
                Why.TIME_ZONE,
                f"{theirs} counts its days in UTC, not in {asking.zone.key}: asked for UTC days, {mine} gives "
                "the same numbers.",
            )
