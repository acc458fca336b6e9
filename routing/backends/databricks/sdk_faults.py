"""The failures of databricks-sdk as faults. Its texts repeat the configuration, so only what a server said is kept."""

import re

from databricks.sdk.errors.base import DatabricksError
from databricks.sdk.errors.platform import (
    BadRequest,
    InvalidParameterValue,
    NotFound,
    PermissionDenied,
    ResourceDoesNotExist,
    TemporarilyUnavailable,
    TooManyRequests,
    Unauthenticated,
)

from metrics_portal.databricks_login import LoginRefusedError, NoTimeToRetryError
from routing.backends.databricks.faults import Fault, Trouble, by_silence, of_status

_CONFIG = re.compile(r"\.? ?(Config|Env): .*", re.S)
_REFUSALS = (200, 400, 401, 403)  # of a token endpoint; 200 with a body that holds none
_OF_ERROR: tuple[tuple[type[DatabricksError], Trouble], ...] = (
    (Unauthenticated, Trouble.SIGN_IN),
    (PermissionDenied, Trouble.FORBIDDEN),
    (ResourceDoesNotExist, Trouble.NO_WAREHOUSE),
    (NotFound, Trouble.NO_WAREHOUSE),
    (TooManyRequests, Trouble.BUSY),
    (TemporarilyUnavailable, Trouble.UNAVAILABLE),
    (InvalidParameterValue, Trouble.NO_WAREHOUSE),
    (BadRequest, Trouble.NO_WAREHOUSE),
)


def fault_of(error: BaseException) -> Fault:
    """What an error of the SDK, or of the HTTP beneath it, means."""
    # The SDK's own time limit, and ours, stand in front of what went wrong.
    if isinstance(error, TimeoutError) and error.__cause__ is not None:
        return fault_of(error.__cause__)
    if isinstance(error, NoTimeToRetryError) and error.__context__ is not None:
        return fault_of(error.__context__)
    words = f"{type(error).__name__}: {_CONFIG.sub('', str(error))}"
    if isinstance(error, DatabricksError):
        trouble = next((found for kind, found in _OF_ERROR if isinstance(error, kind)), Trouble.UNAVAILABLE)
        return Fault(trouble, words, retry_after=error.retry_after_secs)
    if isinstance(error, LoginRefusedError):
        refused = error.status in _REFUSALS
        return Fault(Trouble.SIGN_IN if refused else of_status(error.status), words)
    return Fault(Trouble.UNREACHABLE, words, silent=by_silence(error))
