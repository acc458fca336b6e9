"""A metric moves between engines in front of the reader, and the report says what to make of it."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

OpenPage = Callable[..., tuple[Page, object]]

DASHBOARD, PARITY = "/dashboards/operations/", "/routes/cost_avoided_mtd/parity/"
REASON = "The board wants to see today in the number."


def told(open_page: OpenPage) -> tuple[str, str, str]:
    """The tile's engine, window and SQL, as its source badge tells them."""
    page, _ = open_page(DASHBOARD)
    tile = page.locator("article").filter(has_text="Cost avoided, month to date")
    tile.locator(".source summary").click()
    badge = tile.locator(".source summary").inner_text()
    window = tile.locator("dt", has_text="Window").locator("xpath=following-sibling::dd[1]").inner_text()
    return badge.split("\n")[0], window, str(tile.locator(".sql pre").text_content())


def compare(open_page: OpenPage, **more: object) -> Page:
    page, _ = open_page(PARITY, **more)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/parity/*/")
    return page


def test_a_flip_changes_engine_window_and_sql_and_an_undo_brings_them_back(open_page: OpenPage) -> None:
    before = told(open_page)

    report = compare(open_page)
    expect(report.get_by_role("heading", name="Not comparable")).to_be_visible()
    expect(report.locator(".verdict li")).to_contain_text(
        "month to yesterday on PostgreSQL and month to date on DuckDB"
    )

    page, _ = open_page(PARITY)
    page.get_by_role("link", name="Move or undo").click()
    page.get_by_label("Reason").fill(REASON)
    page.get_by_role("button", name="Move to DuckDB").click()
    expect(page.get_by_text("cost_avoided_mtd moved to DuckDB.")).to_be_visible()
    moved = told(open_page)

    page.get_by_role("button", name="Undo: back to PostgreSQL").click()
    expect(page.get_by_text("cost_avoided_mtd is back on PostgreSQL.")).to_be_visible()
    back = told(open_page)

    assert ("PostgreSQL" in before[0], "DuckDB" in moved[0], "PostgreSQL" in back[0]) == (True, True, True)
    assert before[1] != moved[1]
    assert ("kpi_daily" in before[2], "ev_claim" in moved[2]) == (True, True)
    assert back[1:] == before[1:]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_report(open_page: OpenPage, theme: str) -> None:
    page = compare(open_page, color_scheme=theme, reduced_motion="reduce", bypass_csp=True)
    page.locator(".receipts summary").click()

    for address in (page.url, page.url.replace(page.url.split("/", 3)[3], PARITY[1:])):
        page.goto(address)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_a_report_fits_a_phone_and_nothing_is_refused(open_page: OpenPage) -> None:
    page, watch = open_page(PARITY, width=390, height=844)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/parity/*/")

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert watch.complaints == []  # type: ignore[attr-defined]
