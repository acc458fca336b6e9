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
_MOST = r"top|first|largest|biggest|highest|best"
_LEAST = r"bottom|smallest|lowest|worst"


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
        if found := re.search(rf"\bby (?:{self._any_item()})$", phrase, re.IGNORECASE):
            self._add_all(found[0])

    def _read_limit(self, reader: Reader) -> None:
        any_dimension = "|".join(dimension_pattern(each) for each in self.metric.dimensions) or r"(?!)"
        subject = rf"(?: (?P<subject>{any_dimension}))?"
        orders = (
            (rf"(?:{_MOST}) {NUMBER}{subject}|{NUMBER} (?:{_MOST})".replace("number", "n1", 1), "-value"),
            (rf"(?:{_LEAST}) {NUMBER}{subject}|{NUMBER} (?:{_LEAST})".replace("number", "n1", 1), "value"),
        )
        for pattern, order in orders:
            found = reader.take(pattern)
            if not found:
                continue
            self.limit = number_of(found["n1"] or found["number"])
            self.order = (order,)
            if found["subject"]:
                self._add_all(found["subject"])
            reader.means(found, f"{self.limit} {'largest' if order == '-value' else 'smallest'} groups")

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
        dimensions = (dimension_pattern(each) for each in self.metric.dimensions)
        return "|".join((*dimensions, *GRAIN_WORDS.values()))

    def _add_all(self, text: str) -> None:
        """Every item of a list. Longer phrases first, so that "workshop region" is no "region"."""
        known = [(dimension_pattern(each), each.name) for each in self.metric.dimensions]
        known += [(pattern, f"grain:{grain}") for grain, pattern in GRAIN_WORDS.items()]
        each = "|".join(f"(?P<item{at}>{pattern})" for at, (pattern, _) in enumerate(known))
        for found in re.finditer(rf"\b(?:{each})\b", text, re.IGNORECASE):
            at = next(at for at in range(len(known)) if found[f"item{at}"])
            self._add(known[at][1])

    def _add(self, name: str) -> None:
        if name.startswith("grain:"):
            self.grain = name.removeprefix("grain:")
        elif name not in self.dimensions:
            self.dimensions.append(name)
