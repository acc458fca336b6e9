"""Fixtures every app's tests share."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connections
from django.test import override_settings
from rest_framework.test import APIClient

from accounts.models import User
from metrics_portal import afterwards
from metrics_portal.up.static_files import collect_if_changed
from tests import prerequisites
from tests.clock import Clock
from tests.redis_server import RedisServer

pytest_plugins = ["tests.engines.plugin"]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that needs a program we do not have is skipped, or fails where everything is required."""
    for marker in prerequisites.PROGRAMS:
        if item.get_closest_marker(marker) and (lacking := prerequisites.missing(marker)):
            refuse = pytest.fail if prerequisites.everything_is_required() else pytest.skip
            refuse(lacking)


@pytest.fixture(scope="session", autouse=True)
def _static_files() -> None:
    """Templates name static files by their hashed names: they are collected before a page is drawn."""
    stamp = Path(settings.VAR_DIR) / "static.stamp"
    collect_if_changed(stamp)


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Most tests make a user, whom nobody attacks."""
    with override_settings(PASSWORD_HASHERS=["tests.passwords.FewRounds"]):
        yield


@pytest.fixture(autouse=True)
def _clean_process_cache() -> Iterator[None]:
    yield
    caches["default"].clear()


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """What a test's answers left to be done behind them is done before the next test, and keeps no connection."""
    yield
    if afterwards.one_thread.cache_info().currsize:
        afterwards.one_thread().submit(connections.close_all).result(60)


@pytest.fixture
def user_for(db: None) -> Callable[[str], User]:
    """Makes (once) and returns the user of a role: "viewer", "analyst", "steward" or "operator"."""

    def make(role: str) -> User:
        existing = User.objects.filter(username=role).first()
        return existing or User.objects.create_user(role, password=f"{role}-correct-horse", role=role)

    return make


@pytest.fixture
def viewer(user_for: Callable[[str], User]) -> User:
    return user_for("viewer")


@pytest.fixture
def analyst(user_for: Callable[[str], User]) -> User:
    return user_for("analyst")


@pytest.fixture
def steward(user_for: Callable[[str], User]) -> User:
    return user_for("steward")


@pytest.fixture
def operator(user_for: Callable[[str], User]) -> User:
    return user_for("operator")


@pytest.fixture
def api_for(user_for: Callable[[str], User]) -> Callable[[str | None], APIClient]:
    """An API client that sends a role's bearer token; None gives one that is not signed in."""
    from accounts.services import issue_token

    def make(role: str | None) -> APIClient:
        client = APIClient()
        if role:
            _, secret = issue_token(user=user_for(role), name="test")
            client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
        return client

    return make


@pytest.fixture
def api(api_for: Callable[[str | None], APIClient]) -> APIClient:
    """An API client with a viewer's token."""
    return api_for("viewer")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def redis_server(free_port: int, tmp_path: Path) -> Iterator[RedisServer]:
    """A real redis-server of this test's own; mark the test `redis`."""
    server = RedisServer(free_port, tmp_path)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    return redis_server.url
