"""What services say of their failures goes to the log without secrets; what they ask us to wait is understood."""

from datetime import UTC, datetime
from typing import Any

import pytest

from sqlgen.models_llm.upstream import retry_after_of, without_secrets

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "secret",
    [
        "AKIAIOSFODNN7EXAMPLE",
        "ASIAIOSFODNN7EXAMPLE",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "FwoGZXIvYXdzEBYaDHqa0AP1/5zN9d8fIiLCAbCdEfGh+IjKlMnOpQrStUvWxYz==",
        "dapi0123456789abcdef0123456789abcdef",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    ],
)
def test_anything_like_a_secret_is_masked(secret: str) -> None:
    told = without_secrets(f"The request with {secret} was refused for model eu.anthropic.claude-sonnet-4-5.")

    assert secret not in told
    assert told.startswith("The request with …")
    assert told.endswith("model eu.anthropic.claude-sonnet-4-5.")


def test_our_own_secrets_are_masked_whatever_they_look_like(settings: Any) -> None:
    settings.DATABRICKS_CLIENT_SECRET = "short-one"

    assert without_secrets("bad short-one") == "bad …"


def test_a_clients_configuration_is_cut_off() -> None:
    assert without_secrets("Refused. Config: host=https://x, client_id=y. Env: Z") == "Refused."


def test_it_stays_on_one_short_line() -> None:
    told = without_secrets("a\nFAKE log line\r\n" + "word " * 500)

    assert "\n" not in told
    assert len(told) <= 400


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0"}, 1),
        ({"retry-after": "999999"}, 3_600),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "Fri, 20 Nov 2026 12:02:00 GMT"}, 120),
        ({"retry-after": "Fri, 20 Nov 2026 11:00:00 GMT"}, 1),
        ({"x-amz-retry-after": "1500", "retry-after": "9"}, 2),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], seconds: int | None) -> None:
    assert retry_after_of(headers, now=NOW) == seconds
