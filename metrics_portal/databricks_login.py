"""The Databricks SDK told to end: its configuration, its sleeps between attempts, its way to a token."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any

import requests
from databricks.sdk.clock import RealClock
from databricks.sdk.core import Config
from databricks.sdk.credentials_provider import OAuthCredentialsProvider, OauthCredentialsStrategy
from databricks.sdk.oauth import Refreshable, Token

from metrics_portal.databricks_auth import Principal

_LOGIN_TIMEOUT_SECONDS = 8.0
_ABOUT_TIMEOUT_SECONDS = 3  # the host's answer about itself is a help, not a need
_RETRY_SECONDS = 5  # no attempt starts later than this after the first
_ends_at: ContextVar[float | None] = ContextVar("databricks_call_ends_at", default=None)


class LoginRefusedError(Exception):
    """The workspace gave a service principal no token. `status` is its HTTP status, `error` its OAuth error code."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(f"no token: HTTP {status} {error}")
        self.status = status
        self.error = error


class NoTimeToRetryError(Exception):
    """The SDK would try again, but its caller's time is up; its `__context__` is why it would."""


@contextmanager
def time_for(seconds: float) -> Iterator[None]:
    """How long the SDK calls inside may go on trying; one that cannot ends with NoTimeToRetryError."""
    token = _ends_at.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends_at.reset(token)


def new_config(principal: Principal, http_timeout_seconds: float) -> Config:
    """A configuration of the principal's own; asks the host about itself, for a few seconds at most."""
    config = Config(
        http_timeout_seconds=_ABOUT_TIMEOUT_SECONDS,
        retry_timeout_seconds=1,
        clock=_CallersClock(),
        product="metrics-portal",
        product_version="1.0.0",
        **_login_of(principal),
    )
    config.http_timeout_seconds = http_timeout_seconds
    config.retry_timeout_seconds = _RETRY_SECONDS
    return config


def _login_of(principal: Principal) -> dict[str, Any]:
    if not principal.is_service_principal:
        return {"host": principal.host, "auth_type": "pat", "token": principal.token}
    return {
        "host": principal.host,
        "auth_type": "oauth-m2m",
        "client_id": principal.client_id,
        "client_secret": principal.client_secret,
        "credentials_strategy": OauthCredentialsStrategy("oauth-m2m", _credentials),
    }


def _credentials(config: Config) -> OAuthCredentialsProvider:
    source = _ClientCredentials(f"{config.host}/oidc/v1/token", config.client_id, config.client_secret)

    def headers() -> dict[str, str]:
        return {"Authorization": f"Bearer {source.token().access_token}"}

    return OAuthCredentialsProvider(headers, source.token)


class _CallersClock(RealClock):
    def sleep(self, seconds: float) -> None:
        ends_at = _ends_at.get()
        if ends_at is None or time.monotonic() + seconds >= ends_at:
            raise NoTimeToRetryError
        super().sleep(seconds)


class _ClientCredentials(Refreshable):
    """Machine-to-machine OAuth (client credentials, RFC 6749 section 4.4). The SDK's own asks without a timeout."""

    def __init__(self, url: str, client_id: str, client_secret: str) -> None:
        super().__init__()
        self._url = url
        self._basic = (client_id, client_secret)

    def refresh(self) -> Token:
        asked = requests.post(
            self._url,
            data={"grant_type": "client_credentials", "scope": "all-apis"},
            auth=self._basic,
            timeout=_LOGIN_TIMEOUT_SECONDS,
        )
        told = _object_in(asked)
        access_token = told.get("access_token")
        if not asked.ok or not isinstance(access_token, str):
            raise LoginRefusedError(asked.status_code, str(told.get("error") or "gave no token")[:60])
        lasts = timedelta(seconds=int(told.get("expires_in") or 3_600))
        return Token(access_token, "Bearer", expiry=datetime.now() + lasts)


def _object_in(response: requests.Response) -> dict[str, Any]:
    try:
        found = response.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
