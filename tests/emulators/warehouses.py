"""SQL warehouses: their states, which evolve in time or as a test says, and `/api/2.0/sql/warehouses`."""

import threading
import time
from collections.abc import Callable, Iterator
from enum import StrEnum

from tests.emulators.access import Access, permission_denied
from tests.emulators.http import Reply, Request, Route


class State(StrEnum):
    STOPPED = "STOPPED"
    STARTING = "STARTING"
    RUNNING = "RUNNING"


class Warehouse:
    """One warehouse. Started, it is STARTING for `start_seconds`, or until a test says `finish_starting()`."""

    def __init__(
        self,
        warehouse_id: str,
        name: str,
        *,
        state: State = State.RUNNING,
        start_seconds: float = float("inf"),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.id, self.name, self.start_seconds = warehouse_id, name, start_seconds
        self._clock, self._lock = clock, threading.Lock()
        self._state, self._started_at = state, clock()

    @property
    def state(self) -> State:
        with self._lock:
            if self._state is State.STARTING and self._clock() - self._started_at >= self.start_seconds:
                self._state = State.RUNNING
            return self._state

    def start(self) -> None:
        with self._lock:
            if self._state is State.STOPPED:
                self._state, self._started_at = State.STARTING, self._clock()

    def finish_starting(self) -> None:
        with self._lock:
            self._state = State.RUNNING

    def stop(self) -> None:
        with self._lock:
            self._state = State.STOPPED

    def as_json(self) -> dict[str, object]:
        state = self.state
        return {
            "id": self.id,
            "name": self.name,
            "state": state,
            "cluster_size": "2X-Small",
            "warehouse_type": "PRO",
            "auto_stop_mins": 10,
            "num_clusters": 1 if state is State.RUNNING else 0,
            "enable_serverless_compute": True,
            "health": {"status": "HEALTHY"} if state is State.RUNNING else {},
        }


class Warehouses:
    def __init__(self, access: Access, *warehouses: Warehouse) -> None:
        self._access = access
        self._by_id = {warehouse.id: warehouse for warehouse in warehouses}

    def routes(self) -> Iterator[Route]:
        yield Route("GET", "/api/2.0/sql/warehouses", self._list)
        yield Route("GET", "/api/2.0/sql/warehouses/{id}", self._get)
        yield Route("POST", "/api/2.0/sql/warehouses/{id}/start", self._start)
        yield Route("POST", "/api/2.0/sql/warehouses/{id}/stop", self._stop)

    def usable(self, request: Request, warehouse_id: str) -> "Warehouse | Reply":
        """The warehouse, or why the caller may not have it."""
        warehouse = self._by_id.get(warehouse_id)
        if warehouse is None:
            message = f"SQL warehouse {warehouse_id} does not exist."
            return Reply.json({"error_code": "RESOURCE_DOES_NOT_EXIST", "message": message}, 404)
        principal = self._access.principal(request)
        if not principal.may_use(warehouse_id):
            return permission_denied(
                f"{principal.name} does not have permission CAN_USE on warehouse {warehouse_id}."
            )
        return warehouse

    def _list(self, request: Request) -> Reply:
        principal = self._access.principal(request)
        mine = [warehouse for warehouse in self._by_id.values() if principal.may_use(warehouse.id)]
        return Reply.json({"warehouses": [warehouse.as_json() for warehouse in mine]})

    def _get(self, request: Request) -> Reply:
        found = self.usable(request, request.path_values["id"])
        return found if isinstance(found, Reply) else Reply.json(found.as_json())

    def _start(self, request: Request) -> Reply:
        found = self.usable(request, request.path_values["id"])
        if isinstance(found, Reply):
            return found
        found.start()
        return Reply.json({})

    def _stop(self, request: Request) -> Reply:
        found = self.usable(request, request.path_values["id"])
        if isinstance(found, Reply):
            return found
        found.stop()
        return Reply.json({})
