"""How a backend fails, in our words. The driver's error is chained as the cause and stays in the log."""

from routing.contracts import BackendError, ErrorKind


class EngineDownError(BackendError):
    """The engine did not speak at all: the only failure that counts for the breaker."""

    def __init__(self, detail: str, *, backend: str, retry_after: int | None = 5) -> None:
        super().__init__(detail, kind=ErrorKind.BACKEND_UNAVAILABLE, backend=backend, retry_after=retry_after)


class CalledOffError(BackendError):
    """Broken off on our side: it says nothing about the engine, neither that it is down nor that it spoke."""

    def __init__(self, detail: str, *, backend: str) -> None:
        super().__init__(detail, kind=ErrorKind.BACKEND_TIMEOUT, backend=backend)


def query_failed(label: str, backend: str) -> BackendError:
    """The engine spoke, but could not compute this query."""
    return BackendError(
        f"{label} could not compute this. The reason is in the log under the correlation id.",
        kind=ErrorKind.BACKEND_UNAVAILABLE,
        backend=backend,
    )


def no_source(label: str, backend: str) -> BackendError:
    return BackendError(
        f"{label} has no table or column of the name this metric reads."
        " Compare the dictionary with the engine: manage.py validate_dictionary.",
        kind=ErrorKind.NO_SOURCE,
        backend=backend,
    )


def permission_denied(label: str, backend: str) -> BackendError:
    return BackendError(
        f"{label} does not let the portal read this. Ask its owner for read access to the table.",
        kind=ErrorKind.PERMISSION_DENIED,
        backend=backend,
    )


def timed_out(label: str, backend: str, seconds: float) -> BackendError:
    return BackendError(
        f"{label} did not finish within {seconds:g} s, so the query was stopped. Ask for a shorter window or"
        " fewer dimensions.",
        kind=ErrorKind.BACKEND_TIMEOUT,
        backend=backend,
    )


def cancelled(label: str, backend: str) -> BackendError:
    return CalledOffError(f"The query on {label} was cancelled. Ask again when you need it.", backend=backend)


def out_of_memory(label: str, backend: str) -> BackendError:
    return BackendError(
        f"{label} ran out of the memory it may use. Ask for a shorter window or fewer dimensions.",
        kind=ErrorKind.OVERLOADED,
        backend=backend,
    )
