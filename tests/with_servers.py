"""Run a command with real, migrated databases at hand: `python -m tests.with_servers COMMAND …`."""

import os
import subprocess
import sys

from metrics_portal.embedded.postgres import EmbeddedServers
from tests import services


def main(command: list[str]) -> int:
    services.start_servers()
    urls = EmbeddedServers.under(services.var_dir()).urls()
    environment = os.environ | {
        "CHECK_DATABASE_URL": os.environ.get("DATABASE_URL") or urls["database_url"],
        "CHECK_OPERATIONAL_DATABASE_URL": os.environ.get("OPERATIONAL_DATABASE_URL")
        or urls["operational_database_url"],
    }
    try:
        migrate = [sys.executable, "manage.py", "migrate", "--noinput", "--verbosity", "0"]
        subprocess.run(migrate, env=environment, check=True)
        return subprocess.run(command, env=environment, check=False).returncode
    finally:
        services.stop_servers()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
