"""What `manage.py` says while the portal's own database does not run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=inherited | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("database", ["", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_command_without_its_database_says_how_to_start_one(tmp_path: Path, database: str) -> None:
    done = manage("sync_catalog", PORTAL_VAR=str(tmp_path), DATABASE_URL=database)

    assert done.returncode == 1
    assert "`make up` starts one" in done.stderr
    assert "Traceback" not in done.stderr
