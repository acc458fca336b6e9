"""The portal on one workspace: asks tiles as people do, times them, and looks at what was left behind."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

from django.core.cache import caches
from django.utils import timezone

from accounts.contracts import Viewer
from routing import backends
from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.slots import Slots
from routing.contracts import BackendError, ErrorKind
from tests.emulators.workspace import Workspace
from widgets.contracts import Answer, Form, TileState
from widgets.models import Widget
from widgets.presentation import Frame, render_tile
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget

TOLD_WITHIN_SECONDS = 10.0
_PATIENCE_SECONDS = 60.0  # no bound of the portal: machines differ
# The servers' own, and the one that looks after all running queries of a process.
_STAYING = ("process_request_thread", "loopback-", "query-watch")
_SOMEBODY = Viewer(user_id=1, name="Somebody", role="viewer")


@dataclass(frozen=True)
class Told:
    """What a person got: the answer, the tile as markup, and how long that took."""

    answer: Answer
    tile: str
    seconds: float

    @property
    def state(self) -> TileState:
        return self.answer.state

    @property
    def kind(self) -> ErrorKind | None:
        return self.answer.error.kind if self.answer.error else None

    @property
    def words(self) -> str:
        return self.answer.error.detail if self.answer.error else ""


@dataclass(frozen=True)
class PortalOnWorkspace:
    name: str
    workspace: Workspace
    threads_before: frozenset[threading.Thread] = field(
        default_factory=lambda: frozenset(threading.enumerate())
    )

    @property
    def backend(self) -> DatabricksBackend:
        return cast(DatabricksBackend, backends.get(self.name))

    def ask(self, metric: str = "revenue", *dimensions: str) -> Told:
        """A tile, asked anew, whatever is cached."""
        question = question_of_widget(self._widget(metric, dimensions))
        started = time.monotonic()
        answer = resolve(question, _SOMEBODY, now=timezone.now(), refresh=True, form=Form.TILE)
        seconds = time.monotonic() - started
        return Told(answer, render_tile(_frame(metric), answer, timezone.now()), seconds)

    def _widget(self, metric: str, dimensions: tuple[str, ...]) -> UUID:
        intent = {"metric": metric, "dimensions": list(dimensions)}
        spec = {"title": metric, "visual": "table" if dimensions else "kpi", "intent": intent}
        found = Widget.objects.filter(spec__title=metric, spec__intent__dimensions=list(dimensions)).first()
        return found.pk if found else create_widget(spec=spec, actor=None).pk

    def ask_meanwhile(self, metric: str = "revenue", *dimensions: str) -> "Meanwhile":
        return Meanwhile(lambda: self.ask(metric, *dimensions))

    def wait_until_a_statement_runs(self) -> None:
        self.wait_until(lambda: not self.nothing_runs())

    def wait_until(self, reached: Callable[[], bool]) -> None:
        ends_at = time.monotonic() + _PATIENCE_SECONDS
        while not reached():
            assert time.monotonic() < ends_at, self._left()
            time.sleep(0.02)

    def nothing_runs(self) -> bool:
        """Whether every statement is over at the warehouse."""
        return self._statements_under_way() == 0

    def cancel_on_the_server(self) -> None:
        """As somebody does who looks at the warehouse's query history."""
        self.workspace.thrift.cancel_operations()
        for statement in self.workspace.statements.statements():
            statement.cancel()

    def _statements_under_way(self) -> int:
        through_rest = sum(not each.done.is_set() for each in self.workspace.statements.statements())
        return through_rest + self.workspace.thrift.running_operations

    def close(self) -> None:
        for each in threading.enumerate():
            if each.name == "renewal":  # of a stale answer: it would open anew what is closed here
                each.join(_PATIENCE_SECONDS)
        self.backend.close(seconds=_PATIENCE_SECONDS)

    def what_is_left(self) -> list[str]:
        """After `close`: sessions, statements, connections and threads that should be gone; empty when all are."""
        left: list[str] = []
        ends_at = time.monotonic() + _PATIENCE_SECONDS
        while (left := self._left()) and time.monotonic() < ends_at:
            time.sleep(0.05)
        return left

    def _left(self) -> list[str]:
        workspace = self.workspace
        counts = {
            "sessions": workspace.thrift.open_sessions,
            "operations": workspace.thrift.open_operations,
            "statements": self._statements_under_way(),
            "lines": self.backend.pool.living + self.backend.export_pool.living,
            "slots": self._slot_is_taken("queries") + self._slot_is_taken("exports"),
        }
        return [f"{count} {what}" for what, count in counts.items() if count] + self._threads_left()

    def _threads_left(self) -> list[str]:
        new = set(threading.enumerate()) - self.threads_before
        return [each.name for each in new if not any(words in each.name for words in _STAYING)]

    def _slot_is_taken(self, of: str) -> bool:
        slots = Slots(backend=self.name, label="", count=1, cache=caches["leases"], wait_seconds=0.0, of=of)
        try:
            with slots.hold(1.0):
                return False
        except BackendError:
            return True


class Meanwhile:
    """Something asked in a thread of its own, so that a test can act while it runs."""

    def __init__(self, ask: Callable[[], Told]) -> None:
        self._told: list[Told] = []
        self._thread = threading.Thread(target=lambda: self._told.append(_with_own_connection(ask)))
        self._thread.start()

    @property
    def is_over(self) -> bool:
        return not self._thread.is_alive()

    def told(self) -> Told:
        self._thread.join(60)
        return self._told[0]


def _with_own_connection(ask: Callable[[], Told]) -> Told:
    from django.db import connections

    try:
        return ask()
    finally:
        connections.close_all()


def _frame(metric: str) -> Frame:
    return Frame(
        tile_id="t", title=metric, subtitle="", visual="table", span=3, revision=1, engine_label="Databricks",
        url="/t/", export_url="/t/?", spec_url="/t/", metric_url="/m/",
    )  # fmt: skip
