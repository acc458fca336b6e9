"""The interpreter of the admin's attributes: what it reads, and what it refuses (docs/adr/admin-without-eval.md)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

SCRIPTS = Path(__file__).resolve().parents[2] / "static" / "portal_admin"
RUN = """text => {
    const scope = {
        open: false, count: 3, name: 'a', items: [1, 2, 3], nothing: null, el: document.body, page: window,
        double(n) { return 2 * n }, same() { return this === scope },
    };
    const offered = {twice: f => f(f(1))};
    const value = portalExpressions.run(portalExpressions.parse(text), scope, offered);
    return [value, scope.open, scope.count, scope.name];
}"""

Run = Callable[[str], list[Any]]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    for name in ("tokens.js", "parser.js", "interpreter.js"):
        page.add_script_tag(path=SCRIPTS / name)
    yield page
    context.close()


@pytest.fixture
def run(page: Page) -> Run:
    """Gives the value, then the scope's open, count and name afterwards."""
    return lambda text: list(page.evaluate(RUN, text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3 - 4 / 2", 5),
        ("(1 + 2) * -3 % 5", -4),
        ("'it\\'s ' + \"\\u00e9\"", "it's é"),
        ("name == 'b' && 'x' || count >= 3 && 'y' || 'z'", "y"),
        ("nothing ?? 'none'", "none"),
        ("!open ? 'shut' : 'open'", "shut"),
        ("typeof nothing", "object"),
        ("items[items.length - 1]", 3),
        ("items.includes(2)", True),
        ("double(count)", 6),
        ("same()", True),
        ("twice(n => n + count)", 7),
        ("(() => 'called')()", "called"),
        ("{'active row': count === 3, name, deep: {list: [1, null,]}}", None),
        ("", None),
    ],
)
def test_reads_values(run: Run, text: str, value: object) -> None:
    result = run(text)[0]

    expected = (
        {"active row": True, "name": "a", "deep": {"list": [1, None]}} if text.startswith("{'") else value
    )
    assert result == expected


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("open = !open", [True, True, 3, "a"]),
        ("count += 2; name = 'b';", ["b", False, 5, "b"]),
        ("count++", [3, False, 4, "a"]),
        ("--count", [2, False, 2, "a"]),
        ("if (count > 2) name = 'many'", ["many", False, 3, "many"]),
        ("if (open) { count = 1 } else { count = 2; name = 'c' }", ["c", False, 2, "c"]),
        ("fresh = 1; fresh + 1", [2, False, 3, "a"]),
        ("open && (count = 9)", [False, False, 3, "a"]),
        ("items.map(n => name = name + n); name", ["a123", False, 3, "a123"]),
    ],
)
def test_runs_statements(run: Run, text: str, after: list[object]) -> None:
    assert run(text) == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("document", "document is not known here"),
        ("window", "window is not known here"),
        ("unknown += 1", "unknown is not known here"),
        ("twice = 1", "twice is not known here"),
        ("double.constructor('return 1')()", "constructor may not be used"),
        ("items['const' + 'ructor']", "constructor may not be used"),
        ("constructor", "constructor may not be used"),
        ("items.__proto__.push = 1", "__proto__ may not be used"),
        ("double.prototype", "prototype may not be used"),
        ("{constructor: 1}", "constructor may not be used"),
        ("el.ownerDocument", "globals may not be used"),
        ("el.getRootNode()", "globals may not be used"),
        ("page", "globals may not be used"),
        ("name()", "name is not a function"),
        ("new Date()", '"new" is not expected at character 0'),
        ("(function () {})()", '"function" is not expected'),
        ("let x = 1", '"let" is not expected'),
        ("`text`", "Nothing known begins at character 0"),
        ("1 +", "The end is not expected"),
        ("1 = 2", "Only a name or a member can be assigned to"),
        ("count 2", '"2" is not expected at character 6'),
    ],
)
def test_refuses(page: Page, text: str, reason: str) -> None:
    said = page.evaluate(
        f"text => {{ try {{ ({RUN})(text); return 'nothing' }} catch (error) {{ return error.message }} }}",
        text,
    )

    assert reason in said
