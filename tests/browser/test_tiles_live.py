"""Tiles in the page: they count their age, keep their last answer when the portal is lost, and follow the URL."""

from collections.abc import Callable

import httpx
from playwright.sync_api import Page, Route

from tests.browser.conftest import Portal

DASHBOARD = "/dashboards/device-claims/"


def _tile(page: Page):  # type: ignore[no-untyped-def]
    return page.locator(".grid .tile").first


def test_an_age_keeps_counting(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)
    age = page.locator(".kpi .badge .age").first
    before = age.text_content()

    page.wait_for_timeout(3200)

    assert age.text_content() != before or "min" in str(before)


def test_a_lost_portal_leaves_the_last_answer_marked_with_a_retry(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)
    tile = _tile(page)
    figure = tile.locator(".big").text_content()
    page.route("**/tiles/**", lambda route: route.abort())
    tile.locator(".menu summary").click()

    tile.get_by_text("Ask again").first.click()
    tile.locator(".notice").wait_for()

    assert tile.get_attribute("data-state") == "degraded"
    assert tile.locator(".big").text_content() == figure
    assert "cannot be reached" in str(tile.locator(".notice").text_content())


def test_retry_brings_a_lost_tile_back(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)
    tile = _tile(page)

    def refuse(route: Route) -> None:
        route.fulfill(
            status=503,
            body='{"detail": "The portal is restarting."}',
            content_type="application/problem+json",
        )

    page.route("**/tiles/**", refuse)
    tile.locator(".menu summary").click()
    tile.get_by_text("Ask again").first.click()
    tile.get_by_text("The portal is restarting.").wait_for()
    page.unroute("**/tiles/**")

    tile.get_by_text("Retry").click()
    page.wait_for_selector(f"#{tile.get_attribute('id')}[data-state=fresh]")

    assert tile.locator(".notice").count() == 0


def test_the_range_stands_in_the_url_and_moves_every_tile(open_page: Callable) -> None:
    page, _ = open_page(f"{DASHBOARD}?window=2026-10-05..2026-10-12")
    tile = _tile(page)

    tile.locator(".source summary").click()

    assert "[2026-10-05, 2026-10-12)" in str(tile.locator(".kv").text_content())


def test_a_filter_that_does_not_fit_is_said_on_that_tile_alone(open_page: Callable) -> None:
    page, _ = open_page(f"{DASHBOARD}?filter=device_type:in:Phone")

    failed = page.locator("article[data-state=failed]")
    assert failed.count() >= 1
    assert "does not fit" in str(failed.first.text_content())
    assert page.locator("article[data-state=fresh], article[data-state=cached]").count() >= 6


def test_the_gallery_shows_every_state(open_page: Callable) -> None:
    page, _ = open_page("/states/", bypass_csp=True)

    states = page.evaluate(
        "[...document.querySelectorAll('#all-states article')].map(tile => tile.dataset.state)"
    )
    heights = page.evaluate("[...document.querySelectorAll('.state article')].map(tile => tile.offsetHeight)")

    assert len(states) == 10
    assert len(set(states)) == 10
    assert len(set(heights)) == 1


def test_the_spec_and_its_sql_open_in_a_sheet(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)
    tile = _tile(page)
    tile.locator(".menu summary").click()

    tile.get_by_text("Show spec").click()
    page.wait_for_selector("#sheet[open]")

    said = str(page.locator("#sheet").text_content())
    assert '"metric": "cost_avoided"' in said
    assert "SELECT" in said


def test_an_open_page_follows_a_change_that_somebody_else_makes(open_page: Callable, portal: Portal) -> None:
    page, _ = open_page(DASHBOARD)
    tile = _tile(page)
    reference = str(tile.get_attribute("id")).removeprefix("tile-")
    before = str(tile.get_by_role("heading").text_content())
    page.wait_for_selector("#changes[hx-get*=since]", state="attached")

    def rename(title: str) -> None:
        httpx.patch(
            f"{portal.url}/v1/widgets/{reference}",
            json={"title": title},
            headers={"Authorization": f"Bearer {portal.users['operator']['token']}"},
        ).raise_for_status()

    rename("Renamed elsewhere")
    try:
        tile.get_by_role("heading", name="Renamed elsewhere").wait_for(timeout=10_000)
    finally:
        rename(before)
