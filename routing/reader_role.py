"""Is the role that PostgreSQL backends sign in with one that can only read?"""

from collections.abc import Iterator
from typing import Any

import psycopg
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connection as portal_database
from psycopg.conninfo import conninfo_to_dict

_CONNECT_SECONDS = 2
_MAY_WRITE = """
    SELECT current_user,
           (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
           (SELECT string_agg(found.name, ', ') FROM (
                SELECT format('%I.%I', n.nspname, c.relname) AS name
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND has_schema_privilege(n.oid, 'USAGE')
                  AND (has_table_privilege(c.oid, 'INSERT') OR has_table_privilege(c.oid, 'UPDATE')
                       OR has_table_privilege(c.oid, 'DELETE') OR has_table_privilege(c.oid, 'TRUNCATE'))
                ORDER BY 1 LIMIT 3) AS found)
"""


def reader_role_findings() -> Iterator[CheckMessage]:
    """Findings on each PostgreSQL backend. A server that is down is a matter of running, not of starting: a
    warning."""
    for name, options in sorted(settings.SQL_BACKENDS.items()):
        if options.get("engine") == "postgres":
            yield from _findings(name, str(options["url"]))


def _findings(name: str, url: str) -> Iterator[CheckMessage]:
    try:
        with psycopg.connect(url, connect_timeout=_CONNECT_SECONDS) as connection:
            found = connection.execute(_MAY_WRITE).fetchone() or ("", False, None)
    except psycopg.Error:
        # Not chained and not quoted: the driver's words may repeat the URL.
        yield Warning(
            f"Backend {name} cannot be reached, so its role was not checked.",
            hint="Its tiles will say so until it is back. Check the address and the password of its URL.",
            id="routing.W002",
        )
        return
    role, superuser, writable = found
    if superuser or writable:
        what = "is a superuser" if superuser else f"can write to {writable}"
        yield Error(
            f"The role {role} of backend {name} {what}.",
            hint="Use a role that has USAGE on the schemas and SELECT on the tables, nothing more.",
            id="routing.E006",
        )
    if _same_server(conninfo_to_dict(url), role):
        yield Error(
            f"Backend {name} signs in as {role}, the portal's own database user.",
            hint="A query would reach the portal's own tables. Use a separate role that can only read.",
            id="routing.E007",
        )


def _same_server(target: dict[str, Any], role: str) -> bool:
    own: dict[str, Any] = portal_database.get_connection_params()
    return _place(own) == _place(target) and own.get("user") == role


def _place(parameters: dict[str, Any]) -> tuple[str, str]:
    return str(parameters.get("host") or "localhost"), str(parameters.get("port") or 5432)
