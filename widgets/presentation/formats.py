"""A metric's numbers in words: its unit, its direction, three significant digits on tiles, all of them in tables."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from html import escape
from typing import Literal

from catalog.definitions import Direction, MetricDefinition
from widgets.charts.labels import Value, Words, words

Verdict = Literal["better", "worse", ""]

_CURRENCIES = {"usd": "USD", "eur": "EUR"}
_DURATIONS = {
    "days": ("day", "days", "d"),
    "hours": ("hour", "hours", "h"),
    "minutes": ("minute", "minutes", "min"),
}
_SECONDS = ("second", "seconds", "s")
_EXACT_COUNTS_BELOW = 100_000


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a tile shows it: what stands before and after its digits is smaller and greyer."""

    digits: str
    before: str = ""
    after: str = ""
    close: bool = False  # `after` touches the digits, as % does

    def __str__(self) -> str:
        return f"{self.before}{self.digits}{'' if self.close or not self.after else ' '}{self.after}"

    def html(self) -> str:
        before = f"<small>{escape(self.before)}</small>" if self.before else ""
        space = "" if self.close else " "
        after = f"{space}<small>{escape(self.after)}</small>" if self.after else ""
        return f"{before}{escape(self.digits)}{after}"


@dataclass(frozen=True, slots=True)
class Change:
    """The way from the comparison to now, in the metric's own unit; `rose` is None when nothing changed."""

    words: str
    rose: bool | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Formats:
    """How one metric's numbers are written. A percentage is kept as a fraction (0 to 1) and drawn in percent."""

    unit: str
    direction: Direction
    words: Words

    @property
    def is_rate(self) -> bool:
        return self.unit == "percent"

    @property
    def is_count(self) -> bool:
        return self.unit == "count"

    @property
    def adds_up(self) -> bool:
        return self.unit in ("count", "usd", "eur")

    def shown(self, value: Value) -> float:
        """The number in the unit it is drawn in: a fraction as a percentage."""
        return float(value) * 100 if self.unit == "percent" else float(value)

    def figure(self, value: Value | None) -> Figure:
        if value is None:
            return Figure("–")
        number = self.shown(value)
        if self.is_count and abs(number) < _EXACT_COUNTS_BELOW and number == int(number):
            return Figure(self.words.exact(int(number)))
        scaled = self.words.significant(number)
        if self.unit in _CURRENCIES:
            return self._money(number, scaled.digits, scaled.scale)
        if self.is_rate:
            return Figure(scaled.digits, after="%", close=True)
        after = " ".join(part for part in (scaled.scale, self._duration(number)) if part)
        return Figure(scaled.digits, after=after)

    def brief(self, value: Value | None) -> str:
        """The figure in one line, for labels: `$51.9 k`, `91.6%`, `3.4 d`."""
        if value is None:
            return "–"
        if self.unit in (*_DURATIONS, "seconds"):
            return f"{self.words.significant(self.shown(value))} {self._short_unit()}"
        return str(self.figure(value))

    def exact(self, value: Value | None) -> str:
        """Every digit the source gave (at most four decimals), the unit's sign where it is a sign."""
        if value is None:
            return "–"
        number: Value = float(value) * 100 if self.unit == "percent" else value
        text = self.words.exact(number, self._decimals(number))
        if self.unit in _CURRENCIES:
            return str(self._money(float(number), text, ""))
        return f"{text}%" if self.is_rate else text

    def tick(self, value: float, step: float) -> str:
        return self.words.tick(value, step) + ("%" if self.is_rate else "")

    def change(self, now: Value | None, before: Value | None) -> Change | None:
        """None where there is nothing to compare with. Rates move in points, durations in their unit, others in %."""
        if now is None or before is None:
            return None
        difference = self.shown(now) - self.shown(before)
        rose = None if difference == 0 else difference > 0
        if self.is_rate:
            amount = f"{self._amount(abs(difference))} pt"
        elif self.unit in (*_DURATIONS, "seconds"):
            amount = f"{self._amount(abs(difference))} {self._short_unit()}"
        elif float(before) == 0:
            amount = f"from {self.brief(before)}" if rose is not None else "no change"
        else:
            amount = f"{self._amount(abs(difference / self.shown(before)) * 100)}%"
        return Change("no change" if rose is None else amount, rose, self.verdict(rose))

    def verdict(self, rose: bool | None) -> Verdict:
        if rose is None or self.direction is Direction.NEUTRAL:
            return ""
        return "better" if rose == (self.direction is Direction.UP) else "worse"

    def unit_words(self) -> str:
        """The unit for a subtitle."""
        named = {"usd": "US$", "eur": "€", "count": "", "percent": "%", "ratio": "Ratio", "score": "Score"}
        return named.get(self.unit, self.unit.capitalize())

    def column_word(self) -> str:
        """One word above a narrow column of its numbers: `Rate`, `Count`, `US$`, `Days`."""
        return {"percent": "Rate", "count": "Count"}.get(self.unit, self.unit_words())

    def _amount(self, size: float) -> str:
        """A change's size: one decimal is all a reader can use, and a tiny one is said to be tiny."""
        if size < 0.05:
            return f"<{self.words.exact(0.1, 1)}"
        if size >= 100:
            return str(self.words.significant(size))
        return self.words.exact(size, 1).removesuffix(f"{self.words.decimal}0")

    def _decimals(self, value: Value) -> int:
        if self.unit in _CURRENCIES:
            return 2
        if self.is_count:
            return 0 if value == int(value) else 2
        if self.is_rate:
            return 2
        if isinstance(value, Decimal):
            exponent = value.normalize().as_tuple().exponent
            return min(4, max(0, -exponent)) if isinstance(exponent, int) else 0
        return 0 if value == int(value) else 2

    def _money(self, number: float, digits: str, scale: str) -> Figure:
        sign, first = self.words.currency(_CURRENCIES[self.unit])
        if not first:
            return Figure(digits, after=f"{scale} {sign}".strip())
        minus = self.words.minus if number < 0 and digits.startswith(self.words.minus) else ""
        return Figure(digits.removeprefix(minus), before=f"{minus}{sign}", after=scale)

    def _duration(self, number: float) -> str:
        one, many, _ = _DURATIONS.get(self.unit, _SECONDS if self.unit == "seconds" else ("", "", ""))
        return one if abs(number) == 1 else many

    def _short_unit(self) -> str:
        return _DURATIONS.get(self.unit, _SECONDS)[2]


def formats_for(definition: MetricDefinition, locale: str) -> Formats:
    """How this metric's numbers are written in a locale such as `en_US`."""
    return _formats(definition.unit, definition.direction, locale)


@lru_cache(maxsize=256)
def _formats(unit: str, direction: Direction, locale: str) -> Formats:
    return Formats(unit, direction, words(locale))
