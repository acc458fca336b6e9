"""The warehouse as the people who ask it, each with their own token: by their own rights, never by another's."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from metrics_portal.databricks_auth import Principal
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.errors import not_signed_in
from routing.contracts import BackendError, ErrorKind

if TYPE_CHECKING:
    from routing.backends.databricks.backend import DatabricksBackend

MOST_PEOPLE = 32
KEPT_SECONDS = 1800.0  # as long as a connection


@dataclass
class _Known:
    principal: Principal
    view: "DatabricksBackend"
    asked_at: float


class People:
    """One view of the warehouse per person: at most 32, who asked longest ago goes first, and nobody stays who has not
    asked for half an hour.

    A view belongs to a person and their present token. Another token makes another view and retires the last one:
    what it was asked already it answers, and what its token opened is never used with the next. Tokens are kept in
    memory only. `clock` gives monotonic seconds.
    """

    def __init__(
        self,
        view_of: Callable[[Principal], "DatabricksBackend"],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._view_of, self._clock = view_of, clock
        self._lock = threading.Lock()
        self._known: OrderedDict[str, _Known] = OrderedDict()  # who asked longest ago is the first

    def view(self, person: str, principal: Principal) -> "DatabricksBackend":
        now = self._clock()
        with self._lock:
            gone = []
            known = self._known.pop(person, None)
            if known is None or known.principal != principal:
                gone += [known] if known else []
                known = _Known(principal, self._view_of(principal), now)
            known.asked_at = now
            self._known[person] = known
            while self._is_to_go(next(iter(self._known.values())), now):
                gone.append(self._known.popitem(last=False)[1])
        for each in gone:
            each.view.retire()
        return known.view

    def close(self, *, seconds: float) -> None:
        with self._lock:
            everybody, self._known = list(self._known.values()), OrderedDict()
        for each in everybody:
            each.view.close(seconds=seconds)

    def _is_to_go(self, longest_ago: _Known, now: float) -> bool:
        return len(self._known) > MOST_PEOPLE or now - longest_ago.asked_at > KEPT_SECONDS


def told_to(fault: Fault, *, label: str, backend: str) -> BackendError | None:
    """What a workspace refuses a person, in words for them; None for whatever else went wrong."""
    if fault.trouble is Trouble.SIGN_IN:
        return not_signed_in(label, backend)
    if fault.trouble is Trouble.FORBIDDEN:
        words = (
            f"{label} does not let you use this warehouse, or does not accept your sign-in. Sign in again; if it"
            " stays so, ask the warehouse's owner for the right CAN USE."
        )
    elif fault.trouble is Trouble.DENIED:
        words = f"{label} does not let you read this. Ask the table's owner for the right SELECT."
    else:
        return None
    return BackendError(words, kind=ErrorKind.PERMISSION_DENIED, backend=backend)
