"""A deployment applies the routing file while an operator moves a metric: they take turns."""

import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from routing.flipping.services import locked_route
from routing.models import Origin, Route, RouteChange
from routing.services import Grounds, move_route
from routing.sync import sync_routing
from routing.tests.parity_world import govern, source

REASON = "The operational server is moved tonight."
pytestmark = pytest.mark.usefixtures("trade")


@pytest.mark.django_db(transaction=True)
def test_a_move_under_way_is_waited_for(settings: Any, tmp_path: Path, operator: User) -> None:
    file = tmp_path / "metric_routing.yaml"
    govern("taken", source("books", "lakehouse"))
    file.write_text("taken: {backend: books}\n")
    assert sync_routing(path=file).applied
    file.write_text("taken: {backend: lakehouse}\n")
    synced: list[object] = []
    syncing = threading.Thread(target=_sync, args=(file, synced))

    with transaction.atomic():
        row = locked_route("taken")
        syncing.start()
        while not _somebody_waits() and syncing.is_alive():
            syncing.join(0.02)
        move_route(
            row=row, backend="lakehouse", origin=Origin.ADMIN, actor=operator, grounds=Grounds(reason=REASON)
        )
    syncing.join(30)

    assert synced == [True]
    assert Route.objects.get().backend == "lakehouse"
    assert list(RouteChange.objects.filter(to_backend="lakehouse").values_list("origin", flat=True)) == [
        "admin"
    ]


def _sync(file: Path, outcome: list[object]) -> None:
    try:
        outcome.append(sync_routing(path=file, reason=REASON, now=timezone.now()).applied)
    except Exception as error:
        outcome.append(error)
    finally:
        connection.close()


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])
