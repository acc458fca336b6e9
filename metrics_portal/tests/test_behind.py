"""Work for the worker: Celery reads and does what Kombu alone wrote, on both brokers."""

import logging
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from kombu.pools import get_limit
from pytest_django import Settings

from metrics_portal import behind, correlation
from metrics_portal.celery import app
from tests.redis_server import RedisServer
from tests.worker import Worker

TASK = "tests.note"
_PATIENCE_SECONDS = 60  # no bound of the portal: machines differ
noted: list[dict[str, Any]] = []


@app.task(name=TASK)  # type: ignore[untyped-decorator]
def note(**arguments: Any) -> None:
    noted.append(arguments)


@pytest.fixture(params=["files", pytest.param("redis", marks=pytest.mark.redis)])
def worker(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Worker]:
    url = None
    if request.param == "redis":
        url = settings.CELERY_BROKER_URL = request.getfixturevalue("redis_url")
        settings.CELERY_BROKER_TRANSPORT_OPTIONS = {}
    noted.clear()
    worker = Worker(url)
    yield worker
    worker.forget()


def test_a_worker_does_it_with_what_it_was_given(worker: Worker) -> None:
    correlation.adopt("req-of-a-test")

    assert behind.enqueue(TASK, within_seconds=60, intent={"metric": "csat"}, lease=["key", "token"])
    worker.work()

    assert noted == [
        {"intent": {"metric": "csat"}, "lease": ["key", "token"], "correlation_id": "req-of-a-test"}
    ]


def test_a_worker_that_comes_too_late_leaves_it(worker: Worker) -> None:
    behind.enqueue(TASK, within_seconds=0)
    worker.work()

    assert noted == []


def test_it_is_the_message_that_celery_itself_sends(worker: Worker) -> None:
    behind.enqueue(TASK, within_seconds=60, pin_id=7)
    (ours,) = worker.take()
    with app.connection_for_write(worker.url) as connection:
        arguments = {"pin_id": 7, "correlation_id": correlation.current()}
        app.signature(TASK, kwargs=arguments).apply_async(connection=connection, expires=60)
    (celerys,) = worker.take()

    assert ours.message.decode() == celerys.message.decode()
    assert ours.message.delivery_info == celerys.message.delivery_info
    assert ours.message.content_type == celerys.message.content_type
    assert _settled(ours.message.properties) == _settled(celerys.message.properties)
    assert _settled(ours.message.headers) == {
        name: value
        for name, value in _settled(celerys.message.headers).items()
        if name in ours.message.headers
    }


def test_a_broker_that_is_away_is_said_in_the_log_without_its_password(
    free_port: int, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CELERY_BROKER_URL = f"redis://:hunter2@127.0.0.1:{free_port}/0"
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {}

    with caplog.at_level(logging.ERROR):
        assert not behind.enqueue(TASK, within_seconds=60)

    assert f"the broker took no {TASK}" in caplog.text
    assert "hunter2" not in caplog.text


def test_a_broker_that_takes_the_call_and_says_nothing_is_given_up(settings: Settings) -> None:
    answers = []
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        settings.CELERY_BROKER_TRANSPORT_OPTIONS = {}
        # More than may be connected at once: whoever waits for a connection is not left waiting either.
        asking = [
            threading.Thread(
                target=lambda: answers.append(behind.enqueue(TASK, within_seconds=60)), daemon=True
            )
            for _ in range(get_limit() + 2)
        ]
        for one in asking:
            one.start()
        ends_at = time.monotonic() + _PATIENCE_SECONDS
        for one in asking:
            one.join(max(0.0, ends_at - time.monotonic()))

    assert answers == [False] * len(asking)


@pytest.mark.redis
def test_a_broker_that_comes_back_is_handed_work_again(redis_server: RedisServer, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = redis_server.url
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {}

    taken = [behind.enqueue(TASK, within_seconds=60)]
    redis_server.stop()
    taken.append(behind.enqueue(TASK, within_seconds=60))
    redis_server.start()
    taken.append(behind.enqueue(TASK, within_seconds=60))

    assert taken == [True, False, True]


def _settled(parts: dict[str, Any]) -> dict[str, Any]:
    """Without what differs from one message to the next, or says where it came from."""
    passing = {"id", "root_id", "expires", "kwargsrepr", "correlation_id", "delivery_tag", "reply_to"}
    return {name: value for name, value in parts.items() if name not in passing}
