"""Processes of their own that ask at the same moment: none begins before each is ready, however long that takes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

_READY = "ready\n"
_PATIENCE_SECONDS = 120


def told_by(module: str, *, count: int, world: Path, **environment: str) -> list[Any]:
    """What each of `count` processes that run the module prints in the end, as JSON; they are on the test's database
    and on the engines of the folder `world`. The module calls `begin_together` once it is ready."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=settings.BASE_DIR,
            env={
                **os.environ,
                "DATABASE_URL": _url_of_the_test_database(),
                "WORLD": str(world),
                **environment,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(count)
    ]
    try:
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == _READY
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("begin\n")
            process.stdin.flush()
        return [json.loads(process.communicate(timeout=_PATIENCE_SECONDS)[0]) for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def begin_together() -> None:
    """In such a process: wait until the others are ready, too."""
    sys.stdout.write(_READY)
    sys.stdout.flush()
    sys.stdin.readline()


def _url_of_the_test_database() -> str:
    url, name = settings.EMBEDDED["database_url"], connection.settings_dict["NAME"]
    base, _, query = url.partition("?")
    return f"{base.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")
