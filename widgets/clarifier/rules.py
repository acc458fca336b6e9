"""The interpreter that needs no model: names, labels and synonyms of the catalog, and phrases about time."""

import re
from dataclasses import dataclass

from sqlgen.contracts import Grain
from sqlgen.intent import IntentSpec
from widgets.clarifier.conditions import Conditions
from widgets.clarifier.contracts import Catalog, Interpretation, MetricWords
from widgets.clarifier.cuts import Cuts
from widgets.clarifier.reader import Reader, phrase_pattern, says_exactly
from widgets.clarifier.times import OVER_TIME, Compare, take_comparison, take_grain, take_window

_TOTALS = r"(?:and |with )?(?:the |a )?(?:grand |overall )?totals?|in total"
MOST_DIMENSIONS, MOST_FILTERS = 4, 20  # of an intent


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    metric: MetricWords
    words: str  # the person's
    exactly: bool


class RulesInterpreter:
    """Reads a text phrase by phrase. It never guesses: a word it has no rule for is told as not understood."""

    name = "rules"

    def interpret(self, text: str, catalog: Catalog) -> Interpretation:
        """What the words ask for; raises what `catalog.values` raises."""
        reader = Reader(text)
        found = _metrics_named(reader, catalog.metrics())
        if len(found) != 1:
            candidates = tuple(each.metric.name for each in found)
            return Interpretation(intent=None, not_understood=reader.left(), candidates=candidates)
        named = found[0]
        _take(reader, re.escape(named.words), f"metric {named.metric.label}")
        return _read(reader, named, catalog)


def _metrics_named(reader: Reader, metrics: tuple[MetricWords, ...]) -> tuple[_Named, ...]:
    """The metrics whose phrase covers most of the text: one, or several that share the phrase."""
    found = [
        _Named(metric=metric, words=match[0], exactly=says_exactly(match[0], phrase))
        for metric in metrics
        for phrase in metric.phrases
        if (match := reader.find(phrase_pattern(phrase)))
    ]
    best = max(((len(each.words), each.exactly) for each in found), default=None)
    # By name: a metric may be meant by two phrases that match the same words.
    fitting = {each.metric.name: each for each in found if (len(each.words), each.exactly) == best}
    return tuple(fitting.values())


def _read(reader: Reader, named: _Named, catalog: Catalog) -> Interpretation:
    metric = named.metric
    assumptions: list[str] = []
    # A comparison names a period too ("vs last year"): it is read before the window.
    compare, window = _times(reader, named) if metric.has_time else (None, None)
    cuts = Cuts(metric)
    conditions = Conditions(metric, lambda dimension: catalog.values(metric.name, dimension))
    conditions.read_named(reader)
    said = take_grain(reader) if metric.has_time else None
    cuts.read(reader)
    cuts.take_from_name(named.words)
    grain = (said or _grain(reader, metric, cuts, assumptions)) if metric.has_time else None
    totals = bool(grain and _take(reader, _TOTALS, "with the total"))
    if reader.has_words_left():
        conditions.read_values(reader)
    if metric.has_time and window is None:
        assumptions.append(f"The metric's own window: {metric.default_window.replace('_', ' ')}.")
    return Interpretation(
        intent=_intent(metric, cuts, conditions, window=window, compare=compare, grain=grain, totals=totals),
        understood=tuple(reader.understood),
        assumptions=tuple(assumptions),
        not_understood=(*reader.left(), *_too_many(cuts, conditions)),
    )


def _too_many(cuts: Cuts, conditions: Conditions) -> tuple[str, ...]:
    """What was read and finds no room in one question."""
    left = (f"condition on {given.dimension}" for given in conditions.filters[MOST_FILTERS:])
    return (*cuts.dimensions[MOST_DIMENSIONS:], *left)


def _times(reader: Reader, named: _Named) -> tuple[Compare | None, str | None]:
    compare = take_comparison(reader)
    # "Critical alerts, last 15 minutes" names the metric and its window.
    return compare, take_window(reader) or take_window(Reader(named.words))


def _grain(reader: Reader, metric: MetricWords, cuts: Cuts, assumptions: list[str]) -> str | None:
    if cuts.grain:
        return cuts.grain
    if _take(reader, OVER_TIME, "a series over time"):
        assumptions.append(f"One value per {metric.default_grain}, the metric's own grain.")
        return metric.default_grain
    return None


def _take(reader: Reader, pattern: str, meaning: str) -> bool:
    found = reader.take(pattern)
    if found:
        reader.means(found, meaning)
    return bool(found)


def _intent(
    metric: MetricWords,
    cuts: Cuts,
    conditions: Conditions,
    *,
    window: str | None,
    compare: Compare | None,
    grain: str | None,
    totals: bool,
) -> IntentSpec:
    return IntentSpec(
        metric=metric.name,
        dimensions=tuple(cuts.dimensions[:MOST_DIMENSIONS]),
        filters=tuple(conditions.filters[:MOST_FILTERS]),
        grain=Grain(grain) if grain else None,
        window=window,
        compare=compare,
        order=cuts.order,
        limit=cuts.limit,
        totals=totals,
    )
