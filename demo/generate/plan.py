"""How many claims each day brings: growth, season, weekday, holidays and chance. Arithmetic, no engine."""

import math
import random
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from demo.contracts import Recipe
from demo.generate.reference import WEEKDAYS

# Repeat claims point at a device of up to this many days before: the plan reaches back further than the rows.
LOOK_BACK_DAYS = 90
GROWTH_A_YEAR = 0.09
_EPOCH = date(1970, 1, 1)


class Day(NamedTuple):
    number: int  # days since 1970-01-01, the first part of a claim's number
    weekday: int  # ISO, Monday is 1
    claims: int
    hour_starts: list[int]  # 25 instants in microseconds since the epoch: the local hours 0 to 24
    age: int  # days before the anchor; negative after it


def number_of(day: date) -> int:
    return (day - _EPOCH).days


def days_of(recipe: Recipe) -> list[Day]:
    """Every day up to today, from LOOK_BACK_DAYS before the first: the counts of past days never change."""
    origin = recipe.anchor - timedelta(days=recipe.days)
    expected = _expected(recipe, origin, recipe.anchor)
    scale = recipe.claims / sum(expected)
    first = origin - timedelta(days=LOOK_BACK_DAYS)
    length = (recipe.today - first).days + 1
    planned: list[Day] = []
    running = 0.0
    for offset in range(length):
        day = first + timedelta(days=offset)
        if day == origin:
            running = (
                0.0  # whole numbers from here on, so that the days before the anchor sum to `claims` exactly
            )
        before, running = running, running + _weight(recipe, day) * scale
        planned.append(
            Day(
                number=number_of(day),
                weekday=day.isoweekday(),
                claims=round(running) - round(before),
                hour_starts=_hour_starts(recipe, day),
                age=(recipe.anchor - day).days,
            )
        )
    return planned


def _expected(recipe: Recipe, start: date, end: date) -> list[float]:
    return [_weight(recipe, start + timedelta(days=offset)) for offset in range((end - start).days)]


def _weight(recipe: Recipe, day: date) -> float:
    chance = random.Random(f"{recipe.seed}:{day.isoformat()}")  # noqa: S311 - demo data, repeatable by design
    growth = math.exp(math.log1p(GROWTH_A_YEAR) * (day - recipe.anchor).days / 365.25)
    angle = 2 * math.pi * day.timetuple().tm_yday / 365.25
    season = (
        1 + 0.08 * math.cos(angle) + 0.06 * math.cos(2 * (angle - 3.5))
    )  # after the holidays, and in summer
    noise = chance.gauss(1, 0.035)
    storm = 1.3 if chance.random() < 0.012 else 1.0
    return growth * season * _holiday(day) * WEEKDAYS[day.weekday()] * max(noise, 0.5) * storm


def _holiday(day: date) -> float:
    return {(12, 24): 0.7, (12, 25): 0.5, (12, 26): 0.75, (1, 1): 0.65}.get((day.month, day.day), 1.0)


def _hour_starts(recipe: Recipe, day: date) -> list[int]:
    """Where each local hour begins. A repeated hour is two hours long, a skipped one has no length."""
    hours = [datetime.combine(day, time(hour), recipe.zone) for hour in range(24)]
    hours.append(datetime.combine(day + timedelta(days=1), time(0), recipe.zone))
    return [int(instant.astimezone(UTC).timestamp()) * 1_000_000 for instant in hours]
