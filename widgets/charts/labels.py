"""Numbers and dates in the words of a locale."""

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal, get_currency_symbol

from metrics_portal.dates import full_day

Value = int | float | Decimal

_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))


@dataclass(frozen=True, slots=True)
class Scaled:
    """Digits and the word for their scale, apart because the scale is drawn smaller: ("1.41", "M")."""

    digits: str
    scale: str = ""

    def __str__(self) -> str:
        return f"{self.digits} {self.scale}" if self.scale else self.digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How one locale writes. Made once per locale by `words`."""

    locale: Locale
    decimal: str
    group: str
    minus: str
    groups_of_three: bool

    def exact(self, value: Value, decimals: int = 0) -> str:
        """All digits, grouped, rounded to `decimals`."""
        # Python writes an int by way of a float, which has 53 bits; a Decimal keeps every digit there is.
        number = Decimal(value) if isinstance(value, int) else value
        if not self.groups_of_three:
            return str(format_decimal(number, format=f"#,##,##0.{'0' * decimals}", locale=self.locale))
        plain = f"{number:,.{decimals}f}".removeprefix("-")
        written = plain.translate({44: self.group, 46: self.decimal})
        return f"{self.minus}{written}" if number < 0 and plain.strip("0.") else written

    def significant(self, value: Value, digits: int = 3) -> Scaled:
        """Three significant digits, scaled from a thousand up: 1,412,345 → 1.41 M; whole digits stay."""
        number = float(value)
        if not math.isfinite(number):
            return Scaled("–")
        divisor, scale = self._scale_of(number, digits)
        shown = number / divisor
        if scale and abs(shown) < 1:
            shown = round(shown, digits)
        whole = len(str(int(abs(shown)))) if abs(shown) >= 1 else _leading_zeros(shown)
        decimals = min(max(digits - whole, 0), 6)
        return Scaled(self._trimmed(shown, decimals, keep=bool(scale)), scale)

    def tick(self, value: float, step: float) -> str:
        """An axis label: the step's own precision, thousands as k, millions as M, zero as 0."""
        if value == 0:
            return "0"
        divisor, scale = next(((size, word) for size, word in _SCALES if abs(value) >= size), (1.0, ""))
        decimals = max(0, math.ceil(-math.log10(step / divisor) - 1e-9)) if step < divisor else 0
        return str(Scaled(self._trimmed(value / divisor, min(decimals, 6)), scale))

    def day(self, when: date) -> str:
        return _skeleton(self.locale, "MMMd", when)

    def full_day(self, when: date) -> str:
        return full_day(self.locale, when)

    def month(self, when: date) -> str:
        return _skeleton(self.locale, "yMMM" if when.month == 1 else "MMM", when)

    def full_month(self, when: date) -> str:
        return _skeleton(self.locale, "yMMM", when)

    def weekday(self, iso: int) -> str:
        """Short name of an ISO weekday, 1 for Monday."""
        return str(self.locale.days["stand-alone"]["abbreviated"][iso - 1])

    def currency(self, code: str) -> tuple[str, bool]:
        """The currency's sign, and whether it stands before the number."""
        pattern = self.locale.currency_formats["standard"].pattern
        return str(get_currency_symbol(code, self.locale)), pattern.lstrip("‎‏").startswith("¤")

    @staticmethod
    def _scale_of(number: float, digits: int) -> tuple[float, str]:
        for size, word in _SCALES:
            # 999,950 rounds to a thousand thousands: call it a million.
            if abs(number) >= size * (1 - 0.5 * 10.0**-digits):
                return size, word
        return 1.0, ""

    def _trimmed(self, value: float, decimals: int, *, keep: bool = False) -> str:
        written = self.exact(value, decimals)
        if decimals and not keep and self.groups_of_three:
            written = written.rstrip("0").rstrip(self.decimal)
        return written


@lru_cache(maxsize=16)
def words(locale: str) -> Words:
    """The words of a locale such as `en_US` or `pt-PT`."""
    parsed = Locale.parse(locale.replace("-", "_"))
    symbols = parsed.number_symbols
    latin = symbols.get("latn", symbols)
    grouping = parsed.decimal_formats[None].pattern.split(".")[0].split(",")
    return Words(
        locale=parsed,
        decimal=latin["decimal"],
        group=latin["group"],
        minus="−" if latin["minusSign"] == "-" else latin["minusSign"],
        groups_of_three=len(grouping) == 2,
    )


@lru_cache(maxsize=8192)
def _skeleton(locale: Locale, skeleton: str, when: date) -> str:
    return str(format_skeleton(skeleton, when, locale=locale))


def _leading_zeros(shown: float) -> int:
    return 0 if shown == 0 else math.floor(math.log10(abs(shown))) + 1
