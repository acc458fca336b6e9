"""A metric that may move, and who moves it."""

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from catalog.models import Metric
from routing.tests.parity_world import WINDOW, daily, govern, route, source

Client = Callable[[str | None], APIClient]


@pytest.fixture
def taken() -> Metric:
    """A metric that both sides give the same of, answered by books."""
    metric = govern("taken", daily("books"), source("lakehouse"), default={"window": WINDOW})
    route("taken", "books")
    return metric


@pytest.fixture
def operator_api(api_for: Client) -> APIClient:
    return api_for("operator")
