"""Reads across the catalog: the dictionary in use, and governed metrics with their parts."""

from functools import lru_cache

from django.conf import settings
from django.db.models import Q, QuerySet

from catalog.closure import Stored, build, dependants, stored
from catalog.contracts import Dictionary, GovernedMetric, UnknownMetric
from catalog.definitions import MetricDefinition
from catalog.dictionary.holder import DictionaryHolder
from catalog.findings import nearest_names
from catalog.models import Metric, MetricRevision

_NEAREST = 3  # names told where one is unknown
# A closure is built once per process. A changed definition has another hash, so nothing here grows stale.
_MEMO_SIZE = 4096
_memo: dict[tuple[str, int], GovernedMetric] = {}


def dictionary() -> Dictionary:
    """The data dictionary, cached in the process; a valid change of its files is picked up within a second.

    Raises DictionaryInvalid or ImproperlyConfigured only while no valid version was ever loaded.
    """
    return _holder(settings.DATA_DICTIONARY_URI).get()


@lru_cache(maxsize=8)
def _holder(uri: str) -> DictionaryHolder:
    return DictionaryHolder(uri)


def governed_metric(name: str) -> GovernedMetric:
    """The live metric with its parts: one query when its closure was built before, else one more per level.

    Raises UnknownMetric, with the nearest names, when there is none or it was retired.
    """
    metric = _live().filter(name=name).first()
    if metric is None:
        raise _unknown(name)
    return governed(metric)


def governed(metric: Metric) -> GovernedMetric:
    """The same for a row that is loaded already: no query at all when its closure was built before."""
    if metric.retired_at is not None or metric.live_revision_id is None:
        raise _unknown(metric.name)
    key = (metric.closure_hash, metric.live_revision_id)
    known = _memo.get(key)
    if known is None:
        known = _memo[key] = build(metric.name, _closure(metric.name))
        _forget_oldest()
    return known


def live_metrics() -> tuple[GovernedMetric, ...]:
    """Every live metric, by name, in at most two queries."""
    rows = tuple(_live())
    if any((row.closure_hash, row.live_revision_id) not in _memo for row in rows):
        everything = stored_metrics()
        return tuple(build(row.name, everything) for row in rows)
    return tuple(governed(row) for row in rows)


def search(*, search: str = "", domain: str = "") -> QuerySet[Metric]:
    """Live metrics with their revision; `search` looks in names, labels, descriptions and synonyms."""
    found = _live().select_related("live_revision")
    if domain:
        found = found.filter(domain=domain)
    if search:
        found = found.filter(
            Q(name__icontains=search)
            | Q(label__icontains=search)
            | Q(live_revision__definition__description__icontains=search)
            | Q(live_revision__definition__synonyms__icontains=search)
        )
    return found


def revisions(name: str) -> QuerySet[MetricRevision]:
    """A metric's revisions, newest first, of a retired metric too; raises UnknownMetric."""
    if not Metric.objects.filter(name=name).exists():
        raise _unknown(name)
    return MetricRevision.objects.filter(metric__name=name).select_related("metric")


def stored_metrics() -> dict[str, Stored]:
    """Every metric's live revision by name; retired ones too, since live ones may stand on them."""
    return _stored(Metric.objects.filter(live_revision__isnull=False))


def definitions_in_force() -> dict[str, MetricDefinition]:
    """The definition of every metric that is not retired, by name."""
    return {name: one.definition for name, one in _stored(_live()).items()}


def impact(name: str) -> tuple[str, ...]:
    """The live metrics made of this one, directly or through others; raises UnknownMetric."""
    definitions = definitions_in_force()
    if name not in definitions:
        raise _unknown(name)
    return dependants([name], definitions)


def _live() -> QuerySet[Metric]:
    return Metric.objects.filter(retired_at__isnull=True, live_revision__isnull=False)


def _stored(metrics: QuerySet[Metric]) -> dict[str, Stored]:
    return {
        metric.name: stored(metric.live_revision)
        for metric in metrics.select_related("live_revision")
        if metric.live_revision is not None
    }


def _closure(name: str) -> dict[str, Stored]:
    """The metric and all its parts: one query per level, and parts are few levels deep."""
    found: dict[str, Stored] = {}
    wanted = {name}
    while wanted:
        level = _stored(Metric.objects.filter(name__in=wanted))
        found |= level
        wanted = {part for one in level.values() for part in one.definition.part_names} - found.keys()
    return found


def _forget_oldest() -> None:
    while len(_memo) > _MEMO_SIZE:
        _memo.pop(next(iter(_memo)), None)


def _unknown(name: str) -> UnknownMetric:
    close = _nearest(name)
    retired = Metric.objects.filter(name=name, retired_at__isnull=False).exists()
    what = f"The metric {name} was retired." if retired else f"There is no metric {name}."
    hint = f" Did you mean {' or '.join(close)}?" if close else " See GET /v1/metrics for all of them."
    return UnknownMetric(what + hint, field="metric", value=name, nearest=[*close])


def _nearest(given: str) -> tuple[str, ...]:
    """Names of metrics whose name or label is close to what was given: people write what they read on a tile."""
    spoken: dict[str, str] = {}
    for name, label in _live().order_by("name").values_list("name", "label"):
        spoken.setdefault(label.lower(), name)
        spoken[name] = name
    close = nearest_names(given, spoken, most=2 * _NEAREST)
    return tuple(dict.fromkeys(spoken[one] for one in close))[:_NEAREST]
