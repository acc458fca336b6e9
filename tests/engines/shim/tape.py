"""What was asked of the shim, for tests that must know: how many sessions were opened, which settings they carried."""

import threading
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One call. `token` is the bearer token it came with: these are tests, and their tokens are no secrets."""

    call: str
    token: str
    statement: str = ""
    configuration: dict[str, str] = field(default_factory=dict)


class Tape:
    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._lock = threading.Lock()

    def record(self, call: str, token: str, request: Any) -> None:
        settings = getattr(request, "configuration", None) or getattr(request, "confOverlay", None) or {}
        entry = Entry(call, token, getattr(request, "statement", None) or "", dict(settings))
        with self._lock:
            self._entries.append(entry)

    def after(self, count: int) -> list[dict[str, Any]]:
        """The entries recorded after the first `count`."""
        with self._lock:
            recent = self._entries[count:]
        return [asdict(entry) for entry in recent]
