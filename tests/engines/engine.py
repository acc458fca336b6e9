"""Spark as a warehouse: its server and the shim before it, and how the real connector reaches them."""

import fcntl
import json
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from databricks import sql
from databricks.sql.client import Connection

from tests.engines.orphans import end_with_parent
from tests.engines.spark_server import SparkServer

CATALOGS = ("main", "lake")  # what statements may call Spark's one catalog
HTTP_PATH = "/sql/1.0/warehouses/local"
TOKEN = "dapi-engine-tests"
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class SparkEngine:
    """`port` is the shim's, where a warehouse would answer; files that Spark shall read may stand in `directory`."""

    port: int
    directory: Path

    @property
    def host(self) -> str:
        """What DATABRICKS_HOST would say."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """What the connector takes as `_connection_uri`."""
        return f"{self.host}{HTTP_PATH}"

    @property
    def arguments(self) -> dict[str, Any]:
        """Arguments for databricks.sql.connect, whose defaults wait for minutes when a server is gone."""
        return {
            "server_hostname": "127.0.0.1",
            "http_path": HTTP_PATH,
            "access_token": TOKEN,
            "_connection_uri": self.url,
            "enable_telemetry": False,
            "_retry_stop_after_attempts_count": 2,
            "_retry_stop_after_attempts_duration": 10,
            "_retry_delay_min": 0.5,
            "_retry_delay_max": 5,
            "_retry_delay_default": 1,
            "_socket_timeout": 60,
        }

    @contextmanager
    def connection(self, **more: Any) -> Iterator[Connection]:
        with sql.connect(**self.arguments | more) as connection:
            yield connection

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Run one statement on a connection of its own."""
        with self.connection() as connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return [tuple(row) for row in cursor.fetchall()]

    def fill_once(self, name: str, fill: Callable[["SparkEngine"], None]) -> None:
        """Fill Spark with what is called `name`, but only where none of the processes that share it has done so."""
        with (self.directory / f"{name}.lock").open("a+", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.seek(0)
            if not lock.read():
                fill(self)
                lock.write("filled")

    def tape(self, after: int = 0) -> list[dict[str, Any]]:
        """The calls the shim got after the first `after`: call, token, statement, configuration of each."""
        url = f"http://127.0.0.1:{self.port}/tape?after={after}"
        with urllib.request.urlopen(url, timeout=10) as answer:
            entries: list[dict[str, Any]] = json.load(answer)
        return entries


@dataclass(frozen=True)
class OwnSparkEngine(SparkEngine):
    """One that may be killed: `server` is Spark's process."""

    server: SparkServer


@contextmanager
def running_engine(
    *, memory: str = "1g", cores: int = 2, settings: Mapping[str, str] | None = None
) -> Iterator[OwnSparkEngine]:
    """An engine of one's own, empty; stopped at the end. Starting takes five to fifteen seconds."""
    server = SparkServer(memory=memory, cores=cores, settings=settings).start()
    try:
        with shim_before(server.port) as port:
            yield OwnSparkEngine(port, server.directory, server)
    finally:
        server.stop()


@contextmanager
def shim_before(spark_port: int, *options: str) -> Iterator[int]:
    """A shim in a process of its own, so that its work does not slow the client's; gives its port."""
    command = [sys.executable, "-m", "tests.engines.shim", "--spark", str(spark_port)]
    for name in CATALOGS:
        command += ["--alias", f"{name}=spark_catalog"]
    command += options
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, preexec_fn=end_with_parent) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline()
            assert told, "the shim did not start: see its error above"
            yield int(told)
        finally:
            process.terminate()
            process.wait(10)
