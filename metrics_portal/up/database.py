"""The portal's own embedded PostgreSQL while the portal runs: started again when it crashed."""

from metrics_portal.embedded.cluster import Cluster
from metrics_portal.embedded.errors import EmbeddedServerError
from metrics_portal.up.children import Restarts
from metrics_portal.up.report import CannotStart, say


class PortalDatabase:
    """None where DATABASE_URL names another. A server that was told to stop, by `pg_ctl` or SIGINT, stays stopped."""

    def __init__(self, cluster: Cluster | None) -> None:
        self._cluster = cluster
        self._restarts = Restarts()
        self._owed = False  # a start that failed, tried again at the next look

    def revive(self, now: float) -> None:
        """Start it again after a crash; raises CannotStart when that happens, or fails, again and again."""
        if self._cluster is None or not (self._owed or self._cluster.crashed()):
            return
        if self._restarts.are_too_many(now):
            raise CannotStart(
                f"The portal's own PostgreSQL keeps ending. The end of {self._cluster.log}:\n"
                f"{self._cluster.log_tail()}"
            )
        say(f"· The portal's own PostgreSQL crashed; starting it again. Log: {self._cluster.log}")
        self._restarts.note(now)
        try:
            self._cluster.start()
        except EmbeddedServerError as error:
            say(f"  It did not start: {error}")
            self._owed = True
        else:
            self._owed = False
