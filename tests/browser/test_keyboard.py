"""Everything is done without a mouse, and focus goes back to where it came from."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest
from playwright.sync_api import Page, Request, Route, expect

Open = Callable[..., tuple[Page, object]]

DASHBOARD = "/dashboards/device-claims/"


def test_the_first_tab_stop_skips_to_the_content(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.locator("#main").evaluate("main => main === document.activeElement")


def test_escape_closes_a_source_panel_and_returns_to_its_badge(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    badge = page.locator(".grid .source summary").first
    badge.focus()
    page.keyboard.press("Enter")
    assert page.locator(".grid .source .prov").first.is_visible()
    page.keyboard.press("Tab")

    page.keyboard.press("Escape")

    assert not page.locator(".grid .source .prov").first.is_visible()
    assert badge.evaluate("element => element === document.activeElement")


def test_only_one_panel_is_open_at_a_time(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)

    page.locator(".grid .source summary").nth(0).press("Enter")
    page.locator(".grid .source summary").nth(2).press("Enter")
    page.wait_for_timeout(100)

    assert page.locator("details.source[open]").count() == 1


def test_search_opens_with_a_key_and_goes_to_a_metric(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)

    page.keyboard.press("Control+k")
    page.keyboard.type("first-time")
    page.wait_for_selector("#found a:has-text('First-time fix')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/catalog/first_time_fix_rate/")


def test_escape_leaves_search_and_returns_to_what_opened_it(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    opener = page.locator("button.cmd")
    opener.press("Enter")
    assert page.locator("#search-dialog").is_visible()

    page.keyboard.press("Escape")

    assert not page.locator("#search-dialog").is_visible()
    assert opener.evaluate("element => element === document.activeElement")


def test_one_escape_leaves_search_whatever_was_typed(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    page.keyboard.press("Control+k")
    page.keyboard.type("repair")

    page.keyboard.press("Escape")

    assert not page.locator("#search-dialog").is_visible()


def test_search_tells_those_who_listen_what_it_found_and_which_one_is_chosen(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    page.keyboard.press("Control+k")
    page.keyboard.type("first-time")
    field = page.get_by_role("combobox", name="Search metrics and dashboards")
    expect(page.locator("#search-dialog [role=status]")).to_have_text("2 metrics, 0 dashboards")

    page.keyboard.press("ArrowDown")

    chosen = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(chosen).to_contain_text("First-time fix rate")
    assert field.evaluate("element => element === document.activeElement")


def test_enter_before_the_list_has_come_opens_what_was_typed_not_what_stood_there(
    open_page: Open,
) -> None:
    page, _ = open_page(DASHBOARD)
    page.keyboard.press("Control+k")
    page.wait_for_selector("#found [role=option]")
    page.route("**/search/**", _late)

    page.keyboard.type("first-time")
    page.keyboard.press("Enter")

    page.wait_for_url("**/catalog/first_time_fix_rate/")


def _late(route: Route, request: Request) -> None:
    request.frame.page.wait_for_timeout(300)
    route.continue_()


@pytest.mark.parametrize("words", ["Show spec", "Ask again", "Download CSV", "Download SVG"])
def test_what_was_chosen_from_a_menu_gives_the_focus_back_to_it(open_page: Open, words: str) -> None:
    page, _ = open_page(DASHBOARD)
    tile = page.locator(".grid .tile").first
    tile.locator(".menu summary").press("Enter")
    answered = page.expect_response("**/tiles/**") if words == "Ask again" else nullcontext()

    with answered:
        tile.locator(".menu .pop :is(a, button)").filter(has_text=words).press("Enter")
    if words == "Show spec":
        page.wait_for_selector("#sheet[open] .sql")
        page.keyboard.press("Escape")

    expect(tile.locator(".menu summary")).to_be_focused()


def test_focus_goes_back_to_a_tile_that_was_drawn_anew_behind_its_sheet(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    tile = page.locator(".grid .tile").first
    tile.locator(".menu summary").press("Enter")
    tile.get_by_role("button", name="Show spec").press("Enter")
    page.wait_for_selector("#sheet[open] .sql")
    with page.expect_response("**/tiles/**"):
        tile.evaluate(
            "tile => htmx.ajax('GET', tile.getAttribute('hx-get'), {target: tile, swap: 'outerHTML'})"
        )
    page.wait_for_timeout(100)

    page.keyboard.press("Escape")

    expect(tile.locator(".menu summary")).to_be_focused()


def test_arrows_walk_through_a_menu(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    page.locator(".grid .tile .menu summary").first.focus()

    reached = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))

    assert reached == ["Show as table", "Ask again", "Show as table", "Download PNG"]


def test_a_panel_goes_when_the_focus_goes_on(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    badge = page.locator(".grid .source summary").first
    badge.press("Enter")
    last = page.locator(".grid .tile").first.locator(".cert")

    last.focus()
    stayed = page.locator("details.source[open]").count()
    page.keyboard.press("Tab")

    assert (stayed, page.locator("details.source[open]").count()) == (1, 0)


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


def test_the_table_behind_a_chart_comes_forward_from_the_menu(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    tile = page.locator(".grid .tile").first
    tile.locator(".menu summary").press("Enter")

    tile.get_by_role("button", name="Show as table").press("Enter")
    page.wait_for_selector(".behind:focus")

    assert tile.locator(".behind table tbody tr").count() == 30
    assert tile.locator(".behind").evaluate("element => element === document.activeElement")


def test_a_theme_is_remembered(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    page.locator(".theme.wide input[value=dark]").check(force=True)

    page.reload()

    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator(".theme.wide input[value=dark]").is_checked()


def test_every_choice_of_a_tiles_menu_is_reached_and_escape_goes_back(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    tile = page.locator(".grid .tile").first
    opener = tile.locator(".menu summary")
    opener.press("Enter")

    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    page.keyboard.press("Escape")

    assert reached == [
        "Show as table", "Ask again", "Show spec", "Download CSV", "Download JSON", "Download SVG", "Download PNG",
    ]  # fmt: skip
    assert not tile.locator(".menu .pop").is_visible()
    assert opener.evaluate("element => element === document.activeElement")


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
