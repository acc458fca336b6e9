"""What a web process does without: memory that libraries take for what the portal never has them do."""

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def save_memory() -> None:
    """Call it before DuckDB and the API are imported, with DJANGO_SETTINGS_MODULE set; later it does no harm."""
    # DuckDB would keep some 15 MB of freed buffers for a while after each query.
    os.environ.setdefault("DUCKDB_JE_MALLOC_CONF", "dirty_decay_ms:0")
    # Django REST framework imports requests, 6 MB with what it needs, for a test client only.
    with _missing("requests"):
        importlib.import_module("rest_framework.compat")


@contextmanager
def _missing(module: str) -> Iterator[None]:
    """Whoever imports the module inside is told that it is not installed, unless it was imported before."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  # how the import system says "not to be found"
    try:
        yield
    finally:
        del sys.modules[module]
