"""A backend of each kind, whose exports may hold one of its two slots; what a stream held is always given back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import caches

from routing.backends.base import BaseBackend
from routing.backends.duckdb import DuckDBBackend
from routing.backends.exports import ExportBounds
from routing.tests.conftest import EXPORTS, MakeBackend
from routing.tests.streams.asked import Make


@pytest.fixture(params=["duckdb", "postgres"])
def make(
    request: pytest.FixtureRequest,
    make_duckdb: Callable[..., DuckDBBackend],
    make_postgres: MakeBackend,
    lake: Path,
) -> Make:
    """A backend with two slots, of which exports may hold one."""

    def made(exports: ExportBounds = EXPORTS) -> BaseBackend:
        if request.param == "duckdb":
            return make_duckdb(lake, slots=2, exports=exports)
        return make_postgres(slots=2, exports=exports)

    return made


@pytest.fixture
def backend(make: Make) -> BaseBackend:
    return make()


@pytest.fixture(autouse=True)
def _nothing_is_left() -> Iterator[None]:
    yield
    taken = [key for key in caches["default"]._cache if "slot:" in key]  # type: ignore[attr-defined]
    assert taken == []
