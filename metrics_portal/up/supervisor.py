"""Start everything, watch it, stop it."""

import json
import os
import signal
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from metrics_portal.embedded import profile
from metrics_portal.embedded.postgres import EmbeddedServers
from metrics_portal.environment import Environment
from metrics_portal.up import preflight
from metrics_portal.up.children import Child, Children
from metrics_portal.up.database import PortalDatabase
from metrics_portal.up.lock import UpLock
from metrics_portal.up.report import CannotStart, Stopped, note_at_once, say, step

_READY_SECONDS = 60.0
_DATABASE_URLS = ("DATABASE_URL", "OPERATIONAL_DATABASE_URL")
_FIRST_LOOK_SECONDS, _WATCH_SECONDS = 0.05, 0.5


class Supervisor:
    """One run of `make up` on `var_dir`, serving on host and port."""

    def __init__(self, var_dir: Path, host: str, port: int) -> None:
        self._var_dir, self._host, self._port = var_dir, host, port
        self._stop = threading.Event()
        self._servers = EmbeddedServers.under(
            var_dir,
            portal=not os.environ.get("DATABASE_URL"),
            operational=_needs_operational(),
        )
        self._database = PortalDatabase(self._servers.portal)
        self._children = Children(_children(var_dir))

    def run(self) -> None:
        """Returns after a stop by signal; raises CannotStart (everything is stopped then, too)."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        started = time.monotonic()
        preflight.make_directory(self._var_dir)
        preflight.check_disk(self._var_dir)  # before the lock, which needs room itself
        lock = UpLock(self._var_dir)
        lock.acquire()
        try:
            self._start()
            if not self._stop.is_set():
                self._announce(time.monotonic() - started)
                self._watch()
        except Stopped:
            pass  # as asked for
        finally:
            self._shut_down()
            lock.release()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if not self._stop.is_set():
            note_at_once("\nStopping …")
        self._stop.set()

    def _start(self) -> None:
        preflight.check_port(self._host, self._port)
        for folder in ("logs", "broker", "broker-control"):
            (self._var_dir / folder).mkdir(exist_ok=True)
        with step("PostgreSQL") as progress:
            left = self._servers.stop_unused(*(os.environ.get(name, "") for name in _DATABASE_URLS))
            fresh = self._servers.start()
            progress.outcome = _told(len(fresh))
            progress.details = [
                f"stopped {one.data_dir}, left by an earlier run and not needed" for one in left
            ]
        self._prepare()
        if self._stop.is_set():
            raise Stopped
        with step("web"):
            self._children.start("web")
            self._wait_until_ready()
        if not self._stop.is_set():
            # Only now: while the web process loads it needs the machine for itself.
            self._children.start("worker", "beat")

    def _prepare(self) -> None:
        if self._stop.is_set():
            raise Stopped
        with step("portal"):
            # Settings read embedded.json, so Django loads only now.
            import django

            django.setup()
        from metrics_portal.up.steps import prepare

        prepare(self._var_dir, self._stop.is_set)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + _READY_SECONDS
        while not self._stop.wait(_FIRST_LOOK_SECONDS):
            self._children.refuse_dead()
            if _answers(f"{self._base_url}/readyz"):
                return
            if time.monotonic() > deadline:
                raise CannotStart(
                    f"The portal is not ready after {_READY_SECONDS:.0f} s. See {self._var_dir}/logs/web.log"
                )

    def _watch(self) -> None:
        while not self._stop.wait(_WATCH_SECONDS):
            now = time.monotonic()
            self._database.revive(now)
            self._children.revive(now)

    def _shut_down(self) -> None:
        with step("stopped"):
            self._children.stop()
            self._servers.stop()

    @property
    def _base_url(self) -> str:
        reachable = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self._host, self._host)  # noqa: S104
        return f"http://{reachable}:{self._port}"

    def _announce(self, seconds: float) -> None:
        say(f"\nReady after {seconds:.1f} s: {self._base_url}")
        users = self._demo_users()
        for role, user in users.items():
            say(f"  {role:<9} {user['username']} / {user['password']}")
        if users and not _shows_demo():
            say(
                "These sign-ins, and the demo's dashboards, are of an earlier run in this directory. For your own "
                "data alone use another: PORTAL_VAR=/some/dir make up"
            )
        say(f"Logs: {self._var_dir}/logs · Ctrl-C stops everything.")

    def _demo_users(self) -> dict[str, dict[str, str]]:
        """The demo sign-ins, after writing where the portal answers into their file."""
        path = self._var_dir / "demo-credentials.json"
        if not path.exists():
            return {}
        credentials = json.loads(path.read_text())
        if credentials.get("base_url") != self._base_url:
            profile.write_private(path, json.dumps({**credentials, "base_url": self._base_url}, indent=2))
        users: dict[str, dict[str, str]] = credentials["users"]
        return users


def _told(started: int) -> str:
    return f"{started} embedded server{'s' * (started > 1)} started" if started else "nothing to start"


def _needs_operational() -> bool:
    """The embedded operational server holds the demo's tables. A dictionary of one's own names others, which are
    where OPERATIONAL_DATABASE_URL says, or in the lakehouse."""
    own_data = bool(os.environ.get("DATA_DICTIONARY_URI")) and not _shows_demo()
    return not (own_data or os.environ.get("OPERATIONAL_DATABASE_URL"))


def _shows_demo() -> bool:
    return bool(Environment().bool("PORTAL_DEMO", default=True))


def _children(var_dir: Path) -> tuple[Child, ...]:
    logs = var_dir / "logs"
    celery = ("-m", "celery", "-A", "metrics_portal")
    alone = ("--without-gossip", "--without-mingle", "--without-heartbeat")
    worker = ("worker", "--pool", "threads", "--concurrency", "2", *alone)
    beat = ("beat", "--schedule", str(var_dir / "beat-schedule"), "--pidfile", "")
    return (
        Child("web", ("-m", "metrics_portal.serve"), logs / "web.log"),
        Child("worker", (*celery, *worker, "--loglevel", "INFO"), logs / "worker.log", niceness=5),
        Child("beat", (*celery, *beat, "--loglevel", "INFO"), logs / "beat.log", niceness=5),
    )


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False
