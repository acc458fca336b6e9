"""Personal tokens and OAuth client credentials, by the real databricks-sdk."""

from collections.abc import Callable

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import PermissionDenied, Unauthenticated

from tests.emulators.workspace import CLIENT_ID, CLIENT_SECRET, WAREHOUSE_ID, Workspace

Clients = Callable[..., WorkspaceClient]


def m2m(client_of: Clients, secret: str = CLIENT_SECRET) -> WorkspaceClient:
    return client_of(client_id=CLIENT_ID, client_secret=secret, auth_type="oauth-m2m")


def test_client_credentials_bring_a_token_that_is_kept(client_of: Clients, workspace: Workspace) -> None:
    client = m2m(client_of)

    for _ in range(3):
        client.warehouses.get(WAREHOUSE_ID)

    assert len(workspace.server.calls("POST /oidc/v1/token")) == 1
    assert len(workspace.server.calls("GET /.well-known/databricks-config")) == 1


def test_a_short_lived_token_is_renewed(client_of: Clients, workspace: Workspace) -> None:
    workspace.oidc.token_seconds = 1  # the SDK renews before a token's last half minute
    client = m2m(client_of)

    client.warehouses.get(WAREHOUSE_ID)
    client.warehouses.get(WAREHOUSE_ID)

    assert len(workspace.server.calls("POST /oidc/v1/token")) >= 2


def test_a_wrong_secret_gets_no_token(client_of: Clients) -> None:
    with pytest.raises(ValueError, match="invalid_client"):
        m2m(client_of, "another").warehouses.get(WAREHOUSE_ID)


def test_an_expired_token_is_refused(client_of: Clients, workspace: Workspace) -> None:
    client = client_of()
    client.warehouses.get(WAREHOUSE_ID)

    workspace.access.expire_tokens()

    with pytest.raises(Unauthenticated, match="expired"):
        client.warehouses.get(WAREHOUSE_ID)


def test_an_unknown_token_is_refused(client_of: Clients) -> None:
    with pytest.raises(PermissionDenied, match="Invalid access token"):
        client_of(token="nobody", auth_type="pat").warehouses.get(WAREHOUSE_ID)
