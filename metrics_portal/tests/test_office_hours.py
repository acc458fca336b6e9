"""Hours of working days, read from a setting."""

from datetime import datetime

import pytest

from metrics_portal.office_hours import OfficeHours

MONDAY, SATURDAY = datetime(2026, 11, 16, 9, 0), datetime(2026, 11, 21, 9, 0)


def hours(text: str) -> OfficeHours:
    read = OfficeHours.read(text)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("clock", "within"), [("07:59", False), ("08:00", True), ("17:59", True), ("18:00", False)]
)
def test_they_hold_from_the_first_minute_up_to_the_last(clock: str, within: bool) -> None:
    hour, minute = map(int, clock.split(":"))

    assert hours("08:00-18:00").hold(MONDAY.replace(hour=hour, minute=minute)) is within


def test_they_do_not_hold_on_a_weekend() -> None:
    assert not hours("08:00-18:00").hold(SATURDAY)


def test_none_are_none() -> None:
    assert OfficeHours.read(" ") is None


@pytest.mark.parametrize("text", ["8-18", "08:00", "25:00-26:00", "18:00-08:00", "08:00-08:00", "always"])
def test_what_are_no_hours_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="write"):
        OfficeHours.read(text)
