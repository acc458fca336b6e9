"""Handing work to the worker: one message in Celery's protocol, written by Kombu alone.

A web process that imported Celery to say one sentence would weigh 5 MB more, and without Kombu, which it imports when
there is something to say, it weighs 2 MB less. The message is what Celery's own `apply_async` sends (docs.celeryq.dev,
"Message Protocol", version 2); a test holds the two against each other.
"""

import logging
import uuid
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings

from metrics_portal import correlation

if TYPE_CHECKING:
    from kombu.messaging import Producer

logger = logging.getLogger(__name__)

_QUEUE = "celery"
# A reader waits meanwhile, so a broker that is away or silent is given up as the shared caches are: no second attempt,
# and seconds, where Kombu would try for six and wait for an answer for ever.
_NO_LONGER = {"socket_connect_timeout": 1, "socket_timeout": 2, "max_retries": 0}
_FREE_WITHIN_SECONDS = 2  # a connection, when all are at work


def enqueue(task: str, *, within_seconds: int, **arguments: object) -> bool:
    """Have the worker run the task of that name with these arguments (plain JSON), and the correlation id of now.

    A worker that comes to it after `within_seconds` leaves it. False, and a line in the log, where the broker took
    nothing.
    """
    from kombu.connection import Connection
    from kombu.exceptions import LimitExceeded, OperationalError
    from kombu.pools import producers

    from metrics_portal import broker

    broker.register()
    connection = Connection(
        settings.CELERY_BROKER_URL,
        transport_options=settings.CELERY_BROKER_TRANSPORT_OPTIONS | _NO_LONGER,
    )  # equal ones share a pool
    try:
        with producers[connection].acquire(block=True, timeout=_FREE_WITHIN_SECONDS) as producer:
            _publish(producer, task, arguments | {"correlation_id": correlation.current()}, within_seconds)
    except (
        LimitExceeded,
        OperationalError,
        OSError,
        *connection.connection_errors,
        *connection.channel_errors,
    ):
        logger.exception("the broker took no %s", task)
        return False
    return True


def _publish(producer: "Producer", task: str, arguments: dict[str, Any], within_seconds: int) -> None:
    from kombu.entity import Exchange, Queue

    message_id = str(uuid.uuid4())
    producer.publish(
        ((), arguments, {"callbacks": None, "errbacks": None, "chain": None, "chord": None}),
        serializer="json",
        exchange="",
        routing_key=_QUEUE,
        declare=[Queue(_QUEUE, Exchange(_QUEUE, type="direct"), routing_key=_QUEUE)],
        expiration=within_seconds,
        headers={
            "lang": "py",
            "task": task,
            "id": message_id,
            "root_id": message_id,
            "parent_id": None,
            "group": None,
            "retries": 0,
            "timelimit": [None, None],
            "eta": None,
            "expires": (datetime.now(UTC) + timedelta(seconds=within_seconds)).isoformat(),
            "argsrepr": "()",
            "kwargsrepr": repr(sorted(arguments)),
            "ignore_result": True,
        },
        correlation_id=message_id,
        reply_to="",
    )
