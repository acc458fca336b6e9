"""The broker that needs no server: messages as files, with a worker that stops when it is asked to."""

from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem

_LONGEST_WAIT_SECONDS = 0.25


class FileTransport(filesystem.Transport):
    """Kombu's files. A worker looks for a request to stop between two waits, each of two seconds by itself."""

    @property
    def default_connection_params(self) -> dict[str, Any]:
        """None: a folder has no host, and Kombu would warn that it takes `localhost` instead."""
        return {}

    # The two classes above disagree on the signature; this is the nearer one's.
    def drain_events(self, connection: Any, timeout: Any = None) -> None:  # type: ignore[override]
        """Raises TimeoutError when no message came within `timeout` seconds, or the longest wait."""
        shorter = min(timeout or _LONGEST_WAIT_SECONDS, _LONGEST_WAIT_SECONDS)
        super().drain_events(connection, timeout=shorter)  # type: ignore[no-untyped-call]


def register() -> None:
    """Make `files://` a broker's address."""
    TRANSPORT_ALIASES["files"] = "metrics_portal.broker:FileTransport"
