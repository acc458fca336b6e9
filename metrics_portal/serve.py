"""The web server: `python -m metrics_portal.serve`.

Loads and validates the portal once, then forks workers that share what was loaded. Each worker has a socket
of its own on the same port, so that the kernel spreads connections; with one shared socket a worker would
take all that wait. The sockets live here: a worker that crashed is replaced and loses nobody who waits.
"""

import asyncio
import ctypes
import gc
import logging
import os
import signal
import socket
import sys
import time
from collections import deque
from contextlib import suppress
from types import FrameType
from typing import Any

import uvicorn

from metrics_portal import endings

logger = logging.getLogger(__name__)

_BACKLOG = 512
_GRACE_SECONDS = 8
_BEHIND_SECONDS = 1.5  # for what answers left behind them; with the grace, less than `make up` waits for
# Longer than proxies and programs keep an idle connection themselves: whoever closes first must not be the one that
# may be asked at that very moment.
_KEEP_ALIVE_SECONDS = 75
_CRASHES, _WITHIN_SECONDS = 5, 60.0
_PR_SET_PDEATHSIG = 1
_STOPPING = (signal.SIGTERM, signal.SIGINT)


class Workers:
    """Forked workers, one per socket, kept alive until a signal asks to stop."""

    def __init__(self, application: Any, sockets: list[socket.socket]) -> None:
        self._application = application
        self._sockets = sockets
        self._by_pid: dict[int, socket.socket] = {}
        self._crashes: deque[float] = deque(maxlen=_CRASHES)
        self._stopping = False

    def run(self) -> int:
        """Serve until SIGTERM or SIGINT; 0 then, 1 when workers crash again and again."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        for listener in self._sockets:
            self._fork(listener)
        while self._by_pid:
            pid, status = os.wait()
            listener = self._by_pid.pop(pid)
            if self._stopping:
                continue
            logger.error(
                "Worker %d ended with code %d; starting another.", pid, os.waitstatus_to_exitcode(status)
            )
            if self._crashing():
                logger.critical("Workers keep ending; giving up.")
                self._stop(signal.SIGTERM, None)
                return 1
            self._fork(listener)
        return 0

    def _fork(self, listener: socket.socket) -> None:
        # A stop that arrives in between would miss the worker that is being born.
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
        pid = os.fork()
        if pid == 0:
            _serve(self._application, listener)
        self._by_pid[pid] = listener
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)

    def _crashing(self) -> bool:
        now = time.monotonic()
        self._crashes.append(now)
        return len(self._crashes) == _CRASHES and now - self._crashes[0] < _WITHIN_SECONDS

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True
        for pid in self._by_pid:
            with suppress(ProcessLookupError):  # it has just been waited for
                os.kill(pid, signal.SIGTERM)


class _Server(uvicorn.Server):
    """Ends by the signal that stopped it, which waits for no thread: so what was left behind answers is waited for."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        from metrics_portal.afterwards import finish  # loaded with the application, not before it

        await super().shutdown(sockets)
        await asyncio.to_thread(finish, _BEHIND_SECONDS)
        await asyncio.to_thread(endings.come)  # uvicorn ends the process by the signal it got


def _serve(application: Any, listener: socket.socket) -> None:
    """In the worker: serve on one socket, never return."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which asks us to stop
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    config = uvicorn.Config(
        application, interface="asgi3", lifespan="off", ws="none", log_config=None, access_log=False,
        server_header=False, date_header=False, backlog=_BACKLOG, timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )  # fmt: skip
    code = 1
    try:
        _Server(config).run(sockets=[listener])
        code = 0
    except Exception:
        logger.exception("A worker failed.")
    finally:
        logging.shutdown()
        os._exit(code)


def listen(host: str, port: int, count: int) -> list[socket.socket]:
    """`count` sockets on one address. Raises OSError when someone else listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # Sharing a port would also join a stranger's listener; a bind without sharing tells.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
    sockets = [socket.socket(family) for _ in range(count)]
    for listener in sockets:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind((host, port))
    return sockets


def main() -> int:
    from metrics_portal.lean import save_memory

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
    save_memory()
    from metrics_portal.asgi import (
        application,
    )  # loads Django and validates; ends the process with the findings

    _load_all()
    from django.conf import settings

    workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
    sockets = listen(settings.HOST, settings.PORT, workers)
    gc.freeze()  # what is loaded by now stays shared between the workers
    return Workers(application, sockets).run()


def _load_all() -> None:
    """Import what the first request would, and leave no connection open across the forks."""
    from django.db import connections
    from django.urls import get_resolver

    from metrics_portal import boot

    _ = get_resolver().url_patterns
    boot.load()
    for connection in connections.all():
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
