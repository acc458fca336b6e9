"""How long a batch of an export is waited for, in all that has to be done for it."""

import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Any, TypeVar

from routing.backends.databricks.aside import Helper
from routing.backends.databricks.channel import Running
from routing.backends.databricks.faults import Fault, Trouble

Answer = TypeVar("Answer")


class Patience:
    """At most `seconds` since anything was heard, and none once nobody wants what `running` brings. What failed is
    tried again within the seconds that were left, so that failures in a row are told as soon as one.

    Work is done beside, one piece after another: what is left behind there ends by itself.
    """

    def __init__(self, running: Running, *, seconds: float) -> None:
        self._running, self._seconds = running, seconds
        self._helper = Helper("databricks-link")
        self._failed: Fault | None = None
        self.renew()

    def renew(self) -> None:
        """The next batch is waited for."""
        self._failed = None
        self.heard()

    def heard(self) -> None:
        """Something of the batch came: slow is not silent."""
        if self._failed is None:
            self._ends_at = time.monotonic() + self._seconds

    def may_try_again(self, fault: Fault) -> bool:
        """Whether there is time for it; `fault` is told where it does not help in time."""
        self._failed = self._failed or fault
        return not fault.silent and time.monotonic() < self._ends_at

    def answer(self, work: Callable[[], Answer], silence: Fault) -> Answer:
        """What the work gives; raises as it does, Fault (cancelled) when nobody wants it any more, and `silence`, or
        what failed before, when the time is up."""
        doing = self._helper.do(work)
        either: tuple[Future[Any], ...] = (doing, self._running.unwanted)
        self._until(lambda seconds: wait(either, seconds, FIRST_COMPLETED))
        if not doing.done():
            raise self._failed or silence
        return doing.result()

    def pause(self, seconds: float) -> None:
        """Raises Fault (cancelled) when nobody wants to wait."""
        self._until(lambda left: wait([self._running.unwanted], min(seconds, left)))

    def behind(self, work: Callable[[], object]) -> None:
        """Have it done after what is under way; nobody waits for it."""
        self._helper.do(work)

    def end(self) -> None:
        self._helper.end()

    def _until(self, waited: Callable[[float], object]) -> None:
        waited(max(0.0, self._ends_at - time.monotonic()))
        if self._running.unwanted.done():
            raise Fault(Trouble.CANCELLED, "nobody takes the rows any more")
