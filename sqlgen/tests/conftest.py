"""The engines of the compiler's tests: started once, filled once."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from sqlgen.tests.engines import DuckDB, PostgreSQL, postgresql


@pytest.fixture(scope="session")
def lake() -> DuckDB:
    return DuckDB()


@pytest.fixture(scope="session")
def operational() -> Iterator[PostgreSQL]:
    with postgresql(settings.DATABASE_URL) as engine:
        yield engine
