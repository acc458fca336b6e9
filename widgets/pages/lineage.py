"""From tables to dashboards: what a metric is made from and who shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.contracts import GovernedMetric
from catalog.definitions import Source
from catalog.dictionary.paths import NoColumnPath, find_time
from catalog.selectors import dictionary, impact
from widgets.models import Dashboard, Widget

_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Names in each column; `more_…` count what is not listed. Wires are path data over a square of a hundred."""

    tables: tuple[str, ...]
    parts: tuple[str, ...]
    widgets: tuple[str, ...]
    dashboards: tuple[Dashboard, ...]
    dependants: tuple[str, ...]
    wires: tuple[str, str, str]
    counts: str


def lineage_of(metric: GovernedMetric) -> Lineage:
    """Three queries: dependants, widgets, dashboards."""
    tables = sorted(_tables(metric))
    found = list(Widget.objects.filter(metric__name=metric.name).prefetch_related("dashboards"))
    boards = list(dict.fromkeys(board for widget in found for board in widget.dashboards.all()))
    shown, shown_boards = _shortened([widget.title for widget in found]), boards[:_MOST]
    pairs = [
        (index, shown_boards.index(board))
        for index, widget in enumerate(found[: len(shown)])
        for board in widget.dashboards.all()
        if board in shown_boards
    ]
    return Lineage(
        tables=tuple(_shortened(tables)),
        parts=tuple(sorted(metric.parts)),
        widgets=tuple(shown),
        dashboards=tuple(shown_boards),
        dependants=impact(metric.name),
        wires=(
            _wires([(index, 0) for index in range(min(len(tables), _MOST))], min(len(tables), _MOST), 1),
            _wires([(0, index) for index in range(len(shown))], 1, len(shown)),
            _wires(pairs, len(shown), len(shown_boards)),
        ),
        counts=f"{_many(len(tables), 'table')}, {_many(len(found), 'widget')}, {_many(len(boards), 'dashboard')}",
    )


def _tables(metric: GovernedMetric) -> set[str]:
    own = {table for source in metric.definition.sources for table in _read_by(source)}
    return own.union(*(_tables(part) for part in metric.parts.values()))


def _read_by(source: Source) -> tuple[str, ...]:
    """The source's table, and those its time column is reached through: every question reads them."""
    if source.time is None:
        return (source.table,)
    try:
        joins = find_time(dictionary(), source).joins
    except NoColumnPath:  # the dictionary has changed since; whoever asks for the number is told
        joins = ()
    return (source.table, *(join.right for join in joins))


def _shortened(names: Sequence[str]) -> list[str]:
    if len(names) <= _MOST:
        return list(names)
    return [*names[: _MOST - 1], f"{len(names) - _MOST + 1} more"]


def _wires(pairs: Sequence[tuple[int, int]], left: int, right: int) -> str:
    def place(index: int, count: int) -> float:
        return round((index + 0.5) / max(count, 1) * 100, 1)

    return "".join(
        f"M0 {place(a, left)}C50 {place(a, left)} 50 {place(b, right)} 100 {place(b, right)}"
        for a, b in pairs
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
