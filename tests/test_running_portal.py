"""What a running portal does while the things around it change: a route's line, its own database."""

import http.client
import json
import re
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from metrics_portal.embedded.cluster import Cluster
from tests.portal_process import ROOT, Portal

pytestmark = pytest.mark.processes

METRIC = "claim_volume"
NEW_CONNECTIONS = 16  # the kernel spreads them over the web processes
_ISSUE = """
from accounts.models import User
from accounts.services import issue_token
user = User.objects.create_user("someone", password="correct-horse-battery", role="viewer")
print(issue_token(user=user, name="test")[1])
"""


@pytest.fixture(scope="module")
def portal() -> Iterator[Portal]:
    """Two web processes on a routing file of their own; no data, so tiles fail, each naming its engine."""
    # Not pytest's directory: it is closed to the user PostgreSQL runs as when we are root.
    with tempfile.TemporaryDirectory(prefix="portal-") as directory:
        routes = Path(directory) / "metric_routing.yaml"
        shutil.copy(ROOT / "config" / "metric_routing.yaml", routes)
        running = Portal(Path(directory), _free_port(), {"WEB_CONCURRENCY": "2", "ROUTING_FILE": str(routes)})
        try:
            running.wait_for("Ctrl-C stops everything")
            yield running
        finally:
            running.process.terminate()
            running.wait_until_ended()


@pytest.fixture(scope="module")
def token(portal: Portal) -> str:
    return portal.manage("shell", "--no-imports", text=_ISSUE).splitlines()[-1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _engines(portal: Portal, token: str) -> set[str]:
    """The engines the web processes name for the metric."""
    answers = [
        portal.ask(f"/v1/metrics/{METRIC}/data?dry_run=true", Authorization=f"Bearer {token}")
        for _ in range(NEW_CONNECTIONS)
    ]
    return {json.loads(body)["backend"] for _, body in answers}


def test_one_changed_line_moves_every_process_and_back(portal: Portal, token: str) -> None:
    file = portal.var_dir / "metric_routing.yaml"
    original = file.read_text()
    moved = re.sub(rf"(?m)^({METRIC}: +{{backend:) duckdb", r"\1 postgres", original)

    engines = []
    for text in (original, moved, original):
        file.write_text(text)
        portal.manage("sync_routing")
        time.sleep(1)  # the promise: within one second, everywhere
        engines.append(_engines(portal, token))

    assert engines == [{"duckdb"}, {"postgres"}, {"duckdb"}]


def test_a_connection_that_lay_idle_answers_again(portal: Portal) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", portal.port, timeout=30)
    connection.connect()
    line = connection.sock

    answers = []
    for idle_seconds in (6, 0):  # a proxy keeps its connections for longer than uvicorn does by itself
        connection.request("GET", "/healthz")
        answers.append(connection.getresponse().read())
        time.sleep(idle_seconds)

    assert len(answers) == 2
    assert connection.sock is line


def test_without_its_database_it_says_so_and_recovers(portal: Portal, token: str) -> None:
    addresses = ["/v1/metrics", f"/v1/metrics/{METRIC}/data", "/catalog/", "/readyz"]
    headers = {"Authorization": f"Bearer {token}", "Cookie": "sessionid=of-nobody"}
    cluster = Cluster(portal.var_dir / "postgres")

    cluster.stop()
    try:
        down = [portal.ask(address, **headers) for address in addresses]
        alive = portal.get("/healthz")
    finally:
        cluster.start()
    back = [
        portal.get("/readyz"),
        portal.ask(addresses[0], **headers)[0],
        portal.ask(addresses[1], **headers)[0],
    ]

    assert [status for status, _ in down] == [503] * len(addresses)
    assert all("database" in body for _, body in down)
    assert not any(str(portal.var_dir) in body for _, body in down)
    assert alive == 200
    assert back == [200, 200, 200]
