"""At 390 px: the range is at hand, the first figure leads, every control is large enough for a thumb."""

from collections.abc import Callable

from playwright.sync_api import Page

DASHBOARD = "/dashboards/device-claims/"
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}

Open = Callable[..., tuple[Page, object]]


def test_the_range_is_the_first_of_the_chips_and_changes_the_page(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD, **PHONE)
    chip = page.locator(".filters .chip").first
    assert "Last 30 days" in str(chip.text_content())

    chip.tap()
    page.locator(".range-chip").get_by_role("link", name="Last 7 days").tap()
    page.wait_for_url("**window=last_7_days**")

    assert "Last 7 days" in str(page.locator(".filters .chip").first.text_content())


def test_the_first_figure_takes_the_width_and_the_others_stand_in_pairs(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD, **PHONE)

    widths = page.evaluate("[...document.querySelectorAll('.kpi')].map(one => Math.round(one.offsetWidth))")

    assert widths[0] > 350
    assert all(width < 190 for width in widths[1:5])


def test_what_is_touched_is_large_enough(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD, **PHONE)

    small = page.evaluate(
        """[...document.querySelectorAll('a, button, summary, input')].filter(one => {
            const box = one.getBoundingClientRect();
            if (!box.width || one.closest('.vh, .skip, .sub, p, details:not([open]) > :not(summary)')) return false;
            const least = one.closest('.filters') ? 34 : 44;
            const reach = getComputedStyle(one, '::after');
            const grown = reach.content !== 'none' && reach.position === 'absolute' ? -2 * parseFloat(reach.top) : 0;
            return box.height + grown < least - 0.5;
        }).map(one => one.outerHTML.slice(0, 120))"""
    )

    assert small == []


def test_a_source_panel_opens_in_place_without_widening_the_page(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD, **PHONE, bypass_csp=True)

    page.locator(".grid .source summary").first.tap()

    panel = page.locator(".grid .prov").first
    assert panel.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_page_of_the_rail_is_one_tap_away(open_page: Open) -> None:
    page, _ = open_page(DASHBOARD, **PHONE)

    page.locator(".tabbar").get_by_text("Routes").tap()

    page.wait_for_url("**/routes/")
