"""Embedded DuckDB instances: one per process and version of the lakehouse, walled in before the first
query."""

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

_SPILL_LIMIT = "8GB"


@dataclass
class Instance:
    connection: duckdb.DuckDBPyConnection
    version: Version
    users: int = 0


class Instances:
    """Gives cursors on the newest version; an older one is closed when its last query ended."""

    def __init__(self, lakehouse: Lakehouse, *, memory_limit: str, threads: int) -> None:
        self.lakehouse = lakehouse
        self._memory_limit, self._threads = memory_limit, threads
        self._lock = threading.Lock()
        self._current: Instance | None = None

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own on what is on disk now; raises OSError when nothing is, duckdb.Error when it is
        not readable. An open instance is not used once its file is gone: an answer from it would hide
        that."""
        instance = self._acquire()
        try:
            with instance.connection.cursor() as cursor:
                cursor.execute(f"USE {CATALOG}")
                yield cursor
        finally:
            self._release(instance)

    def _acquire(self) -> Instance:
        with self._lock:
            version = self.lakehouse.version()
            if self._current is None or self._current.version != version:
                opened = Instance(self._open(version), version)
                outdated, self._current = self._current, opened
                if outdated and not outdated.users:
                    outdated.connection.close()
            self._current.users += 1
            return self._current

    def _release(self, instance: Instance) -> None:
        with self._lock:
            instance.users -= 1
            if instance is not self._current and not instance.users:
                instance.connection.close()

    def _open(self, version: Version) -> duckdb.DuckDBPyConnection:
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
            # It reckons with the least and the greatest value of a column, those of hidden rows among them: whether a
            # condition is tested at all, and so whether a query fails, would tell of them.
            connection.execute("SET disabled_optimizers = 'statistics_propagation'")
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
