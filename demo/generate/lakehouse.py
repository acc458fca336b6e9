"""The lakehouse file: written beside the old one, chunk by chunk, and swapped in whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from demo.contracts import Recipe
from demo.generate import plan
from demo.generate.session import statement

CHUNK_CLAIMS = 250_000
_NUMBERED_BY_CLAIM = ("ev_claim", "ev_service_request")


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to write the new file to. It takes the target's place when the block ends well.

    Who has the old file open keeps reading it; who opens the target sees the old file or the new one, whole.
    """
    for left_over in target.parent.glob(f".{target.name}.*.new*"):  # of a run that was killed
        left_over.unlink()
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        yield fresh
        os.replace(fresh, target)
    finally:
        for rest in fresh.parent.glob(f"{fresh.name}*"):
            rest.unlink()


def write(
    session: duckdb.DuckDBPyConnection, recipe: Recipe, fresh: Path, *, base: Path | None, since: date
) -> int:
    """Fill the new file; rows of days before `since` are taken from `base`. Returns how many claims it holds.

    The session's `kpi_daily` and `next_best_action` hold what was made for the days from `since` on.
    """
    session.execute(f"ATTACH {_quoted(fresh)} AS lake")
    session.execute(statement("lake_tables"))
    if base:
        _take_over(session, base, oldest=recipe.first_day, since=since)
    for first, last in _chunks(session, since):
        _write_chunk(session, first, last)
    claims = session.execute("SELECT count(*) FROM lake.l3_claims.ev_claim").fetchone()
    session.execute("CHECKPOINT lake")
    session.execute("DETACH lake")
    return int(claims[0]) if claims else 0


def _take_over(session: duckdb.DuckDBPyConnection, base: Path, *, oldest: date, since: date) -> None:
    session.execute(f"ATTACH {_quoted(base)} AS base (READ_ONLY)")
    bounds = {"first": _first_claim(oldest), "end": _first_claim(since)}
    for table in _NUMBERED_BY_CLAIM:
        session.execute(
            f"INSERT INTO lake.l3_claims.{table} SELECT * FROM base.l3_claims.{table} "  # noqa: S608 - our own names
            "WHERE claim_id >= $first AND claim_id < $end",
            bounds,
        )
    session.execute("DETACH base")


def _first_claim(day: date) -> int:
    return plan.number_of(day) * 1_000_000


def _chunks(session: duckdb.DuckDBPyConnection, since: date) -> Iterator[tuple[int, int]]:
    """Runs of days that bring about CHUNK_CLAIMS claims each, so that memory does not grow with the whole."""
    found = session.execute(
        "SELECT min(number), max(number) FROM ("
        "SELECT number, sum(claims) OVER (ORDER BY number) // $size AS chunk FROM day WHERE number >= $since"
        ") GROUP BY chunk ORDER BY chunk",
        {"size": CHUNK_CLAIMS, "since": plan.number_of(since)},
    )
    yield from found.fetchall()


def _write_chunk(session: duckdb.DuckDBPyConnection, first: int, last: int) -> None:
    days = {"first": first, "last": last}
    session.execute(statement("claims"), days)
    session.execute(statement("write_claims"))
    session.execute(statement("write_requests"))
    session.execute(statement("sum_claims"), days)
    session.execute(statement("offer_actions"))


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
