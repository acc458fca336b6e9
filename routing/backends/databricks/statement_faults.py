"""What one call of the Statement Execution API says, as a fault or as none."""

from collections.abc import Iterator
from contextlib import contextmanager

from databricks.sdk.service.sql import StatementResponse, StatementState

from metrics_portal.databricks_login import time_for
from routing.backends.databricks.access import ANSWER_SECONDS
from routing.backends.databricks.faults import Fault, Trouble, of_message
from routing.backends.databricks.sdk_faults import fault_of

RETRY_SECONDS = ANSWER_SECONDS / 3  # so that a call whose last attempt meets silence is told in time, too
# What is not about the statement but about the service; the rest is told by the message.
_OF_CODE = {
    "TEMPORARILY_UNAVAILABLE": Trouble.UNAVAILABLE,
    "WORKSPACE_TEMPORARILY_UNAVAILABLE": Trouble.UNAVAILABLE,
    "SERVICE_UNDER_MAINTENANCE": Trouble.UNAVAILABLE,
    "RESOURCE_EXHAUSTED": Trouble.BUSY,
    "UNAUTHENTICATED": Trouble.SIGN_IN,
    "DEADLINE_EXCEEDED": Trouble.TIMED_OUT,
    "CANCELLED": Trouble.CANCELLED,
}


def check(response: StatementResponse) -> None:
    """Raises Fault unless the statement succeeded."""
    status = response.status
    state = status.state if status else None
    if state is StatementState.SUCCEEDED or (state is StatementState.CLOSED and response.result):
        return
    if state is StatementState.CANCELED:
        raise Fault(Trouble.CANCELLED, "the statement was cancelled")
    if state is StatementState.CLOSED:
        raise Fault(Trouble.SESSION_LOST, "the statement's result is gone")
    error = status.error if status else None
    message = (error.message if error else "") or ""
    code = error.error_code.value if error and error.error_code else ""
    if status and status.sql_state and "SQLSTATE" not in message:
        message = f"{message} SQLSTATE: {status.sql_state}"
    raise Fault(_OF_CODE.get(code) or of_message(message), f"{code} {message}".strip())


@contextmanager
def faults(seconds: float = RETRY_SECONDS) -> Iterator[None]:
    """Around one call: how long it may be tried again, and what it fails with."""
    try:
        with time_for(seconds):
            yield
    except Fault:
        raise
    except Exception as error:  # the SDK, requests and the sign-in each raise their own
        raise fault_of(error) from error


@contextmanager
def of_known_statement() -> Iterator[None]:
    """The same about a statement that the workspace took: what it finds no more is that one, not the warehouse."""
    try:
        with faults():
            yield
    except Fault as fault:
        if fault.trouble is Trouble.NO_WAREHOUSE:
            raise Fault(Trouble.SESSION_LOST, fault.detail) from fault
        raise
