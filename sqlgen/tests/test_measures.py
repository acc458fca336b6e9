"""Which measures add up, and what they are where there is nothing."""

import pytest

from sqlgen.measures import is_additive, is_linear, zero_when_empty
from sqlgen.tests import example
from sqlgen.tests.asking import compiled


@pytest.mark.parametrize(
    ("measure", "additive", "zero"),
    [
        ("SUM(a)", True, True),
        ("COUNT(*)", True, True),
        ("COUNT_IF(a > 1)", True, True),
        ("SUM(a) FILTER (WHERE b)", True, True),
        ("COALESCE(SUM(a), 0)", True, True),
        ("COALESCE(SUM(a), 7)", False, False),
        ("SUM(a) - SUM(b)", True, True),
        ("100 * SUM(a) / 3", True, True),
        ("SUM(a) + 1", False, False),
        ("SUM(a) / COUNT(*)", False, False),
        ("COUNT(DISTINCT a)", False, True),
        ("APPROX_COUNT_DISTINCT(a)", False, True),
        ("SUM(DISTINCT a)", False, False),
        ("AVG(a)", False, False),
        ("MAX(a)", False, False),
    ],
)
def test_only_sums_and_counts_add_up(measure: str, additive: bool, zero: bool) -> None:
    assert is_additive(measure) is additive
    assert zero_when_empty(measure) is zero


@pytest.mark.parametrize(
    ("expression", "linear"),
    [
        ("a - b", True),
        ("2 * (a + b)", True),
        ("a / 2", True),
        ("a / b", False),
        ("100 - a", False),
        ("-a", True),
    ],
)
def test_only_linear_expressions_of_nothing_are_nought(expression: str, linear: bool) -> None:
    assert is_linear(expression) is linear


@pytest.mark.parametrize(
    ("measure", "written"),
    [
        ("SUM(cost) / 60.0", 'CAST(SUM("ev_claim"."cost") AS DOUBLE) / 60.0'),
        ("SUM(cost) / NULLIF(COUNT(*), 0)", "/ NULLIF(COUNT(*), 0)"),
        ("SUM(cost) / COUNT(*)", "/ NULLIF(COUNT(*), 0)"),
        ("SUM(cost) / 0", "/ NULLIF(0, 0)"),
        ("SUM(COST)", 'SUM("ev_claim"."cost")'),
    ],
)
def test_a_measure_is_written_so_that_it_cannot_divide_by_zero(measure: str, written: str) -> None:
    assert f'{written} AS "value"' in compiled(example.simple(measure=measure)).sql
