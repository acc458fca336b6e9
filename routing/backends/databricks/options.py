"""A warehouse's entry in settings.SQL_BACKENDS, checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.core.exceptions import ImproperlyConfigured

from metrics_portal.databricks_auth import Principal
from routing.backends.databricks.access import ANSWER_SECONDS, NotAWorkspace, workspace_url

Transport = Literal["thrift", "statement"]
TRANSPORTS: tuple[Transport, ...] = ("thrift", "statement")
# The server stops what we can no longer reach, so long after we gave up on it.
GRACE_SECONDS = 5
_WAREHOUSE = re.compile(r"/sql/1\.0/(?:warehouses|endpoints)/([^/?]+)/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Warehouse:
    """Where a warehouse is and how it is asked. `id` is empty for a cluster, whose state nobody can tell us.

    `answer_seconds` is how long it may be silent before it counts as gone.
    """

    url: str
    http_path: str
    id: str
    catalog: str
    transport: Transport
    answer_seconds: float
    statement_seconds: int

    @classmethod
    def of(cls, name: str, options: Mapping[str, Any]) -> "Warehouse":
        """Raises ImproperlyConfigured, which names the setting and never a secret."""
        path = "/" + str(options["http_path"]).strip().lstrip("/")
        found = _WAREHOUSE.fullmatch(path)
        transport = _transport(str(options.get("transport") or "thrift"))
        if transport == "statement" and not found:
            raise ImproperlyConfigured(
                f"Backend {name!r}: DATABRICKS_TRANSPORT=statement needs a SQL warehouse, and"
                f" DATABRICKS_HTTP_PATH={path!r} is none: write /sql/1.0/warehouses/<id>."
            )
        return cls(
            url=_url(name, str(options["host"])),
            http_path=path,
            id=found.group(1) if found else "",
            catalog=str(options.get("catalog") or ""),
            transport=transport,
            answer_seconds=float(options.get("answer_seconds") or ANSWER_SECONDS),
            statement_seconds=round(float(options["deadline_seconds"])) + GRACE_SECONDS,
        )


def principal_of(name: str, options: Mapping[str, Any]) -> Principal:
    """Who the portal is to this warehouse; raises ImproperlyConfigured when that is not clear."""
    token = str(options.get("token") or "")
    client_id, secret = str(options.get("client_id") or ""), str(options.get("client_secret") or "")
    if bool(client_id) != bool(secret):
        raise ImproperlyConfigured(
            f"Backend {name!r}: DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET belong together; set both."
        )
    if bool(token) == bool(client_id):
        raise ImproperlyConfigured(
            f"Backend {name!r} needs one way to sign in: set DATABRICKS_TOKEN, or DATABRICKS_CLIENT_ID and"
            " DATABRICKS_CLIENT_SECRET, and not both."
        )
    url = _url(name, str(options["host"]))
    return Principal(host=url, token=token, client_id=client_id, client_secret=secret)


def _transport(given: str) -> Transport:
    if given not in TRANSPORTS:
        raise ImproperlyConfigured(f"DATABRICKS_TRANSPORT={given!r} is unknown; write thrift or statement.")
    return "statement" if given == "statement" else "thrift"


def _url(name: str, host: str) -> str:
    try:
        return workspace_url(host)
    except NotAWorkspace as error:
        raise ImproperlyConfigured(f"Backend {name!r}: DATABRICKS_HOST={error}") from error
