"""No process outlives the test run that started it, even one that is killed without warning."""

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None  # loaded before the fork


def end_with_parent() -> None:
    """For `preexec_fn`: the new process is told to end when the thread that started it does."""
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
