"""The token a reader brings is in memory only: in no cache, table, message, log line or page; and not for long."""

import base64
import logging
from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.db import connection
from pytest_django import Settings

from routing.models import Route
from tests.databricks.portal import PortalOnWorkspace
from tests.databricks.readers import HEADER, Person, admitted, asked_by, widget_of
from tests.worker import Worker
from widgets.models import Dashboard, Placement
from widgets.tasks import warm_answers

Warehouse = Callable[..., PortalOnWorkspace]


@pytest.fixture
def portal(settings: Settings, warehouse: Warehouse) -> PortalOnWorkspace:
    settings.DATABRICKS_USER_TOKEN_HEADER = HEADER
    return warehouse(slots=2)


@pytest.fixture
def ada(portal: PortalOnWorkspace) -> Person:
    return admitted(portal, "ada")


def every_table() -> str:
    """The whole of the portal's database as text, its sessions and the keys of its caches included."""
    told = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT string_agg(t::text, chr(10)) FROM "{name}" AS t')
            told.append(cursor.fetchone()[0] or "")
    return "\n".join(told)


def every_entry() -> str:
    """What the caches hold, of this process and of all."""
    entries = list(caches["default"]._cache.values())
    with connection.cursor() as cursor:
        for name in ("answers", "leases"):
            cursor.execute(f"SELECT value FROM {caches[name]._table}")
            entries += [base64.b64decode(value) for (value,) in cursor.fetchall()]
    return b"\n".join(entries).decode("latin-1")


def test_it_is_written_nowhere(
    portal: PortalOnWorkspace, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    worker = Worker()
    Route.objects.update(cache_seconds=0, stale_seconds=3600)

    response = ada.export()
    shown = [b"".join(response.streaming_content).decode(), ada.tile(), ada.page(), str(ada.ask())]
    response.close()
    shown.append(str(ada.ask()))  # stale by now, and renewed behind
    portal.wait_until(lambda: len(asked_by(portal.workspace)) >= 3)
    kept = every_entry()
    portal.workspace.access.expire_tokens()
    portal.workspace.thrift.disown_sessions()
    shown.append(str(ada.ask("secrets")))

    places = [*shown, caplog.text, kept, every_entry(), every_table(), repr(vars(portal.backend))]
    assert "615" in kept  # they are looked into, indeed
    assert ada.user.username in every_table()
    for place in places:
        assert ada.token not in place
    assert worker.waiting() == []


def test_an_answer_is_kept_for_a_day_at_most(portal: PortalOnWorkspace, ada: Person) -> None:
    ada.ask()

    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT max(expires) < now() + interval '25 hours' FROM {caches['answers']._table}"
            " WHERE cache_key LIKE '%answer:%'"
        )
        assert cursor.fetchone() == (True,)


def test_nothing_is_kept_warm_where_there_is_no_reader(portal: PortalOnWorkspace) -> None:
    Route.objects.update(warm=True)
    board = Dashboard.objects.create(slug="board", title="Board")
    Placement.objects.create(dashboard=board, widget=widget_of("revenue"))

    assert warm_answers() == 0
    assert asked_by(portal.workspace) == []
