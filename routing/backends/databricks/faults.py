"""What can go wrong between the portal and a warehouse, the same for both transports."""

import re
from collections.abc import Callable
from enum import StrEnum


class Trouble(StrEnum):
    SIGN_IN = "sign_in"  # the workspace does not accept who we are
    FORBIDDEN = "forbidden"  # it does, and does not let us use this warehouse
    NO_WAREHOUSE = "no_warehouse"  # nothing is at this address
    BUSY = "busy"  # asked too often
    UNAVAILABLE = "unavailable"  # it answered that it cannot
    UNREACHABLE = "unreachable"  # it did not answer
    SESSION_LOST = "session_lost"  # it knows nothing of our session or statement any more
    TIMED_OUT = "timed_out"
    CANCELLED = "cancelled"
    NOT_SENT = "not_sent"  # its time was over before it could be sent
    UNHEARD = "unheard"  # it was sent, and the warehouse did not hear in time that it was cancelled
    NO_SUCH = "no_such"  # table, schema, catalog or column
    DENIED = "denied"  # a table this principal may not read
    TOO_LARGE = "too_large"
    CHUNKS = "chunks"  # the order it tells of an answer's parts has no end
    NO_LINKS = "no_links"  # the workspace gives no links to the rows of an export
    LINK = "link"  # it gave one that leads to nothing
    STORAGE = "storage"  # where such links lead did not answer, or broke off
    ZONE = "zone"  # the warehouse is not in UTC, and this transport cannot set that
    ANSI = "ansi"  # it makes NULL of what cannot be computed, and this transport cannot set that either
    QUERY = "query"  # anything else that is wrong with the statement


# On a connection that worked before these may mean only that it is worn out.
WORN_OUT = frozenset({Trouble.SESSION_LOST, Trouble.UNREACHABLE, Trouble.SIGN_IN, Trouble.NO_WAREHOUSE})


class Fault(Exception):
    """One failure. `detail` is the driver's wording, for the log alone: it is never shown.

    `silent` tells that nothing was heard for as long as may be waited. `after` tidies up what the failed statement
    left open, on a connection that is to be used again.
    """

    def __init__(
        self, trouble: Trouble, detail: str = "", *, retry_after: int | None = None, silent: bool = False
    ) -> None:
        super().__init__(detail)
        self.trouble = trouble
        self.detail = detail
        self.retry_after = retry_after
        self.silent = silent
        self.after: Callable[[], None] | None = None

    def __str__(self) -> str:
        return f"{self.trouble}: {self.detail}"


_OF_STATUS = {
    400: Trouble.NO_WAREHOUSE,  # how a workspace answers an http path it cannot read
    401: Trouble.SIGN_IN,
    403: Trouble.FORBIDDEN,
    404: Trouble.NO_WAREHOUSE,
    429: Trouble.BUSY,
}
_SQLSTATE = re.compile(r"SQLSTATE: ([0-9A-Z]{5})")
_CONDITION = re.compile(r"\[([A-Z][A-Z0-9_.]+)\]")
_OF_SQLSTATE = {
    "42501": Trouble.DENIED,
    "42P01": Trouble.NO_SUCH,
    "42703": Trouble.NO_SUCH,
    "42704": Trouble.NO_SUCH,
    "3F000": Trouble.NO_SUCH,
    "57014": Trouble.CANCELLED,
    "57KD0": Trouble.TIMED_OUT,
}
# By the start of the error condition's name, where a message has no SQLSTATE.
_OF_CONDITION = {
    "TABLE_OR_VIEW_NOT_FOUND": Trouble.NO_SUCH,
    "SCHEMA_NOT_FOUND": Trouble.NO_SUCH,
    "NO_SUCH_CATALOG": Trouble.NO_SUCH,
    "CATALOG_NOT_FOUND": Trouble.NO_SUCH,
    "UNRESOLVED_COLUMN": Trouble.NO_SUCH,
    "INSUFFICIENT_PERMISSIONS": Trouble.DENIED,
    "PERMISSION_DENIED": Trouble.DENIED,
    "QUERY_EXECUTION_TIMEOUT_EXCEEDED": Trouble.TIMED_OUT,
    "STATEMENT_TIMEOUT": Trouble.TIMED_OUT,
    "OPERATION_CANCELED": Trouble.CANCELLED,
    "QUERY_CANCELED": Trouble.CANCELLED,
}
_OF_WORDS = (
    (
        re.compile(r"Invalid (Session|Operation)Handle|unexpectedly closed server side", re.I),
        Trouble.SESSION_LOST,
    ),
    (re.compile(r"inline byte limit exceeded|result size .*exceed", re.I), Trouble.TOO_LARGE),
    (re.compile(r"TIMEDOUT|timed out|statement timeout", re.I), Trouble.TIMED_OUT),
    (re.compile(r"CANCELL?ED\b", re.I), Trouble.CANCELLED),
    (re.compile(r"does not have .*(permission|privilege)|insufficient privileges", re.I), Trouble.DENIED),
)


def by_silence(error: BaseException) -> bool:
    """Whether a socket's time-out is at the bottom of it."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, TimeoutError):
            return True
        found = found.__cause__ or found.__context__
    return False


def of_status(status: int) -> Trouble:
    """What an HTTP status says about the way to the warehouse."""
    return _OF_STATUS.get(status, Trouble.UNAVAILABLE if status >= 500 else Trouble.UNREACHABLE)


def of_message(message: str) -> Trouble:
    """What an engine's error message says: by its condition, its SQLSTATE, then its words."""
    # Beyond the first line a message quotes the statement, which may hold any words.
    first = message.strip().partition("\n")[0]
    condition = _CONDITION.match(first)
    if condition:
        for name, trouble in _OF_CONDITION.items():
            if condition.group(1).startswith(name):
                return trouble
    state = _SQLSTATE.search(message)
    if state and state.group(1) in _OF_SQLSTATE:
        return _OF_SQLSTATE[state.group(1)]
    if condition:
        return Trouble.QUERY
    return next((trouble for words, trouble in _OF_WORDS if words.search(first)), Trouble.QUERY)
