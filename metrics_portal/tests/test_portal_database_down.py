"""What is said when the portal's own database gives no answer."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def database_down() -> Iterator[None]:
    def refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        raise OperationalError("connection to server at 10.1.2.3 failed: password=hunter2")

    with connection.execute_wrapper(refuse):
        yield


def test_the_api_says_so_and_when_to_come_back(database_down: None) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION="Bearer mp_anything")

    response = client.get("/v1/metrics")

    assert response.status_code == 503
    assert response.json()["code"] == "portal_database_unavailable"
    assert response["Retry-After"] == "5"
    assert "hunter2" not in response.content.decode()


def test_readyz_says_so(database_down: None, client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 503
    down = {"up": False}
    assert response.json() == {"status": "unavailable", "database": down, "cache": down, "backends": {}}


def test_healthz_does_not_need_it(database_down: None, client: Client) -> None:
    assert client.get("/healthz").status_code == 200
