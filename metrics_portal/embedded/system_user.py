"""PostgreSQL refuses to run as root: there it runs as a system user of its own."""

import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path

from metrics_portal.embedded.errors import EmbeddedServerError

NAME = "metricsportal"


def server_user() -> pwd.struct_passwd | None:
    """The user PostgreSQL runs as when we are root, created at need; None where we are not root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        _create()
        return pwd.getpwnam(NAME)


def _create() -> None:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", "") or str(error)
        raise EmbeddedServerError(
            f"PostgreSQL does not run as root and the user {NAME!r} could not be created ({reason.strip()}). "
            "Run as an ordinary user, or set DATABASE_URL and OPERATIONAL_DATABASE_URL."
        ) from error


def open_path(directory: Path) -> None:
    """Let the server's user walk to `directory`: adds only the right to traverse, never to list."""
    for parent in (directory, *directory.parents):
        mode = parent.stat().st_mode
        if not mode & stat.S_IXOTH:
            parent.chmod(mode | stat.S_IXOTH)


def open_installation(root: Path) -> None:
    """Let the server's user read the PostgreSQL wheel, also where it was installed under a tight umask."""
    open_path(root)
    if _readable(root / "bin" / "postgres"):
        return
    for path in (root, *root.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0))


def _readable(executable: Path) -> bool:
    wanted = stat.S_IROTH | stat.S_IXOTH
    return executable.stat().st_mode & wanted == wanted


def give(directory: Path, user: pwd.struct_passwd) -> None:
    shutil.chown(directory, user.pw_uid, user.pw_gid)
