"""No title, figure or change of a key figure is cut, and those of a strip stand in one line."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

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
