"""How the work of a check grows with a text: with its length, and no faster."""

import sys

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import check
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_world import policy


@pytest.mark.parametrize(
    "written",
    [
        "status LIKE channel AND score > {n}",
        "status LIKE CONCAT('{n}', channel)",
        "status ILIKE ANY (channel, 'a{n}')",
        "status LIKE 'a{n}'",
    ],
)
def test_the_work_grows_with_the_number_of_likes_and_no_faster(written: str) -> None:
    few, many = (_calls(_selected([written.format(n=n) for n in range(size)])) for size in (60, 240))

    assert many < 5 * few


def _nested(written: str, levels: int) -> str:
    """A query in queries, each the only column of the one around it."""
    for level in range(levels):
        written = f"(SELECT {written} FROM sales.region AS r{level})"
    return f"SELECT {written} FROM sales.claim AS c LIMIT 1"


@pytest.mark.parametrize("name", ["claim_id", "c.claim_id"])
def test_names_of_queries_around_are_no_more_work_the_deeper_they_stand(name: str) -> None:
    written = f"COALESCE({', '.join([name] * 600)})"
    shallow, deep = (_calls(_nested(written, levels)) for levels in (2, 24))

    assert deep < 2 * shallow + 24 * _calls("SELECT 1 FROM sales.claim AS c")


def test_a_wide_query_is_no_more_work_for_each_time_it_is_named() -> None:
    wide = f"WITH v AS (SELECT {', '.join(f'score AS c{n}' for n in range(600))} FROM sales.claim)"
    once, often = (
        _calls(f"{wide} SELECT {', '.join(['(SELECT c1 FROM v LIMIT 1)'] * times)}") for times in (1, 24)
    )

    # 600 columns are looked at anew neither for each of 23 more places nor in the rebuilt text.
    assert often - once < 23 * 600


def test_a_value_from_beside_is_no_more_work_for_each_that_it_is_compared_with() -> None:
    joined = "FROM sales.claim AS c JOIN (SELECT region_id, MAX(cost) AS m FROM sales.claim GROUP BY 1) AS s"
    few, many = (
        _calls(
            f"SELECT c.claim_id {joined} ON s.region_id = c.region_id WHERE c.cost IN ({', '.join(['s.m'] * times)})",
            "postgres",
        )
        for times in (60, 600)
    )

    assert many < 15 * few


def _selected(conditions: list[str]) -> str:
    return f"SELECT {', '.join(conditions)} FROM sales.claim"


def _calls(sql: str, dialect: Dialect = "databricks") -> int:
    """The work of a check: how many functions of ours are called, and how often a generator goes on."""
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        check(sql, dialect=dialect, policy=policy(dialect, rows=RULE if dialect == "postgres" else None))
    finally:
        sys.setprofile(before)
    return counted
