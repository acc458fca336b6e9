"""Who may call a workspace: scripted people and service principals, their tokens, what each may use."""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.emulators.http import Reply, Request

OPEN_PATHS = ("/.well-known/", "/oidc/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """A person or a service principal; None in `warehouses` or `tables` means all of them."""

    name: str
    warehouses: frozenset[str] | None = None
    tables: frozenset[str] | None = None  # "schema.table", lower case

    def may_use(self, warehouse: str) -> bool:
        return self.warehouses is None or warehouse in self.warehouses

    def denied_of(self, tables: frozenset[str]) -> list[str]:
        """Those of the tables it may not read."""
        return sorted(tables - self.tables) if self.tables is not None else []


@dataclass(frozen=True, slots=True)
class _Token:
    principal: Principal
    expires_at: float


class Access:
    """The tokens a workspace knows. `gate` refuses as a workspace's front door does.

    `clock` gives seconds; a test may hand in its own to let tokens expire.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._tokens: dict[str, _Token] = {}
        self._clients: dict[str, tuple[str, Principal]] = {}

    # ── Arranged by a test

    def admit(self, principal: Principal, token: str, *, seconds: float = float("inf")) -> None:
        with self._lock:
            self._tokens[token] = _Token(principal, self._clock() + seconds)

    def admit_client(self, principal: Principal, client_id: str, client_secret: str) -> None:
        """A service principal that may ask for tokens (OAuth client credentials)."""
        with self._lock:
            self._clients[client_id] = (client_secret, principal)

    def expire_tokens(self) -> None:
        """Every token given out so far has expired."""
        with self._lock:
            self._tokens = {token: _Token(known.principal, 0.0) for token, known in self._tokens.items()}

    def expire(self, *, token: str) -> None:
        """This token has expired."""
        with self._lock:
            self._tokens[token] = _Token(self._tokens[token].principal, 0.0)

    # ── Asked by the services

    def issue(self, client_id: str, client_secret: str, *, seconds: float) -> str | None:
        """A new token for a client; None when its secret is wrong."""
        known = self._clients.get(client_id)
        if known is None or not secrets.compare_digest(known[0], client_secret):
            return None
        token = f"oauth-{secrets.token_hex(16)}"
        self.admit(known[1], token, seconds=seconds)
        return token

    def principal(self, request: Request) -> Principal:
        """Who asks; the gate has let them in."""
        return self._tokens[request.bearer].principal

    def gate(self, request: Request) -> Reply | None:
        if request.path.startswith(OPEN_PATHS):
            return None
        if not request.bearer:
            return _refusal(
                401, "Credential was not sent or was of an unsupported type for this API.", "Bearer"
            )
        known = self._tokens.get(request.bearer)
        if known is None:
            return _refusal(403, "Invalid access token.")
        if known.expires_at <= self._clock():
            return _refusal(401, "Token is expired.", 'Bearer error="invalid_token"')
        return None


def permission_denied(message: str) -> Reply:
    return Reply.json({"error_code": "PERMISSION_DENIED", "message": message}, 403)


def _refusal(status: int, message: str, challenge: str = "") -> Reply:
    headers = {"WWW-Authenticate": challenge} if challenge else {}
    # A Thrift caller reads the reason from this header, a REST caller from the body.
    headers["X-Thriftserver-Error-Message"] = message
    return Reply.json({"error_code": str(status), "message": message}, status, headers)
