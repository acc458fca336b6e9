"""How a backend fails, in our words. The driver's error is chained as the cause and stays in the log."""

from routing.contracts import BackendError, ErrorKind, NotSignedIn


class EngineDownError(BackendError):
    """The engine did not speak at all: the only failure that counts for the breaker."""

    def __init__(self, detail: str, *, backend: str, retry_after: int | None = 5) -> None:
        super().__init__(detail, kind=ErrorKind.BACKEND_UNAVAILABLE, backend=backend, retry_after=retry_after)


class EngineSilentError(EngineDownError):
    """It did not speak for as long as was waited for it: who waits for their turn need not wait as long again."""


class CalledOffError(BackendError):
    """Broken off on our side, or never begun: it says nothing about the engine, neither that it is down nor that it
    spoke."""

    def __init__(
        self,
        detail: str,
        *,
        backend: str,
        kind: ErrorKind = ErrorKind.BACKEND_TIMEOUT,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(detail, kind=kind, backend=backend, retry_after=retry_after)


class OutOfTimeError(CalledOffError):
    """Broken off at its deadline, of which the engine knows nothing yet."""


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


def not_signed_in(label: str, backend: str) -> NotSignedIn:
    """No token, or one that is over: an answer by anyone else's rights would be a wrong one."""
    return NotSignedIn(
        f"{label} has to know you, and you are not signed in to it, or not any more. Sign in again.",
        backend=backend,
    )


def came_without_sign_in(label: str, backend: str) -> NotSignedIn:
    """Nothing that a proxy forwards came with the request: another sign-in to the portal itself would not help."""
    return NotSignedIn(
        f"{label} answers each reader by their own rights, and nothing came with this request that tells it who you"
        " are. Open the portal at the address where you sign in to it through your organisation's proxy.",
        backend=backend,
    )


def timed_out(label: str, backend: str, seconds: float) -> BackendError:
    return BackendError(
        f"{label} did not finish within {seconds:g} s, so the query was stopped. Ask for a shorter window or"
        " fewer dimensions.",
        kind=ErrorKind.BACKEND_TIMEOUT,
        backend=backend,
    )


def not_sent(label: str, backend: str, seconds: float) -> BackendError:
    return OutOfTimeError(
        f"The way to {label} was not open within {seconds:g} s, so the question was not sent. Try again shortly.",
        backend=backend,
        retry_after=5,
    )


def unheard(label: str, backend: str, seconds: float) -> BackendError:
    return OutOfTimeError(
        f"{label} did not finish within {seconds:g} s, and has not confirmed yet that the query was stopped. Try again"
        " shortly, for a shorter window or fewer dimensions.",
        backend=backend,
        retry_after=5,
    )


def found_silent(detail: str, backend: str) -> BackendError:
    """For a question that was not asked, because another found the engine silent just now."""
    return CalledOffError(detail, backend=backend, kind=ErrorKind.BACKEND_UNAVAILABLE, retry_after=5)


def cancelled(label: str, backend: str) -> BackendError:
    return CalledOffError(f"The query on {label} was cancelled. Ask again when you need it.", backend=backend)


def out_of_memory(label: str, backend: str) -> BackendError:
    return BackendError(
        f"{label} ran out of the memory it may use. Ask for a shorter window or fewer dimensions.",
        kind=ErrorKind.OVERLOADED,
        backend=backend,
    )
