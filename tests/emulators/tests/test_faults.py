"""Faults by rule: the server does what a test says, and a real client meets it."""

import socket
import threading
import time
from collections.abc import Iterable, Iterator

import pytest
import requests
from requests.exceptions import ChunkedEncodingError, ConnectionError, ReadTimeout

from tests.emulators.faults import Drop, Fault
from tests.emulators.http import LoopbackServer, Reply, Request, Route


class Counting:
    """Answers with how often it was carried out."""

    def __init__(self) -> None:
        self.carried_out = 0

    def routes(self) -> Iterable[Route]:
        yield Route("GET", "/count/{of}", self._count)

    def _count(self, request: Request) -> Reply:
        self.carried_out += 1
        return Reply.json({"of": request.path_values["of"], "count": self.carried_out})


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def server(counting: Counting) -> Iterator[LoopbackServer]:
    with LoopbackServer(counting) as server:
        yield server


@pytest.fixture
def client() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


def get(client: requests.Session, server: LoopbackServer, timeout: float = 10) -> requests.Response:
    return client.get(f"{server.url}/count/sheep", timeout=timeout)


def test_a_status_stands_in_for_the_service(
    client: requests.Session, server: LoopbackServer, counting: Counting
) -> None:
    server.faults.add(
        Fault(operation="GET /count", status=429, headers={"Retry-After": "7"}, body=b"slow down")
    )

    answer = get(client, server)

    assert (answer.status_code, answer.headers["Retry-After"], answer.content) == (429, "7", b"slow down")
    assert counting.carried_out == 0


def test_only_the_chosen_calls_go_wrong(client: requests.Session, server: LoopbackServer) -> None:
    server.faults.add(Fault(operation="GET /count", status=503, after=1, times=2))
    server.faults.add(Fault(operation="GET /other", status=500))

    assert [get(client, server).status_code for _ in range(4)] == [200, 503, 503, 200]
    assert [call.status for call in server.calls("GET")] == [200, 503, 503, 200]


@pytest.mark.parametrize(
    ("drop", "error", "carried_out"),
    [
        (Drop.UNHEARD, ConnectionError, 0),
        (Drop.UNANSWERED, ConnectionError, 1),
        (Drop.HALFWAY, ChunkedEncodingError, 1),
    ],
)
def test_a_connection_is_dropped(
    client: requests.Session,
    server: LoopbackServer,
    counting: Counting,
    drop: Drop,
    error: type[Exception],
    carried_out: int,
) -> None:
    server.faults.add(Fault(drop=drop))

    with pytest.raises(error):
        get(client, server)

    assert (counting.carried_out, server.calls()[0].status) == (carried_out, None)


def test_the_first_byte_may_be_late(client: requests.Session, server: LoopbackServer) -> None:
    server.faults.add(Fault(delay_seconds=60))

    with pytest.raises(ReadTimeout):
        get(client, server, timeout=0.2)


def test_what_was_late_when_the_server_stopped_is_not_carried_out_any_more(
    client: requests.Session, server: LoopbackServer, counting: Counting
) -> None:
    server.faults.add(Fault(operation="GET /count", delay_seconds=60))
    told: list[Exception] = []

    def ask() -> None:
        try:
            get(client, server, timeout=30)
        except ConnectionError as error:
            told.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    while not server.faults.struck:
        time.sleep(0.01)

    server.stop()
    asking.join()

    assert server.wait_for_call("GET /count").status is None
    assert counting.carried_out == 0
    assert len(told) == 1


def test_a_stopped_server_refuses_and_comes_back_on_the_same_port(
    client: requests.Session, server: LoopbackServer
) -> None:
    assert get(client, server).status_code == 200  # its connection is kept alive

    server.stop()
    with pytest.raises(ConnectionError):
        get(client, server)
    server.start()

    assert get(client, server).status_code == 200


def test_nothing_is_left_when_a_server_has_stopped(server: LoopbackServer) -> None:
    server.faults.add(Fault(delay_seconds=60))
    with socket.create_connection(("127.0.0.1", server.port)) as waiting:
        waiting.sendall(b"GET /count/sheep HTTP/1.1\r\nHost: loopback\r\n\r\n")
        while server.open_connections == 0:
            time.sleep(0.01)
        at_work = [each for each in threading.enumerate() if "process_request_thread" in each.name]

        server.stop()

        for thread in at_work:
            thread.join(10)
    assert at_work
    assert not any(thread.is_alive() for thread in at_work)


def test_an_unknown_address_is_not_found_as_a_workspace_says_it(
    client: requests.Session, server: LoopbackServer
) -> None:
    answer = client.get(f"{server.url}/elsewhere", timeout=10)

    assert (answer.status_code, answer.json()["error_code"]) == (404, "ENDPOINT_NOT_FOUND")
