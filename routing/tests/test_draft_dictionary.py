"""A draft of a real schema is a valid dictionary with usable metrics, on either engine."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from catalog.checking import check_folder
from catalog.contracts import ColumnRole, Dictionary, Join
from catalog.dictionary.loader import load_dictionary
from catalog.validation.documents import read_document
from routing.backends import get, registry
from routing.tests.conftest import Server

pytestmark = pytest.mark.django_db  # slots are leases in the shared cache

BOUNDS = {"deadline_seconds": 10.0, "max_rows": 1000, "slots": 4}
TABLES = {
    "orders": """
        SELECT i::BIGINT AS order_id, TIMESTAMPTZ '2026-01-01 00:00+00' + to_hours(i::INT) AS placed_at,
               (i % 3)::INT AS buyer_region_id, (i % 2)::INT AS ship_region_id, (i % 4)::INT AS product_id,
               'M' || (i % 2) AS market_code, (i * 1.5)::DECIMAL(12, 2) AS amount_usd,
               (i % 7)::DOUBLE AS tax_rate, 'open' AS status, 'a@b.c' AS buyer_email, now() AS loaded_at
        FROM range(50) AS r (i)""",
    "dim_regions": "SELECT i::INT AS region_id, 'R' || i AS region_name FROM range(3) AS r (i)",
    "prices": """
        SELECT (i // 2)::INT AS product_id, 'M' || (i % 2) AS market_code, 'low' AS price_band
        FROM range(8) AS r (i)""",
    "order_lines": """
        SELECT i::BIGINT AS line_id, (i % 50)::BIGINT AS order_id, (i % 4)::INT AS quantity
        FROM range(90) AS r (i)""",
    "returns": """
        SELECT (i % 5)::BIGINT AS order_id, DATE '2026-02-01' AS returned_on, 'x' AS reason
        FROM range(9) AS r (i)""",
}
SCHEMA = """
    DROP SCHEMA IF EXISTS trade CASCADE;
    CREATE SCHEMA trade;
    CREATE TABLE trade.region (region_id int PRIMARY KEY, region_name text NOT NULL);
    CREATE TABLE trade.price (product_id int, market text, price_band text, region_name text,
        PRIMARY KEY (product_id, market));
    CREATE TABLE trade.orders (
        order_id bigint PRIMARY KEY, shipped_at timestamptz, placed_at timestamptz NOT NULL,
        buyer_region_id int REFERENCES trade.region, ship_region_id int REFERENCES trade.region,
        product_id int, market text, amount_eur numeric(12, 2), items int, is_gift boolean, phone text,
        loaded_at timestamptz, FOREIGN KEY (product_id, market) REFERENCES trade.price);
    GRANT USAGE ON SCHEMA trade TO portal_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA trade TO portal_reader;
"""


@pytest.fixture
def parquet(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of Parquet files as the backend `duckdb`: no keys are declared there."""
    folder = tmp_path / "lake"
    (folder / "trade").mkdir(parents=True)
    with duckdb.connect() as connection:
        for name, query in TABLES.items():
            connection.execute(f"COPY ({query}) TO '{folder / 'trade' / name}.parquet'")
    settings.SQL_BACKENDS = {
        "duckdb": {"engine": "duckdb", "path": folder, "memory_limit": "256MB", "threads": 1, **BOUNDS}
    }
    monkeypatch.setattr(registry, "_instances", {})
    return folder


@pytest.fixture
def postgres(server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with psycopg.connect(server.owner_url) as connection:
        connection.execute(SCHEMA)
    settings.SQL_BACKENDS = {"postgres": {"engine": "postgres", "url": server.reader_url, **BOUNDS}}
    monkeypatch.setattr(registry, "_instances", {})


def draft(backend: str, out: Path, **options: Any) -> str:
    said = StringIO()
    call_command("draft_dictionary", backend=backend, schema=["trade"], out=str(out), stdout=said, **options)
    return said.getvalue()


def joins(dictionary: Dictionary) -> set[tuple[str, tuple[str, ...], str, tuple[str, ...]]]:
    def row(join: Join) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
        return (join.left, join.left_columns, join.right, join.right_columns)

    return {row(join) for join in dictionary.joins}


@pytest.mark.usefixtures("parquet")
def test_finds_keys_and_joins_that_no_parquet_file_declares(tmp_path: Path) -> None:
    draft("duckdb", tmp_path / "out")

    dictionary = load_dictionary(str(tmp_path / "out"))
    assert dictionary.tables["trade.orders"].primary_key == ("order_id",)
    assert dictionary.tables["trade.dim_regions"].primary_key == ("region_id",)
    assert joins(dictionary) >= {
        ("trade.orders", ("buyer_region_id",), "trade.dim_regions", ("region_id",)),
        ("trade.orders", ("ship_region_id",), "trade.dim_regions", ("region_id",)),
        ("trade.orders", ("product_id", "market_code"), "trade.prices", ("product_id", "market_code")),
        ("trade.returns", ("order_id",), "trade.orders", ("order_id",)),
    }


@pytest.mark.usefixtures("parquet")
def test_takes_no_column_for_a_key_whose_values_repeat(tmp_path: Path) -> None:
    draft("duckdb", tmp_path / "out")

    found = {
        table.name: table.primary_key for table in load_dictionary(str(tmp_path / "out")).tables.values()
    }
    assert found["returns"] == ()
    assert found["prices"] == ("product_id", "market_code")


@pytest.mark.usefixtures("postgres")
def test_takes_declared_keys_with_composite_ones_and_two_ways_to_a_table(tmp_path: Path) -> None:
    draft("postgres", tmp_path / "out")

    dictionary = load_dictionary(str(tmp_path / "out"))
    assert joins(dictionary) == {
        ("trade.orders", ("buyer_region_id",), "trade.region", ("region_id",)),
        ("trade.orders", ("ship_region_id",), "trade.region", ("region_id",)),
        ("trade.orders", ("product_id", "market"), "trade.price", ("product_id", "market")),
    }


@pytest.mark.usefixtures("postgres")
def test_guesses_roles_types_times_and_what_is_private(tmp_path: Path) -> None:
    draft("postgres", tmp_path / "out")

    orders = load_dictionary(str(tmp_path / "out")).tables["trade.orders"]
    assert (orders.time_column, orders.loaded_at_column) == ("placed_at", "loaded_at")
    assert orders.columns["amount_eur"].data_types == ("decimal(12,2)", "numeric(12,2)")
    assert orders.columns["phone"].restricted
    assert {name: column.role for name, column in orders.columns.items() if name in ("items", "is_gift")} == {
        "items": ColumnRole.MEASURE,
        "is_gift": ColumnRole.DIMENSION,
    }


@pytest.mark.parametrize("backend", ["parquet", "postgres"])
def test_what_it_writes_is_valid_on_the_engine_it_came_from(
    backend: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(backend)
    name = "duckdb" if backend == "parquet" else "postgres"
    draft(name, tmp_path / "out")

    assert [str(finding) for finding in check_folder(tmp_path / "out", [get(name)])] == []


@pytest.mark.usefixtures("postgres")
def test_drafts_metrics_with_a_dimension_for_each_way(tmp_path: Path) -> None:
    draft("postgres", tmp_path / "out")

    document = read_document((tmp_path / "out" / "metrics.yaml").read_text(), file="metrics.yaml")
    revenue = document.definitions["orders_amount_eur"].sources[0]
    assert set(document.definitions) == {"orders_count", "orders_amount_eur", "orders_items"}
    assert revenue.measure == "SUM(amount_eur)"
    assert {dimension.name: dimension.column for dimension in revenue.dimensions} == {
        "is_gift": None,
        "buyer_region_name": "trade.region.region_name",
        "ship_region_name": "trade.region.region_name",
        "price_band": "trade.price.price_band",
        "price_region_name": "trade.price.region_name",  # no column of its composite key says what it is
    }
    assert "orders_count: {backend: postgres" in (tmp_path / "out" / "metric_routing.yaml").read_text()


@pytest.mark.usefixtures("parquet")
def test_takes_the_time_of_a_joined_table_for_amounts_that_have_none(tmp_path: Path) -> None:
    draft("duckdb", tmp_path / "out")

    document = read_document((tmp_path / "out" / "metrics.yaml").read_text(), file="metrics.yaml")
    source = document.definitions["order_lines_quantity"].sources[0]
    assert (source.measure, source.time) == ("SUM(quantity)", "trade.orders.placed_at")


@pytest.mark.usefixtures("parquet")
def test_overwrites_nothing_unless_it_is_told_to(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "metrics.yaml").write_text("mine")

    with pytest.raises(CommandError, match=r"has metrics.yaml already"):
        draft("duckdb", out)
    untouched = (out / "metrics.yaml").read_text()
    draft("duckdb", out, force=True)

    assert untouched == "mine"
    assert "orders_count" in (out / "metrics.yaml").read_text()


@pytest.mark.usefixtures("parquet")
def test_says_which_backends_and_schemas_there_are(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Configured: duckdb"):
        draft("snowflake", tmp_path / "out")
    with pytest.raises(CommandError, match="shows no tables in nothing"):
        call_command("draft_dictionary", backend="duckdb", schema=["nothing"], out=str(tmp_path / "out"))


@pytest.mark.usefixtures("postgres")
def test_validate_dictionary_compares_with_the_engine(tmp_path: Path, settings: Settings) -> None:
    out = tmp_path / "out"
    draft("postgres", out)
    columns = out / "column_dictionary.csv"
    columns.write_text(
        columns.read_text()
        .replace("trade,orders,items,int; integer", "trade,orders,items,date")
        .replace("trade,orders,market,", "trade,orders,markt,")
    )
    (out / "join_map.csv").unlink()
    (out / "metrics.yaml").unlink()
    settings.DATA_DICTIONARY_URI = str(out)
    said = StringIO()

    with pytest.raises(SystemExit):
        call_command("validate_dictionary", json=True, stdout=said)

    findings = json.loads(said.getvalue())["findings"]
    assert {(one["column"], one["severity"], one["hint"]) for one in findings} == {
        ("column", "error", "Did you mean market?"),
        ("data_type", "error", "Write a type that means integer."),
        ("table", "warning", "List them, or leave them out of reach."),
    }


@pytest.mark.usefixtures("postgres")
def test_a_table_no_backend_has_is_a_warning(tmp_path: Path, settings: Settings, server: Server) -> None:
    draft("postgres", tmp_path / "out")
    with psycopg.connect(server.owner_url) as connection:
        connection.execute("DROP TABLE trade.orders")
    settings.DATA_DICTIONARY_URI = str(tmp_path / "out")
    said = StringIO()

    call_command("validate_dictionary", stdout=said)

    assert (
        "warning table_catalog.csv:2:table: No backend (postgres) has a table trade.orders."
        in said.getvalue()
    )


@pytest.mark.usefixtures("postgres")
def test_a_table_that_has_another_name_is_found_near_by(
    tmp_path: Path, settings: Settings, server: Server
) -> None:
    draft("postgres", tmp_path / "out")
    with psycopg.connect(server.owner_url) as connection:
        connection.execute("ALTER TABLE trade.orders RENAME TO orders_2026")
    settings.DATA_DICTIONARY_URI = str(tmp_path / "out")
    said = StringIO()

    call_command("validate_dictionary", stdout=said)

    assert "has a table trade.orders. Did you mean trade.orders_2026?" in " ".join(said.getvalue().split())


@pytest.mark.usefixtures("postgres")
def test_a_backend_that_gives_no_answer_is_an_error_unless_it_is_not_asked(
    tmp_path: Path, settings: Settings
) -> None:
    draft("postgres", tmp_path / "out")
    settings.DATA_DICTIONARY_URI = str(tmp_path / "out")
    settings.SQL_BACKENDS = {
        "gone": {"engine": "postgres", "url": "postgres://nobody@127.0.0.1:1/none", **BOUNDS}
    }
    said = StringIO()

    call_command("validate_dictionary", live=False, stdout=StringIO())
    with pytest.raises(SystemExit):
        call_command("validate_dictionary", stdout=said)

    assert "gone gave no answer" in said.getvalue()
    assert "No backend" not in said.getvalue()
