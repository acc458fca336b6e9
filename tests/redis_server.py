"""A real redis-server of a test's own, which the test may stop and start again."""

import subprocess
from pathlib import Path

import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry


class RedisServer:
    def __init__(self, port: int, directory: Path) -> None:
        self.url = f"redis://127.0.0.1:{port}/0"
        self._command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1"]
        self._command += ["--save", "", "--dir", str(directory)]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers; raises redis.ConnectionError when it does not."""
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        retry = Retry(ConstantBackoff(0.05), 100)
        with redis.Redis.from_url(self.url, retry=retry, retry_on_error=[redis.ConnectionError]) as client:
            client.ping()

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
            self._process = None
