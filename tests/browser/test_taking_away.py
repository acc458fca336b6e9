"""What a reader takes away from a tile: rows as CSV and JSON, the picture as SVG and PNG, its SQL."""

import csv
import io
import json
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

DASHBOARD = "/dashboards/device-claims/"
_SVG = "{http://www.w3.org/2000/svg}"

Open = Callable[..., tuple[Page, object]]


def _tile(page: Page, title: str) -> Locator:
    return page.locator(".grid .tile", has=page.get_by_role("heading", name=title, exact=True))


def _taken(page: Page, title: str, choice: str) -> tuple[str, Path]:
    """The name a download is offered under, and the file."""
    tile = _tile(page, title)
    tile.locator(".menu summary").press("Enter")
    with page.expect_download() as coming:
        tile.locator(".menu .pop :is(a, button)", has_text=choice).press("Enter")
    return coming.value.suggested_filename, coming.value.path()


def test_csv_holds_every_row_of_the_tile(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)

    _, path = _taken(page, "Claims by device", "Download CSV")

    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    drawn = _tile(page, "Claims by device").locator("svg.chart .name").all_text_contents()
    assert [row[0] for row in rows[1:]] == drawn


def test_json_says_where_the_rows_came_from(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)

    name, path = _taken(page, "Cost avoided", "Download JSON")

    told = json.loads(path.read_text())
    assert name == "cost-avoided.json"
    assert len(told["data"]) == 30
    assert "SELECT" in json.dumps(told)


def test_an_export_follows_the_range_of_the_page(open_page: Open) -> None:
    page, _ = open_page(f"{DASHBOARD}?window=2026-10-05..2026-10-12")

    _, path = _taken(page, "Cost avoided", "Download JSON")

    assert len(json.loads(path.read_text())["data"]) == 7


def test_svg_stands_alone(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)

    name, path = _taken(page, "Claims by device", "Download SVG")

    drawn = ET.fromstring(path.read_text())  # noqa: S314 — our own markup
    assert name == "claims-by-device.svg"
    assert "Claims by device" in "".join(drawn.itertext())
    bars = [
        each for each in drawn.iter(f"{_SVG}rect") if (each.get("fill") or "").startswith(("rgb", "oklch"))
    ]
    assert len(bars) >= 6
    assert "var(" not in path.read_text()


def test_png_is_a_picture_twice_as_large_as_the_tile(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    wide = _tile(page, "Claims by device").bounding_box()

    name, path = _taken(page, "Claims by device", "Download PNG")

    head = path.read_bytes()[:24]
    assert name == "claims-by-device.png"
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, _ = struct.unpack(">II", head[16:24])
    assert wide is not None
    assert abs(width - 2 * wide["width"]) <= 4


def test_the_sql_is_copied_whole(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD, permissions=["clipboard-read", "clipboard-write"])
    tile = _tile(page, "Cost avoided")
    tile.locator(".source summary").press("Enter")
    shown = tile.locator(".prov .sql code").text_content()

    tile.get_by_role("button", name="Copy").press("Enter")
    tile.get_by_text("Copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == shown
    assert str(shown).startswith("SELECT")


@pytest.mark.parametrize("title", ["Cost avoided", "Claims by region", "When claims arrive"])
def test_the_readout_says_what_the_table_says(open_page: Open, title: str) -> None:
    page, _ = open_page(DASHBOARD, height=1600)
    tile = _tile(page, title)
    box = tile.locator("svg.chart").bounding_box()
    assert box is not None

    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.3)

    readout = tile.locator(".readout")
    readout.wait_for()
    said = readout.locator("span > span").all_text_contents()
    table = tile.locator(".behind td").all_text_contents()
    assert said
    assert set(said) <= set(table)
