"""A Databricks SQL warehouse as a backend."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self

from django.core.cache import caches

from catalog.contracts import LiveTable
from metrics_portal import databricks_auth
from metrics_portal.databricks_auth import Principal
from routing.backends.base import BaseBackend, Bounds, Session
from routing.backends.databricks.catalog import live_tables
from routing.backends.databricks.channel import Channel
from routing.backends.databricks.explain import explained
from routing.backends.databricks.faults import Fault
from routing.backends.databricks.options import Warehouse, principal_of
from routing.backends.databricks.pool import Pool
from routing.backends.databricks.session import WarehouseSession
from routing.backends.databricks.starting import Starting
from routing.backends.databricks.state import WarehouseState
from routing.backends.registry import Engine
from routing.contracts import NO_TAGS, BackendError


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
        **parts: Any,
    ) -> None:
        super().__init__(name, engine, bounds, **parts)
        self.warehouse, self._principal = warehouse, principal
        self.state = WarehouseState(warehouse.id, principal)
        self.starting = Starting(self.state, backend=name, label=engine.label, cache=caches["leases"])
        # One more than slots: the health check and the catalog do not wait for queries.
        self.pool = Pool(self._open, size=bounds.slots + 1)

    @classmethod
    def from_options(cls, name: str, engine: Engine, options: Mapping[str, Any]) -> Self:
        warehouse = Warehouse.of(name, options)
        return cls(name, engine, Bounds.of(options), warehouse, principal_of(name, options))

    def close(self, *, seconds: float = 0.0) -> None:
        """End every connection, waiting at most `seconds` for each; the next query opens new ones."""
        self.pool.close(seconds=seconds)

    @contextmanager
    def _session(self, deadline_seconds: float, tags: Mapping[str, str] = NO_TAGS) -> Iterator[Session]:
        yield WarehouseSession(
            self.pool,
            self.starting,
            tags={"portal": "metrics-portal", **tags},
            answer_seconds=self.warehouse.answer_seconds,
            forgotten=databricks_auth.forget,
        )

    def _open(self) -> Channel:
        # Imported on a connection's own thread: the driver takes a second.
        if self.warehouse.transport == "statement":
            from routing.backends.databricks.statement import open_statement

            return open_statement(self.warehouse, self._principal)
        from routing.backends.databricks.thrift import open_thrift

        return open_thrift(self.warehouse, self._principal)

    def _explain(self, error: Exception, deadline_seconds: float) -> BackendError:
        assert isinstance(error, Fault)  # noqa: S101 - the only one of driver_errors
        return explained(error, label=self.engine_label, backend=self.name, deadline_seconds=deadline_seconds)

    def _tables(self, session: Session, schema: str, table: str | None) -> tuple[LiveTable, ...]:
        return live_tables(session, schema, table)

    def _url_of(self, query_id: str) -> str:
        return f"{self.warehouse.url}/sql/history?queryId={query_id}"
