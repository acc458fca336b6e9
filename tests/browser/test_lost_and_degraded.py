"""What is shown when an engine or the portal does not answer: the last good value, how old, why, and a way on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route

DASHBOARD = "/dashboards/device-claims/"

Open = Callable[..., tuple[Page, object]]


def _refuse(route: Route) -> None:
    route.fulfill(
        status=503, body='{"detail": "The portal is restarting."}', content_type="application/problem+json"
    )


def _degraded(route: Route) -> None:
    """The tile as the portal answers it while its engine is away: its own markup, with the notice of the gallery."""
    response = route.fetch()
    notice = (
        '<div class="notice warn" role="status"><svg class="i"><use href="#tri"/></svg><span><b>Last good value, '
        '47 min old.</b> <span class="why">PostgreSQL cannot be reached. Start it, or check its address and its '
        "password.</span></span>"
        '<button class="btn sm" type="button" data-act="again">Retry</button></div>'
    )
    route.fulfill(
        response=response, body=response.text().replace('<div class="body', notice + '<div class="body', 1)
    )


def _ask_again(tile: Locator) -> None:
    tile.locator(".menu summary").press("Enter")
    tile.locator("[data-act=again]").first.press("Enter")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_degraded_key_figure_keeps_its_value_inside_its_own_frame(open_page: Open, width: int) -> None:
    page, _ = open_page(DASHBOARD, width=width, bypass_csp=True)
    kpi = page.locator(".kpi").nth(1)
    figure, before = kpi.locator(".big").text_content(), kpi.bounding_box()
    page.route("**/tiles/**", _degraded)

    _ask_again(kpi)
    kpi.locator(".notice").wait_for()

    frame, notice = kpi.bounding_box(), kpi.locator(".notice").bounding_box()
    assert before is not None
    assert frame is not None
    assert notice is not None
    assert frame["height"] == before["height"]  # nothing jumps
    assert kpi.locator(".big").text_content() == figure
    assert kpi.get_by_role("button", name="Retry").is_visible()
    assert notice["x"] >= frame["x"]
    assert notice["x"] + notice["width"] <= frame["x"] + frame["width"]
    assert notice["y"] + notice["height"] <= frame["y"] + frame["height"]


@pytest.mark.parametrize("how", ["refused", "unreachable"])
def test_a_tile_that_was_never_answered_says_so_and_retry_brings_it(open_page: Open, how: str) -> None:
    page, _ = open_page(DASHBOARD)
    page.route("**/tiles/**", _refuse if how == "refused" else lambda route: route.abort())
    window = (
        "2026-01-05..2026-01-12" if how == "refused" else "2026-01-06..2026-01-13"
    )  # nobody asked for them yet

    page.goto(f"{page.url}?window={window}")
    tile = page.locator(".grid .tile").first
    tile.locator(".notice").wait_for()
    assert tile.get_attribute("data-state") == "failed"
    page.unroute("**/tiles/**")
    tile.get_by_role("button", name="Retry").press("Enter")

    page.wait_for_selector(f"#{tile.get_attribute('id')}[data-state=fresh]")
    assert tile.locator(".big").is_visible()


def test_a_tile_being_read_is_not_taken_away(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    tile = page.locator(".grid .tile").first
    tile.locator(".source summary").press("Enter")

    page.evaluate(
        "tile => htmx.ajax('GET', tile.getAttribute('hx-get'), {source: tile, target: tile, swap: 'outerHTML'})",
        tile.element_handle(),
    )

    assert tile.locator(".prov").is_visible()


def test_a_narrow_footer_drops_the_age_before_it_cuts_the_name_of_the_engine(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    page.locator(".kpi .eng-n").first.wait_for()
    page.locator(".kpi .age").evaluate_all(
        "ages => ages.forEach(age => age.textContent = 'cached 47 min ago')"
    )

    cut = page.locator(".kpi .eng-n").evaluate_all(
        "names => names.filter(name => name.scrollWidth > name.clientWidth).map(name => name.textContent)"
    )

    assert cut == []
