"""Windows by name, at the moments where calendars and clocks are awkward."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sqlgen.comparison import compare_with
from sqlgen.contracts import Window
from sqlgen.errors import IntentRefused
from sqlgen.tests.example import NOW, ZONE
from sqlgen.windows import VALID_FORMS, resolve_window


def _days(window: Window) -> tuple[str, str]:
    return window.start.strftime("%Y-%m-%d %H:%M"), window.end.strftime("%Y-%m-%d %H:%M")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("form", "start", "end"),
    [
        ("today", "2025-11-20", "2025-11-21"),
        ("yesterday", "2025-11-19", "2025-11-20"),
        ("last_30_days", "2025-10-21", "2025-11-20"),
        ("last_1_day", "2025-11-19", "2025-11-20"),
        ("this_week", "2025-11-17", "2025-11-21"),
        ("last_2_weeks", "2025-11-03", "2025-11-17"),
        ("last_3_months", "2025-08-01", "2025-11-01"),
        ("mtd", "2025-11-01", "2025-11-21"),
        ("qtd", "2025-10-01", "2025-11-21"),
        ("ytd", "2025-01-01", "2025-11-21"),
        ("month_to_yesterday", "2025-11-01", "2025-11-20"),
        ("previous_month", "2025-10-01", "2025-11-01"),
        ("previous_quarter", "2025-07-01", "2025-10-01"),
        ("previous_year", "2024-01-01", "2025-01-01"),
        ("2024-02-29..2024-03-01", "2024-02-29", "2024-03-01"),
    ],
)
def test_names_whole_local_days(form: str, start: str, end: str) -> None:
    assert _days(resolve_window(form, now=NOW, zone=ZONE)) == (f"{start} 00:00", f"{end} 00:00")


def test_what_is_over_of_a_month_that_has_just_begun_is_the_month_before() -> None:
    first = datetime(2025, 11, 1, 12, tzinfo=ZONE)

    window = resolve_window("month_to_yesterday", now=first, zone=ZONE)

    assert _days(window) == ("2025-10-01 00:00", "2025-11-01 00:00")


def test_the_day_is_the_portals_not_utcs() -> None:
    late = datetime(2025, 7, 31, 23, 30, tzinfo=UTC)  # already August in Lisbon

    assert _days(resolve_window("mtd", now=late, zone=ZONE)) == ("2025-08-01 00:00", "2025-08-02 00:00")


def test_the_same_minute_gives_the_same_window() -> None:
    windows = {
        resolve_window("last_15_minutes", now=NOW.replace(second=second), zone=ZONE) for second in (0, 30, 59)
    }

    assert [_days(window) for window in windows] == [("2025-11-20 14:15", "2025-11-20 14:30")]


def test_hours_are_real_time_across_a_clock_change() -> None:
    after = datetime(2025, 10, 26, 2, 0, tzinfo=UTC)  # an hour after the clocks went back

    window = resolve_window("last_3_hours", now=after, zone=ZONE)

    assert window.end.astimezone(UTC) - window.start.astimezone(UTC) == timedelta(hours=3)
    assert _days(window) == ("2025-10-26 00:00", "2025-10-26 02:00")


@pytest.mark.parametrize(("day", "hours"), [("2025-03-30", 23), ("2025-10-26", 25), ("2025-06-01", 24)])
def test_a_day_may_be_shorter_or_longer(day: str, hours: int) -> None:
    window = resolve_window("today", now=_at(f"{day}T12:00"), zone=ZONE)

    assert window.end.astimezone(UTC) - window.start.astimezone(UTC) == timedelta(hours=hours)


def test_the_iso_week_of_new_year_starts_in_december() -> None:
    window = resolve_window("this_week", now=_at("2021-01-02T12:00"), zone=ZONE)

    assert _days(window) == ("2020-12-28 00:00", "2021-01-03 00:00")


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ("last_month", "is not a window"),
        ("last_0_days", "is not a window"),
        ("last_99999_days", "is not a window"),
        ("2025-02-30..2025-03-01", "does not exist"),
        ("2025-03-01..2025-03-01", "is empty"),
        ("2025-03-02..2025-03-01", "is empty"),
        ("0001-01-01..0002-01-01", "leaves the years"),
        ("MTD", "is not a window"),
        ("mtd\n", "is not a window"),
        ("last_٣_days", "is not a window"),
    ],
)
def test_refuses_what_is_no_window_and_names_the_forms(form: str, why: str) -> None:
    with pytest.raises(IntentRefused, match=why) as refused:
        resolve_window(form, now=NOW, zone=ZONE)

    assert refused.value.members["choices"] == list(VALID_FORMS)
    assert refused.value.status == 422


@pytest.mark.parametrize(
    ("form", "now", "start", "end"),
    [
        ("last_30_days", "2025-11-20T12:00", "2025-09-21 00:00", "2025-10-21 00:00"),
        ("today", "2025-11-20T12:00", "2025-11-19 00:00", "2025-11-20 00:00"),
        ("mtd", "2025-11-20T12:00", "2025-10-01 00:00", "2025-10-21 00:00"),
        ("mtd", "2025-03-31T12:00", "2025-02-01 00:00", "2025-03-01 00:00"),
        ("qtd", "2025-11-20T12:00", "2025-07-01 00:00", "2025-08-21 00:00"),
        ("ytd", "2024-12-31T12:00", "2023-01-01 00:00", "2024-01-01 00:00"),
        ("this_week", "2025-11-20T12:00", "2025-11-10 00:00", "2025-11-14 00:00"),
        ("last_2_weeks", "2025-11-20T12:00", "2025-10-20 00:00", "2025-11-03 00:00"),
        ("last_3_months", "2025-11-20T12:00", "2025-05-01 00:00", "2025-08-01 00:00"),
        ("previous_month", "2025-03-20T12:00", "2025-01-01 00:00", "2025-02-01 00:00"),
        ("previous_quarter", "2025-11-20T12:00", "2025-04-01 00:00", "2025-07-01 00:00"),
        ("previous_year", "2025-11-20T12:00", "2023-01-01 00:00", "2024-01-01 00:00"),
        ("last_15_minutes", "2025-11-20T12:00", "2025-11-20 11:30", "2025-11-20 11:45"),
        ("2025-03-01..2025-03-11", "2025-11-20T12:00", "2025-02-19 00:00", "2025-03-01 00:00"),
    ],
)
def test_the_period_before(form: str, now: str, start: str, end: str) -> None:
    window = resolve_window(form, now=_at(now), zone=ZONE)

    assert _days(compare_with(window, "previous_period", ZONE).window) == (start, end)


@pytest.mark.parametrize(
    ("form", "start", "end"),
    [
        ("2025-03-01..2025-04-01", "2024-03-01", "2024-04-01"),
        ("2024-02-29..2024-03-01", "2023-02-28", "2023-03-01"),
        ("2024-02-01..2024-02-29", "2023-02-01", "2023-03-01"),
        ("2025-02-01..2025-03-01", "2024-02-01", "2024-03-01"),
    ],
)
def test_the_year_before_minds_leap_days(form: str, start: str, end: str) -> None:
    window = resolve_window(form, now=NOW, zone=ZONE)

    assert _days(compare_with(window, "previous_year", ZONE).window) == (f"{start} 00:00", f"{end} 00:00")


def test_minutes_a_year_before_keep_their_length_over_a_clock_change() -> None:
    window = resolve_window("last_90_minutes", now=datetime(2026, 3, 30, 1, 30, tzinfo=UTC), zone=ZONE)

    before = compare_with(window, "previous_year", ZONE).window

    assert before.end.astimezone(UTC) - before.start.astimezone(UTC) == timedelta(minutes=90)


def test_a_midnight_that_the_clocks_skip_is_the_instant_they_moved() -> None:
    zone = ZoneInfo("America/Sao_Paulo")  # in 2018 the 4th of November began at one o'clock

    window = resolve_window("2018-11-04..2018-11-05", now=NOW, zone=zone)

    assert window.start.astimezone(UTC) == datetime(2018, 11, 4, 3, tzinfo=UTC)
