"""What an answer need not wait for is done behind it, and always done."""

import asyncio
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path
from pytest_django import Settings

from metrics_portal import afterwards as module
from metrics_portal.afterwards import Behind, afterwards
from metrics_portal.handler import PortalHandler

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked() -> Iterator[None]:
    """As in a request whose answer was sent."""
    behind = Behind()
    behind.begin()
    with behind.left():
        yield


_happened: list[str] = []


def leaving(request: HttpRequest) -> HttpResponse:
    afterwards(lambda: _happened.append("done"))
    return HttpResponse("here it is")


urlpatterns = [path("leaving/", leaving)]


def where(done: list[str]) -> Callable[[], None]:
    return lambda: done.append(threading.current_thread().name)


def failing() -> None:
    raise OSError("the shared cache is gone")


def settled() -> None:
    module.one_thread().submit(lambda: None).result(10)


def answered(url: str) -> bool:
    """Whether a server that may just start answers in time."""
    ends_at = time.monotonic() + 60
    while time.monotonic() < ends_at:
        try:
            return bool(urlopen(url, timeout=30).status == 200)  # noqa: S310 - a loopback address
        except URLError:
            time.sleep(0.05)
    return False


def test_in_a_request_it_is_done_behind_the_answer_and_in_order(asked: None) -> None:
    done: list[str] = []
    may_begin = threading.Event()

    afterwards(lambda: may_begin.wait(10))
    afterwards(lambda: done.append("first"))
    afterwards(lambda: done.append("second"))
    done.append("answer")
    may_begin.set()
    settled()

    assert done == ["answer", "first", "second"]


def test_where_nobody_waits_it_is_done_at_once() -> None:
    done: list[str] = []

    afterwards(where(done))

    assert done == [threading.current_thread().name]


def test_inside_a_transaction_it_is_done_there(asked: None) -> None:
    done: list[str] = []

    with transaction.atomic():
        afterwards(where(done))

    assert done == [threading.current_thread().name]


def test_its_failure_is_logged_and_stops_nothing(asked: None, caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []

    with caplog.at_level(logging.WARNING, logger="metrics_portal.afterwards"):
        afterwards(failing)
        afterwards(where(done))
        settled()

    assert "the shared cache is gone" in caplog.text
    assert done


def test_its_failure_is_raised_where_it_is_done_at_once() -> None:
    with pytest.raises(OSError, match="the shared cache is gone"):
        afterwards(failing)


def test_who_comes_when_much_waits_does_its_own(asked: None) -> None:
    done: list[str] = []
    may_end = threading.Event()

    for _ in range(module.MOST_WAITING):
        afterwards(lambda: may_end.wait(10))
    afterwards(where(done))
    may_end.set()
    settled()
    afterwards(where(done))
    settled()

    assert [name == threading.current_thread().name for name in done] == [True, False]


def test_a_connection_that_was_cut_is_opened_anew(asked: None) -> None:
    pids: list[int] = []

    def note() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            pids.append(cursor.fetchone()[0])

    afterwards(note)
    settled()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", pids)
    afterwards(note)
    settled()

    assert len(set(pids)) == 2


@pytest.mark.parametrize(("reader", "order"), [("quick", ["taken", "done"]), ("slow", ["done", "taken"])])
def test_a_request_begins_with_it_when_its_answer_was_sent_or_its_reader_is_slow(
    settings: Settings, reader: str, order: list[str]
) -> None:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = []
    _happened.clear()
    scope = {"type": "http", "method": "GET", "path": "/leaving/", "query_string": b"", "headers": []}

    received = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if not received:
            await asyncio.Event().wait()  # nobody hangs up
        return received.pop()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            await asyncio.sleep(0.01)
            while reader == "slow" and "done" not in _happened:
                await asyncio.sleep(0.01)
            _happened.append("taken")

    async def ask() -> None:
        await asyncio.wait_for(PortalHandler(threads=1)(scope, receive, send), 20)

    asyncio.run(ask())
    settled()

    assert _happened == order


_WEB_SERVER = """
import asyncio, sys, time
from pathlib import Path
import django
django.setup()
from metrics_portal.afterwards import Behind, afterwards
from metrics_portal.serve import Workers, listen

async def application(scope, receive, send):
    behind = Behind()
    with behind.left():
        await asyncio.to_thread(afterwards, lambda: (time.sleep(0.7), Path(sys.argv[2]).touch()))
    await send({"type": "http.response.start", "status": 200})
    await send({"type": "http.response.body"})
    behind.begin()

sys.exit(Workers(application, listen("127.0.0.1", int(sys.argv[1]), 1)).run())
"""


def test_a_web_process_that_is_stopped_does_it_first(free_port: int, tmp_path: Path) -> None:
    done = tmp_path / "done"
    server = subprocess.Popen([sys.executable, "-c", _WEB_SERVER, str(free_port), str(done)])
    try:
        assert answered(f"http://127.0.0.1:{free_port}/")
        assert not done.exists()
    finally:
        server.terminate()

    assert server.wait(30) == 0
    assert done.exists()


def test_a_process_that_ends_does_it_first() -> None:
    program = """
import time
import django
django.setup()
from metrics_portal.afterwards import Behind, afterwards
behind = Behind()
with behind.left():
    afterwards(lambda: (time.sleep(0.3), print("done")))
behind.begin()
print("answered", flush=True)
"""

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)

    assert ended.stdout.split() == ["answered", "done"], ended.stderr
