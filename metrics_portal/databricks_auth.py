"""Who the portal is to Databricks: one SDK configuration per principal, whose calls all end.

The SDK's own defaults would wait 5 minutes for a host that is gone, and for ever for a token that is not given out.
The SDK is imported when first used.
"""

import threading
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from databricks.sdk.core import Config

_MOST_PRINCIPALS = 256
_building = threading.Lock()


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody at one workspace: a service principal (client id and secret) or the owner of a token."""

    host: str
    token: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)

    @property
    def is_service_principal(self) -> bool:
        return bool(self.client_id and self.client_secret)


def portal() -> Principal:
    """The portal itself, by the settings; a service principal goes before a token."""
    if settings.DATABRICKS_CLIENT_ID and settings.DATABRICKS_CLIENT_SECRET:
        return Principal(
            host=settings.DATABRICKS_HOST,
            client_id=settings.DATABRICKS_CLIENT_ID,
            client_secret=settings.DATABRICKS_CLIENT_SECRET,
        )
    return Principal(host=settings.DATABRICKS_HOST, token=settings.DATABRICKS_TOKEN)


def missing_settings() -> tuple[str, ...]:
    """Names of the settings without which the portal cannot sign in; empty when it can."""
    lacking = () if settings.DATABRICKS_HOST else ("DATABRICKS_HOST",)
    if settings.DATABRICKS_TOKEN or portal().is_service_principal:
        return lacking
    pair = ("DATABRICKS_CLIENT_ID", "DATABRICKS_CLIENT_SECRET")
    unset = tuple(name for name in pair if not getattr(settings, name))
    return (*lacking, *(unset if len(unset) == 1 else ("DATABRICKS_TOKEN",)))


def sdk_config(principal: Principal, *, http_timeout_seconds: float) -> "Config":
    """The SDK's configuration for that principal, made once: each new one asks the host about itself.

    Sockets wait at most `http_timeout_seconds`. The SDK tries a call again only inside `databricks_login.time_for`,
    and while that lasts. Raises ValueError for a host that is none.
    """
    with _building:
        return _config(principal, http_timeout_seconds)


def forget() -> None:
    """Drop what is kept, tokens too: a workspace no longer accepts one before its time. Made again when needed."""
    _config.cache_clear()


@lru_cache(maxsize=_MOST_PRINCIPALS)
def _config(principal: Principal, http_timeout_seconds: float) -> "Config":
    from metrics_portal import databricks_login

    return databricks_login.new_config(principal, http_timeout_seconds)
