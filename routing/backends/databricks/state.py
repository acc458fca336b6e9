"""Whether the warehouse runs, sleeps or wakes up, as the workspace tells; asked without waking it."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum

from metrics_portal.databricks_auth import Principal
from routing.backends.databricks.access import workspace_client
from routing.backends.databricks.aside import aside
from routing.backends.databricks.faults import Fault, Trouble

logger = logging.getLogger(__name__)

_FRESH_SECONDS = 2.0
_WAIT_SECONDS = 4.0
_THREAD = "databricks-state"


class Condition(StrEnum):
    RUNNING = "running"
    STARTING = "starting"
    STOPPED = "stopped"
    GONE = "gone"
    UNKNOWN = "unknown"  # the workspace does not tell us


_CONDITIONS = {
    "RUNNING": Condition.RUNNING,
    "STARTING": Condition.STARTING,
    "STOPPING": Condition.STOPPED,
    "STOPPED": Condition.STOPPED,
    "DELETING": Condition.GONE,
    "DELETED": Condition.GONE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A warehouse as it was last seen. `fault` tells why nothing is known."""

    condition: Condition
    name: str = ""
    size: str = ""
    fault: Fault | None = None

    @property
    def told(self) -> bool:
        """Whether the workspace answered, be it that it may not say."""
        if self.fault is not None:
            return self.fault.trouble is not Trouble.UNREACHABLE
        return self.condition is not Condition.UNKNOWN

    @property
    def asleep(self) -> bool:
        return self.condition in (Condition.STARTING, Condition.STOPPED)


class WarehouseState:
    """One warehouse as one principal sees it. One question at a time; answers stand for 2 s."""

    def __init__(self, warehouse_id: str, principal: Principal) -> None:
        self._id, self._principal = warehouse_id, principal
        self._lock = threading.Lock()
        self._asking: Future[Seen] | None = None
        self._seen: tuple[float, Seen] | None = None

    def look(self, *, wait_seconds: float = _WAIT_SECONDS) -> Seen:
        """What it does now; never raises. Unknown for a cluster, and when no answer comes in time."""
        if not self._id:
            return Seen(condition=Condition.UNKNOWN)
        _driver()
        with self._lock:
            if self._seen and time.monotonic() - self._seen[0] < _FRESH_SECONDS:
                return self._seen[1]
            if self._asking is None:
                self._asking = aside(self._ask, name=_THREAD)
            asking = self._asking
        try:
            return asking.result(timeout=wait_seconds)
        except TimeoutError:
            silent = Fault(Trouble.UNREACHABLE, f"no word of its state in {wait_seconds:g} s")
            return Seen(condition=Condition.UNKNOWN, fault=silent)

    def wake(self) -> None:
        """Ask for it to be started, behind the caller's back. A right to do so is not needed: the question
        that found it asleep wakes it too."""
        aside(self._start, name=_THREAD)

    def _ask(self) -> Seen:
        seen = self._look_now()
        with self._lock:
            self._seen, self._asking = (time.monotonic(), seen), None
        return seen

    def _look_now(self) -> Seen:
        fault_of = _driver()
        try:
            found = workspace_client(self._principal).warehouses.get(self._id)
        except Exception as error:  # the SDK, requests and the sign-in each raise their own
            fault = fault_of(error)
            logger.warning("the state of warehouse %s is unknown: %s", self._id, fault)
            return Seen(condition=Condition.UNKNOWN, fault=fault)
        state = found.state.value if found.state else ""
        return Seen(
            condition=_CONDITIONS.get(state, Condition.UNKNOWN),
            name=found.name or "",
            size=found.cluster_size or "",
        )

    def _start(self) -> None:
        fault_of = _driver()
        try:
            workspace_client(self._principal).warehouses.start(self._id)
        except Exception as error:
            logger.info("warehouse %s was not asked to start: %s", self._id, fault_of(error))


def _driver() -> Callable[[BaseException], Fault]:
    """The SDK takes a second to import, or several on a busy machine: only where it is needed, and before any
    time is measured."""
    from routing.backends.databricks.sdk_faults import fault_of

    return fault_of
