"""The breaker opens after failures in a row, lets one caller probe, and closes when the engine speaks
again."""

from collections.abc import Callable

import pytest

from routing.backends.breaker import Breaker, State
from routing.backends.errors import EngineDownError, cancelled, query_failed
from routing.contracts import BackendError, ErrorKind
from tests.clock import Clock


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(backend="duckdb", label="DuckDB", threshold=3, rest_seconds=5, clock=clock)


def _fail(breaker: Breaker, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(EngineDownError), breaker.call():
            raise EngineDownError("The file is gone.", backend="duckdb")


def _speak(breaker: Breaker) -> None:
    with breaker.call():
        pass


def test_stays_closed_while_failures_are_fewer_than_its_threshold(breaker: Breaker) -> None:
    _fail(breaker, 2)
    _speak(breaker)
    _fail(breaker, 2)

    assert breaker.state is State.CLOSED


def test_opens_and_says_why_and_when_to_come_back(breaker: Breaker, clock: Clock) -> None:
    _fail(breaker, 3)
    clock.now += 1

    with pytest.raises(BackendError) as refused, breaker.call():
        pytest.fail("the engine was called")

    assert refused.value.kind is ErrorKind.CIRCUIT_OPEN
    assert refused.value.retry_after == 4
    assert refused.value.detail.startswith("The file is gone. After 3 failures in a row ")


def test_lets_one_caller_probe_after_its_rest(breaker: Breaker, clock: Clock) -> None:
    _fail(breaker, 3)
    clock.now += 5

    with breaker.call():
        assert breaker.state is State.HALF_OPEN
        with pytest.raises(BackendError), breaker.call():
            pytest.fail("a second caller was let in")

    assert breaker.state is State.CLOSED


def test_opens_again_when_the_probe_fails(breaker: Breaker, clock: Clock) -> None:
    _fail(breaker, 3)
    clock.now += 5
    _fail(breaker)

    assert breaker.state is State.OPEN


def _overloaded() -> BackendError:
    return BackendError("busy", kind=ErrorKind.OVERLOADED, backend="duckdb")


@pytest.mark.parametrize(
    "failure",
    [_overloaded, lambda: cancelled("DuckDB", "duckdb"), lambda: KeyError("ours")],
    ids=["overloaded", "called off", "our own fault"],
)
def test_a_probe_that_was_called_off_or_never_reached_the_engine_leaves_the_question_open(
    breaker: Breaker, clock: Clock, failure: Callable[[], Exception]
) -> None:
    _fail(breaker, 3)
    clock.now += 5

    with pytest.raises((BackendError, KeyError)), breaker.call():
        raise failure()

    assert breaker.state is State.HALF_OPEN
    _speak(breaker)
    assert breaker.state is State.CLOSED


def test_an_engine_that_refuses_a_query_has_spoken(breaker: Breaker) -> None:
    for _ in range(10):
        with pytest.raises(BackendError), breaker.call():
            raise query_failed("DuckDB", "duckdb")

    assert breaker.state is State.CLOSED


def test_a_question_beside_the_calls_is_refused_like_them_and_is_no_probe(
    breaker: Breaker, clock: Clock
) -> None:
    breaker.check()
    _fail(breaker, 3)
    with pytest.raises(BackendError, match="left alone"):
        breaker.check()
    clock.now += 5

    breaker.check()
    with breaker.call(), pytest.raises(BackendError, match="left alone"):
        breaker.check()

    assert breaker.state is State.CLOSED
