"""A Databricks SQL warehouse as a backend."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from typing import Any, Self

from django.core.cache import caches
from django.utils import timezone

from catalog.contracts import LiveTable
from metrics_portal import databricks_auth, endings, lean
from metrics_portal.databricks_auth import Principal
from routing.backends.base import BaseBackend, Bounds
from routing.backends.databricks.catalog import live_tables
from routing.backends.databricks.channel import Channel
from routing.backends.databricks.explain import explained
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.options import GRACE_SECONDS, Warehouse, principal_of
from routing.backends.databricks.people import People, told_to
from routing.backends.databricks.pool import Pool
from routing.backends.databricks.session import WarehouseSession
from routing.backends.databricks.starting import Starting
from routing.backends.databricks.state import Condition, WarehouseState
from routing.backends.databricks.statement_checks import AnsiCheck
from routing.backends.errors import not_signed_in
from routing.backends.registry import Engine
from routing.backends.session import Session
from routing.contracts import NO_TAGS, BackendError, Health

_LINES_KEPT_OF_A_PERSON = 2  # a page may ask as much at once as anybody
_SECONDS_TO_END = 1.0  # of a process: what a warehouse needs to hear that a session is over


class DatabricksBackend(BaseBackend):
    """Options: `host`, `http_path`, `token` or `client_id` and `client_secret`, `transport`, `catalog`,
    `answer_seconds`, and the bounds."""

    driver_errors = (Fault,)
    catalog_seconds = 60.0
    last_load_seconds = 5.0

    def __init__(
        self,
        name: str,
        engine: Engine,
        bounds: Bounds,
        warehouse: Warehouse,
        principal: Principal,
        *,
        lines_kept: int | None = None,
        **parts: Any,
    ) -> None:
        super().__init__(name, engine, bounds, **parts)
        self._engine = engine
        self.warehouse, self._principal = warehouse, principal
        self.state = WarehouseState(warehouse.id, principal)
        self.starting = Starting(self.state, backend=name, label=engine.label, cache=caches["leases"])
        # One more than slots: the health check and the catalog do not wait for queries.
        self.pool = Pool(self._open, size=bounds.slots + 1, keeps=lines_kept)
        # Lines of their own: their sessions allow statements that last as long as an export may.
        self.export_pool = Pool(self._open_for_export, size=self.exports.slots_beside(bounds.slots))
        self._people = People(self._view_of)
        self._ansi = AnsiCheck()

    @classmethod
    def from_options(cls, name: str, engine: Engine, options: Mapping[str, Any]) -> Self:
        warehouse = Warehouse.of(name, options)
        backend = cls(name, engine, Bounds.of(options), warehouse, principal_of(name, options))
        # Their threads would be cut off in mid life, with what they hold, and their sessions left on the warehouse.
        endings.at_end(partial(backend.close, seconds=_SECONDS_TO_END))
        return backend

    def close(self, *, seconds: float = 0.0) -> None:
        """End every connection, waiting at most `seconds` for those of each kind; the next query opens new ones."""
        self._people.close(seconds=seconds)
        self.pool.close(seconds=seconds)
        self.export_pool.close(seconds=seconds)

    def retire(self) -> None:
        """Answer what was asked already, then end. The token is forgotten now; a question on its way may need it once
        more, and then it stays among the sign-ins of this process until 256 others push it out."""
        self.pool.retire()
        self.export_pool.retire()
        databricks_auth.forget(self._principal)

    def as_user(self, person: str, token: str) -> "DatabricksBackend":
        """The same warehouse as a person, by the token they bring along; within the same slots.

        `person` names them for as long as they use the portal. Raises NotSignedIn without a token: the service
        principal never answers for them.
        """
        if not token:
            raise not_signed_in(self.engine_label, self.name)
        return self._people.view(person, Principal(host=self.warehouse.url, token=token))

    def health(self) -> Health:
        """Whether the workspace answers for the warehouse, without waking it; a stopped one is not down."""
        started = time.perf_counter()
        seen = self.state.look()
        if seen.condition is Condition.UNKNOWN and _may_answer_all_the_same(seen.fault):
            return super().health()
        latency_ms = (time.perf_counter() - started) * 1000
        fault = seen.fault or (Fault(Trouble.NO_WAREHOUSE) if seen.condition is Condition.GONE else None)
        return Health(
            backend=self.name,
            engine_label=self.engine_label,
            up=fault is None,
            latency_ms=latency_ms if fault is None else None,
            detail=self._explain(fault, 0).detail if fault else "",
            checked_at=timezone.now(),
            state="" if fault else seen.condition.value,
        )

    def _view_of(self, principal: Principal) -> "DatabricksBackend":
        return PersonsBackend(
            self.name,
            self._engine,
            self.bounds,
            self.warehouse,
            principal,
            slots=self._slots,
            breaker=self.breaker,
            exports=self.exports,
            export_slots=self._export_slots,
            lines_kept=_LINES_KEPT_OF_A_PERSON,
        )

    @contextmanager
    def _session(
        self, deadline_seconds: float, tags: Mapping[str, str] = NO_TAGS, *, hides_rows: bool = False
    ) -> Iterator[Session]:
        self._transport()
        session = WarehouseSession(
            self.pool,
            self.export_pool,
            self.starting,
            tags={"portal": "metrics-portal", **tags},
            answer_seconds=self.warehouse.answer_seconds,
            forgotten=partial(databricks_auth.forget, self._principal),
        )
        with closing(session):
            yield session

    def _open(self) -> Channel:
        return self._transport()(self.warehouse, self._principal)

    def _open_for_export(self) -> Channel:
        seconds = round(self.exports.deadline_seconds) + GRACE_SECONDS
        return self._transport()(replace(self.warehouse, statement_seconds=seconds), self._principal)

    def _transport(self) -> Callable[[Warehouse, Principal], Channel]:
        """What opens a channel. Its driver takes a second to import, or several on a busy machine: it is done
        once, before any time is measured."""
        if self.warehouse.transport == "statement":
            from routing.backends.databricks.statement import open_statement

            return partial(open_statement, ansi=self._ansi)
        with lean.put_off("pandas"):  # 50 MB, for rows in a form that we never ask for
            from routing.backends.databricks.thrift import open_thrift

        return open_thrift

    def _explain(self, error: Exception, deadline_seconds: float) -> BackendError:
        assert isinstance(error, Fault)  # noqa: S101 - the only one of driver_errors
        return explained(error, label=self.engine_label, backend=self.name, deadline_seconds=deadline_seconds)

    def _tables(self, session: Session, schema: str, table: str | None) -> tuple[LiveTable, ...]:
        assert isinstance(session, WarehouseSession)  # noqa: S101 - ours, from _session
        return live_tables(session, schema, table)

    def _url_of(self, query_id: str) -> str:
        return f"{self.warehouse.url}/sql/history?queryId={query_id}"


class PersonsBackend(DatabricksBackend):
    """The warehouse as one person. What the workspace refuses them is told to them, not to an operator."""

    def _explain(self, error: Exception, deadline_seconds: float) -> BackendError:
        told = (
            told_to(error, label=self.engine_label, backend=self.name) if isinstance(error, Fault) else None
        )
        return told or super()._explain(error, deadline_seconds)


def _may_answer_all_the_same(fault: Fault | None) -> bool:
    """A cluster has no such state; and who may use a warehouse need not be allowed to look at it."""
    return fault is None or fault.trouble in (Trouble.FORBIDDEN, Trouble.NO_WAREHOUSE)
