"""Errors a caller may see, as RFC 9457 problem details: our words, a code, never the cause."""

from typing import Any


class PortalProblem(Exception):
    """A failure that can be told to the person or program that asked.

    `detail` is our own wording and is shown; the cause goes to the log through exception chaining.
    `members` are extra problem members (for example `field`, `value`, `choices`, `position`).
    """

    status = 500
    code = "internal_error"
    title = "Something went wrong"

    def __init__(self, detail: str, *, retry_after: int | None = None, **members: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.retry_after = retry_after
        self.members = members


class InvalidInput(PortalProblem):
    """Bad input: names the field, the value and, where the set is closed, the valid choices."""

    status = 422
    code = "invalid_input"
    title = "The request has a value that cannot be used"


class NotFound(PortalProblem):
    status = 404
    code = "not_found"
    title = "There is no such thing here"


class Conflict(PortalProblem):
    status = 409
    code = "conflict"
    title = "It changed in the meantime"


class Forbidden(PortalProblem):
    status = 403
    code = "forbidden"
    title = "You may not do this"
