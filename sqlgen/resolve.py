"""From a question as written to an intent: names checked, defaults filled in, windows resolved from one
clock.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from catalog.contracts import GovernedMetric
from catalog.findings import nearest, suggestion
from sqlgen.calendar import bucket_count
from sqlgen.comparison import compare_with
from sqlgen.contracts import Comparison, Filter, FilterOp, Intent, Window
from sqlgen.errors import IntentRefused
from sqlgen.intent import FilterSpec, IntentSpec
from sqlgen.shape import dimension_names, has_time, own_window
from sqlgen.windows import days_of, resolve_window

MAX_BUCKETS = 1_100
_NO_VALUE = (FilterOp.IS_NULL, FilterOp.NOT_NULL)
_ANY_VALUES = (FilterOp.IN, FilterOp.NOT_IN)


def resolve_intent(
    spec: IntentSpec, metric: GovernedMetric, *, now: datetime, zone: ZoneInfo, backend: str | None = None
) -> Intent:
    """The intent a spec means at the aware instant `now`; without a window, the one that the metric's source on
    `backend` covers, else the metric's default one.

    Without a grain the answer is one value (or one per group), never a series. Raises IntentRefused.
    Filter values are checked against their column's type when the intent is compiled.
    """
    names = dimension_names(metric)
    _check_dimensions(spec, names)
    window = _window(spec, metric, now, zone, backend)
    _check_order(spec)
    return Intent(
        metric=metric.name,
        dimensions=spec.dimensions,
        filters=tuple(_filter(given, names) for given in spec.filters),
        grain=spec.grain,
        window=window,
        compare=_comparison(spec, window, zone),
        order=spec.order,
        limit=spec.limit,
        totals=spec.totals and spec.grain is not None,
    )


def _check_dimensions(spec: IntentSpec, names: tuple[str, ...]) -> None:
    for name in spec.dimensions:
        _check_name(name, names, "dimensions")
    if len(set(spec.dimensions)) < len(spec.dimensions):
        raise IntentRefused(
            f"dimensions names {', '.join(spec.dimensions)}: each may be named once.",
            field="dimensions",
            value=list(spec.dimensions),
        )


def _check_name(name: str, names: tuple[str, ...], field: str) -> None:
    if name in names:
        return
    offer = suggestion(name, names) if names else "This metric is not cut by any dimension."
    raise IntentRefused(
        f"{field} names {name!r}, which this metric does not have. {offer}".rstrip(),
        field=field,
        value=name,
        choices=list(names),
        nearest=nearest(name, names),
    )


def _filter(given: FilterSpec, names: tuple[str, ...]) -> Filter:
    _check_name(given.dimension, names, "filters")
    count = len(given.values)
    wanted = (
        "no value"
        if given.op in _NO_VALUE
        else "at least one value"
        if given.op in _ANY_VALUES
        else "one value"
    )
    fits = {"no value": count == 0, "at least one value": count > 0, "one value": count == 1}[wanted]
    if not fits or (None in given.values and given.op not in _ANY_VALUES):
        raise IntentRefused(
            f"The filter on {given.dimension} has {count} values; {given.op.value} takes {wanted}.",
            field="filters",
            value=given.dimension,
        )
    return Filter(given.dimension, given.op, given.values)


def _window(
    spec: IntentSpec, metric: GovernedMetric, now: datetime, zone: ZoneInfo, backend: str | None
) -> Window | None:
    if not has_time(metric):
        for field in ("window", "grain", "compare"):
            if getattr(spec, field) is not None:
                raise IntentRefused(
                    f"{metric.name} tells the present state: it has no time and takes no {field}.",
                    field=field,
                    value=str(getattr(spec, field)),
                )
        return None
    window = resolve_window(spec.window or own_window(metric, backend), now=now, zone=zone)
    if spec.grain and (count := bucket_count(*days_of(window), spec.grain)) > MAX_BUCKETS:
        raise IntentRefused(
            f"window {window.label} holds {count:,} buckets of one {spec.grain.value}; at most "
            f"{MAX_BUCKETS:,} fit. Choose a coarser grain or a shorter window.",
            field="grain",
            value=spec.grain.value,
        )
    return window


def _comparison(spec: IntentSpec, window: Window | None, zone: ZoneInfo) -> Comparison | None:
    return compare_with(window, spec.compare, zone) if window and spec.compare else None


def _check_order(spec: IntentSpec) -> None:
    valid = ("value", *(("bucket",) if spec.grain else ()), *spec.dimensions)
    for given in spec.order:
        if given.removeprefix("-") not in valid:
            raise IntentRefused(
                f"order names {given!r}, which is not in the answer. Use one of: {', '.join(valid)}; "
                "put - in front for descending.",
                field="order",
                value=given,
                choices=list(valid),
            )
    if spec.limit and spec.grain and not spec.dimensions:
        raise IntentRefused(
            "limit keeps the largest groups of a series, and this one has no dimension. "
            "Its window bounds it: choose a shorter one.",
            field="limit",
            value=spec.limit,
        )
