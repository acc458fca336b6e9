"""What an engine tells of its own tables: the dictionary is drafted from it and validated against it."""

from collections.abc import Callable
from pathlib import Path

from catalog.contracts import LiveColumn, LiveForeignKey
from routing.backends.duckdb import DuckDBBackend
from routing.tests.conftest import MakeBackend


def test_postgres_tells_columns_keys_and_sizes(make_postgres: MakeBackend) -> None:
    refund, sale = make_postgres().introspect("shop")

    assert (sale.schema, sale.name) == ("shop", "sale")
    assert sale.columns[0] == LiveColumn(name="id", type="bigint", nullable=False)
    assert sale.columns[1].type == "numeric(12,2)"
    assert (sale.primary_key, sale.row_estimate) == (("id",), 2000)
    assert refund.foreign_keys == (
        LiveForeignKey(columns=("sale_id",), table="shop.sale", referenced=("id",)),
    )


def test_postgres_tells_nothing_the_reader_may_not_read(make_postgres: MakeBackend) -> None:
    backend = make_postgres()

    assert backend.introspect("hidden") == ()
    assert backend.describe("hidden.secret") is None


def test_duckdb_tells_columns_keys_and_sizes(make_duckdb: Callable[..., DuckDBBackend], lake: Path) -> None:
    (sale,) = make_duckdb(lake).introspect("shop")

    assert [column.type for column in sale.columns] == [
        "bigint", "decimal(12,2)", "date", "timestamp with time zone", "varchar"
    ]  # fmt: skip
    assert not sale.columns[0].nullable
    assert (sale.primary_key, sale.row_estimate) == (("id",), 2000)


def test_one_table_is_described_by_its_name(make_duckdb: Callable[..., DuckDBBackend], lake: Path) -> None:
    backend = make_duckdb(lake)

    found = backend.describe("shop.sale")

    assert found == backend.introspect("shop")[0]
    assert backend.describe("shop.nothing") is None
    assert backend.introspect("nowhere") == ()
