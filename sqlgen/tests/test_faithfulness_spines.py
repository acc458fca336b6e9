"""A series of days beside the metric: what is wrong with it is told in its own words."""

import pytest

from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.tests.faithfulness_cases import pairs


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (
            "the series ends a day early",
            "The series must hold each day from 2025-10-01 to 2025-10-31; it holds",
        ),
        ("one stands for nothing", "In a bucket without rows the value must be 0"),
        ("nought where a quotient has nothing to say", "In a bucket without rows the value must be NULL"),
        ("thirty days for a month", "one day, week, month, quarter or year a step"),
        ("the rows of the series are counted", "It is not needed: the portal fills empty buckets"),
        ("a condition leaves small days out", "A condition beside a series of days"),
        ("a series beside groups of more than the day", "grouped by its bucket alone"),
        ("days that only one part has are lost", "series LEFT JOIN"),
    ],
)
def test_the_refusal_says_what_is_wrong(why: str, words: str) -> None:
    (pair,) = (one for one in pairs() if one.file == "spines" and one.why == why)

    with pytest.raises(UnfaithfulSql, match=words):
        pair.question.check(pair.sql)
