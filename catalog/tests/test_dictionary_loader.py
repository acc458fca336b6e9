"""CSV files become one frozen dictionary."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from catalog.contracts import Cardinality, ColumnRole, Dictionary, Sensitivity
from catalog.dictionary.loader import DictionaryInvalid, load_dictionary, read_dictionary


def test_reads_tables_with_composite_keys_and_numbers(shop: Dictionary) -> None:
    daily = shop.tables["ops.order_daily"]

    assert daily.primary_key == ("day", "region_name")
    assert daily.freshness_hours == 1.5
    assert daily.row_estimate == 300
    assert list(daily.columns) == ["day", "region_name", "orders"]


def test_reads_quoted_cells_lists_and_double_notation(shop: Dictionary) -> None:
    orders = shop.tables["shop.orders"]

    assert orders.description == "Orders, one row each"
    assert orders.columns["amount"].data_types == ("decimal(12,2)", "numeric(12,2)")
    assert orders.columns["status"].synonyms == ("state", "stage")
    assert orders.columns["status"].sensitivity is Sensitivity.PUBLIC
    assert orders.columns["email"].restricted
    assert orders.columns["order_id"].role is ColumnRole.KEY


def test_reads_composite_joins_and_guidelines(shop: Dictionary) -> None:
    (price,) = (join for join in shop.joins_from("shop.orders") if join.right == "shop.price")

    assert price.left_columns == ("product_id", "market")
    assert price.right_columns == ("product_id", "market")
    assert price.cardinality is Cardinality.MANY_TO_ONE
    assert shop.guidelines == "Count orders once.\n"
    assert [kpi.base_tables for kpi in shop.kpis] == [("shop.orders",)]


def test_reads_a_file_uri(shop_files: Path, shop: Dictionary) -> None:
    assert load_dictionary(shop_files.as_uri()) == shop


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE)],
    ids=["utf-8", "utf-16"],
)
def test_reads_files_with_a_byte_order_mark(shop_files: Path, encoding: str, mark: bytes) -> None:
    path = shop_files / "column_dictionary.csv"
    path.write_bytes(mark + path.read_text(encoding="utf-8").encode(encoding))

    columns = load_dictionary(str(shop_files)).tables["shop.region"].columns

    assert columns["region_name"].description == "Name of the région"


def test_reads_windows_line_ends(shop_files: Path, shop: Dictionary) -> None:
    path = shop_files / "table_catalog.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_dictionary(str(shop_files)).tables == shop.tables


def test_version_is_the_content_and_nothing_else(
    shop_files: Path, shop: Dictionary, edit_file: Callable[[str, str, str], None]
) -> None:
    (shop_files / "table_catalog.csv").touch()
    (shop_files / "notes.txt").write_text("not part of it")
    same = load_dictionary(str(shop_files)).version
    edit_file("ai_query_guidelines.md", "once", "twice")

    assert same == shop.version
    assert load_dictionary(str(shop_files)).version != shop.version


def test_does_without_the_optional_files(shop_files: Path) -> None:
    for name in ("join_map.csv", "kpi_catalog.csv", "ai_query_guidelines.md"):
        (shop_files / name).unlink()

    dictionary = load_dictionary(str(shop_files))

    assert (dictionary.joins, dictionary.kpis, dictionary.guidelines) == ((), (), "")


def test_refuses_files_with_errors_and_lists_each(
    shop_files: Path, edit_file: Callable[[str, str, str], None]
) -> None:
    edit_file(
        "column_dictionary.csv", "shop,orders,items,int; integer,measure", "shop,orders,items,itn,mesure"
    )

    with pytest.raises(DictionaryInvalid) as refused:
        load_dictionary(str(shop_files))

    assert [(finding.line, finding.column, finding.hint) for finding in refused.value.findings] == [
        (10, "data_type", "Did you mean int?"),
        (10, "role", "Did you mean measure?"),
    ]
    assert read_dictionary(shop_files).dictionary is None


@pytest.mark.parametrize("uri", ["s3://bucket/prefix", "https://example.com/dictionary"])
def test_refuses_places_it_cannot_read(uri: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="Give a folder"):
        load_dictionary(uri)


def test_says_how_to_start_when_the_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="draft_dictionary"):
        load_dictionary(str(tmp_path / "nowhere"))
