"""An engine that was found silent a moment ago is not asked again at once, unless it is heard."""

from collections.abc import Iterator

import pytest
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import OperationalError

from routing.backends.errors import CalledOffError, EngineDownError, EngineSilentError
from routing.backends.silence import Silence
from routing.contracts import BackendError, ErrorKind
from tests.clock import Clock


@pytest.fixture
def cache() -> Iterator[BaseCache]:
    cache = LocMemCache("silence", {})
    yield cache
    cache.clear()


def silence_of(cache: BaseCache, clock: Clock) -> Silence:
    return Silence(backend="databricks", name="databricks", cache=cache, clock=clock)


def find_silent(silence: Silence) -> None:
    with pytest.raises(EngineSilentError), silence.noticed():
        raise EngineSilentError("Not a word.", backend="databricks")


def test_the_next_question_is_told_so_and_that_counts_for_nothing(cache: BaseCache, clock: Clock) -> None:
    silence = silence_of(cache, clock)
    find_silent(silence)

    with pytest.raises(BackendError, match=r"Not a word\.") as told:
        silence.heed(waited=False)

    assert told.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert isinstance(told.value, CalledOffError)


def test_after_two_seconds_it_is_asked_again(cache: BaseCache, clock: Clock) -> None:
    silence = silence_of(cache, clock)
    find_silent(silence)

    clock.now += 2

    silence.heed(waited=False)


def test_an_answer_ends_it(cache: BaseCache, clock: Clock) -> None:
    silence = silence_of(cache, clock)
    find_silent(silence)

    with silence.noticed():
        pass

    silence.heed(waited=False)


def test_an_engine_that_answered_others_lately_is_not_silent(cache: BaseCache, clock: Clock) -> None:
    silence = silence_of(cache, clock)
    with silence.noticed():
        pass
    clock.now += 3
    find_silent(silence)

    silence.heed(waited=True)


def test_one_that_broke_off_is_not_silent(cache: BaseCache, clock: Clock) -> None:
    silence = silence_of(cache, clock)
    with pytest.raises(EngineDownError), silence.noticed():
        raise EngineDownError("It broke off.", backend="databricks")

    silence.heed(waited=True)


def test_another_process_is_told_where_it_waited(cache: BaseCache, clock: Clock) -> None:
    find_silent(silence_of(cache, clock))
    elsewhere = silence_of(cache, clock)

    elsewhere.heed(waited=False)
    with pytest.raises(BackendError, match=r"Not a word\."):
        elsewhere.heed(waited=True)


def test_a_cache_that_is_out_of_order_leaves_each_process_to_itself(clock: Clock) -> None:
    class Broken(LocMemCache):
        def set(self, *args: object, **kwargs: object) -> None:
            raise OperationalError("gone")

        def get(self, *args: object, **kwargs: object) -> object:
            raise OperationalError("gone")

    silence, elsewhere = (silence_of(Broken("broken", {}), clock) for _ in range(2))
    find_silent(silence)

    with pytest.raises(BackendError):
        silence.heed(waited=True)
    elsewhere.heed(waited=True)
