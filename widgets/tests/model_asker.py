"""A process of its own: threads ask one question whose SQL a model is to write; prints what they were told."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import django

from widgets.tests.processes import begin_together

THREADS = 4


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
    django.setup()
    from django.conf import settings

    from widgets.tests import world

    folder = Path(os.environ["WORLD"])
    settings.DATA_DICTIONARY_URI = str(folder / "dictionary")
    settings.SQL_BACKENDS = world.backends(folder / "lakehouse.duckdb")
    begin_together()
    with ThreadPoolExecutor(THREADS) as threads:
        futures = [threads.submit(_ask) for _ in range(THREADS)]
        sys.stdout.write(json.dumps([future.result() for future in futures]) + "\n")


def _ask() -> dict[str, Any]:
    from django.utils import timezone

    from accounts.contracts import Viewer
    from widgets.contracts import Form
    from widgets.resolver import resolve
    from widgets.tests import world

    portal = Viewer(user_id=0, name="Somebody", role="viewer")
    found = resolve(world.ask_for("revenue"), portal, now=timezone.now(), form=Form.JSON)
    return {
        "state": found.state,
        "etag": found.ready.etag if found.ready else None,
        "error": found.error.detail if found.error else None,
    }


if __name__ == "__main__":
    main()
