"""The two PostgreSQL servers of the embedded profile: the portal's own, and the demo's operational one.

They are apart so that one can be stopped to see how the portal stands without it. Both outlive the process
that started them; whoever started them stops them.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psycopg

from metrics_portal.embedded import profile, system_user
from metrics_portal.embedded.cluster import SUPERUSER, Cluster, ensure_role

PORTAL_DATABASE = "portal"
PORTAL_ROLE = "portal"
OPERATIONAL_DATABASE = "operational"
OPERATIONAL_OWNER = "operational_owner"
READER = "portal_reader"


@dataclass(frozen=True)
class EmbeddedServers:
    """`portal` or `operational` is None where a URL from the environment takes its place."""

    var_dir: Path
    portal: Cluster | None
    operational: Cluster | None

    @classmethod
    def under(
        cls, var_dir: Path, *, portal: bool = True, operational: bool = True, throwaway: bool = False
    ) -> "EmbeddedServers":
        return cls(
            var_dir,
            Cluster(var_dir / "postgres", throwaway) if portal else None,
            Cluster(var_dir / "operational", throwaway) if operational else None,
        )

    def start(self) -> tuple[Cluster, ...]:
        """Start what is not running, side by side, and write embedded.json; returns what was started."""
        system_user.server_user()  # created once, before two threads would
        jobs: list[tuple[Cluster, Callable[[Cluster], bool]]] = []
        if self.portal:
            jobs.append((self.portal, _start_portal))
        if self.operational:
            jobs.append((self.operational, start_operational))
        with ThreadPoolExecutor(max_workers=2) as threads:
            started = list(threads.map(lambda job: job[1](job[0]), jobs))
        profile.write(self.var_dir, **self.urls())
        return tuple(cluster for (cluster, _), fresh in zip(jobs, started, strict=True) if fresh)

    def stop_unused(self, *urls: str) -> tuple[Cluster, ...]:
        """Stop what a killed run left under `var_dir` and this one does without; gives what was stopped.

        A server that one of `urls` leads to is not without use.
        """
        unused = [Cluster(self.var_dir / "postgres")] if self.portal is None else []
        unused += [Cluster(self.var_dir / "operational")] if self.operational is None else []
        left = [one for one in unused if one.running() and not any(one.is_meant_by(url) for url in urls)]
        for cluster in left:
            cluster.stop()
        return tuple(left)

    def urls(self) -> dict[str, str]:
        urls = {}
        if self.portal:
            urls["database_url"] = self.portal.url(PORTAL_DATABASE, PORTAL_ROLE)
        if self.operational:
            read_only = "-c default_transaction_read_only=on"
            urls["operational_database_url"] = self.operational.url(OPERATIONAL_DATABASE, READER, read_only)
            urls["operational_owner_url"] = self.operational.url(OPERATIONAL_DATABASE, OPERATIONAL_OWNER)
        return urls

    def stop(self) -> None:
        clusters = [cluster for cluster in (self.portal, self.operational) if cluster]
        with ThreadPoolExecutor(max_workers=2) as threads:
            list(threads.map(Cluster.stop, clusters))


def _start_portal(cluster: Cluster) -> bool:
    fresh = cluster.start()
    # Also where it ran already: whoever started it may have been killed before this.
    cluster.ensure_database(PORTAL_DATABASE, owner=PORTAL_ROLE, owner_may_create_databases=True)
    return fresh


def start_operational(cluster: Cluster) -> bool:
    """Start the operational server; its reader sees only schemas whose USAGE the owner granted to it."""
    fresh = cluster.start()
    cluster.ensure_database(OPERATIONAL_DATABASE, owner=OPERATIONAL_OWNER)
    with psycopg.connect(cluster.url(OPERATIONAL_DATABASE, SUPERUSER), autocommit=True) as connection:
        ensure_role(connection, READER, "NOSUPERUSER", "NOCREATEDB", "NOCREATEROLE", "NOREPLICATION")
        for statement in _READER_RIGHTS:
            connection.execute(statement)
    return fresh


_READER_RIGHTS = (
    f"ALTER ROLE {READER} SET default_transaction_read_only = on",
    f"GRANT CONNECT ON DATABASE {OPERATIONAL_DATABASE} TO {READER}",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OPERATIONAL_OWNER} GRANT SELECT ON TABLES TO {READER}",
)
