"""Words about which rows count: "in Lisboa and Porto", "region is unknown", "excluding phones", "hour before 12"."""

import re
from collections.abc import Callable

from sqlgen.contracts import FilterOp, Scalar
from sqlgen.intent import FilterSpec
from widgets.clarifier.contracts import DimensionWords, MetricWords
from widgets.clarifier.cuts import dimension_pattern
from widgets.clarifier.reader import Reader, phrase_pattern

Values = Callable[[str], tuple[str, ...]]  # of a dimension of the metric at hand

_NOT = (
    r"(?:excluding|except(?: for)?|without|other than|apart from|not(?: in| from| for)?|outside(?: of)?|no)"
)
_INTRO = r"(?:(?:and |but |only )?(?:where|with|whose|for|in|from|of|via|through|by|at|on)(?: the)? )?"
_IS = r"(?:is|are|was|equals?|=|:|being)"
_UNKNOWN = r"(?:unknown|missing|empty|not (?:known|recorded|set|given)|null)"
_KNOWN = r"(?:known|recorded|set|given|not (?:unknown|missing|empty|null))"
_QUOTED = r"[\"“„']([^\"”“']+)[\"”“']"
_NUMBERS: tuple[tuple[str, FilterOp], ...] = (
    (r"(?:is )?(?:before|below|under|less than|<)", FilterOp.LT),
    (r"(?:is )?(?:at most|up to|no more than|<=|until)", FilterOp.LTE),
    (r"(?:is )?(?:over|above|more than|>|after)", FilterOp.GT),
    (r"(?:is )?(?:at least|from|no less than|>=)", FilterOp.GTE),
)
_TEXTS: tuple[tuple[str, FilterOp], ...] = (
    (r"(?:that )?(?:starts?|starting|begins?|beginning) with", FilterOp.STARTS_WITH),
    (r"(?:that )?(?:contains?|containing|includes?|including)", FilterOp.CONTAINS),
)


class Conditions:
    """The filters found, in the order the rules look: about a named dimension first, bare values last."""

    def __init__(self, metric: MetricWords, values: Values) -> None:
        # The longest name first: "workshop region" is no "region".
        self.dimensions = sorted(metric.dimensions, key=lambda each: -max(map(len, each.phrases)))
        self.values = values
        self.filters: list[FilterSpec] = []

    def read_named(self, reader: Reader) -> None:
        """Conditions that need no values of the engine: NULL, comparison with a number, quoted text."""
        for dimension in self.dimensions:
            name = rf"(?:{dimension_pattern(dimension)})"
            self._read_null(reader, dimension, name)
            self._read_numbers(reader, dimension, name)
            self._read_quoted(reader, dimension, name)

    def read_values(self, reader: Reader) -> None:
        """Known values, standing bare or beside their dimension. A value that two dimensions hold is taken only
        beside its dimension's name."""
        held = {each.name: self.values(each.name) for each in self.dimensions}
        for dimension in self.dimensions:
            name = rf"(?:{dimension_pattern(dimension)})"
            self._take_values(reader, dimension.name, held[dimension.name], beside=name)
        for dimension in self.dimensions:
            others = {value for name, values in held.items() if name != dimension.name for value in values}
            own = tuple(
                value for value in held[dimension.name] if value not in others and not value.isdigit()
            )
            self._take_values(reader, dimension.name, own, beside="")

    def _read_null(self, reader: Reader, dimension: DimensionWords, name: str) -> None:
        article = r"(?:an? |any |the )?"
        for pattern, op in (
            (rf"{_INTRO}{article}{name} (?:{_IS} )?{_UNKNOWN}", FilterOp.IS_NULL),
            (rf"{_INTRO}{article}{_UNKNOWN} {name}", FilterOp.IS_NULL),
            (rf"without {article}{name}", FilterOp.IS_NULL),
            (rf"{_INTRO}{article}{name} (?:{_IS} )?{_KNOWN}", FilterOp.NOT_NULL),
            (rf"{_INTRO}{article}(?:known|recorded) {name}", FilterOp.NOT_NULL),
        ):
            if found := reader.take(pattern):
                self._keep(reader, found, dimension.name, op, ())

    def _read_numbers(self, reader: Reader, dimension: DimensionWords, name: str) -> None:
        for words, op in _NUMBERS:
            if found := reader.take(rf"{_INTRO}(?:an? )?{name} {words} (?P<number>[0-9]{{1,9}})"):
                self._keep(reader, found, dimension.name, op, (int(found["number"]),))

    def _read_quoted(self, reader: Reader, dimension: DimensionWords, name: str) -> None:
        for words, op in _TEXTS:
            if found := reader.take(rf"{_INTRO}(?:an? )?{name} {words} {_QUOTED}"):
                self._keep(reader, found, dimension.name, op, (found[found.re.groups],))
        if found := reader.take(rf"{_INTRO}{name} (?P<no>{_IS} not|{_NOT}|{_IS}) {_QUOTED}"):
            no = bool(re.search(_NOT, found["no"], re.IGNORECASE))
            op = FilterOp.NOT_IN if no else FilterOp.IN
            self._keep(reader, found, dimension.name, op, (found[found.re.groups],))

    def _take_values(self, reader: Reader, dimension: str, values: tuple[str, ...], *, beside: str) -> None:
        if not values:
            return
        any_value = "|".join(phrase_pattern(value) for value in sorted(values, key=len, reverse=True))
        listed = rf"(?:{any_value})(?:(?:\s*,\s*|\s+)(?:(?:and|or|&|nor)\s+)?(?:{any_value}))*"
        patterns = (
            [rf"(?P<no>{_NOT} )(?:the )?(?:{listed})", rf"{_INTRO}(?:{listed})"]
            if not beside
            else [
                rf"(?P<no>{_NOT} )(?:the )?{beside} (?:{_IS} )?(?:{listed})",
                rf"(?P<no>{_NOT} )(?:the )?(?:{listed}) {beside}",
                rf"{_INTRO}{beside} (?P<no>(?:{_IS} )?{_NOT} )(?:{listed})",
                rf"{_INTRO}{beside} (?:{_IS} )?(?:either )?(?:{listed})",
                rf"{_INTRO}(?:the )?(?:{listed}) {beside}",
            ]
        )
        for pattern in patterns:
            if found := reader.take(pattern):
                op = FilterOp.NOT_IN if found.groupdict().get("no") else FilterOp.IN
                self._keep(reader, found, dimension, op, _named(found[0], values))

    def _keep(
        self, reader: Reader, found: re.Match[str], dimension: str, op: FilterOp, values: tuple[Scalar, ...]
    ) -> None:
        self.filters.append(FilterSpec(dimension=dimension, op=op, values=values))
        shown = ", ".join(map(str, values))
        reader.means(found, f"{dimension} {op.value.replace('_', ' ')} {shown}".strip())


def _named(text: str, values: tuple[str, ...]) -> tuple[Scalar, ...]:
    """The values a list names, in its order; a longer name is never read as a shorter one within it."""
    longest_first = sorted(values, key=len, reverse=True)
    each = "|".join(f"(?P<v{at}>{phrase_pattern(value)})" for at, value in enumerate(longest_first))
    found = re.finditer(rf"(?<![^\W_])(?:{each})(?![^\W_])", text, re.IGNORECASE)
    hits = (next(at for at in range(len(longest_first)) if hit[f"v{at}"]) for hit in found)
    return tuple(dict.fromkeys(longest_first[at] for at in hits))
