"""What the last complete seeding left behind: kept in the var directory, written last."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from demo.contracts import CannotSeed, Recipe
from metrics_portal.embedded.profile import write_private


@dataclass(frozen=True, slots=True)
class Made:
    """A complete seeding. `stamp` stands on the operational tables too: both sides are of one run."""

    recipe: Recipe
    rows: int  # claims in the lakehouse
    stamp: str


def read(var_dir: Path, zone: ZoneInfo) -> Made | None:
    """The last complete seeding; None when there was none, or its note cannot be read."""
    try:
        noted = json.loads(_path(var_dir).read_text())
        recipe = Recipe(
            claims=noted["claims"],
            days=noted["days"],
            seed=noted["seed"],
            anchor=date.fromisoformat(noted["anchor"]),
            as_of=datetime.fromisoformat(noted["as_of"]),
            zone=zone,
        )
        return Made(recipe, rows=noted["rows"], stamp=noted["stamp"])
    except (FileNotFoundError, ValueError, KeyError):
        return None


def write(var_dir: Path, made: Made) -> None:
    recipe = made.recipe
    noted = {
        "claims": recipe.claims,
        "days": recipe.days,
        "seed": recipe.seed,
        "anchor": recipe.anchor.isoformat(),
        "as_of": recipe.as_of.isoformat(),
        "rows": made.rows,
        "stamp": made.stamp,
    }
    write_private(_path(var_dir), json.dumps(noted, indent=2))


@contextmanager
def alone(var_dir: Path) -> Iterator[None]:
    """Only one process at a time writes demo data; the kernel lets go of the lock when its holder ends."""
    var_dir.mkdir(parents=True, exist_ok=True)
    with (var_dir / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotSeed(
                "Another process is writing demo data.", remedy="Wait until it is done"
            ) from None
        yield


def _path(var_dir: Path) -> Path:
    return var_dir / "demo.json"
