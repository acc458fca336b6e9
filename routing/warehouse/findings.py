"""Settings of a warehouse that could never work, told before anybody asks it."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

from routing.backends.databricks.options import Warehouse, principal_of

_BOUNDS = ("deadline_seconds", "max_rows", "slots")
# A header's name as servers pass it on: one with an underscore is dropped on the way, so that none can feign another.
_HEADER = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_TAKEN = frozenset({"authorization", "cookie", "host", "content-type", "content-length", "x-csrftoken"})
_USUAL_HEADER = "X-Forwarded-Access-Token"


def warehouse_findings() -> Iterator[CheckMessage]:
    """One error for each backend on Databricks whose settings contradict themselves; asks no workspace."""
    for name, options in sorted(settings.SQL_BACKENDS.items()):
        if options.get("engine") != "databricks" or not all(options.get(bound) for bound in _BOUNDS):
            continue
        try:
            Warehouse.of(name, options)
            principal_of(name, options)
        except ImproperlyConfigured as error:
            yield Error(str(error), hint="See docs/databricks.md.", id="routing.E011")


def reader_findings() -> Iterator[CheckMessage]:
    """An error for a DATABRICKS_USER_TOKEN_HEADER by which no reader could ever be known."""
    header = settings.DATABRICKS_USER_TOKEN_HEADER
    if not header:
        return
    told = f"DATABRICKS_USER_TOKEN_HEADER={header!r}"
    if not any(options.get("engine") == "databricks" for options in settings.SQL_BACKENDS.values()):
        yield Error(
            f"{told}, and there is no warehouse that could answer each reader by their own rights.",
            hint="Set DATABRICKS_HOST and DATABRICKS_HTTP_PATH, or leave it out.",
            id="routing.E013",
        )
    if not _HEADER.fullmatch(header):
        words, hint = f"{told} is no header's name.", f"Write {_USUAL_HEADER}, or what your proxy calls it."
        yield Error(words, hint=hint, id="routing.E013")
    elif header.lower() in _TAKEN:
        words, hint = (
            f"{told} is a header that carries something else.",
            f"Have the proxy use {_USUAL_HEADER}.",
        )
        yield Error(words, hint=hint, id="routing.E013")
