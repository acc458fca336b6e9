"""Correlation ids and security headers, on every answer."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_callers_correlation_id_comes_back(client: Client) -> None:
    response = client.get("/healthz", headers={"X-Correlation-ID": "order-4711-abc"})

    assert response["X-Correlation-ID"] == "order-4711-abc"


@pytest.mark.parametrize("offered", ["", "short", "a" * 65, "with space in it", "<script>alert(1)</script>"])
def test_what_is_no_plain_token_is_replaced(client: Client, offered: str) -> None:
    response = client.get("/healthz", headers={"X-Correlation-ID": offered})

    assert re.fullmatch(r"req-[0-9a-f]{12}", response["X-Correlation-ID"])


@pytest.mark.parametrize("address", ["/login/", "/healthz", "/v1/nothing", "/admin/login/"])
def test_no_page_admits_inline_code_or_evaluation(client: Client, address: str) -> None:
    policy = client.get(address)["Content-Security-Policy"]

    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_each_page_has_a_nonce_of_its_own(client: Client) -> None:
    first = client.get("/login/")["Content-Security-Policy"]
    second = client.get("/login/")["Content-Security-Policy"]

    assert first != second


def test_pages_are_not_framed_sniffed_or_told_to_others(client: Client) -> None:
    response = client.get("/login/")

    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
