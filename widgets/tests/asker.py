"""A process of its own: many threads ask one question at the same moment; prints what they were told."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import django

from widgets.tests.processes import begin_together


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
    django.setup()
    from django.conf import settings

    from widgets.tests import world

    folder = Path(os.environ["WORLD"])
    settings.DATA_DICTIONARY_URI = str(folder / "dictionary")
    settings.SQL_BACKENDS = world.backends(folder / "lakehouse.duckdb")
    askers = int(os.environ["ASKERS"])
    begin_together()
    with ThreadPoolExecutor(settings.WEB_THREADS) as threads:
        futures = [threads.submit(_ask) for _ in range(askers)]
        sys.stdout.write(json.dumps([future.result() for future in futures]) + "\n")


def _ask() -> dict[str, Any]:
    from django.utils import timezone

    from accounts.contracts import Viewer
    from widgets.contracts import Form
    from widgets.resolver import resolve
    from widgets.tests import world

    somebody = Viewer(user_id=1, name="Somebody", role="viewer")
    question = world.ask_for("slow_sales", window="last_30_days")
    answer = resolve(question, somebody, now=timezone.now(), form=Form.JSON)
    return {
        "executed": answer.executed,
        "etag": answer.ready.etag if answer.ready else None,
        "error": answer.error.detail if answer.error else None,
    }


if __name__ == "__main__":
    main()
