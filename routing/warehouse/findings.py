"""Settings of a warehouse that could never work, told before anybody asks it."""

from collections.abc import Iterator

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

from routing.backends.databricks.options import Warehouse, principal_of

_BOUNDS = ("deadline_seconds", "max_rows", "slots")


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
