"""Every page: accessible, silent in the console, from this origin only, as wide as the screen."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGES = {
    "dashboard": "/dashboards/device-claims/",
    "operations": "/dashboards/operations/",
    "wall": "/dashboards/wall/",
    "metric": "/catalog/cost_avoided/",
    "catalog": "/catalog/",
    "routes": "/routes/",
    "states": "/states/",
}
MOST_SCRIPT_BYTES = 60 * 1024


def _assert_sound(page: Page) -> None:
    """By axe, in light and in dark; the page follows the reader's wish without being loaded anew."""
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{theme}:\n{found.generate_report()}"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(open_page: Callable[..., tuple[Page, object]], name: str) -> None:
    page, _ = open_page(PAGES[name], reduced_motion="reduce", bypass_csp=True)

    _assert_sound(page)


def test_axe_finds_no_violation_on_the_sign_in_page(open_page: Callable[..., tuple[Page, object]]) -> None:
    page, _ = open_page("/login/", signed_in=False, bypass_csp=True)

    _assert_sound(page)


@pytest.mark.parametrize("address", ["/dashboards/nowhere/", "/admin/nowhere/"])
def test_axe_finds_no_violation_on_the_page_about_a_problem(
    open_page: Callable[..., tuple[Page, object]], address: str
) -> None:
    page, _ = open_page(address, bypass_csp=True)

    assert page.locator(".alone .btn.primary").is_visible()
    _assert_sound(page)


def test_axe_finds_no_violation_in_the_spec_of_a_tile(open_page: Callable[..., tuple[Page, object]]) -> None:
    page, _ = open_page(PAGES["dashboard"], reduced_motion="reduce", bypass_csp=True)
    tile = page.locator(".grid .tile").first
    tile.locator(".menu summary").press("Enter")
    tile.get_by_role("button", name="Show spec").press("Enter")
    page.locator("#sheet[open] .sql").first.wait_for()

    _assert_sound(page)


def test_axe_finds_no_violation_in_an_open_source_panel(
    open_page: Callable[..., tuple[Page, object]],
) -> None:
    page, _ = open_page(PAGES["dashboard"], reduced_motion="reduce", bypass_csp=True)
    page.click(".grid .source summary >> nth=0")

    _assert_sound(page)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_refused_by_the_policy_fails_or_is_asked_of_another_host(  # type: ignore[no-untyped-def]
    open_page: Callable, portal, name: str
) -> None:
    _, watch = open_page(PAGES[name])

    assert watch.complaints == []
    hosts = {urlsplit(url).netloc for url in watch.requests if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(portal.url).netloc}


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_scrolls_in_one_direction_only(open_page: Callable, name: str) -> None:
    page, _ = open_page(PAGES[name], width=390, height=844, bypass_csp=True)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_scripts_stay_small_over_the_wire(open_page: Callable, chromium, portal, signed_in_state) -> None:  # type: ignore[no-untyped-def]
    page = chromium.new_context(storage_state=signed_in_state).new_page()
    sizes: list[int] = []
    page.on(
        "requestfinished",
        lambda request: (
            sizes.append(request.sizes()["responseBodySize"]) if request.resource_type == "script" else None
        ),
    )

    page.goto(f"{portal.url}{PAGES['dashboard']}", wait_until="networkidle")

    assert sizes
    assert sum(sizes) <= MOST_SCRIPT_BYTES


def test_nothing_moves_for_readers_who_ask_for_that(open_page: Callable) -> None:
    page, _ = open_page("/states/", reduced_motion="reduce", bypass_csp=True)

    running = page.evaluate("document.getAnimations().filter(one => one.playState === 'running').length")

    assert running == 0
