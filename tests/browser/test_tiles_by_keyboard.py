"""A tile's panels and menu are used without a mouse, and focus goes back to where it came from."""

from collections.abc import Callable
from contextlib import nullcontext

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., tuple[Page, object]]

DASHBOARD = "/dashboards/device-claims/"


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


def test_a_panel_goes_when_the_focus_goes_on(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    badge = page.locator(".grid .source summary").first
    badge.press("Enter")
    last = page.locator(".grid .tile").first.locator(".cert")

    last.focus()
    stayed = page.locator("details.source[open]").count()
    page.keyboard.press("Tab")

    assert (stayed, page.locator("details.source[open]").count()) == (1, 0)


def test_arrows_walk_through_a_menu(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    page.locator(".grid .tile .menu summary").first.focus()

    reached = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))

    assert reached == ["Show as table", "Ask again", "Show as table", "Download PNG"]


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


def test_the_table_behind_a_chart_comes_forward_from_the_menu(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD)
    tile = page.locator(".grid .tile").first
    tile.locator(".menu summary").press("Enter")

    tile.get_by_role("button", name="Show as table").press("Enter")
    page.wait_for_selector(".behind:focus")

    assert tile.locator(".behind table tbody tr").count() == 30
    assert tile.locator(".behind").evaluate("element => element === document.activeElement")
