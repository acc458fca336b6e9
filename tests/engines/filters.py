"""The filters every dimension is asked with: NULL, look-alikes, quotes, and what LIKE would take for a pattern."""

from collections.abc import Iterator
from typing import Any

from tests.engines.deck import in_pieces
from tests.engines.edges import NAMES

Filter = dict[str, Any]
Card = tuple[str, list[Any]]

# `$` is kept from Databricks by the guard: a filter may not hold it.
AWKWARD = tuple(name for name in NAMES if "$" not in name)
PATTERNS = ("%", "_", "!", "\\", "'", '"', "E", "É", "ß", "🙂", "o")
_TOGETHER = 5  # few enough that an answer cut by them names which were found
_NUMBERS: tuple[Card, ...] = (
    ("lt", [3]),
    ("lte", [3]),
    ("gt", [0]),
    ("gte", [7]),
    ("in", [0, 1, 7]),
    ("not_in", [5]),
)
_TRUTHS: tuple[Card, ...] = (("in", [True]), ("not_in", [True]), ("in", [None]), ("is_null", []))
_OF_OTHER_TYPES = {"hour": _NUMBERS, "weekday": _NUMBERS, "is_repeat": _TRUTHS}


def is_text(dimension: str) -> bool:
    return dimension not in _OF_OTHER_TYPES


def is_about_null(given: Filter) -> bool:
    return given["op"] in ("is_null", "not_null") or None in given["values"]


def cards_of(dimension: str) -> list[Filter]:
    """Every filter of a dimension, by its type."""
    cards = _OF_OTHER_TYPES.get(dimension) or tuple(_texts())
    return [{"dimension": dimension, "op": op, "values": values} for op, values in cards]


def _texts() -> Iterator[Card]:
    for op in ("in", "not_in"):
        yield from ((op, names) for names in in_pieces(AWKWARD, _TOGETHER))
    for op in ("contains", "starts_with"):
        yield from ((op, [text]) for text in PATTERNS)
    yield from (("is_null", []), ("not_null", []), ("in", [None, "porto"]), ("not_in", [None]))
