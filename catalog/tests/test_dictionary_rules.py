"""What is wrong in the dictionary's files is found, with file, line, column and hint."""

# ruff: noqa: E501 - the cases are a table, read row by row

from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.dictionary.loader import read_dictionary
from catalog.findings import Finding, Severity

Edit = Callable[[str, str, str], None]


def findings(folder: Path) -> tuple[Finding, ...]:
    return read_dictionary(folder).findings


def test_a_valid_folder_has_no_findings(shop_files: Path) -> None:
    assert findings(shop_files) == ()


CASES = [
    # file, old text, new text, line, column, part of the message, part of the hint
    ("table_catalog.csv", "grain,primary_key", "grain,primry_key", 1, "primry_key", "no header", "primary_key"),
    ("table_catalog.csv", ",order_id,ordered_at", ",order_di,ordered_at", 2, "primary_key", "no column order_di", "order_id"),
    ("table_catalog.csv", "order_id,ordered_at", "order_id,status", 2, "time_column", "not a date", "time type"),
    ("table_catalog.csv", ",1000,11,", ",1000,12,", 2, "column_count", "lists 11", "Write 11"),
    ("table_catalog.csv", ",1000,11,", ",many,11,", 2, "row_estimate", "many is not", "digits"),
    ("table_catalog.csv", "loaded_at,24,", "loaded_at,soon,", 2, "freshness_hours", "soon", "24"),
    ("table_catalog.csv", "shop,customer,gold", "shop,orders,gold", 3, "table", "line 2 already", "Keep one"),
    ("table_catalog.csv", "shop,region,gold", "shop,regoin,gold", 4, "table", "lists no column", "List"),
    ("column_dictionary.csv", "shop,region,region_id", "shop,regin,region_id", 16, "table", "no table shop.regin", "shop.region"),
    ("column_dictionary.csv", "items,int; integer", "items,int; text", 10, "data_type", "different kinds", "must mean the same"),
    ("column_dictionary.csv", "stage,public,", "stage,publik,", 8, "sensitivity", "publik", "public"),
    ("column_dictionary.csv", "shop.customer.customer_id,", "shop.customer.customer_no,", 4, "references", "customer_no", "customer_id"),
    ("column_dictionary.csv", "shop.customer.customer_id,", "customer_id,", 4, "references", "no table", "one of"),
    ("column_dictionary.csv", "shop,orders,items,", "shop,orders,amount,", 10, "column", "line 9 already", "Keep one"),
    ("join_map.csv", "customer_id,many_to_one", "customer_id,many_to_many", 2, "cardinality", "many_to_many", "many_to_one"),
    ("join_map.csv", "customer_id,shop,customer", "customer_di,shop,customer", 2, "left_column", "customer_di", "customer_id"),
    ("join_map.csv", "shop,customer,customer_id,many", "shop,customer,segment,many", 2, "right_column", "string", "same type"),
    ("join_map.csv", "price,product_id; market", "price,product_id", 5, "right_column", "2 columns on the left", "same order"),
    ("join_map.csv", "shop,region,region_id,many", "shop,regions,region_id,many", 3, "right_table", "shop.regions", "shop.region"),
    ("kpi_catalog.csv", "shop.orders", "shop.order", 2, "base_tables", "shop.order", "shop.orders"),
    ("kpi_catalog.csv", "usd,up", "usd,upwards", 2, "direction", "upwards", "one of"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "column", "message", "hint"), CASES, ids=[f"{c[0]}-{c[2]}" for c in CASES]
)
def test_finds(
    shop_files: Path,
    edit_file: Edit,
    file: str,
    old: str,
    new: str,
    line: int,
    column: str,
    message: str,
    hint: str,
) -> None:
    edit_file(file, old, new)

    here = [one for one in findings(shop_files) if (one.file, one.line, one.column) == (file, line, column)]

    assert any(message in one.message and hint in one.hint for one in here), findings(shop_files)


def test_names_the_line_and_byte_that_are_not_utf8(shop_files: Path) -> None:
    path = shop_files / "column_dictionary.csv"
    path.write_bytes(path.read_bytes().replace("région".encode(), "région".encode("latin-1")))

    (first, *_) = findings(shop_files)

    assert (first.line, first.message) == (17, "Byte 0xe9 is not UTF-8.")


def test_warns_of_text_saved_in_the_wrong_encoding(shop_files: Path, edit_file: Edit) -> None:
    edit_file("column_dictionary.csv", "région", "région".encode().decode("cp1252"))

    (finding,) = findings(shop_files)

    assert (finding.line, finding.severity) == (17, Severity.WARNING)


def test_counts_lines_past_quoted_line_breaks_and_blank_lines(shop_files: Path, edit_file: Edit) -> None:
    edit_file("table_catalog.csv", '"Orders, one row each"', '"Orders,\none row each"')
    edit_file("table_catalog.csv", "shop,region,gold", "\nshop,region,gold")
    edit_file("table_catalog.csv", "region_id,,,,10,3", "region_id,,,,10,4")

    (finding,) = findings(shop_files)

    assert (finding.line, finding.column) == (6, "column_count")


def test_finds_a_line_with_a_cell_too_many(shop_files: Path, edit_file: Edit) -> None:
    edit_file("table_catalog.csv", '"Orders, one row each"', "Orders, one row each")

    assert (findings(shop_files)[0].line, findings(shop_files)[0].message) == (
        2,
        "The line has 13 cells, the header has 12.",
    )


def test_finds_a_quote_that_is_never_closed(shop_files: Path, edit_file: Edit) -> None:
    edit_file("join_map.csv", "shop,refund,order_id", '"shop,refund,order_id')

    assert "cannot be read" in findings(shop_files)[0].message
    assert findings(shop_files)[0].line == 6


def test_knows_a_file_saved_with_semicolons(shop_files: Path) -> None:
    path = shop_files / "join_map.csv"
    path.write_text(path.read_text().replace(",", ";"))

    assert findings(shop_files)[0].message == "The cells are separated by semicolons."


def test_finds_a_missing_file(shop_files: Path) -> None:
    (shop_files / "table_catalog.csv").unlink()

    assert (findings(shop_files)[0].file, findings(shop_files)[0].message) == (
        "table_catalog.csv",
        "The file is missing.",
    )


def test_warns_of_a_join_that_does_not_end_at_a_key(shop_files: Path, edit_file: Edit) -> None:
    edit_file(
        "join_map.csv", "product_id; market,shop,price,product_id; market", "product_id,shop,price,product_id"
    )

    (finding,) = findings(shop_files)

    assert (finding.severity, finding.line) == (Severity.WARNING, 5)
    assert "product_id; market" in finding.hint or "product_id, market" in finding.hint
