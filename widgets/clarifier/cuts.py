"""Words about what a metric is cut by, and how many groups are wanted."""

import re

from widgets.clarifier.contracts import DimensionWords, MetricWords
from widgets.clarifier.reader import Reader, phrase_pattern
from widgets.clarifier.times import NUMBER, number_of

GRAIN_WORDS = {
    grain: f"(?:iso |calendar )?{grain}s?" for grain in ("day", "week", "month", "quarter", "year")
}
_INTRODUCED = (
    r"(?:(?:split|cut|grouped|broken down|sliced|listed)(?: out)? )?"
    r"(?:by|per|for each|for every|in each|each|across)"
)
_AND = r"(?:\s*,\s*(?:and |then )?|\s+(?:and|&|then)(?: by| per)?\s+)"
_MOST = r"top|first|largest|biggest|highest|most|best"
_LEAST = r"bottom|smallest|lowest|fewest|least|worst"


def dimension_pattern(dimension: DimensionWords) -> str:
    longest_first = sorted(dimension.phrases, key=len, reverse=True)
    return "|".join(phrase_pattern(phrase) for phrase in longest_first)


class Cuts:
    """What was found: dimensions in the order they were named, a grain, an order and a limit."""

    def __init__(self, metric: MetricWords) -> None:
        self.metric = metric
        self.dimensions: list[str] = []
        self.grain: str | None = None
        self.order: tuple[str, ...] = ()
        self.limit: int | None = None

    def read(self, reader: Reader) -> None:
        """Take every list of cuts: "by region and week", "per partner"; and "top 5 partners", "largest first"."""
        self._read_limit(reader)
        while found := reader.take(self._lists()):
            self._add_all(found[0])
            reader.means(found, f"by {', '.join((*self.dimensions, *([self.grain] if self.grain else [])))}")
        self._read_order(reader)

    def take_from_name(self, phrase: str) -> None:
        """ "Claims by product" names a metric and, where it has that dimension, its cut."""
        if found := re.search(rf"\b(?:by|per) (?:{self._any_item()})$", phrase, re.IGNORECASE):
            self._add_all(found[0])

    def _read_limit(self, reader: Reader) -> None:
        subject = rf"(?P<subject>{'|'.join(pattern for pattern, _ in self._dimensions()) or '(?!)'})"
        for most, order in ((_MOST, "-value"), (_LEAST, "value")):
            for pattern in (
                rf"(?:{most}) {NUMBER}(?: {subject})?",
                rf"{NUMBER} (?:{most})(?: {subject})?",
                rf"{NUMBER} {subject} (?:with|had|have|having|has)(?: the)? (?:{most})",
            ):
                if found := reader.take(pattern):
                    self.limit, self.order = number_of(found["number"]), (order,)
                    self._add_all(found["subject"] or "")
                    largest = "largest" if order == "-value" else "smallest"
                    reader.means(found, f"{self.limit} {largest} groups")
                    return

    def _read_order(self, reader: Reader) -> None:
        for pattern, order in (
            (rf"(?:{_MOST}) (?:value )?first|(?:in )?descending(?: order)?", "-value"),
            (rf"(?:{_LEAST}) (?:value )?first|(?:in )?ascending(?: order)?", "value"),
        ):
            if not self.order and (found := reader.take(pattern)):
                self.order = (order,)
                reader.means(found, "largest first" if order == "-value" else "smallest first")

    def _lists(self) -> str:
        item = self._any_item()
        return rf"{_INTRODUCED} (?:the )?(?:{item})(?:{_AND}(?:the )?(?:{item}))*"

    def _any_item(self) -> str:
        return "|".join(pattern for pattern, _ in self._items())

    def _items(self) -> list[tuple[str, str]]:
        return [*self._dimensions(), *((pattern, f"grain:{grain}") for grain, pattern in GRAIN_WORDS.items())]

    def _dimensions(self) -> list[tuple[str, str]]:
        """(pattern, dimension) of each phrase, longer ones first: "workshop region" is no "workshop"."""
        phrases = [(phrase, each.name) for each in self.metric.dimensions for phrase in each.phrases]
        phrases.sort(key=lambda pair: len(pair[0]), reverse=True)
        return [(phrase_pattern(phrase), name) for phrase, name in phrases]

    def _add_all(self, text: str) -> None:
        items = self._items()
        each = "|".join(f"(?P<item{at}>{pattern})" for at, (pattern, _) in enumerate(items))
        for found in re.finditer(rf"\b(?:{each})\b", text, re.IGNORECASE):
            at = next(at for at in range(len(items)) if found[f"item{at}"])
            self._add(items[at][1])

    def _add(self, name: str) -> None:
        if name.startswith("grain:"):
            self.grain = name.removeprefix("grain:")
        elif name not in self.dimensions:
            self.dimensions.append(name)
