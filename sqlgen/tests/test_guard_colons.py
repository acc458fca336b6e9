"""Databricks' `payload:a.b`, which no engine of ours reads of a text: it reaches the warehouse as it was written."""

import pytest

from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_world import policy


@pytest.mark.parametrize(
    ("written", "rebuilt"),
    [
        ("note:a.b[0].c", "`note`:a.b[0].c"),
        ("v.note:Order.id::INT", "CAST(`v`.`note`:Order.id AS INT)"),
        ("note:['a']['b'][1]", "GET_JSON_OBJECT(`note`, '$.a.b[1]')"),
        ("note:select", "`note`:select"),
        ("note:a || note:b", "`note`:a || `note`:b"),
    ],
)
def test_a_path_into_a_text_is_written_as_it_stood(written: str, rebuilt: str) -> None:
    guarded = check(
        f"SELECT {written} AS x FROM sales.visit AS v", dialect="databricks", policy=policy("databricks")
    )

    assert guarded.sql.startswith(f"SELECT {rebuilt} AS `x` FROM ")


@pytest.mark.parametrize(
    "written",
    [
        "note:current_user()",
        "note:a.current_user()",
        "note:a.current_user ()",
        "note:a:current_user()",
        "note:a['b'](note)",
        "note:a.`b`",
        "note:a.*",
        "note:a[-1]",
        "note:a[note]",
        "note:1",
        ":note",
        "note::a.b",
        "v:note",
        "tags:a",
        "UPPER(note):a",
        "(note):a",
    ],
)
def test_nothing_but_a_plain_path_stands_behind_a_colon(written: str) -> None:
    with pytest.raises(GuardViolation):
        check(
            f"SELECT {written} AS x FROM sales.visit AS v", dialect="databricks", policy=policy("databricks")
        )


def test_the_words_of_a_path_are_no_names_of_functions() -> None:
    path = "note:explode.current_user.secret"

    guarded = check(f"SELECT {path} FROM sales.visit", dialect="databricks", policy=policy("databricks"))

    assert "`note`:explode.current_user.secret" in guarded.sql
