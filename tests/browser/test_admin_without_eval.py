"""The admin under our Content-Security-Policy: nothing refused, nothing broken (docs/adr/admin-without-eval.md)."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Open = Callable[..., tuple[Page, Any]]

PAGES = [
    "/admin/",
    "/admin/accounts/user/",
    "/admin/accounts/user/add/",
    "/admin/accounts/apitoken/",
    "/admin/accounts/auditevent/",
    "/admin/catalog/metric/",
    "/admin/widgets/dashboard/",
    "/admin/widgets/widget/",
    "/admin/routing/route/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_drawn_with_nothing_refused(address: str, open_page: Open) -> None:
    page, watch = open_page(address)
    page.wait_for_timeout(300)

    assert page.locator("#nav-sidebar-apps").is_visible()
    assert watch.complaints == []


def test_the_sidebar_closes_and_stays_closed(open_page: Open) -> None:
    page, watch = open_page("/admin/")

    page.get_by_text("dock_to_right").first.click()
    page.reload()
    page.wait_for_timeout(300)

    assert not page.locator("#nav-sidebar-apps").is_visible()
    assert watch.complaints == []


def test_the_command_dialog_opens_searches_and_closes(open_page: Open) -> None:
    page, watch = open_page("/admin/")

    page.keyboard.press("Control+k")
    page.locator("#search-input-command").press_sequentially("token")
    page.wait_for_selector("#command-results-list a")
    page.locator("#search-input-command").press("Escape")  # clears the field
    page.locator("#search-input-command").press("Escape")
    page.wait_for_timeout(300)

    assert not page.locator("#search-input-command").is_visible()
    assert watch.complaints == []


def test_choosing_a_row_offers_the_actions(open_page: Open) -> None:
    page, watch = open_page("/admin/accounts/apitoken/")

    page.locator("input.action-select").first.check()

    page.locator("#changelist-actions select[name=action]").wait_for(state="visible")
    assert watch.complaints == []
