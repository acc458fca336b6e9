import errno
import os
import sys
from pathlib import Path
from typing import NoReturn

from django.core.exceptions import ImproperlyConfigured

from metrics_portal import endings
from metrics_portal.embedded.errors import EmbeddedServerError
from metrics_portal.up.report import CannotStart
from metrics_portal.up.supervisor import Supervisor

_ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
    os.environ.setdefault("PORTAL_HTTPS", "0")  # `make up` serves plain HTTP, also beside one's own database
    var_dir = Path(os.environ.get("PORTAL_VAR") or _ROOT / "var").resolve()
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    try:
        Supervisor(var_dir, host, _port_number(port)).run()
    except (CannotStart, EmbeddedServerError, ImproperlyConfigured) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(_told(error, var_dir))
    return 0


def _told(error: OSError, var_dir: Path) -> str:
    """Our words for what the file system refused under `var_dir`; raises what is about anything else."""
    if error.errno == errno.ENOSPC:
        return f"The disk is full ({error.filename or var_dir}). Free some space and run `make up` again."
    if not str(error.filename or "").startswith(str(var_dir)):
        raise error
    way_out = f"Move {error.filename} away, or set PORTAL_VAR to another directory."
    if isinstance(error, PermissionError):
        way_out = (
            f"Where that is another user's, as after `sudo make up`, make {var_dir} yours, or set PORTAL_VAR to "
            "another directory."
        )
    return f"{error.filename} cannot be used ({error.strerror}). {way_out}"


def _port_number(given: str) -> int:
    if given.isdecimal() and 0 < int(given) < 65536:
        return int(given)
    raise CannotStart(f"PORT={given!r} is not a port. Give a number from 1 to 65535, for example PORT=8000.")


def _fail(message: str) -> int:
    sys.stderr.write(f"\n{message}\n")
    return 1


def _leave(code: int) -> NoReturn:
    """End at once: all is stopped and said, and taking Django apart piece by piece takes two seconds."""
    endings.come()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _leave(main())
