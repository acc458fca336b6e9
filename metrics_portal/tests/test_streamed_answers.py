"""A streamed answer over a real connection: sent as it is made, given up with its reader, cut when it fails."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path
from pytest_django import Settings

from metrics_portal import correlation, streaming
from metrics_portal.handler import PortalHandler

PIECE = b"x" * 100_000
PATIENCE_SECONDS = 20


class Made:
    """Pieces as a view makes them; remembers how far it came and whether it was given back."""

    def __init__(self, count: int, *, fails_after: int | None = None) -> None:
        self.count, self.fails_after = count, fails_after
        self.made = 0
        self.ids: set[str] = set()
        self.closed = threading.Event()

    def __iter__(self) -> Iterator[bytes]:
        for number in range(self.count):
            if number == self.fails_after:
                raise LookupError("the engine is gone")
            self.made += 1
            self.ids.add(correlation.current())
            yield PIECE

    def close(self) -> None:
        self.closed.set()


_answers: dict[str, Made] = {}


def streamed(request: HttpRequest, name: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(_answers[name], content_type="text/plain")  # type: ignore[arg-type]


def small(request: HttpRequest) -> HttpResponse:
    return HttpResponse("done")


urlpatterns = [path("streamed/<str:name>", streamed), path("small", small)]


@pytest.fixture
def port(settings: Settings, transactional_db: None) -> Iterator[int]:
    """The portal's handler with two threads, behind the server that runs it in production."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["metrics_portal.middleware.CorrelationMiddleware"]
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        PortalHandler(threads=2), interface="asgi3", lifespan="off", log_config=None, access_log=False
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield int(listener.getsockname()[1])
    server.should_exit = True
    thread.join(PATIENCE_SECONDS)
    _answers.clear()


def _asked(port: int, name: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    connection.request("GET", f"/streamed/{name}", headers={"X-Correlation-ID": "order-4711"})
    return connection.getresponse()


def _asked_by_a_reader_who_does_not_read(port: int, name: str) -> socket.socket:
    reader = socket.socket()
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    reader.connect(("127.0.0.1", port))
    reader.sendall(f"GET /streamed/{name} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    reader.recv(10)
    return reader


def _wait_until_it_rests(answer: Made) -> int:
    """How many pieces were made when no more are."""
    ends_at, before = time.monotonic() + PATIENCE_SECONDS, -1
    while answer.made != before:
        assert time.monotonic() < ends_at
        before = answer.made
        time.sleep(0.5)
    return before


def test_an_answer_arrives_whole_in_pieces(port: int) -> None:
    answer = _answers["whole"] = Made(20)

    response = _asked(port, "whole")

    assert response.headers["Transfer-Encoding"] == "chunked"
    assert response.read() == PIECE * 20
    assert answer.closed.wait(PATIENCE_SECONDS)


def test_each_piece_is_made_under_the_requests_correlation_id(port: int) -> None:
    answer = _answers["named"] = Made(5)

    _asked(port, "named").read()

    assert answer.ids == {"order-4711"}


def test_no_more_is_made_than_the_reader_takes(port: int) -> None:
    answer = _answers["long"] = Made(10_000)  # 1 GB

    reader = _asked_by_a_reader_who_does_not_read(port, "long")
    made = _wait_until_it_rests(answer)
    reader.close()

    assert made < 200  # what the buffers of two sockets hold, and no more


def test_who_reads_slowly_holds_no_thread(port: int) -> None:
    readers = []
    for name in ("one", "two", "three"):  # the handler has two threads
        answer = _answers[name] = Made(10_000)
        readers.append(_asked_by_a_reader_who_does_not_read(port, name))
        _wait_until_it_rests(answer)

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    connection.request("GET", "/small")
    answered = connection.getresponse().read()
    for reader in readers:
        reader.close()

    assert answered == b"done"


def test_an_answer_is_given_up_when_its_reader_goes(port: int) -> None:
    answer = _answers["left"] = Made(10_000)
    reader = _asked_by_a_reader_who_does_not_read(port, "left")
    made = _wait_until_it_rests(answer)

    reader.close()

    assert answer.closed.wait(PATIENCE_SECONDS)
    assert answer.made <= made + 1


def test_a_reader_who_takes_nothing_is_given_up(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "STALLED_SECONDS", 0.5)
    answer = _answers["stalled"] = Made(10_000)

    reader = _asked_by_a_reader_who_does_not_read(port, "stalled")

    assert answer.closed.wait(PATIENCE_SECONDS)
    reader.close()


def test_an_answer_that_fails_midway_is_cut_off_and_told_in_the_log(
    port: int, caplog: pytest.LogCaptureFixture
) -> None:
    answer = _answers["broken"] = Made(10, fails_after=3)
    response = _asked(port, "broken")

    with pytest.raises(http.client.IncompleteRead) as cut:
        response.read()

    assert cut.value.partial == PIECE * 3
    assert answer.closed.wait(PATIENCE_SECONDS)
    assert "the engine is gone" in caplog.text
