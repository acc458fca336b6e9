"""The words of the live catalog, and the values its engines hold, for an interpreter."""

from datetime import datetime
from functools import cached_property

from accounts.contracts import RowPolicy
from catalog.contracts import Dictionary, GovernedMetric
from catalog.definitions import Dimension, Source
from catalog.selectors import dictionary, governed_metric, live_metrics
from routing import backends
from routing.contracts import NoRoute
from sqlgen import guard
from sqlgen.compiler.nodes import UNKNOWN
from sqlgen.errors import IntentRefused
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent
from sqlgen.shape import dimension_names, has_time, simple_parts
from widgets.clarifier.contracts import DimensionWords, MetricWords
from widgets.selectors import question_of_metric
from widgets.written import compiled, place_of

MOST_VALUES = 200  # of one dimension, those with the most rows
_LOOKED_BACK = "last_90_days"


class GovernedCatalog:
    """What is live now, under a row policy; each dimension's values are read from its engine once.

    `now` is the moment its values are looked at.
    """

    def __init__(self, *, now: datetime, row_policy: RowPolicy) -> None:
        self._now = now
        self._row_policy = row_policy
        self._values: dict[tuple[str, str], tuple[str, ...]] = {}

    def metrics(self) -> tuple[MetricWords, ...]:
        return self._words

    def values(self, metric: str, dimension: str) -> tuple[str, ...]:
        """The values of the last 90 days, most frequent first; raises NoRoute and BackendError."""
        key = metric, dimension
        if key not in self._values:
            try:
                self._values[key] = self._read(*key)
            except IntentRefused:  # the source on this route has no such cut, a table by day no hour
                self._values[key] = ()
        return self._values[key]

    @cached_property
    def _words(self) -> tuple[MetricWords, ...]:
        words = dictionary()
        return tuple(_words_of(metric, words) for metric in live_metrics())

    def _read(self, name: str, dimension: str) -> tuple[str, ...]:
        metric = governed_metric(name)
        window = _LOOKED_BACK if has_time(metric) else None
        spec = IntentSpec(
            metric=name, dimensions=(dimension,), window=window, order=("-value",), limit=MOST_VALUES
        )
        route = question_of_metric(spec).route
        if route is None:
            raise NoRoute(f"{name} has no route to an engine that is configured here.", metric=name)
        place = place_of(route, dictionary())
        intent = resolve_intent(spec, metric, now=self._now, zone=place.zone, backend=route.backend)
        query = compiled(intent, metric, place)
        guarded = guard.check(query.sql, dialect=place.dialect, policy=place.policy(self._row_policy))
        rows = backends.get(place.backend).execute(guarded).rows
        return tuple(str(row[0]) for row in rows if row[0] not in (None, UNKNOWN))


def _words_of(metric: GovernedMetric, words: Dictionary) -> MetricWords:
    definition = metric.definition
    return MetricWords(
        name=metric.name,
        label=definition.label,
        phrases=tuple(dict.fromkeys((definition.label, metric.name, *definition.synonyms))),
        dimensions=tuple(
            DimensionWords(name, _phrases(name, metric, words)) for name in dimension_names(metric)
        ),
        has_time=has_time(metric),
        default_window=definition.default.window,
        default_grain=definition.default.grain,
    )


def _phrases(name: str, metric: GovernedMetric, words: Dictionary) -> tuple[str, ...]:
    """A dimension's name and label; its column's synonyms where no other dimension of the metric has them too."""
    phrases = [name]
    for part in simple_parts(metric):
        for source in part.definition.sources:
            for dimension in source.dimensions:
                if dimension.name == name:
                    phrases += [dimension.label, *_synonyms(dimension, source, words)]
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _synonyms(dimension: Dimension, source: Source, words: Dictionary) -> tuple[str, ...]:
    if dimension.expr or dimension.via:
        return ()  # by way of another table the same column is another thing
    table, _, column = (dimension.column or dimension.name).rpartition(".")
    schema = source.table.partition(".")[0]
    known = words.tables.get(f"{schema}.{table}" if table else source.table)
    found = known.columns.get(column) if known else None
    return found.synonyms if found else ()
