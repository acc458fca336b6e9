"""Pages of the admin that are ours: accessible in light and dark, silent in the console, as wide as a phone."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Portal, Watch

PAGES = {
    "flip": "/admin/routing/route/flip/?metric=claim_volume&metric=cost_avoided_mtd&backend=duckdb",
    "dictionary": "/admin/catalog/metric/dictionary/",
    "language model": "/admin/language-model/",
    "warehouse": "/admin/routing/warehousecheck/warehouse/",
    "evaluations": "/admin/sqlgen/evaluationrun/",
    "route": "/admin/routing/route/5/change/",
    "route changes": "/admin/routing/routechange/",
}
# These hold hashes, each one word.
LONG_WORDS = {
    "evaluation": "/admin/sqlgen/evaluationrun/1/change/",
    "metric": "/admin/catalog/metric/1/change/",
}
# The theme's frame has no main landmark and draws its scrolled regions alike; what is in it is ours.
OF_THE_THEME = ("landmark-one-main", "landmark-unique", "region")


@pytest.fixture(scope="module", autouse=True)
def evaluated(portal: Portal) -> None:
    """So that there is a trend to show."""
    portal.manage("evaluate_generation", "--suite", "demo", "--provider", "compiled")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation_of_ours(
    open_page: Callable[..., tuple[Page, Watch]], name: str, theme: str
) -> None:
    page, _ = open_page(PAGES[name], color_scheme=theme, reduced_motion="reduce", bypass_csp=True)

    found = Axe().run(page, options={"rules": {rule: {"enabled": False} for rule in OF_THE_THEME}})

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", [*PAGES, *LONG_WORDS])
def test_a_phone_scrolls_in_one_direction_and_nothing_is_refused(
    open_page: Callable[..., tuple[Page, Watch]], name: str
) -> None:
    page, watch = open_page((PAGES | LONG_WORDS)[name], width=390, height=844)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert watch.complaints == []


def test_nothing_of_the_trend_is_out_of_sight_on_a_phone(
    open_page: Callable[..., tuple[Page, Watch]],
) -> None:
    page, _ = open_page(PAGES["evaluations"], width=390, height=844)

    edges = page.evaluate(
        """[...document.querySelectorAll("[aria-labelledby=trend] td")].map(one => {
            const inside = document.createRange();
            inside.selectNodeContents(one);
            return Math.max(one.getBoundingClientRect().right, inside.getBoundingClientRect().right);
        })"""
    )

    assert edges
    assert max(edges) <= 390


def test_a_list_on_a_phone_cuts_no_text_off(open_page: Callable[..., tuple[Page, Watch]]) -> None:
    page, _ = open_page(PAGES["evaluations"], width=390, height=844)

    shown, needed = page.evaluate(
        """() => {
            const cell = document.querySelector("#result_list td");
            cell.textContent = "a question with many words ".repeat(8);
            return [cell.clientHeight, cell.scrollHeight];
        }"""
    )

    assert needed > 45  # it takes more than the two lines that the theme has room for
    assert shown >= needed
