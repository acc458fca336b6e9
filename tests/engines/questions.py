"""What each metric is asked on every engine, dealt so that what may go wrong together meets.

Every metric is asked by each of its dimensions in every grain, alone in some, over every window and with every
comparison; every dimension is filtered by every awkward value. `test_questions_cover_the_edges.py` holds that.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from zoneinfo import ZoneInfo

from catalog.contracts import GovernedMetric
from sqlgen.shape import dimension_names, has_time
from tests.engines.deck import Deck, in_pieces
from tests.engines.edges import KOLKATA, LISBON, NEW_YORK, SANTIAGO
from tests.engines.filters import Filter, cards_of, is_about_null

GRAINS = (None, "day", "week", "month", "quarter", "year")
EVERYTHING = "2020-12-01..2027-02-01"
WINDOWS = (
    "2020-12-21..2021-01-11",  # over 2020-W53 and the turn of the year
    "2026-12-21..2027-01-11",  # over 2026-W53
    "2024-02-01..2024-03-02",  # a leap day
    "2023-12-15..2024-03-01",  # up to and with one
    "2026-03-01..2026-04-12",  # clocks go forward
    "2026-09-01..2026-11-10",  # clocks go back; most of the generated rows
    EVERYTHING,
    "last_60_days",
    "mtd",
    "previous_month",
)
COMPARISONS = (None, "previous_period", "previous_year")
ZONES = (LISBON, NEW_YORK, SANTIAGO, KOLKATA)
_ALONE = 2  # grains in which a metric is asked without a dimension


@dataclass(frozen=True)
class Question:
    """A metric asked for, as a person writes it, in the portal's zone."""

    zone: ZoneInfo
    asked: dict[str, Any]


def questions(metrics: Mapping[str, GovernedMetric], *, by_day: Collection[str]) -> dict[str, list[Question]]:
    """What each metric is asked, by its name; always the same.

    `by_day` names those whose source keeps dates only, so that nobody asks them for hours.
    """
    cuts = {
        name: [one for one in dimension_names(metric) if one != "hour" or name not in by_day]
        for name, metric in metrics.items()
    }
    filters = _shared_out(cuts)
    return {name: list(_asked(metric, name, cuts[name], filters[name])) for name, metric in metrics.items()}


def _shared_out(cuts: Mapping[str, Sequence[str]]) -> dict[str, list[Filter]]:
    """Every filter of every dimension, each for one of the metrics that have the dimension."""
    shared: dict[str, list[Filter]] = {name: [] for name in cuts}
    for dimension in dict.fromkeys(one for names in cuts.values() for one in names):
        owners = Deck(f"{dimension} owners", [name for name, names in cuts.items() if dimension in names])
        for card in cards_of(dimension):
            shared[owners.deal()].append(card)
    return shared


def _asked(
    metric: GovernedMetric, name: str, names: Sequence[str], filters: Sequence[Filter]
) -> Iterator[Question]:
    """Half of the questions have a filter, from the metric's share or for NULL; what is left of its share gets
    questions of its own."""
    timed, dealt = has_time(metric), _Dealer(name)
    nulls = Deck(f"{name} nulls", [card for one in names for card in cards_of(one) if is_about_null(card)])
    left = Deck(f"{name} filters", filters).cards()
    grains = GRAINS if timed else (None,)
    alone = dealt.grains(_ALONE) if timed else [None]
    for grain in grains:
        for dimensions in [*([[]] if grain in alone else []), *_groups(metric, name, names, grain)]:
            given = [left.pop() if left else nulls.deal()] if dealt.filtered.deal() else []
            yield dealt.question(dimensions, given, grain, timed=timed)
    for pair in _pairs(left):
        # Cut by what it is filtered by, so that the answer names what was let through.
        dimensions = [given["dimension"] for given in pair]
        yield dealt.question(dimensions, pair, dealt.grain.deal() if timed else None, timed=timed)


def _groups(
    metric: GovernedMetric, name: str, names: Sequence[str], grain: str | None
) -> Iterator[list[str]]:
    """Each dimension in one group, in another company for each grain."""
    deck = Deck(f"{name} {grain}", names)
    # A running total has a row for each day and each group that ever was: more than one answer holds.
    fine = metric.definition.type == "cumulative" and grain in ("day", "week")
    yield from in_pieces(deck.cards(), 1 if fine else 2)


def _pairs(filters: Sequence[Filter]) -> Iterator[list[Filter]]:
    """All of them, two by two where they are about two dimensions."""
    by_dimension: dict[str, list[Filter]] = {}
    for given in filters:
        by_dimension.setdefault(given["dimension"], []).append(given)
    longest_first = sorted(by_dimension.values(), key=len, reverse=True)
    for one, other in zip_longest(longest_first[::2], longest_first[1::2], fillvalue=[]):
        yield from ([each for each in pair if each] for pair in zip_longest(one, other))


class _Dealer:
    """All that a metric's questions differ in beside dimensions and filters."""

    def __init__(self, name: str) -> None:
        self.grain = Deck(f"{name} grain", GRAINS)
        self.filtered = Deck(f"{name} filtered", (True, False))
        self._put_off: list[str] = []
        self._window, self._compare = Deck(f"{name} window", WINDOWS), Deck(f"{name} compare", COMPARISONS)
        self._zone, self._totals = Deck(f"{name} zone", ZONES), Deck(f"{name} totals", (True, False))
        self._limited, self._ordered = (
            Deck(f"{name} limit", (True, False, False)),
            Deck(f"{name} order", (True, False)),
        )

    def question(
        self, dimensions: list[str], filters: Sequence[Filter], grain: str | None, *, timed: bool
    ) -> Question:
        asked: dict[str, Any] = {"dimensions": dimensions, "filters": list(filters)}
        if timed:
            asked |= {"window": self._window_for(grain), "grain": grain, "compare": self._compare.deal()}
            asked["totals"] = self._totals.deal()
        if dimensions and self._limited.deal():
            asked |= {"limit": 3, "order": [dimensions[0]] if self._ordered.deal() else []}
        return Question(self._zone.deal(), asked)

    def grains(self, count: int) -> list[str | None]:
        return [self.grain.deal() for _ in range(count)]

    def _window_for(self, grain: str | None) -> str:
        """The next one; days of everything would be more buckets than one answer holds, so that waits."""
        if self._put_off and grain != "day":
            return self._put_off.pop()
        while (window := self._window.deal()) == EVERYTHING and grain == "day":
            self._put_off.append(window)
        return window
