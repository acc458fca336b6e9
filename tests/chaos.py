"""`make chaos`: takes away what the portal stands on, one thing after the other, and says how it bore that.

Each line is a suite of tests that really stop, move, break or silence the thing, and look at what people were told
meanwhile and afterwards.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.prerequisites import missing

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Suite:
    """What is taken away, and what holds all the same; `needs` is a marker of tests.prerequisites."""

    line: str
    paths: tuple[str, ...]
    needs: str = ""


SUITES = (
    Suite(
        "The operational PostgreSQL stops: said within seconds, found again when it is back",
        ("routing/tests/test_postgres_outage.py",),
    ),
    Suite(
        "The lakehouse is moved away, broken or swapped under load: said at once, no half answer",
        ("routing/tests/test_lakehouse_changes.py",),
    ),
    Suite(
        "Redis is gone: everybody is told, nothing false is shown, it goes on when Redis is back",
        ("widgets/tests/test_shared_cache_down.py",),
        needs="redis",
    ),
    Suite(
        "The portal's own database is gone, a worker crashes, the portal is killed: it recovers",
        ("tests/test_running_portal.py", "tests/test_make_up.py"),
    ),
    Suite(
        "The warehouse refuses, breaks off, falls silent or sleeps: told within ten seconds, nothing left behind",
        (
            "routing/tests/databricks/test_silence.py",
            "routing/tests/databricks/test_thrift_failures.py",
            "tests/databricks/test_at_the_door.py",
            "tests/databricks/test_in_mid_life.py",
            "tests/databricks/test_starting.py",
        ),
    ),
    Suite(
        "Apache Spark is killed, a warehouse is unplugged under a running portal: told, and found again",
        ("tests/databricks/test_the_engine_is_killed.py", "tests/engines/test_a_users_warehouse.py"),
        needs="engines",
    ),
)


def run_tests(suite: Suite) -> tuple[bool, str]:
    """Whether they passed, and what they said."""
    # What Spark is needed for runs where it is installed.
    chosen = ("-m", "not engines") if missing("engines") else ()
    command = [sys.executable, "-m", "pytest", "-q", *chosen, *suite.paths]
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return ended.returncode == 0, ended.stdout


def main(run: Callable[[Suite], tuple[bool, str]] = run_tests) -> int:
    """Run every suite; 1 when one of them failed."""
    failed = False
    for suite in SUITES:
        _say(f"{suite.line} … ")
        if suite.needs and (reason := missing(suite.needs)):
            _say(f"– not tried, {reason}\n")
            continue
        started = time.monotonic()
        passed, said = run(suite)
        failed = failed or not passed
        _say(f"{'✓' if passed else '✗'} {time.monotonic() - started:.0f} s\n{'' if passed else said}")
    return int(failed)


def _say(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
