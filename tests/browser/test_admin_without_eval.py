"""The admin under our Content-Security-Policy: nothing refused, nothing broken (docs/adr/admin-without-eval.md)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from playwright.sync_api import Page

Open = Callable[..., tuple[Page, Any]]

LISTS = sorted(f"/admin/{model._meta.app_label}/{model._meta.model_name}/" for model in admin.site._registry)


def settle(page: Page) -> None:
    """Alpine and what it calls work in later turns."""
    page.wait_for_timeout(300)


@pytest.mark.parametrize("address", ["/admin/", *LISTS])
def test_a_page_and_its_forms_are_drawn_with_nothing_refused(address: str, open_page: Open) -> None:
    page, watch = open_page(address)
    settle(page)
    page.locator("#nav-sidebar-apps").wait_for(state="visible")

    forms = page.locator("#result_list tbody tr:first-child a[href*='/change/']").first, page.locator(
        f"a[href^='{address}add/']"
    ).first  # fmt: skip
    for href in [form.get_attribute("href") for form in forms if form.count()]:
        page.goto(page.url.split("/admin/")[0] + str(href))
        settle(page)
        page.locator("#content-main").wait_for(state="visible")

    assert watch.complaints == []


def test_the_registered_models_are_found() -> None:
    assert "/admin/catalog/metric/" in LISTS
    assert "/admin/accounts/user/" in LISTS


def test_the_sidebar_closes_and_stays_closed(open_page: Open) -> None:
    page, watch = open_page("/admin/")

    page.get_by_text("dock_to_right").first.click()
    settle(page)
    page.reload()

    page.locator("#nav-sidebar-apps").wait_for(state="hidden")
    assert watch.complaints == []


def test_the_command_dialog_opens_searches_and_closes(open_page: Open) -> None:
    page, watch = open_page("/admin/")

    page.keyboard.press("Control+k")
    page.locator("#search-input-command").press_sequentially("token")
    page.wait_for_selector("#command-results-list a")
    page.locator("#search-input-command").press("Escape")  # clears the field
    page.locator("#search-input-command").press("Escape")
    settle(page)

    page.locator("#search-input-command").wait_for(state="hidden")
    assert watch.complaints == []


def test_choosing_a_row_offers_the_actions_as_wide_as_the_list(open_page: Open) -> None:
    page, watch = open_page("/admin/accounts/apitoken/")
    actions = page.locator("#changelist-actions")

    page.locator("input.action-select").first.check()
    actions.locator("select[name=action]").wait_for(state="visible")
    assert not actions.get_by_role("button", name="Run").is_visible()
    actions.locator("select[name=action]").select_option("revoke")

    actions.get_by_role("button", name="Run").wait_for(state="visible")
    page.wait_for_function("document.getElementById('changelist-actions').style.width !== ''")
    assert watch.complaints == []


def test_the_filters_open_and_filter(open_page: Open) -> None:
    page, watch = open_page("/admin/catalog/metric/")
    settle(page)

    page.locator("a[x-on\\:click='filterOpen = true'], [x-on\\:click='filterOpen = true']").first.click()
    chosen = page.locator("#changelist-filter a[href*='in_force=retired']").first
    chosen.wait_for(state="visible")
    chosen.click()
    page.wait_for_url("**in_force=retired**")

    assert page.locator("#result_list tbody tr").count() == 0
    assert watch.complaints == []


def test_the_menu_of_the_user_opens_and_closes_outside(open_page: Open) -> None:
    page, watch = open_page("/admin/")
    menu = page.locator("[x-show='openUserLinks']")

    page.locator("[x-on\\:click='openUserLinks = !openUserLinks']").click()
    menu.wait_for(state="visible")
    page.locator("h1, h2").first.click()
    menu.wait_for(state="hidden")

    assert watch.complaints == []


def test_the_theme_is_switched_and_kept(open_page: Open) -> None:
    page, watch = open_page("/admin/", color_scheme="light")

    page.locator("[x-on\\:click='openUserLinks = !openUserLinks']").click()
    page.locator("[x-on\\:click=\"switchTheme('dark')\"]").first.click()
    page.reload()
    settle(page)

    assert "dark" in str(page.locator("html").get_attribute("class"))
    assert watch.complaints == []


def test_the_theme_evaluates_no_text_as_code(open_page: Open) -> None:
    """The theme's Alpine could only do so past our evaluator; the policy would say so, this says it first."""
    page, _ = open_page("/admin/")

    version, ours = page.evaluate(
        '[Alpine.version, Alpine.evaluate(document.body, "typeof getCurrentTab + typeof sidebarMobileOpen")]'
    )

    assert version.startswith("3.")
    assert ours == "functionboolean"
