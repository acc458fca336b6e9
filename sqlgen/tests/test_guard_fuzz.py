"""Random mixtures of the corpus find no way through (`make fuzz-guard` looks longer)."""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sqlgen.contracts import Dialect
from sqlgen.tests.guard_fuzz import fault, mutated
from sqlgen.tests.guard_world import DIALECTS


@given(dice=st.randoms(use_true_random=False), dialect=st.sampled_from(DIALECTS))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_no_mutation_escapes(dice: random.Random, dialect: Dialect) -> None:
    sql = mutated(dice, dialect)

    assert fault(sql, dialect) == ""


@given(text=st.text(max_size=200), dialect=st.sampled_from(DIALECTS))
@settings(max_examples=150, deadline=None)
def test_no_text_crashes_the_guard(text: str, dialect: Dialect) -> None:
    assert fault(text, dialect) == ""
