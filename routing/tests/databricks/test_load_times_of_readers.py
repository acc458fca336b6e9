"""When a table was loaded is told to a reader by their own rights, and kept for them alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import pytest
from django.core.cache import caches
from pytest_django import Settings

from accounts.contracts import Reader
from catalog.contracts import Column, ColumnRole, Dictionary, Table
from routing import backends
from routing.freshness import loaded_at
from routing.tests.databricks.conftest import options
from tests.emulators.access import Principal
from tests.emulators.workspace import Workspace

_numbers = count(1)
LOADED_AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def warehouse(
    workspace: Workspace, settings: Settings, monkeypatch: pytest.MonkeyPatch, db: None
) -> Iterator[str]:
    """The backend's name, one of its own: backends live as long as the process."""
    name = f"warehouse_of_readers_{next(_numbers)}"
    column = Column(name="loaded_at", data_types=("timestamptz",), role=ColumnRole.ATTRIBUTE)
    table = Table(schema="shop", name="sale", columns={"loaded_at": column}, loaded_at_column="loaded_at")
    words = Dictionary(version="v1", tables={"shop.sale": table})
    monkeypatch.setattr("routing.backends.base.dictionary", lambda: words)
    settings.SQL_BACKENDS = {name: options(workspace)}
    settings.DATABRICKS_USER_TOKEN_HEADER = "X-Forwarded-Access-Token"
    for cache in ("answers", "leases"):
        caches[cache].clear()
    yield name
    backends.get(name).close(seconds=5)


def reader(workspace: Workspace, name: str, *tables: str) -> Reader:
    workspace.access.admit(Principal(name=name, tables=frozenset(tables)), f"token-{name}")
    return Reader(person=name, token=f"token-{name}", key=f"key-of-{name}")


def asked_by(workspace: Workspace) -> list[str]:
    return [one.principal.name for one in workspace.statements.statements() if "shop" in one.question.sql]


def test_it_is_told_by_the_readers_own_rights(warehouse: str, workspace: Workspace) -> None:
    ada, eve = reader(workspace, "ada", "shop.sale"), reader(workspace, "eve")

    first = [loaded_at(warehouse, ["shop.sale"], each) for each in (ada, eve)]
    again = [loaded_at(warehouse, ["shop.sale"], each) for each in (ada, eve)]

    assert first == again == [LOADED_AT, None]
    assert asked_by(workspace) == ["ada", "eve"]


def test_what_the_portal_was_told_is_no_readers(warehouse: str, workspace: Workspace) -> None:
    eve = reader(workspace, "eve")

    portals, theirs = loaded_at(warehouse, ["shop.sale"]), loaded_at(warehouse, ["shop.sale"], eve)

    assert (portals, theirs) == (LOADED_AT, None)
