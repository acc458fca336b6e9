"""Making the demo and keeping it alive. Commands, tasks and tests call these."""

import secrets
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from demo import state
from demo.contracts import SETTLED_AFTER, CannotSeed, Recipe, Seeded
from demo.generate.build import build, build_alerts, in_place
from demo.places import Places

DEFAULT_CLAIMS, DEFAULT_DAYS, DEFAULT_SEED = 250_000, 400, 7
CLAIMS_REFRESHED_EVERY = timedelta(minutes=10)
# Past this size a refresh copies too much to run every few minutes: such a demo moves on with the day only.
LIVELY_UP_TO_CLAIMS = 1_000_000


def seed(
    *,
    places: Places,
    now: datetime,
    claims: int | None = None,
    days: int | None = None,
    seed: int | None = None,
    fresh: bool = False,
) -> Seeded:
    """Make the demo data, or bring it up to today; what is complete and of today is left alone.

    Parameters left out keep what was made before, or take the defaults. Other parameters than before, or
    `fresh`, make everything anew. Raises CannotSeed; then what was there is untouched, and a later call
    starts over.
    """
    started = time.monotonic()
    _check(claims, days)
    with state.alone(places.var_dir):
        made = state.read(places.var_dir, places.zone)
        recipe = _recipe(made, now, places.zone, claims, days, seed)
        usable = made is not None and not fresh and _continues(made, recipe) and _in_place(made, places)
        if usable and made and made.recipe.today == recipe.today:
            return Seeded(
                changed=False, claims=made.rows, as_of=made.recipe.as_of, seconds=time.monotonic() - started
            )
        rows = _make(recipe, places, made if usable else None)
    return Seeded(changed=True, claims=rows, as_of=now, seconds=time.monotonic() - started)


def tick(*, places: Places, now: datetime) -> str:
    """Let the demo live on: new alerts at each call, new claims every ten minutes. Returns what was done.

    Does nothing before the first `seed`, and nothing while a seeding runs.
    """
    try:
        with state.alone(places.var_dir):
            return _move_on(places, now)
    except CannotSeed as problem:
        return problem.detail


def _move_on(places: Places, now: datetime) -> str:
    made = state.read(places.var_dir, places.zone)
    if made is None or not _in_place(made, places):
        return "There is no demo data to move on."
    recipe = _recipe(made, now, places.zone, None, None, None)
    lively = made.rows <= LIVELY_UP_TO_CLAIMS and now - made.recipe.as_of >= CLAIMS_REFRESHED_EVERY
    if lively or recipe.today > made.recipe.today:
        return f"{_make(recipe, places, made):,} claims up to now."
    build_alerts(
        recipe, file=places.lakehouse, url=places.operational_url, since=recipe.today - timedelta(days=1)
    )
    return "Alerts up to now."


def _make(recipe: Recipe, places: Places, made: state.Made | None) -> int:
    """Build and note it down, the note last: without it the run does not count."""
    since = (made.recipe.as_of - SETTLED_AFTER).astimezone(places.zone).date() if made else None
    stamp = secrets.token_hex(8)
    rows = build(recipe, file=places.lakehouse, url=places.operational_url, since=since, stamp=stamp)
    state.write(places.var_dir, state.Made(recipe, rows=rows, stamp=stamp))
    return rows


def _recipe(
    made: state.Made | None,
    now: datetime,
    zone: ZoneInfo,
    claims: int | None,
    days: int | None,
    seed: int | None,
) -> Recipe:
    before = made.recipe if made else None
    wanted = {
        "claims": claims or (before.claims if before else DEFAULT_CLAIMS),
        "days": days or (before.days if before else DEFAULT_DAYS),
        "seed": seed if seed is not None else (before.seed if before else DEFAULT_SEED),
    }
    same = before is not None and wanted == {
        "claims": before.claims,
        "days": before.days,
        "seed": before.seed,
    }
    anchor = before.anchor if before and same else now.astimezone(zone).date()
    return Recipe(**wanted, anchor=anchor, as_of=now, zone=zone)


def _continues(made: state.Made, recipe: Recipe) -> bool:
    before = made.recipe
    return (before.claims, before.days, before.seed, before.anchor) == (
        recipe.claims,
        recipe.days,
        recipe.seed,
        recipe.anchor,
    ) and before.as_of <= recipe.as_of


def _in_place(made: state.Made, places: Places) -> bool:
    return in_place(file=places.lakehouse, url=places.operational_url, stamp=made.stamp)


def _check(claims: int | None, days: int | None) -> None:
    if claims is not None and not 1 <= claims <= 400_000_000:
        raise CannotSeed(f"--claims {claims}: give a number from 1 to 400,000,000.")
    if days is not None and not 1 <= days <= 3650:
        raise CannotSeed(f"--days {days}: give a number from 1 to 3650.")
    if claims is not None and claims / (days or DEFAULT_DAYS) > 500_000:
        raise CannotSeed("More than 500,000 claims a day on average cannot be numbered. Give more --days.")
