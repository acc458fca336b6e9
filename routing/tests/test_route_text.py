"""The routing file's text follows the routes and keeps all else."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routing.route_file import read_routes
from routing.route_settings import RouteSettings
from routing.route_text import with_routes

DEMO = (Path(__file__).resolve().parents[2] / "config/metric_routing.yaml").read_text()
FILE = """\
# On top.

# The shop's own.
sold:   {backend: books,     cache_seconds: 300, shadow: lakehouse}   # counted nightly
# Asked for by the board.
taken:  {backend: lakehouse, cache_seconds: 60}
# The end.
"""


def said_by(text: str) -> dict[str, RouteSettings]:
    read = read_routes(text, file="")
    assert read.findings == ()
    return {name: line.settings for name, line in read.lines.items()}


def changed(text: str, name: str, **members: Any) -> dict[str, RouteSettings]:
    held = said_by(text)
    return held | {name: held[name].model_copy(update=members)}


def test_what_did_not_change_stays_letter_by_letter() -> None:
    assert with_routes(DEMO, said_by(DEMO)) == DEMO
    assert with_routes(FILE, said_by(FILE)) == FILE


def test_a_move_and_its_way_back_keep_the_columns() -> None:
    there = with_routes(DEMO, changed(DEMO, "claim_volume", backend="postgres"))

    line = "claim_volume:                      {backend: %s cache_seconds: 300, generation: compiled, warm: true}\n"
    assert there == DEMO.replace(line % "duckdb,  ", line % "postgres,")
    assert with_routes(there, said_by(DEMO)) == DEMO


def test_a_name_that_needs_more_room_and_its_way_back_leave_the_other_lines_alone() -> None:
    there = with_routes(DEMO, changed(DEMO, "claim_volume", backend="databricks"))

    assert "{backend: databricks, cache_seconds: 300, generation: compiled, warm: true}\n" in there
    assert len(set(there.splitlines()) - set(DEMO.splitlines())) == 1
    assert with_routes(there, said_by(DEMO)) == DEMO


def test_comments_stay_beside_and_between_changed_lines() -> None:
    held = changed(FILE, "sold", cache_seconds=5, shadow="") | changed(FILE, "taken", warm=True)
    held["sold"] = held["sold"].model_copy(update={"cache_seconds": 5, "shadow": ""})

    assert with_routes(FILE, held) == FILE.replace(
        "cache_seconds: 300, shadow: lakehouse}", "cache_seconds: 5, generation: compiled}"
    ).replace("cache_seconds: 60}", "cache_seconds: 60, generation: compiled, warm: true}")


def test_a_new_line_goes_where_its_name_sorts_and_a_lost_one_goes() -> None:
    both = said_by(FILE)
    held = {
        "taken": both["taken"],
        **{name: RouteSettings(backend="books") for name in ("asked", "sum", "z")},
    }

    new = "{backend: books,     cache_seconds: 300, generation: compiled}\n"
    assert with_routes(FILE, held) == (
        f"# On top.\n\n# The shop's own.\nasked:  {new}sum:    {new}# Asked for by the board.\n"
        f"taken:  {{backend: lakehouse, cache_seconds: 60}}\nz:      {new}# The end.\n"
    )


def test_a_file_written_anew_has_columns() -> None:
    head, _, lines = DEMO.partition("\nactive_issues_count:")

    assert with_routes("", said_by(DEMO)).partition("\n")[2] == f"active_issues_count:{lines}"
    assert with_routes(head, said_by(DEMO)) == DEMO


ODD = (
    "{sold: {backend: books}, taken: {backend: books}}\n",  # all in one map
    "sold: &a {backend: books, warm: true}\ntaken: *a\n",
    "sold: &a\n  backend: books  # here\n\n  warm: true\n\n# between\ntaken:\n  <<: *a\n  cache_seconds: 5\n",
    "sold: {backend: books,\n       warm: true}\ntaken: {backend: books}\n",
    "---\nsold: {backend: books}\nsold: {backend: books, warm: true}\n...\n",
    "sold: {backend: books, wram: true}\ntaken: 3\nother: []\n",
    "sold: {backend: [\n",
    "sold: *nowhere\n",
    "- sold\n",
    "# only a comment",
    "",
)
ROUTES = st.dictionaries(
    st.sampled_from(("sold", "taken", "asked", "z")),
    st.builds(
        RouteSettings,
        backend=st.sampled_from(("books", "lakehouse", "on", "with space", "1")),
        cache_seconds=st.sampled_from((0, 300, 3600)),
        warm=st.booleans(),
        shadow=st.sampled_from(("", "other", "no", "it's #1")),
    ),
    min_size=1,
)


@pytest.mark.parametrize("before", [*ODD, FILE], ids=range(len(ODD) + 1))
@settings(deadline=None, max_examples=40)
@given(held=ROUTES)
def test_whatever_the_file_was_it_then_says_the_routes(before: str, held: dict[str, RouteSettings]) -> None:
    text = with_routes(before, held)

    assert said_by(text) == held
    assert with_routes(text, held) == text
