"""A PostgreSQL server and lakehouses of these tests' own, and backends over them."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import psycopg
import pytest
from django.conf import settings as portal_settings
from django.core.cache import caches
from pytest_django import Settings

from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.services import save_definition
from metrics_portal.embedded.cluster import Cluster
from metrics_portal.embedded.postgres import EmbeddedServers
from routing import selectors
from routing.backends.base import BaseBackend, Bounds
from routing.backends.duckdb import DuckDBBackend
from routing.backends.exports import ExportBounds
from routing.backends.instances import Instances
from routing.backends.lakehouse import Lakehouse
from routing.backends.postgres import PostgresBackend
from routing.backends.registry import ENGINES
from routing.backends.slots import Slots
from routing.tests import parity_world
from sqlgen.contracts import Dialect
from sqlgen.guard import GuardedQuery, Policy, check

ROWS = 2000
EXPORTS = ExportBounds(deadline_seconds=30.0, max_rows=1_000_000, at_once=2)
COLUMNS = {
    "id": "bigint",
    "amount": "decimal(12,2)",
    "happened_on": "date",
    "loaded_at": "timestamptz",
    "note": "text",
}
# Half of the rows share one note: 10^12 combinations of four of them, hours of work for either engine.
ENDLESS = (
    "SELECT MAX(a.amount + b.amount - c.amount - d.amount) AS n FROM shop.sale AS a"
    " JOIN shop.sale AS b ON a.note = b.note JOIN shop.sale AS c ON b.note = c.note"
    " JOIN shop.sale AS d ON c.note = d.note"
)
_FILL = """
    SELECT i, (i * 1.1)::DECIMAL(12, 2), DATE '2026-01-01' + (i % 28)::INT,
           TIMESTAMPTZ '2026-03-01 08:00:00+00' + (i || ' seconds')::INTERVAL,
           CASE WHEN i % 2 = 0 THEN 'né' END
"""
_TABLE = (
    "(id BIGINT PRIMARY KEY, amount DECIMAL(12, 2), happened_on DATE, loaded_at TIMESTAMPTZ, note VARCHAR)"
)


def guarded(sql: str, dialect: Dialect, *, row_cap: int = 10_000) -> GuardedQuery:
    policy = Policy.from_allowlist({"row_cap": row_cap, "tables": {"shop.sale": {"columns": COLUMNS}}})
    return check(sql, dialect=dialect, policy=policy)


def export_slots(backend: str, label: str, count: int) -> Slots:
    """Slots of exports in a cache of this process, for tests without a database."""
    return Slots(backend=backend, label=label, count=count, cache=caches["default"], of="exports")


@dataclass(frozen=True)
class Server:
    cluster: Cluster
    servers: EmbeddedServers
    reader_url: str
    owner_url: str

    def stop(self) -> None:
        self.cluster.stop()

    def start(self) -> None:
        self.servers.start()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server with shop.sale, which the reader may read, and hidden.secret, which it may not."""
    # Not pytest's directory: other runs on the machine close it to the user PostgreSQL runs as, and clear it away.
    with tempfile.TemporaryDirectory(prefix="portal-") as directory:
        yield from _served(EmbeddedServers.under(Path(directory), portal=False, throwaway=True))


def _served(servers: EmbeddedServers) -> Iterator[Server]:
    servers.start()
    urls = servers.urls()
    assert servers.operational
    with psycopg.connect(urls["operational_owner_url"]) as connection:
        connection.execute("CREATE SCHEMA shop; GRANT USAGE ON SCHEMA shop TO portal_reader")
        connection.execute(f"CREATE TABLE shop.sale {_TABLE}")
        connection.execute(
            "CREATE TABLE shop.refund (refund_id INT PRIMARY KEY, sale_id BIGINT REFERENCES shop.sale)"
        )
        connection.execute(f"INSERT INTO shop.sale {_FILL} FROM generate_series(0, {ROWS - 1}) AS r (i)")
        connection.execute("CREATE SCHEMA hidden; CREATE TABLE hidden.secret (word TEXT)")
    with psycopg.connect(urls["operational_owner_url"], autocommit=True) as connection:
        connection.execute("ANALYZE shop.sale")
    yield Server(
        servers.operational, servers, urls["operational_database_url"], urls["operational_owner_url"]
    )
    servers.stop()


MakeBackend = Callable[..., PostgresBackend]
MakeEach = Callable[..., BaseBackend]


@pytest.fixture
def make_postgres(server: Server) -> Iterator[MakeBackend]:
    made: list[PostgresBackend] = []

    def make(
        *,
        deadline: float = 10.0,
        max_rows: int = 10_000,
        slots: int = 4,
        url: str = "",
        exports: ExportBounds = EXPORTS,
    ) -> PostgresBackend:
        backend = PostgresBackend(
            "postgres",
            ENGINES["postgres"],
            Bounds(deadline_seconds=deadline, max_rows=max_rows, slots=slots),
            url or server.reader_url,
            slots=Slots(backend="postgres", label="PostgreSQL", count=slots, cache=caches["default"]),
            exports=exports,
            export_slots=export_slots("postgres", "PostgreSQL", exports.slots_beside(slots)),
        )
        made.append(backend)
        return backend

    yield make
    for backend in made:
        backend.close()


def build_lake(path: Path, *, rows: int = ROWS, note: str = "né") -> Path:
    """Write a lakehouse file with shop.sale, swapped in at once as a writer does."""
    building = path.with_suffix(".new")
    building.unlink(missing_ok=True)
    with duckdb.connect(str(building)) as connection:
        connection.execute(f"CREATE SCHEMA shop; CREATE TABLE shop.sale {_TABLE}")
        connection.execute(f"INSERT INTO shop.sale {_FILL.replace('né', note)} FROM range({rows}) AS r (i)")
    building.replace(path)
    return path


def write_parquet(path: Path, *, rows: int = 10) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        columns = "id, amount, happened_on, loaded_at, note"
        connection.execute(
            f"COPY (SELECT * FROM ({_FILL} FROM range({rows}) AS r (i)) AS s ({columns})) TO '{path}'"
        )
    return path


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    return build_lake(tmp_path / "lake.duckdb")


@pytest.fixture
def make_duckdb() -> Callable[..., DuckDBBackend]:
    def make(
        path: Path,
        *,
        deadline: float = 10.0,
        max_rows: int = 10_000,
        slots: int = 4,
        exports: ExportBounds = EXPORTS,
    ) -> DuckDBBackend:
        return DuckDBBackend(
            "duckdb",
            ENGINES["duckdb"],
            Bounds(deadline_seconds=deadline, max_rows=max_rows, slots=slots),
            Instances(Lakehouse(path), memory_limit="256MB", threads=2),
            slots=Slots(backend="duckdb", label="DuckDB", count=slots, cache=caches["default"]),
            exports=exports,
            export_slots=export_slots("duckdb", "DuckDB", exports.slots_beside(slots)),
        )

    return make


@pytest.fixture(params=["duckdb", "postgres"])
def make_each(
    request: pytest.FixtureRequest,
    make_duckdb: Callable[..., DuckDBBackend],
    make_postgres: MakeBackend,
    lake: Path,
) -> MakeEach:
    """Makes a backend over shop.sale with the bounds given; a test that asks for it runs once on each engine."""
    return partial(make_duckdb, lake) if request.param == "duckdb" else make_postgres


@pytest.fixture(autouse=True)
def _no_memory_of_routes() -> Iterator[None]:
    selectors.forget()
    yield
    selectors.forget()


@pytest.fixture
def make_metric(db: None) -> Callable[..., Metric]:
    """Governs a metric that counts claims, with a source on the backends named."""

    def make(name: str, *backends: str) -> Metric:
        source = {
            "backends": backends,
            "table": "l3_claims.ev_claim",
            "measure": "COUNT(claim_id)",
            "time": "opened_at",
        }
        return _govern({"name": name, "label": name, "sources": [source]})

    return make


@pytest.fixture
def make_ratio(db: None) -> Callable[..., Metric]:
    def make(name: str, numerator: str, denominator: str) -> Metric:
        members = {"type": "ratio", "numerator": numerator, "denominator": denominator}
        return _govern({"name": name, "label": name, **members})

    return make


@pytest.fixture
def make_running(db: None) -> Callable[..., Metric]:
    """Governs a cumulative metric: the last seven days of another."""

    def make(name: str, of: str) -> Metric:
        members = {"type": "cumulative", "cumulative": {"metric": of, "trailing": "7d"}}
        return _govern({"name": name, "label": name, **members})

    return make


def _govern(definition: dict[str, object]) -> Metric:
    saved = save_definition(
        definition=MetricDefinition.model_validate(definition), author=None, origin=MetricRevision.Origin.FILE
    )
    return saved.metric


@pytest.fixture(scope="session")
def trade_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The world of routing.tests.parity_world: its dictionary, its lake, and its part of the operational server."""
    folder = tmp_path_factory.mktemp("trade")
    (folder / "dictionary").mkdir()
    parity_world.write_dictionary(folder / "dictionary")
    parity_world.build_lake(folder / "lake.duckdb")
    parity_world.build_ops(portal_settings.EMBEDDED["operational_owner_url"])
    return folder


@pytest.fixture
def trade(db: None, trade_folder: Path, settings: Settings) -> Path:
    """The portal on that world, with nothing remembered; gives the lake's file."""
    settings.DATA_DICTIONARY_URI = str(trade_folder / "dictionary")
    settings.SQL_BACKENDS = parity_world.backends(trade_folder / "lake.duckdb")
    for name in ("answers", "leases"):
        caches[name].clear()
    return trade_folder / "lake.duckdb"
