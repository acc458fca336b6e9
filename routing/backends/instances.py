"""Embedded DuckDB instances: one per process and version of the lakehouse, walled in before the first
query; and one more where viewers ask who may not see all rows."""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial

import duckdb

from metrics_portal import endings
from routing.backends.lakehouse import CATALOG, Lakehouse, Version
from sqlgen.guard.blind import BLIND_DUCKDB

_SPILL_LIMIT = "8GB"


@dataclass(eq=False)
class Instance:
    connection: duckdb.DuckDBPyConnection
    version: Version
    users: int = 0


class Instances:
    """Gives cursors on the newest version; an older one is closed when its last query ended. Each instance is bounded
    by `memory_limit` and `threads`."""

    def __init__(self, lakehouse: Lakehouse, *, memory_limit: str, threads: int) -> None:
        self.lakehouse = lakehouse
        self._memory_limit, self._threads = memory_limit, threads
        self._lock = threading.Lock()
        self._current: dict[bool, Instance] = {}  # by whether its queries hide rows

    @contextmanager
    def cursor(self, *, hides_rows: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own on what is on disk now; raises OSError when nothing is, duckdb.Error when it is
        not readable. An open instance is not used once its file is gone: an answer from it would hide
        that. Where the query `hides_rows` of a table, nothing that DuckDB knows of them steers it."""
        instance = self._acquire(hides_rows)
        try:
            with instance.connection.cursor() as cursor:
                cursor.execute(f"USE {CATALOG}")
                yield cursor
        finally:
            self._release(instance)

    def _acquire(self, hides_rows: bool) -> Instance:
        with self._lock:
            version = self.lakehouse.version()
            for kind in [kind for kind, one in self._current.items() if one.version != version]:
                self._close_unused(self._current.pop(kind))
            if hides_rows not in self._current:
                self._current[hides_rows] = Instance(self._open(version, hides_rows), version)
            self._current[hides_rows].users += 1
            return self._current[hides_rows]

    def _release(self, instance: Instance) -> None:
        with self._lock:
            instance.users -= 1
            if instance not in self._current.values():
                self._close_unused(instance)

    def _close_unused(self, instance: Instance) -> None:
        if not instance.users:
            instance.connection.close()

    def _open(self, version: Version, hides_rows: bool) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(
            config={
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "allow_community_extensions": "false",
                "allow_persistent_secrets": "false",
                "memory_limit": self._memory_limit,
                "threads": str(self._threads),
                "temp_directory": _spill_directory(),
                "max_temp_directory_size": _SPILL_LIMIT,
            }
        )
        try:
            self.lakehouse.prepare(connection, version)
            connection.execute("SET TimeZone = 'UTC'")
            if hides_rows:
                for statement in BLIND_DUCKDB:
                    connection.execute(statement)
            # What queries freed goes back to the machine while nobody asks, too.
            connection.execute("SET allocator_background_threads = true")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
        except BaseException:
            connection.close()
            raise
        return connection


@cache
def _spill_directory() -> str:
    """A private folder of this process for what does not fit into memory; DuckDB may read and write there."""
    directory = tempfile.mkdtemp(prefix="portal-duckdb-")
    endings.at_end(partial(shutil.rmtree, directory, ignore_errors=True))
    return directory
