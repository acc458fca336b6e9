"""A Databricks workspace on loopback: its services behind one front door, and their parts at a test's hand."""

from typing import Any, Self

from tests.emulators.access import Access, Principal
from tests.emulators.external_storage import ExternalStorage
from tests.emulators.http import LoopbackServer, Request, Service
from tests.emulators.oidc import Oidc
from tests.emulators.sql_engine import SqlEngine
from tests.emulators.statement_execution import StatementExecution
from tests.emulators.thrift_gateway import ThriftGateway, thrift_method
from tests.emulators.warehouses import Warehouse, Warehouses

WAREHOUSE_ID = "w0123456789abcde"
HTTP_PATH = f"/sql/1.0/warehouses/{WAREHOUSE_ID}"
TOKEN = "dapi-workspace-tests"
CLIENT_ID, CLIENT_SECRET = "client-0001", "client-secret-0001"


class Workspace:
    """One warehouse, one person with TOKEN, one service principal with CLIENT_ID and CLIENT_SECRET.

    `engine` runs what comes through REST. `thrift_port` is where a Thrift server for the connector listens on
    loopback; without it the workspace has no Thrift. `more` are further services on the same host.
    """

    def __init__(
        self, engine: SqlEngine, *, thrift_port: int | None = None, more: tuple[Service, ...] = ()
    ) -> None:
        self.access = Access()
        self.access.admit(Principal(name="somebody@example.com"), TOKEN)
        self.access.admit_client(Principal(name="the-portal"), CLIENT_ID, CLIENT_SECRET)
        self.warehouse = Warehouse(WAREHOUSE_ID, "Tiles")
        self.warehouses = Warehouses(self.access, self.warehouse)
        self.oidc = Oidc(self.access)
        self.storage = ExternalStorage()
        self.statements = StatementExecution(engine, self.warehouses, self.access, self.storage)
        self.thrift = ThriftGateway(self.warehouses, thrift_port)
        services: tuple[Service, ...] = (self.oidc, self.warehouses, self.statements, self.thrift, *more)
        self.server = _Door(*services, gate=self.access.gate)
        self.faults = self.server.faults

    @property
    def url(self) -> str:
        return self.server.url

    def unplug(self) -> None:
        """The way to it and its storage is gone: the ports refuse, every connection is cut. What runs there runs on."""
        self.server.stop()
        self.storage.server.stop()

    def die(self) -> None:
        """The warehouse itself is gone: with it its sessions, and what ran in them."""
        self.unplug()
        self.thrift.lose_sessions()
        self.statements.close()

    def plug_in(self) -> None:
        self.server.start()
        self.storage.server.start()

    def __enter__(self) -> Self:
        self.plug_in()
        return self

    def __exit__(self, *_exception: Any) -> None:
        self.die()


class _Door(LoopbackServer):
    def operation_of(self, request: Request) -> str:
        return f"{super().operation_of(request)} {thrift_method(request)}".rstrip()
