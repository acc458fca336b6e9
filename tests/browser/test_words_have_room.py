"""No title, figure or change of a key figure is cut, and those of a strip stand in one line."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from widgets.presentation.visuals.kpi import NO_COMPARISON

Open = Callable[..., tuple[Page, object]]


@pytest.mark.parametrize("width", [1440, 1280, 1024, 390])
@pytest.mark.parametrize("slug", ["device-claims", "operations", "money-and-products"])
def test_no_key_figure_is_cut(open_page: Open, slug: str, width: int) -> None:
    page, _ = open_page(f"/dashboards/{slug}/", width=width)

    cut = page.evaluate(
        """[...document.querySelectorAll('.kpi :is(h2, .big, .days, .say)')].filter(one => {
            const outer = one.closest('.kpi').getBoundingClientRect().right;
            return one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline'
                || one.scrollHeight > one.clientHeight + 2 && one.matches('h2')
                || one.getBoundingClientRect().right > outer;
        }).map(one => one.textContent)"""
    )

    assert cut == []


@pytest.mark.parametrize("width", [1200, 390, 320])
def test_that_there_is_nothing_to_compare_has_room_in_every_strip(open_page: Open, width: int) -> None:
    page, _ = open_page("/dashboards/operations/", width=width)
    changes = page.locator(".kpi .change")
    changes.evaluate_all(
        "(all, words) => all.forEach(one => { one.innerHTML = `<span class=muted>${words}</span>`; })",
        NO_COMPARISON,
    )

    cut = changes.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).length")

    assert (changes.count(), cut) == (6, 0)


def test_figures_of_a_strip_stand_in_one_line_whatever_is_said_above_them(open_page: Open) -> None:
    page, _ = open_page("/dashboards/operations/", width=1280)

    lines = page.evaluate(
        "[...document.querySelectorAll('.kpi .big')].map(one => Math.round(one.getBoundingClientRect().top))"
    )

    assert len(lines) == 6
    assert max(lines) - min(lines) <= 1


def test_the_font_is_the_readers_own_or_comes_from_here(open_page: Open) -> None:
    page, _ = open_page("/dashboards/device-claims/")

    states = page.evaluate(
        "document.fonts.ready.then(fonts => [...fonts].filter(one => one.family === 'Inter').map(one => one.status))"
    )

    assert sorted(states) == ["loaded"] * 3
