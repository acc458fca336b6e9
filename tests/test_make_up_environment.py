"""`make up` with parts from the environment, and back to its own."""

import socket
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from metrics_portal.embedded.cluster import SUPERUSER, Cluster, ensure_role
from tests.portal_process import Portal
from tests.redis_server import RedisServer

pytestmark = pytest.mark.processes

Start = Callable[..., Portal]


@pytest.mark.redis
def test_a_portal_that_had_redis_comes_up_without_it(
    own_dir: Path, redis_server: RedisServer, start: Start
) -> None:
    port = _another_port()  # Redis has the one of the fixture
    with_redis = start(own_dir, port, {"REDIS_URL": redis_server.url})
    with_redis.wait_for("Ctrl-C stops everything")
    with_redis.process.terminate()
    with_redis.wait_until_ended()

    without = start(own_dir, port)

    without.wait_for("Ctrl-C stops everything")
    assert without.get("/readyz") == 200


def test_a_role_that_may_make_no_tables_is_told_what_it_lacks(own_dir: Path, start: Start) -> None:
    elsewhere = Cluster(own_dir / "elsewhere", throwaway=True)
    elsewhere.start()
    try:
        with psycopg.connect(elsewhere.url("postgres", SUPERUSER), autocommit=True) as connection:
            ensure_role(connection, "weak")

        refused = start(own_dir, settings={"DATABASE_URL": elsewhere.url("postgres", "weak")})

        assert refused.wait_until_ended() == 1
        assert "may not make its tables" in refused.said
        assert "permission denied for schema public" in refused.said
        assert "Make the role of DATABASE_URL the owner of that database" in refused.said
        assert "Traceback" not in refused.said
    finally:
        elsewhere.stop()


def _another_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
