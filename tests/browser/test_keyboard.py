"""Everything is done without a mouse, and focus goes back to where it came from."""

from collections.abc import Callable

DASHBOARD = "/dashboards/device-claims/"


def test_the_first_tab_stop_skips_to_the_content(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.locator("#main").evaluate("main => main === document.activeElement")


def test_escape_closes_a_source_panel_and_returns_to_its_badge(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)
    badge = page.locator(".grid .source summary").first
    badge.focus()
    page.keyboard.press("Enter")
    assert page.locator(".grid .source .prov").first.is_visible()
    page.keyboard.press("Tab")

    page.keyboard.press("Escape")

    assert not page.locator(".grid .source .prov").first.is_visible()
    assert badge.evaluate("element => element === document.activeElement")


def test_only_one_panel_is_open_at_a_time(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)

    page.locator(".grid .source summary").nth(0).press("Enter")
    page.locator(".grid .source summary").nth(2).press("Enter")
    page.wait_for_timeout(100)

    assert page.locator("details.source[open]").count() == 1


def test_search_opens_with_a_key_and_goes_to_a_metric(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)

    page.keyboard.press("Control+k")
    page.keyboard.type("first-time")
    page.wait_for_selector("#found a:has-text('First-time fix')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/catalog/first_time_fix_rate/")


def test_escape_leaves_search_and_returns_to_what_opened_it(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)
    opener = page.locator("button.cmd")
    opener.press("Enter")
    assert page.locator("#search-dialog").is_visible()

    page.keyboard.press("Escape")

    assert not page.locator("#search-dialog").is_visible()
    assert opener.evaluate("element => element === document.activeElement")


def test_the_table_behind_a_chart_comes_forward_from_the_menu(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)
    tile = page.locator(".grid .tile").first
    tile.locator(".menu summary").press("Enter")

    tile.get_by_role("button", name="Show as table").press("Enter")
    page.wait_for_selector(".behind:focus")

    assert tile.locator(".behind table tbody tr").count() == 30
    assert tile.locator(".behind").evaluate("element => element === document.activeElement")


def test_a_theme_is_remembered(open_page: Callable) -> None:
    page, _ = open_page(DASHBOARD)
    page.locator(".theme.wide input[value=dark]").check(force=True)

    page.reload()

    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator(".theme.wide input[value=dark]").is_checked()


def test_every_choice_of_a_tiles_menu_is_reached_and_escape_goes_back(open_page: Callable) -> None:
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


def test_a_long_table_is_scrolled_by_keys_and_ends_at_a_whole_row(open_page: Callable) -> None:
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


def test_the_range_steps_back_and_forth(open_page: Callable) -> None:
    page, _ = open_page(f"{DASHBOARD}?window=2026-10-05..2026-10-12")
    first = page.locator(".head .sub span").first.text_content()

    page.locator(".range [aria-label=Earlier]").press("Enter")
    page.wait_for_url("**window=2026-09-28..2026-10-05**")
    earlier = page.locator(".head .sub span").first.text_content()
    page.locator(".range [aria-label=Later]").press("Enter")
    page.wait_for_url("**window=2026-10-05..2026-10-12**")

    assert (first, earlier) == ("Oct 5 to Oct 11, 2026", "Sep 28 to Oct 4, 2026")
