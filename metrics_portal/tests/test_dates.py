"""Days are written in one way: as PORTAL_LOCALE does, in the portal's time zone."""

from datetime import UTC, date, datetime

import pytest
from babel import Locale
from django.utils.dateformat import format as django_written
from pytest_django import Settings

from metrics_portal import dates

NIGHT = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "written"), [("en_US", "Jul 1, 2026"), ("pt-PT", "01/07/2026"), ("de", "01.07.2026")]
)
def test_a_moment_has_the_day_of_the_portals_time_zone_and_locale(
    settings: Settings, locale: str, written: str
) -> None:
    settings.TIME_ZONE, settings.PORTAL_LOCALE = "Europe/Lisbon", locale

    assert dates.day(NIGHT) == written
    assert dates.moment(NIGHT) == f"{written}, 00:30"
    assert dates.day(date(2026, 7, 1)) == written


@pytest.mark.parametrize("locale", ["en_US", "en_GB", "de", "pt_PT", "ja", "cs", "bg", "en-CA"])
def test_the_admin_writes_a_day_as_pages_do(locale: str) -> None:
    when = date(2026, 7, 4)

    by_the_admin = django_written(when, dates.django_format(locale))

    assert by_the_admin == dates.full_day(Locale.parse(locale.replace("-", "_")), when)


def test_words_between_the_parts_of_a_day_are_no_letters_of_a_format() -> None:
    assert django_written(date(2026, 7, 4), dates.django_format("pt_BR")) == "4 de Jul de 2026"
