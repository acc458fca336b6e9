"""A backend of each kind, whose exports may hold one of its two slots; what a stream held is always given back."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.core.cache import caches

from routing.backends.base import BaseBackend
from routing.tests.conftest import MakeEach


@pytest.fixture
def make(make_each: MakeEach) -> MakeEach:
    """Makes a backend with two slots, of which exports may hold one."""
    return partial(make_each, slots=2)


@pytest.fixture
def backend(make: MakeEach) -> BaseBackend:
    return make()


@pytest.fixture(autouse=True)
def _nothing_is_left() -> Iterator[None]:
    yield
    taken = [key for key in caches["default"]._cache if "slot:" in key]  # type: ignore[attr-defined]
    assert taken == []
