"""One `make up` per var directory."""

import fcntl
import os
from pathlib import Path

from metrics_portal.up.report import CannotStart, say


class UpLock:
    """Held as long as this process lives: the kernel drops it with the process, so it cannot outlive us."""

    def __init__(self, var_dir: Path) -> None:
        self._path = var_dir / "up.lock"
        self._file = self._path.open("a+")

    def acquire(self) -> None:
        """Raises CannotStart when another `make up` runs here; takes over what a killed one left."""
        self._file.seek(0)
        before = self._file.read().strip()
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotStart(
                f"`make up` is already running here (process {before}). Stop it with Ctrl-C there or "
                f"`kill {before}`, or use another directory: PORTAL_VAR=/some/dir PORT=8001 make up"
            ) from None
        if before:
            say(
                f"· Taking over from process {before}, which ended without cleaning up. "
                "A step it did not finish is done again."
            )
        self._write(str(os.getpid()))

    def release(self) -> None:
        self._write("")
        self._file.close()

    def _write(self, text: str) -> None:
        self._file.truncate(0)
        self._file.write(text)
        self._file.flush()
