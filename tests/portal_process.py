"""The whole portal as real processes, for tests: `make up` in the background, and what belongs to it."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 90


class Portal:
    """One `make up` in the background, its output, and the processes that belong to its directory."""

    def __init__(self, var_dir: Path, port: int, settings: Mapping[str, str] | None = None) -> None:
        self.var_dir, self.port = var_dir, port
        self._output = var_dir / "up-output"
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
        environment |= {
            "PORTAL_VAR": str(var_dir),
            "PORTAL_DEMO": "0",
            "PORT": str(port),
            "WEB_CONCURRENCY": "1",
        }
        self.environment = environment | dict(settings or {})
        with self._output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "metrics_portal.up"], cwd=ROOT, env=self.environment,
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                start_new_session=True,
            )  # fmt: skip

    def kill_all(self) -> None:
        """kill -9 for the process group of `make up`, as when a terminal or a container goes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.wait_until_ended()

    @property
    def said(self) -> str:
        return self._output.read_text()

    def wait_for(self, words: str) -> None:
        self.wait_until(lambda: words in self.said)

    def wait_until(self, reached: Callable[[], bool]) -> None:
        """Also ends when the portal does; then what was waited for must have come about."""
        self._wait(lambda: reached() or self.process.poll() is not None)
        assert reached(), self.said

    def wait_until_ended(self) -> int:
        return self.process.wait(timeout=PATIENCE_SECONDS)

    def wait_until_nothing_runs(self) -> None:
        self._wait(lambda: not self.running())

    def running(self) -> set[int]:
        return running_on(self.var_dir)

    def pid_of(self, words: bytes) -> int:
        return min(pid for pid in self.running() if words in _read(pid, "cmdline"))

    def get(self, path: str) -> int:
        return self.ask(path)[0]

    def ask(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and body of a GET on a connection of its own; a header's `_` stands for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=named)
        try:
            with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
                return int(response.status), response.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def manage(self, *arguments: str, text: str = "") -> str:
        """What `manage.py …` prints, on this portal's settings; `text` is its input."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment,
            input=text, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def _wait(self, reached: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not reached():
            assert time.monotonic() < deadline, self.said
            time.sleep(0.1)


def running_on(var_dir: Path) -> set[int]:
    """Every process that works on this directory, the database servers included."""
    mark = str(var_dir).encode()
    return {pid for pid in _pids() if mark in _read(pid, "environ") or mark in _read(pid, "cmdline")}


def _pids() -> Iterator[int]:
    own = os.getpid()
    return (int(entry.name) for entry in Path("/proc").glob("[0-9]*") if int(entry.name) != own)


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
