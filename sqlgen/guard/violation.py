"""What the guard says when it refuses."""

from metrics_portal.problems import PortalProblem


class GuardViolation(PortalProblem):
    """SQL that may not run. `code` is stable, `message` is shown, `position` is a character offset (from 0).

    The position points into the text that was given to the guard, at the refused part or the nearest name in
    it; 0 where the whole statement is meant.
    """

    status = 422
    title = "The SQL may not run"

    def __init__(self, code: str, message: str, position: int = 0) -> None:
        super().__init__(message, position=position)
        self.code = code
        self.message = message
        self.position = position

    def __reduce__(self) -> tuple[type["GuardViolation"], tuple[str, str, int]]:
        return type(self), (self.code, self.message, self.position)
