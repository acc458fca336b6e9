"""One test over many cases: a test for each of thousands takes twice as long."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

Case = TypeVar("Case")


def failing(proof: Callable[[Case], None], given: Iterable[Case], told: Callable[[Case], str]) -> list[str]:
    """The cases that a proof does not hold for, each as `told` tells it, with what failed."""
    errors = ((case, _error(proof, case)) for case in given)
    return [f"{told(case)}: {error}" for case, error in errors if error]


def _error(proof: Callable[[Case], None], case: Case) -> str:
    try:
        proof(case)
    except (Exception, pytest.fail.Exception) as error:
        return ascii(error)
    return ""
