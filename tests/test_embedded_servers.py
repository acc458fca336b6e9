"""The embedded PostgreSQL servers on their own: started, killed, told apart from those a run does not need."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from metrics_portal.embedded import system_user
from metrics_portal.embedded.cluster import Cluster
from metrics_portal.embedded.postgres import EmbeddedServers, start_operational

pytestmark = pytest.mark.processes


@pytest.fixture
def servers(own_dir: Path) -> Iterator[EmbeddedServers]:
    made = EmbeddedServers.under(own_dir, portal=False, throwaway=True)
    made.start()
    yield made
    made.stop()


def operational(servers: EmbeddedServers) -> Cluster:
    assert servers.operational is not None
    return servers.operational


def kill(cluster: Cluster) -> None:
    os.kill(int((cluster.data_dir / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)


def test_a_server_that_was_just_killed_is_started_again(servers: EmbeddedServers) -> None:
    cluster = operational(servers)
    kill(cluster)

    assert start_operational(cluster)

    with psycopg.connect(servers.urls()["operational_database_url"]) as reader:
        assert reader.execute("SELECT current_user").fetchone() == ("portal_reader",)


def test_a_crash_is_told_from_a_stop(servers: EmbeddedServers) -> None:
    cluster = operational(servers)
    running = cluster.crashed()
    cluster.stop()
    stopped = cluster.crashed()
    cluster.start()
    kill(cluster)
    while cluster.running():  # until the kernel has taken it away
        pass

    assert (running, stopped, cluster.crashed()) == (False, False, True)


def test_a_process_that_got_a_killed_servers_number_is_let_alone(servers: EmbeddedServers) -> None:
    cluster = operational(servers)
    kill(cluster)
    while cluster.running():
        pass
    user = system_user.server_user()
    stranger = subprocess.Popen(["sleep", "600"], cwd="/", user=user.pw_uid if user else None)
    try:
        left = cluster.data_dir / "postmaster.pid"
        left.write_text("\n".join([str(stranger.pid), *left.read_text().split("\n")[1:]]))

        cluster.stop()
        crashed = cluster.crashed()
        started = start_operational(cluster)
        stranger_lives = stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()

    assert (crashed, started, stranger_lives) == (True, True, True)
    with psycopg.connect(servers.urls()["operational_database_url"]) as reader:
        assert reader.execute("SELECT current_user").fetchone() == ("portal_reader",)


def test_only_a_server_that_no_url_leads_to_is_left_over(servers: EmbeddedServers) -> None:
    without = EmbeddedServers.under(servers.var_dir, portal=False, operational=False)

    kept = without.stop_unused(servers.urls()["operational_database_url"])
    running = operational(servers).running()
    stopped = without.stop_unused("", "postgresql://reader@db.example.org/shop")

    assert (kept, running) == ((), True)
    assert [one.data_dir for one in stopped] == [operational(servers).data_dir]
    assert not operational(servers).running()
