"""The operational tables in PostgreSQL: rows made in DuckDB, streamed in, and visible all at once."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb
import psycopg

from demo.contracts import Recipe
from demo.generate import plan
from demo.generate.session import statement

READER = "portal_reader"  # the role with which the portal reads these tables
ALERTS_KEPT = timedelta(days=60)
_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Kept:
    """A table's rows are numbered by day: those from `since` on are replaced, those too old dropped."""

    table: str
    key: str
    per_day: int  # what a day's number is multiplied with to give its first key


ISSUES = Kept("issue", "issue_id", 1_000)
ALERTS = Kept("alert", "alert_id", 10_000)
ACTIONS = Kept("next_best_action", "action_id", 1_000_000)
DAYS = Kept("kpi_daily", "kpi_date - DATE '1970-01-01'", 1)


def write(
    session: duckdb.DuckDBPyConnection, recipe: Recipe, url: str, *, since: date, scratch: Path, stamp: str
) -> None:
    """Replace the rows of the days from `since` on, in one transaction; it leaves `stamp` on the schema."""
    make_issues(session, since)
    make_alerts(session, max(since, recipe.today - ALERTS_KEPT))
    with psycopg.connect(url) as connection:
        connection.execute(statement("operational_tables"))
        for kept in (ISSUES, ACTIONS, DAYS):
            _replace(session, connection, kept, oldest=recipe.first_day, since=since, scratch=scratch)
        _replace(session, connection, ALERTS, oldest=recipe.today - ALERTS_KEPT, since=since, scratch=scratch)
        _let_the_portal_read(connection)
        connection.execute(psycopg.sql.SQL("COMMENT ON SCHEMA ops IS {}").format(psycopg.sql.Literal(stamp)))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ANALYZE ops.kpi_daily, ops.issue, ops.alert, ops.next_best_action")


def write_alerts(
    session: duckdb.DuckDBPyConnection, recipe: Recipe, url: str, *, since: date, scratch: Path
) -> None:
    """Bring only the alerts up to now: what changes from minute to minute."""
    make_alerts(session, since)
    with psycopg.connect(url) as connection:
        _replace(session, connection, ALERTS, oldest=recipe.today - ALERTS_KEPT, since=since, scratch=scratch)


def stamp_of(url: str) -> str | None:
    """The stamp the last complete `write` left; None when there was none."""
    with psycopg.connect(url, connect_timeout=5) as connection:
        row = connection.execute(
            "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = 'ops'"
        ).fetchone()
    return row[0] if row else None


def make_issues(session: duckdb.DuckDBPyConnection, since: date) -> None:
    session.execute(statement("issues"), {"first": plan.number_of(since), "last": _last(session)})


def make_alerts(session: duckdb.DuckDBPyConnection, since: date) -> None:
    session.execute(statement("alerts"), {"first": plan.number_of(since), "last": _last(session)})


def _last(session: duckdb.DuckDBPyConnection) -> int:
    row = session.execute("SELECT max(number) FROM day").fetchone()
    assert row is not None  # noqa: S101 - an aggregate without groups always has one row
    return int(row[0])


def _replace(
    session: duckdb.DuckDBPyConnection,
    connection: psycopg.Connection,
    kept: Kept,
    *,
    oldest: date,
    since: date,
    scratch: Path,
) -> None:
    bounds = {"first": plan.number_of(oldest) * kept.per_day, "since": plan.number_of(since) * kept.per_day}
    outdated = f"{kept.key} < %(first)s OR {kept.key} >= %(since)s"
    connection.execute(f"DELETE FROM ops.{kept.table} WHERE {outdated}", bounds)  # noqa: S608 - our own names
    rows = scratch / f"{kept.table}.csv"
    session.execute(f"COPY {kept.table} TO '{rows}' (FORMAT csv, HEADER false)")
    statement_in = f"COPY ops.{kept.table} FROM STDIN (FORMAT csv)"
    with rows.open("rb") as file, connection.cursor() as cursor, cursor.copy(statement_in) as copy:
        while block := file.read(_BLOCK):
            copy.write(block)
    rows.unlink()


def _let_the_portal_read(connection: psycopg.Connection) -> None:
    if connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [READER]).fetchone() is not None:
        connection.execute(f"GRANT USAGE ON SCHEMA ops TO {READER}")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA ops TO {READER}")
