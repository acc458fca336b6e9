"""A small shop: orders with two ways to a region, a composite key, a restricted column."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from catalog.contracts import Dictionary
from catalog.dictionary.loader import load_dictionary
from catalog.services import sync_catalog

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

TABLE_CATALOG = """\
schema,table,layer,description,grain,primary_key,time_column,loaded_at_column,freshness_hours,row_estimate,column_count,owner
shop,orders,gold,"Orders, one row each",one order,order_id,ordered_at,loaded_at,24,1000,11,sales
shop,customer,gold,Customers,one customer,customer_id,,,,100,3,sales
shop,region,gold,Regions,one region,region_id,,,,10,3,sales
shop,price,gold,Prices,one price,product_id; market,,,,50,3,sales
shop,refund,gold,Refunds,one refund,refund_id,refunded_on,,,20,3,sales
ops,order_daily,gold,Orders a day,day and region,day; region_name,day,,1.5,300,3,sales
"""
COLUMN_DICTIONARY = """\
schema,table,column,data_type,role,references,description,synonyms,sensitivity,ai_notes
shop,orders,order_id,bigint; integer,key,,,,internal,
shop,orders,ordered_at,timestamp; timestamptz,time,,,,internal,
shop,orders,customer_id,bigint,foreign_key,shop.customer.customer_id,,,internal,
shop,orders,ship_region_id,int,foreign_key,shop.region.region_id,,,internal,
shop,orders,product_id,int,foreign_key,,,,internal,
shop,orders,market,string; varchar,dimension,,,,internal,
shop,orders,status,string; varchar,dimension,,,state; stage,public,
shop,orders,amount,"decimal(12,2); numeric(12,2)",measure,,,,internal,
shop,orders,items,int; integer,measure,,,,internal,
shop,orders,email,string; varchar,attribute,,,,restricted,
shop,orders,loaded_at,timestamp; timestamptz,attribute,,,,internal,
shop,customer,customer_id,bigint,key,,,,internal,
shop,customer,segment,string; varchar,dimension,,,,internal,
shop,customer,home_region_id,int,foreign_key,shop.region.region_id,,,internal,
shop,region,region_id,int,key,,,,internal,
shop,region,region_name,string; varchar,dimension,,Name of the région,,public,
shop,region,opened_on,date,time,,,,internal,
shop,price,product_id,int,key,,,,internal,
shop,price,market,string; varchar,key,,,,internal,
shop,price,price_band,string; varchar,dimension,,,,internal,
shop,refund,refund_id,int,key,,,,internal,
shop,refund,order_id,bigint,foreign_key,shop.orders.order_id,,,internal,
shop,refund,refunded_on,date,time,,,,internal,
ops,order_daily,day,date,time,,,,internal,
ops,order_daily,region_name,string; text,dimension,,,,internal,
ops,order_daily,orders,int,measure,,,,internal,
"""
JOIN_MAP = """\
left_schema,left_table,left_column,right_schema,right_table,right_column,cardinality
shop,orders,customer_id,shop,customer,customer_id,many_to_one
shop,orders,ship_region_id,shop,region,region_id,many_to_one
shop,customer,home_region_id,shop,region,region_id,many_to_one
shop,orders,product_id; market,shop,price,product_id; market,many_to_one
shop,refund,order_id,shop,orders,order_id,many_to_one
"""
KPI_CATALOG = """\
name,label,description,base_tables,formula_sql,unit,direction,owner
revenue,Revenue,,shop.orders,SUM(amount),usd,up,sales
"""
SHOP_FILES = {
    "table_catalog.csv": TABLE_CATALOG,
    "column_dictionary.csv": COLUMN_DICTIONARY,
    "join_map.csv": JOIN_MAP,
    "kpi_catalog.csv": KPI_CATALOG,
    "ai_query_guidelines.md": "Count orders once.\n",
}
METRICS_YAML = """\
- name: revenue
  label: Revenue
  domain: sales
  unit: usd
  direction: up
  sources:
    - backends: [duckdb]
      table: shop.orders
      measure: SUM(amount)
      time: ordered_at
      dimensions:
        - status
        - {name: region, column: region.region_name, via: [{table: region, on: ship_region_id}]}
- name: order_count
  label: Orders
  domain: sales
  sources:
    - backends: [duckdb]
      table: shop.orders
      measure: COUNT(order_id)
      time: ordered_at
      dimensions: [status, segment]
    - backends: [postgres]
      table: ops.order_daily
      measure: SUM(orders)
      time: day
- name: order_value
  label: Order value
  domain: sales
  unit: usd
  type: ratio
  numerator: revenue
  denominator: order_count
"""


@pytest.fixture
def shop_files(tmp_path: Path) -> Path:
    """A folder with a valid dictionary and metrics.yaml."""
    folder = tmp_path / "data-dictionary"
    folder.mkdir()
    for name, text in {**SHOP_FILES, "metrics.yaml": METRICS_YAML}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def shop(shop_files: Path) -> Dictionary:
    return load_dictionary(str(shop_files))


@pytest.fixture
def shop_in_use(shop_files: Path, settings: Settings) -> Path:
    """The same folder, as this process's dictionary."""
    settings.DATA_DICTIONARY_URI = str(shop_files)
    return shop_files


@pytest.fixture
def edit_file(shop_files: Path) -> Callable[[str, str, str], None]:
    """Replaces text in one of the folder's files; the text must be there."""

    def edit(name: str, old: str, new: str) -> None:
        path = shop_files / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


@pytest.fixture
def shop_catalog(db: None, shop_in_use: Path) -> None:
    """The folder's three metrics, live."""
    assert sync_catalog(at=NOW).applied
