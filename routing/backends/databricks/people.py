"""The warehouse as the people who ask it, each with their own token: by their own rights, never by another's."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from metrics_portal.databricks_auth import Principal
from routing.contracts import BackendError, ErrorKind

if TYPE_CHECKING:
    from routing.backends.databricks.backend import DatabricksBackend

MOST_PEOPLE = 32


class People:
    """One view of the warehouse per person, at most 32: who asked longest ago is closed first.

    A view belongs to a person and their present token. Another token makes another view, and ends the last
    one's connections: what a token opened is never used with the next. Tokens are kept in memory only.
    """

    def __init__(self, view_of: Callable[[Principal], "DatabricksBackend"]) -> None:
        self._view_of = view_of
        self._lock = threading.Lock()
        self._views: OrderedDict[str, tuple[Principal, DatabricksBackend]] = OrderedDict()

    def view(self, person: str, principal: Principal) -> "DatabricksBackend":
        ended: list[DatabricksBackend] = []
        with self._lock:
            known = self._views.get(person)
            if known is None or known[0] != principal:
                ended += [known[1]] if known else []
                self._views[person] = (principal, self._view_of(principal))
            self._views.move_to_end(person)
            while len(self._views) > MOST_PEOPLE:
                ended.append(self._views.popitem(last=False)[1][1])
            view = self._views[person][1]
        for backend in ended:
            backend.close()
        return view

    def close(self, *, seconds: float) -> None:
        with self._lock:
            views, self._views = list(self._views.values()), OrderedDict()
        for _, view in views:
            view.close(seconds=seconds)


def not_signed_in(label: str, backend: str) -> BackendError:
    """No token, or one that is over: an answer by anyone else's rights would be a wrong one."""
    return BackendError(
        f"{label} has to know you, and you are not signed in to it, or not any more. Sign in again.",
        kind=ErrorKind.PERMISSION_DENIED,
        backend=backend,
    )
