"""A page is walked and read without a mouse, and the focus is always seen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Open = Callable[..., tuple[Page, object]]

DASHBOARD = "/dashboards/device-claims/"


def test_the_first_tab_stop_skips_to_the_content(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.locator("#main").evaluate("main => main === document.activeElement")


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_the_focus_is_seen_wherever_it_goes(open_page: Open, width: int) -> None:
    page, _ = open_page(DASHBOARD, width=width, height=800, reduced_motion="reduce", bypass_csp=True)

    unseen, stops = [], 0
    while said := _tab(page):
        stops += 1
        unseen += [said["name"]] if said["unseen"] else []

    assert stops > 40
    assert unseen == []


def _tab(page: Page) -> Any:
    """Where Tab leads to, and whether it is in sight, uncovered and ringed; nothing past the last stop."""
    page.keyboard.press("Tab")
    return page.evaluate(
        """() => {
            const at = document.activeElement;
            if (at === document.body) return null;
            const box = at.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            const shown = at.closest("label") || at;
            const covered = !(shown.contains(top) || top?.contains(at));
            const ringed = getComputedStyle(shown).boxShadow !== "none";
            return {name: at.outerHTML.slice(0, 120), unseen: covered || !ringed};
        }"""
    )


def test_a_narrow_rail_keeps_its_names_and_shows_them_with_the_focus(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD, width=1024)
    link = page.locator(".rail").get_by_role("link", name="Catalog")
    before = link.locator("span").bounding_box()

    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    assert before is not None
    assert before["width"] <= 1
    assert (link.locator("span").bounding_box() or before)["width"] > 30


@pytest.mark.parametrize("width", [1024, 390])
def test_other_dashboards_are_at_hand_without_the_rail(open_page: Open, width: int) -> None:
    page, _ = open_page(DASHBOARD, width=width)

    page.get_by_role("navigation", name="Dashboards").get_by_role("link", name="Operations").press("Enter")

    page.wait_for_url("**/dashboards/operations/")


def test_a_theme_is_remembered(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    page.locator(".theme.wide input[value=dark]").check(force=True)

    page.reload()

    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator(".theme.wide input[value=dark]").is_checked()


def test_a_long_table_is_scrolled_by_keys_and_ends_at_a_whole_row(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD, bypass_csp=True)
    table = page.locator(".grid .v-table > .scroll").last
    table.focus()

    cut = table.evaluate(
        """box => [...box.querySelectorAll('tbody tr')].filter(row => {
            const [edge, at] = [box.getBoundingClientRect().bottom, row.getBoundingClientRect()];
            return at.top < edge - 2 && at.bottom > edge + 2;
        }).length"""
    )
    page.keyboard.press("End")
    page.wait_for_function("box => box.scrollTop > 0", arg=table.element_handle())

    assert cut == 0


def test_the_range_steps_back_and_forth(open_page: Open) -> None:
    page, _ = open_page(f"{DASHBOARD}?window=2026-10-05..2026-10-12")
    first = page.locator(".head .sub span").first.text_content()

    page.locator(".range [aria-label=Earlier]").press("Enter")
    page.wait_for_url("**window=2026-09-28..2026-10-05**")
    earlier = page.locator(".head .sub span").first.text_content()
    page.locator(".range [aria-label=Later]").press("Enter")
    page.wait_for_url("**window=2026-10-05..2026-10-12**")

    assert (first, earlier) == ("Oct 5 to Oct 11, 2026", "Sep 28 to Oct 4, 2026")
