"""One id that follows a request through tiles, queries, tasks and log lines."""

import re
import secrets
from contextvars import ContextVar

HEADER = "X-Correlation-ID"
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")
_current: ContextVar[str] = ContextVar("correlation_id", default="")


def current() -> str:
    """The id of the request or task at hand; a fresh one where none has been set yet."""
    if not _current.get():
        _current.set(new())
    return _current.get()


def new() -> str:
    return f"req-{secrets.token_hex(6)}"


def adopt(offered: str | None) -> str:
    """Use the id a caller offered when it is a plain token, else a fresh one; returns what is now current."""
    accepted = offered if offered and _ACCEPTED.fullmatch(offered) else new()
    _current.set(accepted)
    return accepted
