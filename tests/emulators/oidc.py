"""A workspace's identity endpoints: what discovery says, and tokens for client credentials (OAuth M2M).

Source: what databricks-sdk 0.156 asks (databricks/sdk/oauth.py) and RFC 6749 section 4.4.
"""

import base64
from collections.abc import Iterator
from urllib.parse import parse_qs

from tests.emulators.access import Access
from tests.emulators.http import Reply, Request, Route

WORKSPACE_ID = "1234567890123456"


class Oidc:
    def __init__(self, access: Access, *, token_seconds: int = 3600) -> None:
        self.token_seconds = token_seconds
        self._access = access

    def routes(self) -> Iterator[Route]:
        yield Route("GET", "/.well-known/databricks-config", self._workspace)
        yield Route("GET", "/oidc/.well-known/oauth-authorization-server", self._discovery)
        yield Route("POST", "/oidc/v1/token", self._token)

    def _workspace(self, request: Request) -> Reply:
        return Reply.json(
            {"oidc_endpoint": f"{_own_url(request)}/oidc", "workspace_id": WORKSPACE_ID, "cloud": "AWS"}
        )

    def _discovery(self, request: Request) -> Reply:
        url = _own_url(request)
        return Reply.json(
            {
                "issuer": f"{url}/oidc",
                "authorization_endpoint": f"{url}/oidc/v1/authorize",
                "token_endpoint": f"{url}/oidc/v1/token",
                "grant_types_supported": ["client_credentials"],
            }
        )

    def _token(self, request: Request) -> Reply:
        form = {name: values[0] for name, values in parse_qs(request.body.decode()).items()}
        if form.get("grant_type") != "client_credentials":
            return _oauth_error(400, "unsupported_grant_type", "Only client_credentials is served here.")
        client_id, client_secret = _client(request, form)
        token = self._access.issue(client_id, client_secret, seconds=self.token_seconds)
        if token is None:
            return _oauth_error(401, "invalid_client", "Client authentication failed")
        answer = {"access_token": token, "token_type": "Bearer", "expires_in": self.token_seconds}
        return Reply.json({**answer, "scope": form.get("scope", "all-apis")})


def _client(request: Request, form: dict[str, str]) -> tuple[str, str]:
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        client_id, _, client_secret = base64.b64decode(encoded).decode().partition(":")
        return client_id, client_secret
    return form.get("client_id", ""), form.get("client_secret", "")


def _oauth_error(status: int, code: str, description: str) -> Reply:
    return Reply.json({"error": code, "error_description": description}, status)


def _own_url(request: Request) -> str:
    return f"http://{request.headers['host']}"
