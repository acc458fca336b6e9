"""Apache Spark's own Thrift server over HTTP, from the pyspark package: started on loopback, ended by its pid."""

import importlib.util
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.engines.orphans import end_with_parent

HOST = "127.0.0.1"
START_SECONDS = 180.0
STOP_SECONDS = 20.0
_CLASS = "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2"
_LOG_TAIL = 4_000
_JAVA_OPTIONS = "spark.driver.extraJavaOptions"
# Little is written: a test run logs tens of megabytes at Spark's own level.
_LOGGING = """
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n%ex
"""
# Behave like a warehouse: ANSI, UTC.
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": HOST,
    "spark.driver.bindAddress": HOST,
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
}
# Be quick with little data: to compile a query for one run, and to plan it anew while it runs, cost twice its time;
# so do the collector's threads, and the plans it would check and draw for a page that nobody sees.
FOR_LITTLE_DATA = {
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "2",
    "spark.sql.lightweightPlanChangeValidation": "false",
    "spark.sql.ui.explainMode": "simple",
    _JAVA_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


class SparkDidNotStart(RuntimeError):
    """Spark ended, or did not listen in time; carries the end of its log."""


class SparkServer:
    """One server with directories of its own, all removed when it stops.

    `memory` bounds Java's heap, as Java writes it. `settings` are Spark's own; FOR_LITTLE_DATA when none are given.
    """

    def __init__(
        self, *, memory: str = "1g", cores: int = 2, settings: Mapping[str, str] | None = None
    ) -> None:
        self._memory, self._cores = memory, cores
        self._settings = _SETTINGS | dict(FOR_LITTLE_DATA if settings is None else settings)
        self._directory: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def pid(self) -> int:
        """The server's process: spark-submit becomes Java."""
        assert self._process is not None, "not started"
        return self._process.pid

    @property
    def directory(self) -> Path:
        """Its own directory: warehouse, temporary files, log."""
        assert self._directory is not None, "not started"
        return Path(self._directory.name)

    def start(self) -> "SparkServer":
        """Start and wait until it listens; raises SparkDidNotStart."""
        self._directory = tempfile.TemporaryDirectory(prefix="portal-spark-", ignore_cleanup_errors=True)
        for name in ("conf", "tmp", "warehouse", "hive"):
            (self.directory / name).mkdir()
        (self.directory / "conf" / "log4j2.properties").write_text(_LOGGING, encoding="utf-8")
        self.port = _free_port()
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command(),
                cwd=self.directory,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C in the terminal is for the tests, which then stop it
                preexec_fn=end_with_parent,
            )
        try:
            self._wait_until_it_listens()
        except SparkDidNotStart:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """End it and remove its directories. Quiet when it is gone already."""
        if self._process is not None:
            self._end(self._process)
            self._process = None
        if self._directory is not None:
            self._directory.cleanup()
            self._directory = None

    def kill(self) -> None:
        """End it at once, as a crash would: SIGKILL. Its directories stay until `stop`."""
        os.kill(self.pid, signal.SIGKILL)
        assert self._process is not None
        self._process.wait(STOP_SECONDS)

    def log_tail(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")[-_LOG_TAIL:]

    @property
    def _log(self) -> Path:
        return self.directory / "spark.log"

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)

    def _wait_until_it_listens(self) -> None:
        assert self._process is not None
        give_up_at = time.monotonic() + START_SECONDS
        while time.monotonic() < give_up_at:
            if self._process.poll() is not None:
                raise SparkDidNotStart(f"Spark ended while it started:\n{self.log_tail()}")
            with socket.socket() as probe:
                if probe.connect_ex((HOST, self.port)) == 0:
                    return
            time.sleep(0.1)
        raise SparkDidNotStart(f"Spark did not listen within {START_SECONDS:g} s:\n{self.log_tail()}")

    def _command(self) -> list[str]:
        temporary, warehouse = self.directory / "tmp", self.directory / "warehouse"
        settings = self._settings | {
            "spark.sql.warehouse.dir": str(warehouse),
            "spark.local.dir": str(temporary),
        }
        own = f"-Djava.io.tmpdir={temporary} -Duser.timezone=UTC"
        settings[_JAVA_OPTIONS] = f"{own} {settings.get(_JAVA_OPTIONS, '')}".strip()
        hive = {
            "hive.server2.transport.mode": "http",
            "hive.server2.thrift.bind.host": HOST,
            "hive.server2.thrift.http.port": str(self.port),
            "hive.server2.thrift.http.path": "cliservice",
            # The connector holds its lock during a poll: with the default of 5 s a cancel would wait as long.
            "hive.server2.long.polling.timeout": "500ms",
            "hive.exec.scratchdir": str(self.directory / "hive"),
        }
        command = [str(_spark_home() / "bin" / "spark-submit"), "--master", f"local[{self._cores}]"]
        command += ["--driver-memory", self._memory]
        for name, value in settings.items():
            command += ["--conf", f"{name}={value}"]
        command += ["--class", _CLASS, "spark-internal"]
        for name, value in hive.items():
            command += ["--hiveconf", f"{name}={value}"]
        return command

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "SPARK_HOME": str(_spark_home()),
            "SPARK_CONF_DIR": str(self.directory / "conf"),
            "SPARK_LOCAL_IP": HOST,
            "SPARK_LOCAL_HOSTNAME": "localhost",
        }


def _spark_home() -> Path:
    found = importlib.util.find_spec("pyspark")
    if found is None or found.origin is None:
        raise SparkDidNotStart("pyspark is not installed: make test-engines installs it.")
    return Path(found.origin).parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
