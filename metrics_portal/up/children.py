"""The portal's own processes: started, watched, restarted a few times, stopped together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from metrics_portal.up.report import CannotStart, say

_RESTARTS = 3
_WITHIN_SECONDS = 60.0
_GRACE_SECONDS = 10.0
_PR_SET_PDEATHSIG = 1
# glibc gives each of many threads an arena of its own and hands little of it back, least of all of large pieces; a
# process would double in size.
# DuckDB's own allocator keeps what queries freed, some 15 MB; told so, it gives it back at once. Tracebacks name their
# lines and do without the columns.
_THRIFTY = {
    "PYTHONNODEBUGRANGES": "1",
    "MALLOC_ARENA_MAX": os.environ.get("MALLOC_ARENA_MAX") or "1",
    "MALLOC_MMAP_THRESHOLD_": os.environ.get("MALLOC_MMAP_THRESHOLD_") or "65536",
    "DUCKDB_JE_MALLOC_CONF": os.environ.get("DUCKDB_JE_MALLOC_CONF") or "dirty_decay_ms:0",
}
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


class Restarts:
    """How often something was started again lately."""

    def __init__(self) -> None:
        self._at: deque[float] = deque(maxlen=_RESTARTS)

    def are_too_many(self, now: float) -> bool:
        return len(self._at) == _RESTARTS and now - self._at[0] < _WITHIN_SECONDS

    def note(self, now: float) -> None:
        self._at.append(now)


@dataclass
class Child:
    """One process, its log, and when it was restarted."""

    name: str
    arguments: tuple[str, ...]
    log: Path
    niceness: int = 0
    process: "subprocess.Popen[bytes] | None" = None
    restarts: Restarts = field(default_factory=Restarts)

    def start(self) -> None:
        with self.log.open("ab") as log:
            # A session of its own: Ctrl-C reaches only us, and we stop the children in order.
            self.process = subprocess.Popen(
                [sys.executable, *self.arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                start_new_session=True, preexec_fn=self._follow_parent, env=os.environ | _THRIFTY,
            )  # fmt: skip

    def _follow_parent(self) -> None:
        os.nice(self.niceness)
        if _libc is not None:  # killed without warning, we still leave nothing running
            _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)

    @property
    def exit_code(self) -> int | None:
        return self.process.poll() if self.process else None

    def log_tail(self, lines: int = 12) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


class Children:
    """The set of processes that make up the running portal."""

    def __init__(self, children: tuple[Child, ...]) -> None:
        self._children = children

    def start(self, *names: str) -> None:
        for child in self._children:
            if child.name in names:
                child.start()

    def refuse_dead(self) -> None:
        """While starting up, a process that ends is a reason to stop."""
        for child in self._children:
            if child.exit_code is not None:
                raise CannotStart(
                    f"The {child.name} process did not start. The end of {child.log}:\n{child.log_tail()}"
                )

    def revive(self, now: float) -> None:
        """Restart what crashed; raises CannotStart when a process crashes again and again."""
        for child in self._children:
            if child.exit_code is None:
                continue
            if child.restarts.are_too_many(now):
                raise CannotStart(
                    f"The {child.name} process keeps ending. The end of {child.log}:\n{child.log_tail()}"
                )
            say(
                f"· The {child.name} process ended with code {child.exit_code}; "
                f"starting it again. Log: {child.log}"
            )
            child.restarts.note(now)
            child.start()

    def stop(self) -> None:
        """End all of them, politely first."""
        running = [child.process for child in self._children if child.process and child.exit_code is None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + _GRACE_SECONDS
        for process in running:
            try:
                process.wait(timeout=max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
