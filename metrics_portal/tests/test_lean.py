"""What a web process leaves out of memory. In a process of its own: this one has loaded everything."""

import subprocess
import sys

from django.conf import settings

from tests.worker import Worker

LOADED_AS_THE_WEB_SERVER_DOES = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "metrics_portal.settings"
from metrics_portal.lean import save_memory
save_memory()
import django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
"""


def said(code: str) -> str:
    command = [sys.executable, "-c", LOADED_AS_THE_WEB_SERVER_DOES + code]
    return subprocess.run(
        command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_a_web_process_loads_no_http_library_that_only_tests_use() -> None:
    assert said("print('requests' in sys.modules, 'rest_framework.views' in sys.modules)") == "False True"


def test_what_needs_the_http_library_still_finds_it() -> None:
    assert said("import requests; print(requests.Session.__name__)") == "Session"


def test_a_web_process_loads_no_celery() -> None:
    loaded = "print([name in sys.modules for name in ('celery', 'kombu', 'widgets.refreshing')])"

    assert said(loaded) == "[False, False, True]"


def test_it_hands_work_over_without_celery() -> None:
    worker = Worker()  # and the broker's folder
    enqueue = """
from metrics_portal import behind
print(behind.enqueue("tests.nothing", within_seconds=0), "celery" in sys.modules)
"""

    assert said(enqueue) == "True False"
    assert worker.waiting() == ["tests.nothing"]
    worker.forget()


def test_a_web_process_loads_no_test_framework() -> None:
    assert (
        said("print('django.test' in sys.modules, 'drf_spectacular.plumbing' in sys.modules)") == "False True"
    )


def test_the_description_of_the_api_is_the_same_without_it() -> None:
    describe = """
from django.core.management import call_command
call_command("spectacular", "--fail-on-warn")
"""

    assert said(describe) == (settings.BASE_DIR / "docs" / "api" / "openapi.yaml").read_text().strip()


def test_what_workers_inherit_is_loaded_before_they_fork_and_starts_no_thread() -> None:
    loaded = """
import psutil
from metrics_portal import boot
before = "duckdb" in sys.modules
boot.load()
print(before, "duckdb" in sys.modules, "databricks.sql" in sys.modules, psutil.Process().num_threads())
"""

    assert said(loaded) == "False True False 1"


def test_a_warehouse_is_asked_without_pandas() -> None:
    ask = """
from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.registry import ENGINES
from routing.contracts import BackendError
options = {"host": "http://127.0.0.1:1", "http_path": "/sql/1.0/warehouses/w", "token": "t", "catalog": "",
           "deadline_seconds": 5, "max_rows": 10, "slots": 1, "answer_seconds": 1}
try:
    DatabricksBackend.from_options("databricks", ENGINES["databricks"], options).describe("a.b")
except BackendError as error:
    print(error.kind, "databricks.sql.client" in sys.modules, "pandas" in sys.modules)
"""

    assert said(ask) == "backend_unavailable True False"


def test_what_was_put_off_is_loaded_when_it_is_used() -> None:
    use = """
from metrics_portal.lean import put_off
with put_off("colorsys"):
    import colorsys as early
    print("colorsys" in sys.modules and type(early).__name__)
print("colorsys" in sys.modules, early.rgb_to_hsv(0, 0, 0), "colorsys" in sys.modules)
with put_off("wave"):
    import wave
    print(wave.Error.__name__, type(sys.modules["wave"]).__name__)
"""

    assert said(use).splitlines() == ["_Later", "False (0.0, 0.0, 0) True", "Error module"]
