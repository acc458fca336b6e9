"""One complete making of the demo's rows: lakehouse and operational tables, or neither."""

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb
import psycopg

from demo.contracts import CannotSeed, Recipe
from demo.generate import lakehouse, operational
from demo.generate.session import generating


def build(recipe: Recipe, *, file: Path, url: str, since: date | None, stamp: str) -> int:
    """Make the rows of the recipe and put them in place; returns the number of claims in the lakehouse.

    With `since` only the days from it on are made, and the older rows are taken over. Raises CannotSeed.
    """
    first = max(since, recipe.first_day) if since else recipe.first_day
    with (
        _told(file),
        _scratch(file) as scratch,
        generating(recipe, since=first, scratch=scratch) as session,
        lakehouse.replacing(file) as fresh,
    ):
        claims = lakehouse.write(session, recipe, fresh, base=file if since else None, since=first)
        operational.write(session, recipe, url, since=first, scratch=scratch, stamp=stamp)
    return claims


def build_alerts(recipe: Recipe, *, file: Path, url: str, since: date) -> None:
    """Bring only the alerts up to the recipe's moment. Raises CannotSeed."""
    with _told(file), _scratch(file) as scratch, generating(recipe, since=since, scratch=scratch) as session:
        operational.write_alerts(session, recipe, url, since=since, scratch=scratch)


def in_place(*, file: Path, url: str, stamp: str) -> bool:
    """Whether both sides are there and of the run with that stamp. Raises CannotSeed."""
    with _told(file):
        return file.exists() and operational.stamp_of(url) == stamp


@contextmanager
def _scratch(file: Path) -> Iterator[Path]:
    file.parent.mkdir(parents=True, exist_ok=True)
    for left_over in file.parent.glob(".demo-scratch-*"):  # of a run that was killed
        shutil.rmtree(left_over)
    with tempfile.TemporaryDirectory(prefix=".demo-scratch-", dir=file.parent) as directory:
        yield Path(directory)


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Turn what the engines and the disk say into our own words; the cause is chained."""
    try:
        yield
    except (duckdb.Error, OSError, psycopg.Error) as error:
        raise _problem(error, file) from error


def _problem(error: Exception, file: Path) -> CannotSeed:
    if _disk_is_full(error):
        return CannotSeed(
            f"The disk is full ({file.parent}). What was there before is untouched.",
            remedy="Free some space",
            by_hand=", or ask for fewer rows with --claims,",
        )
    if isinstance(error, duckdb.IOException) and "lock" in str(error).lower():
        return CannotSeed(f"{file} is open for writing in another program.", remedy="Close it there")
    if isinstance(error, psycopg.OperationalError):
        return CannotSeed(
            f"The operational PostgreSQL gave no answer: {str(error).strip().splitlines()[0].rstrip('.')}.",
            remedy="Check OPERATIONAL_DATABASE_URL, if it is set, and that the server runs",
            by_hand=" (`make up` starts the demo's own)",
        )
    if isinstance(error, psycopg.Error):
        return CannotSeed(f"The operational PostgreSQL refused: {str(error).splitlines()[0]}")
    return CannotSeed(f"{file} could not be written: {str(error).splitlines()[0]}")


def _disk_is_full(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno == errno.ENOSPC
    return isinstance(error, psycopg.errors.DiskFull) or "No space left on device" in str(error)
