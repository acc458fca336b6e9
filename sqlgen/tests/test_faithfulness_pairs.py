"""Labelled pairs of questions and SQL: nothing unfaithful passes, and hardly anything faithful is refused."""

from collections import Counter

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import Policy, check
from sqlgen.tests.faithfulness_cases import Pair, pairs
from sqlgen.tests.faithfulness_report import judged, score
from sqlgen.tests.faithfulness_world import DIALECTS
from sqlgen.tests.one_by_one import failing

# Right spellings that are known not to be followed, by file: no other may be refused.
MISSED = {"everyday": 1, "exists": 1, "natural": 1, "parts": 4, "prompted": 2, "spines": 1}


def test_unfaithful_sql_is_refused_with_what_is_wrong() -> None:
    def refused(pair: Pair) -> None:
        verdict = judged(pair)

        assert not verdict.accepted
        assert all(text.endswith(".") and text[0].isprintable() for text in verdict.missing)

    assert failing(refused, (pair for pair in pairs() if not pair.faithful), str) == []


def test_faithful_sql_passes_but_for_what_is_known() -> None:
    verdicts = [judged(pair) for pair in pairs()]

    assert score(verdicts).precision == 1
    assert Counter(one.pair.file for one in verdicts if one.pair.faithful and not one.accepted) == MISSED


def test_the_guard_accepts_every_pair() -> None:
    def accepted(pair: Pair) -> None:
        policy = Policy.from_dictionary(pair.question.dictionary, dialect=pair.dialect, row_cap=10_000)

        guarded = check(pair.sql, dialect=pair.dialect, policy=policy)

        assert guarded.row_cap <= 10_000

    assert failing(accepted, pairs(), str) == []


@pytest.mark.parametrize("dialect", DIALECTS)
def test_there_are_many_pairs_of_both_kinds_in_each_dialect(dialect: Dialect) -> None:
    labels = [pair.faithful for pair in pairs() if pair.dialect == dialect]

    assert labels.count(True) >= 15
    assert labels.count(False) >= 15


def test_no_pair_is_told_twice() -> None:
    told = [(pair.metric, pair.dialect, str(pair.asked), pair.sql) for pair in pairs()]

    assert len(told) >= 300
    assert len(set(told)) == len(told)
