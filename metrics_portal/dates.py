"""Days and moments in the words of PORTAL_LOCALE, the same on tiles, on pages and in the admin's lists."""

import re
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, get_date_format
from django.conf import settings
from django.utils import timezone

_PIECES = re.compile(r"'[^']*'|y+|M+|d+|.", re.DOTALL)
# CLDR's letters for a date, and Django's for the same.
_DJANGO = {
    "y": "Y",
    "yy": "y",
    "yyyy": "Y",
    "M": "n",
    "MM": "m",
    "MMM": "M",
    "MMMM": "F",
    "d": "j",
    "dd": "d",
}


@lru_cache(maxsize=8192)
def full_day(locale: Locale, when: date) -> str:
    """A day with its year, as the locale writes one: Nov 29, 2026."""
    return str(format_date(when, "medium", locale=locale))


def day(when: date) -> str:
    """A day in PORTAL_LOCALE; of a point in time, its day in the portal's time zone."""
    local = timezone.localtime(when).date() if isinstance(when, datetime) else when
    return full_day(_locale(settings.PORTAL_LOCALE), local)


def moment(at: datetime) -> str:
    """A point in time to the minute, in the portal's time zone: Nov 29, 2026, 10:15."""
    return f"{day(at)}, {timezone.localtime(at):%H:%M}"


def django_format(locale_name: str) -> str:
    """Django's date format for how a locale writes a day with its year."""
    pattern = get_date_format("medium", locale=_locale(locale_name)).pattern
    return "".join(_in_django(piece) for piece in _PIECES.findall(pattern))


def _in_django(piece: str) -> str:
    if piece in _DJANGO:
        return _DJANGO[piece]
    literal = piece[1:-1] or "'" if piece.startswith("'") else piece
    return re.sub(r"([A-Za-z\\])", r"\\\1", literal)


@lru_cache(maxsize=16)
def _locale(name: str) -> Locale:
    return Locale.parse(name.replace("-", "_"))
