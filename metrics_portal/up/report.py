"""What `make up` says: one line per step, with its time."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_NAME_WIDTH = 16


class CannotStart(Exception):
    """The start ends here; the text says why and what to do next."""


class Stopped(Exception):
    """The start was called off by a signal."""


class Progress:
    """Collects a step's outcome for its line, and what stands under it, a line each."""

    def __init__(self) -> None:
        self.outcome = ""
        self.details: list[str] = []


@contextmanager
def step(name: str) -> Iterator[Progress]:
    """Times a step and prints its line; a failing step's line says so and the error goes on."""
    started = time.monotonic()
    progress = Progress()
    try:
        yield progress
    except BaseException:
        say(f"✗ {name:<{_NAME_WIDTH}} {_seconds(started)}")
        raise
    say(f"✓ {name:<{_NAME_WIDTH}} {_seconds(started)}  {progress.outcome}".rstrip())
    for line in progress.details:
        say(f"    {line}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def note_at_once(line: str) -> None:
    """For signal handlers, which may interrupt a `say`: past its buffer."""
    with suppress(OSError):
        os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _seconds(started: float) -> str:
    return f"{time.monotonic() - started:6.2f} s"
