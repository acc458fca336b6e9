"""A call ends for its caller at the deadline, and those nobody waits for any more cannot pile up."""

import threading

import pytest

from metrics_portal import correlation
from sqlgen.models_llm.patience import Patience, TooBusyError


def test_what_the_call_gives_or_raises_comes_back() -> None:
    patience = Patience(name="test", most=1)

    assert patience.wait_for(lambda: 42, seconds=5) == 42
    with pytest.raises(ZeroDivisionError):
        patience.wait_for(lambda: 1 // 0, seconds=5)
    assert patience.wait_for(lambda: 43, seconds=5) == 43  # its place is free again


def test_a_call_that_hangs_keeps_its_place_until_it_ends() -> None:
    patience, ended = Patience(name="test", most=1), threading.Event()

    with pytest.raises(TimeoutError):
        patience.wait_for(lambda: ended.wait(30), seconds=0.05)
    with pytest.raises(TooBusyError):
        patience.wait_for(lambda: 1, seconds=5)
    ended.set()

    _wait_until_free(patience)


def test_the_correlation_id_goes_along() -> None:
    patience = Patience(name="test", most=1)

    assert patience.wait_for(correlation.current, seconds=5) == correlation.current()


def _wait_until_free(patience: Patience) -> None:
    for _ in range(1_000):
        try:
            patience.wait_for(lambda: 1, seconds=5)
        except TooBusyError:
            threading.Event().wait(0.01)
        else:
            return
    pytest.fail("The place was not given back.")
