"""`python -m metrics_portal.embedded status | stop-operational | start-operational`."""

import os
import sys
from pathlib import Path

from metrics_portal.embedded.errors import EmbeddedServerError
from metrics_portal.embedded.postgres import EmbeddedServers, start_operational

_ROOT = Path(__file__).resolve().parent.parent.parent


def main(arguments: list[str]) -> int:
    var_dir = Path(os.environ.get("PORTAL_VAR") or _ROOT / "var").resolve()
    servers = EmbeddedServers.under(var_dir)
    if servers.operational is None or not servers.operational.initialised:
        return _fail(
            f"There is no embedded operational server under {var_dir}. `make up` makes one for the demo data."
        )
    try:
        match arguments:
            case ["stop-operational"]:
                servers.operational.stop()
            case ["start-operational"]:
                start_operational(servers.operational)
            case ["status"]:
                pass
            case _:
                return _fail((__doc__ or "").strip())
    except EmbeddedServerError as error:
        return _fail(str(error))
    sys.stdout.write(f"The operational server {'runs' if servers.operational.running() else 'is stopped'}.\n")
    return 0


def _fail(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
