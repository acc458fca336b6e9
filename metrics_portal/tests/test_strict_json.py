"""Bodies that Python would read but JSON or PostgreSQL could not keep are refused as the caller's fault."""

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db

ANY_WIDGET = "/v1/widgets/any/data"


@pytest.mark.parametrize(
    "body",
    [
        '{"window": 1e999}',
        '{"window": -1e999}',
        '{"window": NaN}',
        '{"window": "\\ud800"}',
        '{"window": "a\\u0000"}',
        '{"window": "a\\\\\\u0000"}',
        '{"wi\\u0000ndow": "mtd"}',
        "[" * 100_000,
    ],
)
@pytest.mark.parametrize(
    ("method", "url"), [("post", "/v1/widgets"), ("patch", "/v1/widgets/any"), ("post", ANY_WIDGET)]
)
def test_what_json_cannot_hold_is_a_bad_request(
    api_for: Callable[[str], APIClient], method: str, url: str, body: str
) -> None:
    response = getattr(api_for("operator"), method)(url, body, content_type="application/json")

    assert response.status_code == 400
    assert response.json()["code"] == "parse_error"


def test_the_six_letters_of_an_escaped_backslash_are_text(api: APIClient) -> None:
    response = api.post("/v1/widgets", '{"\\\\u0000": 1}', content_type="application/json")

    assert response.status_code != 400


@pytest.mark.parametrize(
    "url",
    [
        "/v1/widgets?metric=%00",
        "/v1/routes/%00",
        "/v1/widgets/%00/data",
        "/v1/metrics/a/data?filter=b:in:%00",
    ],
)
def test_an_address_with_a_nul_is_a_bad_request(api: APIClient, url: str) -> None:
    response = api.get(url)

    assert response.status_code == 400
    assert "NUL" in response.json()["detail"]
