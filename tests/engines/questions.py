"""What each metric is asked on every engine: few questions, dealt so that the pairs that matter all meet."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from catalog.contracts import GovernedMetric
from sqlgen.shape import dimension_names, has_time
from tests.engines.edges import KOLKATA, LISBON, NAMES, NEW_YORK, SANTIAGO

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
EACH = 12  # questions a metric: every window once, every grain twice

Card = TypeVar("Card")


class Deck(Generic[Card]):
    """Deals every card once before any comes again, in an order that is always the same."""

    def __init__(self, name: str, cards: Sequence[Card]) -> None:
        self._dice = random.Random(name)  # noqa: S311 - not a secret
        self._cards, self._left = list(cards), list[Card]()

    def deal(self) -> Card:
        if not self._left:
            self._left = self._dice.sample(self._cards, len(self._cards))
        return self._left.pop()


@dataclass(frozen=True)
class Question:
    """A metric asked for, as a person writes it, in the portal's zone."""

    zone: ZoneInfo
    asked: dict[str, Any]


def _text_filters() -> list[tuple[str, list[Any]]]:
    # `$` is kept from Databricks by the guard: a filter may not hold it.
    plain = [name for name in NAMES if "$" not in name]
    found: list[tuple[str, list[Any]]] = [(op, [name]) for name in plain for op in ("in", "not_in")]
    found += [
        (op, [text])
        for text in ("%", "_", "!", "\\", "'", '"', "E", "É", "ß", "🙂", "o")
        for op in ("contains", "starts_with")
    ]
    found += [
        ("is_null", []),
        ("not_null", []),
        ("in", [None, "porto"]),
        ("not_in", [None]),
        ("in", list(plain)),
    ]
    return found


_TEXT_FILTERS = Deck("text", _text_filters())
_NUMBER_FILTERS = Deck(
    "number", [("lt", [3]), ("lte", [3]), ("gt", [0]), ("gte", [7]), ("in", [0, 1, 7]), ("not_in", [5])]
)
_TRUTH_FILTERS: Deck[tuple[str, list[Any]]] = Deck(
    "truth", [("in", [True]), ("not_in", [True]), ("in", [None]), ("is_null", [])]
)
_FILTERS: dict[str, Deck[tuple[str, list[Any]]]] = {
    "hour": _NUMBER_FILTERS,
    "weekday": _NUMBER_FILTERS,
    "is_repeat": _TRUTH_FILTERS,
}


def questions_for(metric: GovernedMetric, *, by_day: bool) -> Iterator[Question]:
    """EACH questions for a metric (a third as many where it tells the present state).

    `by_day` tells that its source keeps dates only, so that nobody asks it for hours.
    """
    name = metric.name
    names = [one for one in dimension_names(metric) if one != "hour" or not by_day]
    cut, by, compare = Deck(name, names), Deck(f"{name} cut", (0, 1, 2)), Deck(f"{name} compare", COMPARISONS)
    kept, totals = Deck(f"{name} filters", (0, 0, 1, 2)), Deck(f"{name} totals", (True, False))
    timed = has_time(metric)
    window, grain, zone = (
        Deck(f"{name} window", WINDOWS),
        Deck(f"{name} grain", GRAINS),
        Deck(f"{name} zone", ZONES),
    )
    for _ in range(EACH if timed else EACH // 3):
        dimensions = list(dict.fromkeys(cut.deal() for _ in range(by.deal())))
        asked: dict[str, Any] = {"dimensions": dimensions}
        asked["filters"] = [_filter(cut.deal) for _ in range(kept.deal())]
        if timed:
            asked |= {"window": window.deal(), "grain": grain.deal(), "compare": compare.deal()}
            asked["totals"] = totals.deal()
            if (
                asked["window"] == EVERYTHING and asked["grain"] == "day"
            ):  # more buckets than one answer holds
                asked["grain"] = "week"
        if dimensions and kept.deal():
            asked |= {"limit": 3, "order": [dimensions[0]] if totals.deal() else []}
        yield Question(zone.deal(), asked)


def _filter(dimension_of: Callable[[], str]) -> dict[str, Any]:
    dimension = dimension_of()
    op, values = _FILTERS.get(dimension, _TEXT_FILTERS).deal()
    return {"dimension": dimension, "op": op, "values": values}
