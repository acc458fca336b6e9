"""Calls of POST /v1/widgets/sql/generate, and what a refusal is told as."""

from collections.abc import Callable
from typing import Any

from rest_framework.response import Response
from rest_framework.test import APIClient


def asking(client: APIClient) -> Callable[..., Response]:
    """Posts a body, given by its members, as one client."""

    def post(**body: Any) -> Response:
        response: Response = client.post("/v1/widgets/sql/generate", body, format="json")
        return response

    return post


def refused(response: Response) -> tuple[int, str]:
    """The status and the code of a problem."""
    assert response["Content-Type"] == "application/problem+json"
    return response.status_code, response.json()["code"]
