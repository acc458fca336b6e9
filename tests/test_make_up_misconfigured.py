"""`make up` with settings that cannot be right: one message, what to do next, nothing left running."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.portal_process import ROOT, running_on

pytestmark = pytest.mark.processes


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"PORTAL_DEMO": "maybe"}, "PORTAL_DEMO='maybe' is neither yes nor no. Give 1 or 0."),
        ({"POSTGRES_SLOTS": "many"}, "POSTGRES_SLOTS='many' is no whole number."),
        (
            {"DATABASE_URL": "mysql://portal:hunter2@host/portal"},
            "DATABASE_URL is no address of that kind of server. Give postgresql://",
        ),
        (
            {"OPERATIONAL_DATABASE_URL": "hunter2"},
            "OPERATIONAL_DATABASE_URL is no address of that kind of server. Give postgresql://",
        ),
        ({"REDIS_URL": "redis://:hunter2@127.0.0.1:1/0"}, "Redis at 127.0.0.1:1 gave no answer"),
        ({"REDIS_URL": "hunter2"}, "REDIS_URL is no address of that kind of server. Give redis://"),
        (
            {"DATABASE_URL": "postgresql://portal:hunter2@host:port/portal"},
            "DATABASE_URL is no address of that kind of server. Give postgresql://",
        ),
        (
            {"REDIS_URL": "redis://:hunter2@host:port/0"},
            "REDIS_URL is no address of that kind of server. Give redis://",
        ),
        ({"DATA_DICTIONARY_URI": "/no/such/folder"}, "/no/such/folder, which is not a folder."),
        ({"ROUTING_FILE": "/no/such/file"}, "The routing file cannot be read: No such file or directory."),
        (
            {"PORTAL_DEMO": "1", "OPERATIONAL_DATABASE_URL": "postgresql://ops:hunter2@127.0.0.1:1/ops"},
            "The operational PostgreSQL gave no answer: connection failed",
        ),
        ({"HOST": "192.0.2.1"}, "HOST='192.0.2.1' is no address of this machine"),
        ({"HOST": "http://localhost"}, "HOST='http://localhost' is no address of this machine"),
        ({"PORT": "eight"}, "PORT='eight' is not a port. Give a number from 1 to 65535"),
        ({"PORTAL_VAR": "/dev/null"}, "/dev/null cannot be written to (File exists). Set PORTAL_VAR"),
    ],
)
def test_a_setting_that_cannot_be_right_is_told_with_the_next_step(
    own_dir: Path, free_port: int, settings: dict[str, str], words: str
) -> None:
    given = {"PORTAL_VAR": str(own_dir), "PORTAL_DEMO": "0", "PORT": str(free_port)} | settings

    done = subprocess.run(
        [sys.executable, "-m", "metrics_portal.up"],
        cwd=ROOT, env=os.environ | given, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert "hunter2" not in done.stdout + done.stderr
    assert not running_on(own_dir)
