"""Who the portal is to Databricks: one SDK configuration per principal, whose calls all end.

The SDK's own defaults would wait 5 minutes for a host that is gone, and for ever for a token that is not given out.
The SDK is imported when first used.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from databricks.sdk.core import Config

_MOST_PRINCIPALS = 256
_building, _keeping = threading.Lock(), threading.Lock()


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
    key = principal, http_timeout_seconds
    # Who is known waits for nobody who is not.
    if known := _kept(key):
        return known
    with _building:
        return _kept(key) or _made(key)


def forget(principal: Principal | None = None) -> None:
    """Drop what is kept of a principal, or of all, tokens too: a workspace no longer accepts one before its time, or
    its owner has gone. Made again when needed."""
    with _keeping:
        for key in [key for key in _configs if principal is None or key[0] == principal]:
            del _configs[key]


_Key = tuple[Principal, float]
_configs: "OrderedDict[_Key, Config]" = OrderedDict()


def _kept(key: _Key) -> "Config | None":
    with _keeping:
        if key in _configs:
            _configs.move_to_end(key)
        return _configs.get(key)


def _made(key: _Key) -> "Config":
    from metrics_portal import databricks_login

    made = databricks_login.new_config(*key)
    with _keeping:
        _configs[key] = made
        while len(_configs) > _MOST_PRINCIPALS:
            _configs.popitem(last=False)
    return made
