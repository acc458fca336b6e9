"""What SQL generation knows of definitions: catalog.validation asks it before one is saved or synced."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from catalog.definitions import MetricDefinition
from catalog.findings import suggestion
from catalog.validation import Issue
from sqlgen.errors import IntentRefused
from sqlgen.windows import VALID_FORMS, resolve_window

_ANY_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)  # whether a form names a window does not hang on the clock


def default_window_is_known(definition: MetricDefinition) -> Iterator[Issue]:
    """The window a metric, or one of its sources, is asked for when nobody names one must be one that
    resolves."""
    yield from _known(definition.name, ("default", "window"), definition.default.window)
    for position, source in enumerate(definition.sources):
        if source.window is not None:
            yield from _known(definition.name, ("sources", position, "window"), source.window)


def _known(metric: str, path: tuple[str | int, ...], form: str) -> Iterator[Issue]:
    try:
        resolve_window(form, now=_ANY_MOMENT, zone=ZoneInfo("UTC"))
    except IntentRefused:
        hint = suggestion(form, VALID_FORMS, shown=len(VALID_FORMS))
        yield Issue(metric=metric, path=path, message=f"{form} is no window.", hint=hint)
