"""A fault in the words of this portal: what happened, and what to do about it."""

from collections.abc import Callable, Mapping

from routing.backends import errors
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.errors import EngineDownError, EngineSilentError
from routing.contracts import BackendError, ErrorKind

_BUSY_SECONDS = 5

Explain = Callable[[str, str, float, Fault], BackendError]


def explained(fault: Fault, *, label: str, backend: str, deadline_seconds: float) -> BackendError:
    """The error a caller may see."""
    return _EXPLAINED[fault.trouble](label, backend, deadline_seconds, fault)


def _sign_in(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return _settings_at_fault(
        f"{label} does not accept the portal's credentials. An operator must renew DATABRICKS_TOKEN, or"
        " DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET.",
        backend,
    )


def _no_warehouse(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return _settings_at_fault(
        f"{label} has no warehouse at this address: it was deleted, or DATABRICKS_HTTP_PATH is wrong. An"
        " operator finds the path under SQL Warehouses › Connection details.",
        backend,
    )


def _zone(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return _settings_at_fault(
        f"{label} does not keep its time in UTC, and DATABRICKS_TRANSPORT=statement cannot ask for it. An"
        " operator sets TIMEZONE to UTC in the warehouse's SQL configuration, or uses the transport thrift.",
        backend,
    )


def _ansi(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return _settings_at_fault(
        f"{label} makes NULL of what it cannot compute, so that its sums would be false in silence, and"
        " DATABRICKS_TRANSPORT=statement cannot ask for more. An operator sets ANSI_MODE to true in the warehouse's SQL"
        " configuration, or uses the transport thrift.",
        backend,
    )


def _settings_at_fault(words: str, backend: str) -> BackendError:
    # The workspace answered at once, and always will: nothing to rest from, so no work for the breaker.
    return BackendError(words, kind=ErrorKind.BACKEND_UNAVAILABLE, backend=backend)


def _forbidden(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return BackendError(
        f"{label} does not let the portal use this warehouse. Ask its owner for the right CAN USE.",
        kind=ErrorKind.PERMISSION_DENIED,
        backend=backend,
    )


def _busy(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return BackendError(
        f"{label} was asked too often and wants a pause. Try again shortly.",
        kind=ErrorKind.OVERLOADED,
        backend=backend,
        retry_after=fault.retry_after or _BUSY_SECONDS,
    )


def _unavailable(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return EngineDownError(
        f"{label} says that it cannot answer now. Try again shortly.",
        backend=backend,
        retry_after=fault.retry_after or _BUSY_SECONDS,
    )


def _unreachable(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    error = EngineSilentError if fault.silent else EngineDownError
    return error(
        f"{label} cannot be reached, or broke off. Check DATABRICKS_HOST, the network and the warehouse.",
        backend=backend,
    )


def _too_large(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return BackendError(
        f"{label} answered with more than the portal takes for one question. Ask for a shorter window or"
        " fewer dimensions.",
        kind=ErrorKind.OVERLOADED,
        backend=backend,
    )


def _chunks(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return _settings_at_fault(
        f"{label} tells the parts of this answer in an order that contradicts itself, so it cannot be put together. Ask"
        " again; if it stays so, an operator uses the transport thrift.",
        backend,
    )


def _no_links(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return _settings_at_fault(
        f"{label} gives no links to the rows of an export, without which DATABRICKS_TRANSPORT=statement brings none. An"
        " operator has EXTERNAL_LINKS allowed in the workspace, or uses the transport thrift.",
        backend,
    )


def _link(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return _storage_at_fault(
        f"{label} gave a link to the rows of this export that leads to nothing, or that its storage refuses.",
        backend,
    )


def _storage(label: str, backend: str, seconds: float, fault: Fault) -> BackendError:
    return _storage_at_fault(
        f"The storage in which {label} keeps the rows of this export cannot be reached, or broke off.",
        backend,
    )


def _storage_at_fault(words: str, backend: str) -> BackendError:
    # The warehouse answered, and goes on answering tiles: nothing for the breaker either.
    return BackendError(
        f"{words} Try again shortly; if it stays so, an operator lets the portal reach the workspace's cloud storage,"
        " or uses the transport thrift.",
        kind=ErrorKind.BACKEND_UNAVAILABLE,
        backend=backend,
        retry_after=_BUSY_SECONDS,
    )


_EXPLAINED: Mapping[Trouble, Explain] = {
    Trouble.SIGN_IN: _sign_in,
    Trouble.FORBIDDEN: _forbidden,
    Trouble.NO_WAREHOUSE: _no_warehouse,
    Trouble.BUSY: _busy,
    Trouble.UNAVAILABLE: _unavailable,
    Trouble.UNREACHABLE: _unreachable,
    Trouble.SESSION_LOST: _unreachable,
    Trouble.TIMED_OUT: lambda label, backend, seconds, fault: errors.timed_out(label, backend, seconds),
    Trouble.CANCELLED: lambda label, backend, seconds, fault: errors.cancelled(label, backend),
    Trouble.NOT_SENT: lambda label, backend, seconds, fault: errors.not_sent(label, backend, seconds),
    Trouble.UNHEARD: lambda label, backend, seconds, fault: errors.unheard(label, backend, seconds),
    Trouble.NO_SUCH: lambda label, backend, seconds, fault: errors.no_source(label, backend),
    Trouble.DENIED: lambda label, backend, seconds, fault: errors.permission_denied(label, backend),
    Trouble.TOO_LARGE: _too_large,
    Trouble.CHUNKS: _chunks,
    Trouble.NO_LINKS: _no_links,
    Trouble.LINK: _link,
    Trouble.STORAGE: _storage,
    Trouble.ZONE: _zone,
    Trouble.ANSI: _ansi,
    Trouble.QUERY: lambda label, backend, seconds, fault: errors.query_failed(label, backend),
}
