"""The connection to Spark: one, kept alive, for each connection of a client."""

import http.client
from typing import Any

from tests.engines.shim import wire
from tests.engines.shim.auth import SPARK_AUTHORIZATION

PATH = "/cliservice"
_HEADERS = {"Content-Type": "application/x-thrift", "Authorization": SPARK_AUTHORIZATION}
_LONGEST_CALL_SECONDS = 3600


class SparkFailed(OSError):
    """Spark answered a call with something that is no Thrift message."""


class Upstream:
    """Never sends a request twice: when Spark drops the connection, so does the shim."""

    def __init__(self, host: str, port: int) -> None:
        self._address = host, port
        self._connection: http.client.HTTPConnection | None = None

    def send(self, raw: bytes) -> tuple[int, bytes]:
        """Status and body of Spark's answer; raises OSError or http.client.HTTPException when there is none."""
        if self._connection is None:
            self._connection = http.client.HTTPConnection(*self._address, timeout=_LONGEST_CALL_SECONDS)
        try:
            self._connection.request("POST", PATH, raw, _HEADERS)
            response = self._connection.getresponse()
            return response.status, response.read()
        except Exception:
            self.close()
            raise

    def call(self, name: str, request: Any) -> Any:
        """Spark's response to a typed request; raises SparkFailed beside what `send` raises."""
        status, raw = self.send(wire.write(name, wire.CALL, 0, wire.arguments(name, request)))
        if status != http.client.OK:
            raise SparkFailed(f"Spark answered HTTP {status} to {name}.")
        _, result = wire.read(raw, "result")
        return result.success

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
