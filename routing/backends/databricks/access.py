"""The address of a workspace, the SDK's client for it, and how long a sign-in lasts."""

import base64
import ipaddress
import json
from copy import copy
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from metrics_portal import databricks_auth
from metrics_portal.databricks_auth import Principal

if TYPE_CHECKING:  # the SDK takes a second to import
    from databricks.sdk import WorkspaceClient

ANSWER_SECONDS = 8.0  # how long a workspace may be silent: told within 10 s, a loaded machine's time included


class NotAWorkspace(ValueError):
    """A DATABRICKS_HOST that cannot be a workspace's address; says why."""


def workspace_url(host: str) -> str:
    """`dbc-1.cloud.databricks.com` or `https://…` as a URL; raises NotAWorkspace.

    Tokens go only through TLS. `http://` is for a server on this very machine, as tests have it.
    """
    parts = urlsplit(host if "//" in host else f"//{host}", scheme="https")
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.username:
        raise NotAWorkspace(f"{host!r} is no workspace: write its host, like adb-1.2.azuredatabricks.net.")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise NotAWorkspace(f"{host!r} would send the token in the clear: write https://{parts.hostname}.")
    return f"{parts.scheme}://{parts.netloc}"


def workspace_client(principal: Principal, *, answer_seconds: float = ANSWER_SECONDS) -> "WorkspaceClient":
    """A client of the workspace as this principal, whose sockets wait at most `answer_seconds`. Making one may ask the
    host, and raises as the SDK does."""
    from databricks.sdk import WorkspaceClient

    # A copy shares its sign-in with the one that is kept: the host is not asked about itself once more.
    config = copy(databricks_auth.sdk_config(principal, http_timeout_seconds=ANSWER_SECONDS))
    config.http_timeout_seconds = answer_seconds
    return WorkspaceClient(config=config)


def expires_at(principal: Principal) -> float | None:
    """Unix time at which the principal's present token ends; None when that is not known."""
    if not principal.is_service_principal:
        return _told_by(principal.token)
    config = databricks_auth.sdk_config(principal, http_timeout_seconds=ANSWER_SECONDS)
    expiry = config.oauth_token().expiry
    return expiry.timestamp() if expiry else None


def _told_by(token: str) -> float | None:
    """The `exp` claim of a JWT. It only decides when to open a new connection, so nobody verifies it here: a reader may
    bring whatever they made up, and numbers no clock has."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        return float(claims["exp"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def is_loopback(hostname: str) -> bool:
    """Whether that is this very machine."""
    try:
        return ipaddress.ip_address(hostname).is_loopback
    except ValueError:
        return hostname == "localhost"
