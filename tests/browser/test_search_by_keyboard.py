"""Search is opened, read and left without a mouse."""

from collections.abc import Callable

from playwright.sync_api import Page, Request, Route, expect

Open = Callable[..., tuple[Page, object]]

DASHBOARD = "/dashboards/device-claims/"


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
