"""Two worlds that look the same to the viewer and hold different secrets, on real engines.

What the guard lets pass must answer the same in both: rows, or an error. Any difference was made by a secret (a
restricted column, a table that is not open, a row the viewer's rule hides), whether it is shown or only inferred.
"""

import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import psycopg

from metrics_portal.embedded.cluster import SUPERUSER, Cluster
from sqlgen.contracts import Dialect
from sqlgen.guard import GuardedQuery, Policy
from sqlgen.guard.blind import BLIND_DUCKDB, BLIND_POSTGRES
from sqlgen.tests.guard_world import MARK, SCHEMA, inserts, policy

# Eight values: dearer to test than a division, so that PostgreSQL would test the division first.
RULE = {"column": "product_id", "values": ["1", "2", "11", "12", "13", "14", "15", "16"]}
_SECONDS = 3.0
_HIDDEN = (
    f"UPDATE sales.claim SET channel = '{MARK}-row', cost = 7 WHERE product_id = 3",
    f"UPDATE sales.claim SET channel = '12', status = '{MARK}-2', score = 0, cost = NULL WHERE product_id = 3",
)
_OTHER_SECRETS = (
    "UPDATE sales.claim SET customer_email = 'x' WHERE claim_id % 2 = 0",
    "DELETE FROM sales.vault WHERE secret_id > 1",
    f"UPDATE sales.vault SET secret_text = 'other {MARK}'",
    "DELETE FROM hr.salary",
    "DELETE FROM sales.claim WHERE product_id = 3 AND claim_id % 4 = 0",
)

# An update moves a row; the visible ones lie in the same order in both worlds, so that LIMIT takes the same.
_IN_ORDER = (
    "CREATE TABLE sales.ordered AS SELECT * FROM sales.claim ORDER BY claim_id",
    "DROP TABLE sales.claim",
    "ALTER TABLE sales.ordered RENAME TO claim",
)

Answer = list[str] | str
Statement = tuple[str] | tuple[str, list[Any]]
World = Callable[[Dialect, int], Iterable[Statement]]  # the statements that make one of the two worlds


def ruled(dialect: Dialect) -> Policy:
    """The viewer's policy: of the claims only those of some products."""
    return policy(dialect, rows=RULE)


class Canary:
    """Runs guarded SQL in both worlds. Databricks has no engine here: nothing is run, and nothing found."""

    def __init__(self, postgres: tuple[str, str], world: World) -> None:
        self._postgres = [psycopg.connect(url, autocommit=True) for url in postgres]
        self._duckdb = [duckdb.connect(":memory:", config={"threads": "1"}) for _ in range(2)]
        for connection in self._postgres:
            connection.execute(f"SET statement_timeout = {int(_SECONDS * 1000)}")
            for setting, value in BLIND_POSTGRES.items():
                connection.execute(f"SET {setting} = {value}".encode())
        for index, engine in enumerate(self._duckdb):
            for statement in world("duckdb", index):
                engine.execute(*statement)
            for statement in BLIND_DUCKDB:
                engine.execute(statement)
            engine.execute("SET enable_external_access = false")

    def close(self) -> None:
        for connection in self._postgres:
            connection.close()
        for engine in self._duckdb:
            engine.close()

    def fault(self, query: GuardedQuery) -> str:
        """What a guarded query tells that it should not; empty when nothing."""
        if query.dialect == "databricks":
            return ""
        first, other, again = (self._answer(query, world) for world in (0, 1, 0))
        if MARK in repr((first, other)).upper():
            return f"shows a secret: {query.sql}"
        if isinstance(first, list) and len(first) > query.row_cap:
            return f"gives more rows than its cap: {query.sql}"
        # What differs from itself is made by the clock.
        return f"follows a secret: {query.sql}" if first == again and first != other else ""

    def fails(self, query: GuardedQuery) -> bool:
        """Whether a guarded query is an error in the first world."""
        return isinstance(self._answer(query, 0), str)

    def _answer(self, query: GuardedQuery, world: int) -> Answer:
        """The rows, in no order, or the kind of the error, or a word for what took too long."""
        try:
            if query.dialect == "postgres":
                rows = self._postgres[world].execute(query.sql.encode()).fetchall()
            else:
                rows = self._run_duckdb(query.sql, world)
        except (psycopg.errors.QueryCanceled, duckdb.InterruptException):
            return "too slow"
        except (psycopg.Error, duckdb.Error) as error:
            return f"{type(error).__name__}{MARK if MARK in str(error) else ''}"
        return sorted(map(repr, rows))

    def _run_duckdb(self, sql: str, world: int) -> list[tuple[Any, ...]]:
        engine = self._duckdb[world]
        alarm = threading.Timer(_SECONDS, engine.interrupt)
        alarm.start()
        try:
            return engine.execute(sql).fetchall()
        finally:
            alarm.cancel()


def claims(dialect: Dialect, index: int) -> Iterator[Statement]:
    """The statements that make one of the two worlds, with ? for values."""
    for made in SCHEMA:
        yield (made,)
    for statement, rows in inserts():
        for row in rows:
            yield statement.replace("%s", "?"), list(row)
    for statement in (_HIDDEN[index], *(_OTHER_SECRETS if index else ()), *_IN_ORDER):
        yield (statement,)


def _fill(cluster: Cluster, name: str, statements: Iterable[Statement]) -> str:
    with psycopg.connect(cluster.url("postgres", SUPERUSER), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    url = cluster.url(name, SUPERUSER)
    with psycopg.connect(url) as connection:
        for statement, *values in statements:
            connection.execute(statement.replace("%", "%%").replace("?", "%s").encode(), *values or [[]])
    return url


@contextmanager
def running_canary(world: World = claims) -> Iterator[Canary]:
    """A canary over a PostgreSQL server of its own, which ends with it."""
    with tempfile.TemporaryDirectory(prefix="guard-canary-") as directory:
        cluster = Cluster(Path(directory) / "server", throwaway=True)
        cluster.start()
        try:
            one, other = (_fill(cluster, f"world{index}", world("postgres", index)) for index in (0, 1))
            canary = Canary((one, other), world)
            try:
                yield canary
            finally:
                canary.close()
        finally:
            cluster.stop()
