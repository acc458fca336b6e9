"""What is less than fresh, seen in the page: nothing is cut that must be read, one age, one palette."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Open = Callable[..., tuple[Page, object]]

# The lines of a text that fall outside of the box around it, for each element found.
_CUT = """elements => elements.filter(element => {
  const box = element.closest(".notice > span").getBoundingClientRect();
  return [...element.getClientRects()].some(line => line.right > box.right + 1 || line.bottom > box.bottom + 1);
}).map(element => element.textContent)"""
# Whether the last line of a text is there and lies on top.
_WHOLE = """one => {
  const box = one.getBoundingClientRect();
  return one.scrollHeight <= one.clientHeight + 1
    && document.elementFromPoint(box.left + 4, box.bottom - 4) === one;
}"""
_OVERLAPPING = """feet => feet.filter(foot => {
  const parts = [...foot.children].map(part => part.getBoundingClientRect()).filter(box => box.width > 1);
  return parts.some((box, at) => at && box.left < parts[at - 1].right);
}).map(foot => foot.textContent)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200, 1280, 1440])
def test_a_key_figure_s_notice_says_what_it_is_and_how_old_uncut(
    open_page: Open, width: int, scheme: str
) -> None:
    page, _ = open_page("/states/", width=width, color_scheme=scheme, bypass_csp=True)
    leads = page.locator(".kpi .notice b")

    assert leads.count() == 2
    assert leads.evaluate_all(_CUT) == []
    assert page.locator(".kpi .foot").evaluate_all(_OVERLAPPING) == []
    assert page.locator(".kpi").get_by_role("button", name="Retry").count() == 3  # degraded, sample, failed


def test_a_narrow_key_figure_s_sample_leaves_a_line_for_the_reason(open_page: Open) -> None:
    page, _ = open_page("/states/", width=390)
    sample = page.locator(".kpi[data-state=sample]")
    sample.evaluate("tile => tile.parentElement.append(tile)")  # the first of a strip is wide

    words = sample.locator(".why").evaluate(
        """reason => {
          const box = reason.closest(".notice > span").getBoundingClientRect();
          const begin = document.createRange();
          begin.setStart(reason.firstChild, 0);
          begin.setEnd(reason.firstChild, "No good value".length);
          return [begin.toString(), [...begin.getClientRects()].every(line => line.bottom <= box.bottom + 1)];
        }"""
    )

    assert words == ["No good value", True]
    assert "Sample data, not a measurement." in (sample.locator(".notice").text_content() or "")


@pytest.mark.parametrize("width", [320, 390, 1200, 1440])
def test_all_of_why_a_key_figure_has_no_value_is_read_under_the_pointer(open_page: Open, width: int) -> None:
    page, _ = open_page("/states/", width=width)

    for words in page.locator(".kpi .blank p").all():
        words.hover()
        assert words.evaluate(_WHOLE)


def test_a_degraded_tile_s_ages_count_on_together(open_page: Open, portal, chromium, signed_in_state) -> None:  # type: ignore[no-untyped-def]
    page = chromium.new_context(storage_state=signed_in_state).new_page()
    page.clock.install()
    page.goto(f"{portal.url}/states/")
    tile = page.locator("#tile-example-degraded")
    ages = tile.locator(".notice time, .badge time").all()

    page.clock.run_for(5 * 60 * 1000)

    said = [re.sub(r"\D", "", age.text_content() or "") for age in ages]
    assert said == ["52", "52"]
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_sample_s_legend_has_the_colours_of_its_parts(open_page: Open, scheme: str) -> None:
    page, _ = open_page("/dashboards/device-claims/", color_scheme=scheme, bypass_csp=True)
    mix = page.locator(".tile", has=page.locator(".v-mix"))
    mix.evaluate("tile => { tile.dataset.state = 'sample'; }")

    parts = mix.evaluate(
        "tile => [1, 2, 3, 4].map(at => getComputedStyle(tile.querySelector(`.chart .f${at}`)).fill)"
    )
    legend = mix.evaluate(
        "tile => [1, 2, 3, 4].map(at => getComputedStyle(tile.querySelector(`.sw.b${at}`)).backgroundColor)"
    )

    assert parts == legend
    assert len(set(parts)) == 4


@pytest.mark.parametrize("width", [390, 1200, 1280, 1440])
def test_nothing_of_a_figure_or_a_table_stands_outside_of_its_tile(open_page: Open, width: int) -> None:
    page, _ = open_page("/dashboards/device-claims/", width=width)

    sparks = page.locator(".kpi .spark").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().right "
        "> one.closest('.kpi').getBoundingClientRect().right).length"
    )
    tables = page.locator(".v-table > .scroll:not(.behind)").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"
    )

    assert sparks == 0
    assert tables == []


@pytest.mark.parametrize("width", [390, 1280, 1440])
def test_the_days_of_a_tile_are_written_out(open_page: Open, width: int) -> None:
    page, _ = open_page("/dashboards/operations/", width=width)
    days = page.locator(".days")

    cut = days.evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().right > one.parentElement.getBoundingClientRect().right)"
        ".map(one => one.textContent)"
    )

    assert days.count() >= 6
    assert cut == []
