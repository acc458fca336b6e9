"""What can be known before anything is started: room on the disk, a free port."""

import errno
import os
import shutil
import socket
import tempfile
from pathlib import Path

from metrics_portal.up.report import CannotStart

_FIRST_RUN_BYTES = 1_500_000_000
_LATER_RUN_BYTES = 200_000_000


def make_directory(var_dir: Path) -> None:
    """Raises CannotStart where the directory can be neither made nor written to."""
    try:
        var_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=var_dir):
            pass
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return  # check_disk says how much is missing
        raise CannotStart(
            f"{var_dir} cannot be written to ({error.strerror}). Set PORTAL_VAR to a directory that can."
        ) from error


def check_disk(var_dir: Path) -> None:
    first_run = not (var_dir / "postgres" / "portal.ready").exists()
    needed = _FIRST_RUN_BYTES if first_run else _LATER_RUN_BYTES
    free = shutil.disk_usage(var_dir).free
    if free < needed:
        raise CannotStart(
            f"The disk is nearly full: {free / 1e6:,.0f} MB free under {var_dir}, "
            f"{needed / 1e6:,.0f} MB are needed. "
            "Free some space and run `make up` again, or set PORTAL_VAR to a directory on another disk."
        )


def check_port(host: str, port: int) -> None:
    """Raises CannotStart where the portal could not listen: with a free port to take, or what HOST may be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # A connection that just closed must not count as a listener.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotStart(_port_message(host, port, error)) from error


def _port_message(host: str, port: int, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"Port {port} needs more rights than you have. Choose one above 1023: PORT=8000 make up"
    if error.errno != errno.EADDRINUSE:
        return (
            f"HOST={host!r} is no address of this machine ({error.strerror}). Leave it out for this machine alone "
            "(127.0.0.1), or give 0.0.0.0 to be reached from others."
        )
    holder = _listener_of(port)
    by = f" by process {holder}" if holder else ""
    return f"Port {port} on {host} is in use{by} ({error.strerror}). Choose another: PORT={port + 1} make up"


def _listener_of(port: int) -> str:
    """`pid (name)` of the process that listens on the port, where /proc tells; else empty."""
    inodes = _listening_inodes(port)
    for descriptor in Path("/proc").glob("[0-9]*/fd/*") if inodes else ():
        try:
            target = os.readlink(descriptor)
        except OSError:
            continue  # another user's process, or one that just ended
        if target.startswith("socket:[") and target[8:-1] in inodes:
            process = descriptor.parent.parent
            return f"{process.name} ({(process / 'comm').read_text().strip()})"
    return ""


def _listening_inodes(port: int) -> set[str]:
    listening, inodes = "0A", set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            lines = Path(table).read_text().splitlines()[1:]
        except FileNotFoundError:
            continue
        for fields in (line.split() for line in lines):
            if fields[3] == listening and int(fields[1].rsplit(":", 1)[1], 16) == port:
                inodes.add(fields[9])
    return inodes
