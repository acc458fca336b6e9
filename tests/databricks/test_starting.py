"""A warehouse that sleeps: no failure, but a state of its own with the time it has taken so far."""

from collections.abc import Callable

from tests.databricks.portal import TOLD_WITHIN_SECONDS, PortalOnWorkspace, Told
from tests.emulators.warehouses import State
from widgets.contracts import TileState

Warehouse = Callable[..., PortalOnWorkspace]


def elapsed(told: Told) -> float:
    assert told.answer.error is not None
    assert told.answer.error.starting_seconds is not None
    return told.answer.error.starting_seconds


def test_it_is_woken_and_the_tile_says_for_how_long(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.workspace.warehouse.stop()

    first = portal.ask()
    portal.wait_until(lambda: elapsed(portal.ask()) >= 2)
    later = portal.ask()

    assert portal.workspace.warehouse.state is State.STARTING
    assert (first.state, later.state) == (TileState.STARTING, TileState.STARTING)
    assert first.seconds <= TOLD_WITHIN_SECONDS
    assert "Databricks is starting" in first.tile
    assert "waking up, for" in later.words
    assert 'hx-trigger="every 4s' in later.tile


def test_it_answers_by_itself_once_it_runs(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.workspace.warehouse.stop()
    portal.ask()

    portal.workspace.warehouse.finish_starting()
    portal.wait_until(lambda: portal.ask().state is TileState.FRESH)

    assert portal.backend.breaker.state == "closed"


def test_meanwhile_the_last_good_value_is_shown(warehouse: Warehouse) -> None:
    portal = warehouse()
    portal.ask()
    portal.workspace.thrift.lose_sessions()  # as stopping a warehouse does
    portal.workspace.warehouse.stop()

    told = portal.ask()

    assert told.state is TileState.STARTING
    assert ">615<" in told.tile
