"""What the portal asks of its own accord, ahead of any reader, leaves a warehouse alone that rests."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from routing import backends
from routing.backends.databricks.backend import DatabricksBackend


def rests(backend: str, *, now: datetime) -> bool:
    """Whether it is a warehouse that is out of its warm hours, or does not run. Looking at it does not wake it.

    Without warm hours it rests whenever it does not run.
    """
    if backend not in backends.configured() or backends.engine_of(backend).name != "databricks":
        return False
    hours = settings.DATABRICKS_WARM_HOURS
    if hours is not None and not hours.hold(timezone.localtime(now)):
        return True
    warehouse = backends.get(backend)
    assert isinstance(warehouse, DatabricksBackend)  # noqa: S101 - by its engine
    return warehouse.state.look().asleep
