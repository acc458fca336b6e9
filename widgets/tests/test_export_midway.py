"""What happens to an export between its first piece and its last: it is never taken for whole, and nothing stays."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import psycopg
import pytest
from django.conf import settings as portal_settings
from django.core.cache import caches

from accounts.models import User
from accounts.services import issue_token
from routing import backends
from widgets.tests import world
from widgets.tests.asgi import Reader, Told, get

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("governed")]

ADDRESS = "/v1/metrics/sales/export?window=last_30_days&dimensions=region,status&grain=day"
SLOW = "/v1/metrics/slow_sales/export?window=last_30_days"
PATIENCE_SECONDS = 20


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some hundred rows come in many pieces."""
    monkeypatch.setattr("routing.backends.base._BATCH_ROWS", 10)


@pytest.fixture
def token(viewer: User) -> str:
    return issue_token(user=viewer, name="test")[1]


@pytest.fixture(params=["lake", "ops"])
def engine(request: pytest.FixtureRequest, governed: None) -> str:
    world.route("sales", request.param)
    return str(request.param)


@pytest.fixture(autouse=True)
def _nothing_stays(governed: None) -> Iterator[None]:
    yield
    for name in ("lake", "ops"):
        assert backends.get(name).running() == ()
        slots = [f"slot:{name}:{number}" for number in range(4)]
        slots += [f"slot:{name}:exports:{number}" for number in range(4)]
        assert caches["leases"].get_many(slots) == {}
    assert _asked_of_postgres() == []


def test_a_whole_export_comes_to_its_end(token: str, engine: str) -> None:
    told = get(ADDRESS, token)

    assert (told.status, told.complete) == (200, True)
    assert len(told.pieces) > 5
    assert told.headers["content-type"] == "text/csv; charset=utf-8"


def test_a_connection_cut_midway_on_postgresql_leaves_no_whole_file(
    token: str, caplog: pytest.LogCaptureFixture
) -> None:
    world.route("sales", "ops")

    told = get(ADDRESS, token, after_first_piece=lambda reader: _end_sessions_at_the_server())

    assert (told.status, told.complete) == (200, False)
    assert len(told.pieces) == 1
    assert "PostgreSQL cannot be reached" in caplog.text
    assert f"[{told.headers['x-correlation-id']}]" in _line_of(caplog, "was broken off midway")
    assert get(ADDRESS, token).complete  # the server is found again


def test_a_query_that_is_cancelled_midway_leaves_no_whole_file(token: str, engine: str) -> None:
    def cancel(reader: Reader) -> None:
        backend = backends.get(engine)
        (query_id,) = backend.running()
        assert backend.cancel(query_id)

    told = get(ADDRESS, token, after_first_piece=cancel)

    assert (told.status, told.complete) == (200, False)
    assert len(told.pieces) == 1


def test_a_reader_who_leaves_midway_ends_the_export(token: str, engine: str) -> None:
    def leave(reader: Reader) -> None:
        assert len(backends.get(engine).running()) == 1
        reader.leave()

    told = get(ADDRESS, token, after_first_piece=leave)

    assert not told.complete
    assert len(told.pieces) == 1


def test_a_reader_who_leaves_before_the_first_row_stops_the_query(token: str) -> None:
    asked: list[Told] = []
    thread = threading.Thread(target=lambda: asked.append(get(SLOW, token, leaves_when=_postgres_is_asked)))
    started = time.monotonic()

    thread.start()
    thread.join(PATIENCE_SECONDS)

    assert not thread.is_alive()
    assert time.monotonic() - started < PATIENCE_SECONDS
    assert not asked[0].complete or asked[0].status == 503


def test_a_reader_who_leaves_between_answer_and_first_piece_leaves_nothing(token: str, engine: str) -> None:
    told = get(ADDRESS, token, leaves_when=lambda: True)

    assert not told.complete or told.status == 503


def test_exports_that_end_badly_lose_no_place(token: str, engine: str) -> None:
    def leave(reader: Reader) -> None:
        reader.leave()

    for _ in range(4):  # more than there are places
        get(ADDRESS, token, after_first_piece=leave)

    assert get(ADDRESS, token).complete


def _end_sessions_at_the_server() -> None:
    """As a restart does; returns when they are gone."""
    with ExitStack() as stack:
        owner = stack.enter_context(_owner())
        mine = "SELECT pid FROM pg_stat_activity WHERE usename = 'portal_reader'"
        sessions = owner.execute(mine).fetchall()
        assert sessions
        for (pid,) in sessions:
            os.kill(pid, signal.SIGTERM)
        _wait_until(lambda: owner.execute(mine).fetchone() is None)


def _asked_of_postgres() -> list[tuple[object, ...]]:
    """Sessions of the portal that are in the midst of something."""
    busy = "SELECT pid FROM pg_locks WHERE relation = 'shop.sale'::regclass"
    with _owner() as owner:
        return owner.execute(busy).fetchall()


def _postgres_is_asked() -> bool:
    return bool(_asked_of_postgres())


def _owner() -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(portal_settings.EMBEDDED["operational_owner_url"], autocommit=True)


def _line_of(caplog: pytest.LogCaptureFixture, words: str) -> str:
    (record,) = [each for each in caplog.records if words in each.getMessage()]
    return f"[{getattr(record, 'correlation_id', '')}] {record.getMessage()}"


def _wait_until(reached: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + PATIENCE_SECONDS
    while not reached():
        assert time.monotonic() < ends_at
        time.sleep(0.01)
