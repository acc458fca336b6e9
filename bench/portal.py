"""A portal of the benchmarks' own: started as a user starts it, stopped when the measurement ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_READY = re.compile(r"Ready after ([\d.]+) s: (\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """A running portal. `ready_seconds`: from `python -m metrics_portal.up` to the first answer."""

    url: str
    ready_seconds: float
    pid: int
    var_dir: Path

    def token(self, role: str = "analyst") -> str:
        credentials = json.loads((self.var_dir / "demo-credentials.json").read_text())
        return str(credentials["users"][role]["token"])

    @property
    def credentials_file(self) -> Path:
        return self.var_dir / "demo-credentials.json"

    def web_pids(self) -> list[int]:
        """The web processes that answer requests: the children of `metrics_portal.serve`."""
        return [
            child
            for parent in _children(self.pid)
            if b"metrics_portal.serve" in Path(f"/proc/{parent}/cmdline").read_bytes()
            for child in _children(parent)
        ]


@contextmanager
def running(var_dir: Path, **environment: str) -> Iterator[Portal]:
    """Start a portal on a free port over `var_dir`; stop it on the way out."""
    var_dir.mkdir(parents=True, exist_ok=True)
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    process = subprocess.Popen(
        [sys.executable, "-m", "metrics_portal.up"],
        cwd=ROOT,
        env={**inherited, "PORTAL_VAR": str(var_dir), "PORT": str(free_port()), **environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield _wait_until_ready(process, var_dir)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(process: subprocess.Popen[str], var_dir: Path) -> Portal:
    said = []
    assert process.stdout
    for line in process.stdout:
        said.append(line)
        if ready := _READY.search(line):
            return Portal(
                url=ready.group(2), ready_seconds=float(ready.group(1)), pid=process.pid, var_dir=var_dir
            )
    raise SystemExit("The portal did not start:\n" + "".join(said))


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]
